import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { isPartyName } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { ROLES, type PartyKind } from '../domain/people/roles.js';
import { partyIn, personIn } from '../domain/people/rules.js';
import type { TestOffice } from '../domain/people/test-people.js';
import { madeUpSignedIn, personSignedIn, testPerson } from '../records/appointments.js';
import { casesOf } from '../records/cases.js';
import { enterTestPerson } from '../records/people.js';
import { platformKind, type PlatformKind } from '../records/platform.js';
import type { Caller } from './caller.js';
import { callerFrom, type Identity } from './read.js';

const ACTOR = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63})?$/;
const AUTHORITY = /^[a-z][a-z-]*$/;
const VERIFIER = /^V-\w+$/;
/** Whose people act each under a name of their own; the rest may also act as a whole. */
const BY_NAME: readonly PartyKind[] = ['city', 'operator', 'auditor'];
const ALONE: readonly PartyKind[] = [...BY_NAME, 'exchange'];

const nobody = (actor: string): Refusal => ({
  ...refuse(
    'bad-input',
    `没有测试人员 ${actor}`,
    `nobody is called ${actor}: write BJ-0001, V-01, chaoyang, chaoyang/x, city/a, exchange`,
  ),
  path: ['as'],
});

async function kindOf(pool: pg.Pool, party: string): Promise<PartyKind | undefined> {
  const alone = ALONE.find((kind) => kind === party);
  if (alone) return alone;
  if (!isPartyName(party)) return undefined;
  if ((await casesOf(pool, party)).length > 0) return 'unit';
  if (AUTHORITY.test(party)) return 'district';
  return VERIFIER.test(party) ? 'verifier' : 'unit';
}

/** What somebody is whom a scenario names: everything that the party does. */
async function officeOf(pool: pg.Pool, actor: string): Promise<TestOffice | Refusal> {
  const party = partyIn(actor);
  const kind = ACTOR.test(actor) && personIn(actor) === undefined ? await kindOf(pool, party) : undefined;
  if (!kind) return nobody(actor);
  const isWhole = party === actor;
  if (isWhole ? BY_NAME.includes(kind) : kind === 'unit' || kind === 'verifier') return nobody(actor);
  return { kind, party, roles: kind === 'district' ? ['officer'] : ROLES[kind] };
}

const hasTestPeople = (kind: PlatformKind | null | undefined): boolean => kind === 'embedded' || kind === 'rehearsal';

async function notForTests(pool: pg.Pool): Promise<Refusal | undefined> {
  return hasTestPeople(await platformKind(pool))
    ? undefined
    : refuse('not-signed-in', '本平台没有测试人员，请登录', 'there are no test people on this platform: sign in');
}

/**
 * The test person of an actor whom a scenario can name, made at its first use, on platforms that are embedded or a rehearsal: signed in by
 * the platform itself, the second factor shown. Refused in service (`not-signed-in`), and for what names nobody (`bad-input`).
 */
export async function testCaller(pool: pg.Pool, actor: string, at: Instant, now = Date.now()): Promise<Caller | Refusal> {
  const refused = await notForTests(pool);
  if (refused) return refused;
  let found = await testPerson(pool, actor, at);
  if (!found) {
    const office = await officeOf(pool, actor);
    if (isRefusal(office)) return office;
    await enterTestPerson(pool, actor, office, at);
    found = await testPerson(pool, actor, at);
  }
  return found
    ? { ...callerFrom(found), steppedUpAt: now }
    : refuse('not-allowed', `测试人员 ${actor} 已停用`, `test person ${actor} is suspended`);
}

/**
 * Whom a provider of test people has signed in: whoever else has that sign-in, else the test person of its subject, as `testCaller`; undefined
 * for nobody known, or suspended.
 */
export async function madeUpCaller(pool: pg.Pool, who: Identity, at: Instant): Promise<Caller | undefined> {
  const found = await madeUpSignedIn(pool, who, at);
  if (found?.bySignIn) return callerFrom(found);
  if (found && hasTestPeople(found.platform)) return { ...callerFrom(found), steppedUpAt: Date.now() };
  const made = await testCaller(pool, who.subject, at);
  return isRefusal(made) ? undefined : made;
}

/**
 * Whoever is named at the machine itself: a test person, made at its first use, or a person by number, `city/p-0003`, who is in office at
 * that party. Refused in service: there people sign in.
 */
export async function atMachine(pool: pg.Pool, actor: string, at: Instant, now = Date.now()): Promise<Caller | Refusal> {
  const person = personIn(actor);
  if (person === undefined) return testCaller(pool, actor, at, now);
  const refused = await notForTests(pool);
  if (refused) return refused;
  const found = await personSignedIn(pool, person, at);
  return found
    ? { ...callerFrom(found), steppedUpAt: now }
    : refuse('unknown-person', `没有人员 ${person}`, `there is no person ${person}`);
}
