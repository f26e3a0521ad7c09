import { onPeopleAct } from '../../domain/people/acts.js';
import type { PeopleTells } from '../../domain/people/brings.js';
import { blankPeople, foldPeople, type People } from '../../domain/people/people.js';
import { enteringTestPerson, openingPeople } from '../../domain/people/test-people.js';
import type { StoredStep } from '../posted.js';
import { noSuchCause, ofAct, type Anew, type Looking, type Made } from './anew.js';

/** What is known of nobody: whoever verifies whom today did not then, and what was known of a sign-in may be erased. Both only refuse. */
const UNKNOWN = { engaged: new Map<string, readonly string[]>() };

const TEST = 'test:';
const IN_SERVICE = `select from platform where kind = 'service'`;

/** A test person has the offices that its own events say; in service there is none. */
async function ofTestPerson(p: People, { key, events }: StoredStep, { db }: Looking): Promise<Made | string> {
  if ((await db.query(IN_SERVICE)).rowCount !== 0) return '正式运行中没有测试人员 in service nobody enters a test person';
  const offices = events.filter(({ type }) => type === 'appointed').map((event) => event.with as PeopleTells['appointed']);
  const [first] = offices;
  const at = events[0]?.at ?? 0;
  if (!first) return noSuchCause;
  const { kind, party } = first;
  return enteringTestPerson(p, key.slice(TEST.length), { kind, party, roles: offices.map(({ role }) => role) }, at);
}

/** The case of the people. */
export function ofPeople(): Anew {
  const p = blankPeople();
  return {
    makes(step, book) {
      const at = step.events[0]?.at ?? 0;
      if (step.key === 'open') return openingPeople(at);
      if (step.key.startsWith(TEST)) return ofTestPerson(p, step, book);
      return ofAct(step, book, (act) => onPeopleAct(p, act, UNKNOWN)) ?? noSuchCause;
    },
    fold: ({ key, events, head }) => foldPeople(p, key, events, head),
  };
}
