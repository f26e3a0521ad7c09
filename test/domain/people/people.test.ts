import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import type { Json } from '../../../domain/model/json.js';
import type { NamedAct } from '../../../domain/model/step.js';
import { onPeopleAct } from '../../../domain/people/acts.js';
import type { World } from '../../../domain/people/answering.js';
import { blankPeople, foldPeople, type People, type PeopleStep } from '../../../domain/people/people.js';
import {
  hasRegistrar,
  holds,
  isOperator,
  isSignerOf,
  leavesRegistrars,
  notIndependent,
  partyIn,
  personIn,
  twoRegistrars,
  unitsAsked,
  whoIs,
} from '../../../domain/people/rules.js';
import { enteringTestPerson, openingPeople } from '../../../domain/people/test-people.js';

const NOON = instantOf('2024-09-10', '12:00:00');
const NOTHING: World = { engaged: new Map() };
const REGISTRARS = { by: 'city/p-0001', approvedBy: 'city/p-0002' };

const take = (p: People, step: PeopleStep): People => {
  const events = step.events.map((event, k) => ({ ...event, seq: p.seq + k + 1 }));
  foldPeople(p, step.key, events, 'h');
  return p;
};
let acts = 0;
const act = (what: string, brings: Json, more: Partial<NamedAct> = {}): NamedAct => {
  acts += 1;
  return { id: String(acts), do: what, ...REGISTRARS, at: NOON, with: brings, ...more };
};
const codeOf = (p: People, one: NamedAct, world = NOTHING): string => {
  const answer = onPeopleAct(p, one, world);
  return isRefusal(answer) ? answer.refused : answer.key;
};
const done = (p: People, one: NamedAct, world = NOTHING): People => {
  const answer = onPeopleAct(p, one, world);
  if (isRefusal(answer)) throw new Error(answer.en);
  return take(p, answer);
};

/** Registrars p-0001 and p-0002; p-0003, for whom `appoint` says what is to be. */
const town = (): People => {
  const p = take(blankPeople(), openingPeople(NOON));
  const { approvedBy: _, ...founding } = act('found-registrars', { drafts: [1, 2] }, { by: 'platform' });
  done(p, founding);
  return done(p, act('enter-person', { draft: 3 }));
};
const appoint = (kind: string, party: string, role: string, more: Readonly<Record<string, Json>> = {}): Json => ({
  person: 'p-0003',
  kind,
  party,
  role,
  basis: '任命书',
  ...more,
});

describe('front §2 — who acts under a name', () => {
  it('a person’s number stands behind the party; what scenarios spell is a test person', () => {
    expect(['city/p-0007', 'p-0007', 'BJ-0001/p-0012', 'city/a', 'BJ-0001', 'city/p-7'].map(personIn)).toEqual([
      ...['p-0007', 'p-0007', 'p-0012'],
      ...[undefined, undefined, undefined],
    ]);
    expect(['city/p-0007', 'BJ-0001', 'chaoyang/x'].map(partyIn)).toEqual(['city', 'BJ-0001', 'chaoyang']);
    const p = take(town(), enteringTestPerson(town(), 'city/a', { kind: 'city', party: 'city', roles: ['registrar'] }, NOON));
    expect(['city/p-0003', 'city/a', 'city/A', 'city/p-0099'].map((actor) => whoIs(p, actor))).toEqual([
      ...['p-0003', 'p-0004'],
      ...[undefined, undefined],
    ]);
  });

  it('an office is held for the party in the name, in force at that instant, by nobody who is suspended', () => {
    const p = done(town(), act('appoint', appoint('unit', 'BJ-0001', 'signer', { from: '2024-09-11', until: '2024-09-12' })));
    const signs = (actor: string, day: string, clock = '00:00:00') =>
      holds(p, actor, { kind: 'unit', party: 'BJ-0001', role: 'signer' }, instantOf(day, clock));
    expect([signs('BJ-0001/p-0003', '2024-09-10', '23:59:59'), signs('BJ-0001/p-0003', '2024-09-11')]).toEqual([false, true]);
    expect([signs('BJ-0001/p-0003', '2024-09-12', '23:59:59'), signs('BJ-0001/p-0003', '2024-09-13')]).toEqual([true, false]);
    expect([signs('city/p-0003', '2024-09-11'), signs('p-0003', '2024-09-11')]).toEqual([false, false]);
    done(p, act('suspend-person', { person: 'p-0003', reason: 'x' }));
    expect(signs('BJ-0001/p-0003', '2024-09-11')).toBe(false);
  });
});

describe('front §2 — the rules, each by its name', () => {
  it('twoRegistrars: in office, both, and two people', () => {
    const p = town();
    const no = (more: Partial<NamedAct>) => twoRegistrars(p, act('appoint', {}, more))?.refused;
    expect(no({})).toBeUndefined();
    expect(no({ approvedBy: REGISTRARS.by })).toBe('same-person');
    expect(no({ by: 'city/p-0003' })).toBe('not-allowed');
    expect(no({ approvedBy: 'city/p-0003' })).toBe('not-allowed');
    expect(no({ by: 'p-0001' })).toBe('not-allowed');
    const { approvedBy: _, ...alone } = act('appoint', {});
    expect(twoRegistrars(p, alone)?.refused).toBe('same-person');
    // a test person is one person, by the number too
    take(p, enteringTestPerson(p, 'city/a', { kind: 'city', party: 'city', roles: ['registrar'] }, NOON));
    expect(no({ by: 'city/a', approvedBy: 'city/p-0004' })).toBe('same-person');
  });

  it('isSignerOf, isOperator: alone, and never with an approval of somebody', () => {
    const p = done(town(), act('appoint', appoint('unit', 'BJ-0001', 'signer')));
    const { approvedBy: _, ...alone } = act('x', {}, { by: 'BJ-0001/p-0003' });
    expect([isSignerOf(p, alone, 'BJ-0001'), isSignerOf(p, alone, 'BJ-0002')]).toEqual([true, false]);
    expect(isSignerOf(p, { ...alone, approvedBy: 'city/p-0001' }, 'BJ-0001')).toBe(false);
    done(p, act('appoint', appoint('operator', 'operator', 'operator')));
    const operates = { ...alone, by: 'operator/p-0003' };
    expect([isOperator(p, operates), isOperator(p, { ...operates, approvedBy: 'city/p-0001' })]).toEqual([true, false]);
    expect(isOperator(p, alone)).toBe(false);
  });

  it('notIndependent: both ways, about the units that engaged that verifier, and no others', () => {
    const engaged = new Map([['BJ-0001', ['V-01']]]);
    const unit = { kind: 'unit', party: 'BJ-0001' } as const;
    const verifier = { kind: 'verifier', party: 'V-01' } as const;
    expect([notIndependent([unit], verifier, engaged)?.refused, notIndependent([verifier], unit, engaged)?.refused]).toEqual([
      ...['not-allowed', 'not-allowed'],
    ]);
    expect(notIndependent([unit], { ...verifier, party: 'V-02' }, engaged)).toBeUndefined();
    expect(notIndependent([verifier], { ...unit, party: 'BJ-0002' }, engaged)).toBeUndefined();
    expect(notIndependent([verifier], { kind: 'district', party: 'BJ-0001' }, engaged)).toBeUndefined();
  });

  it('independence is asked of the units for which somebody acts or is to, and of the one that is added', () => {
    const p = done(town(), act('appoint', appoint('unit', 'BJ-0001', 'filer', { from: '2024-12-01' })));
    expect(unitsAsked(p, 'p-0003', { kind: 'verifier', party: 'V-01' }, NOON)).toEqual(['BJ-0001']);
    expect(unitsAsked(p, 'p-0003', { kind: 'unit', party: 'BJ-0002' }, NOON)).toEqual(['BJ-0001', 'BJ-0002']);
    done(p, act('end-appointment', { appointment: 3, basis: 'x' }));
    expect(unitsAsked(p, 'p-0003', { kind: 'verifier', party: 'V-01' }, NOON)).toEqual([]);
  });

  it('leavesRegistrars, hasRegistrar: two are left, of people and not of appointments, test people not counted', () => {
    const p = town();
    expect([leavesRegistrars(p, 1, NOON), hasRegistrar(p, NOON), hasRegistrar(blankPeople(), NOON)]).toEqual([
      false,
      true,
      false,
    ]);
    take(p, enteringTestPerson(p, 'city/a', { kind: 'city', party: 'city', roles: ['registrar'] }, NOON));
    expect(leavesRegistrars(p, 1, NOON)).toBe(false);
    done(p, act('appoint', appoint('city', 'city', 'registrar', { until: '2024-09-10' })));
    expect(leavesRegistrars(p, 1, NOON)).toBe(true);
    expect(leavesRegistrars(p, 1, instantOf('2024-09-11', '00:00:00'))).toBe(false);
    const tests = take(
      blankPeople(),
      enteringTestPerson(blankPeople(), 'city/a', { kind: 'city', party: 'city', roles: ['registrar'] }, NOON),
    );
    expect(hasRegistrar(tests, NOON)).toBe(false);
  });
});

describe('front §2 — appointments are recorded acts, never edits', () => {
  it('the event says who asked, who approved, on what basis, from when to when', () => {
    const step = onPeopleAct(town(), act('appoint', appoint('city', 'city', 'approver', { until: '2024-12-31' })), NOTHING);
    expect(step).toMatchObject({
      at: NOON,
      events: [
        {
          type: 'appointed',
          by: 'city/p-0001',
          with: {
            appointment: 3,
            person: 'p-0003',
            kind: 'city',
            party: 'city',
            role: 'approver',
            basis: '任命书',
            approvedBy: 'city/p-0002',
            from: NOON,
            until: instantOf('2025-01-01', '00:00:00'),
          },
        },
      ],
    });
  });

  it('nobody is appointed for the past, nor for no time; today is from now on', () => {
    const p = town();
    const from = (day: string, until?: string) =>
      codeOf(p, act('appoint', appoint('city', 'city', 'approver', { from: day, ...(until === undefined ? {} : { until }) })));
    expect([from('2024-09-09'), from('2024-09-20', '2024-09-19')]).toEqual(['bad-input', 'bad-input']);
    expect([from('2024-09-10'), from('2024-09-20', '2024-09-20')]).toEqual([
      expect.stringMatching('act:'),
      expect.stringMatching('act:'),
    ]);
  });

  it('an appointment that ended is history: its end moves no more, and the person may be appointed again', () => {
    const p = done(town(), act('appoint', appoint('exchange', 'exchange', 'clerk')));
    expect(codeOf(p, act('appoint', appoint('exchange', 'exchange', 'clerk')))).toBe('already-done');
    done(p, act('end-appointment', { appointment: 3, basis: '调离' }));
    expect(p.appointments.get(3)).toMatchObject({ until: NOON });
    expect(codeOf(p, act('end-appointment', { appointment: 3, basis: '调离' }))).toBe('already-done');
    done(p, act('appoint', appoint('exchange', 'exchange', 'clerk')));
    expect([...p.appointments.keys()]).toEqual([1, 2, 3, 4]);
  });

  it('a role that the party does not have is refused here too', () => {
    expect(codeOf(town(), act('appoint', appoint('city', 'city', 'clerk')))).toBe('bad-input');
    expect(codeOf(town(), act('surrender', {}))).toBe('not-allowed');
    expect(codeOf(town(), act('constructor', {}))).toBe('not-allowed');
  });

  it('a sign-in that belongs to somebody is nobody else’s, but stays with whom it is', () => {
    const world = { ...NOTHING, signsInAs: 'p-0002' };
    const brings = { person: 'p-0003', draft: 9, fields: ['identity'], reason: 'x' };
    expect(codeOf(town(), act('enter-person', { draft: 9 }), world)).toBe('already-done');
    expect(codeOf(town(), act('correct-person', brings), world)).toBe('already-done');
    expect(codeOf(town(), act('correct-person', { ...brings, person: 'p-0002' }), world)).toMatch('act:');
  });

  it('folding events out of order is a bug, and says so', () => {
    const [first] = openingPeople(NOON).events;
    expect(() => foldPeople(blankPeople(), 'open', [{ ...first!, seq: 2 }], 'h')).toThrow('event 2 after 0');
    const unknown = { type: 'person-suspended', at: NOON, by: 'x', seq: 1, with: { person: 'p-0001' } };
    expect(() => foldPeople(blankPeople(), 'act:1', [unknown], 'h')).toThrow('which nothing entered');
  });
});
