import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposableBy } from '../../../console/propose/proposable.js';
import { PARTY_KINDS, ROLES, type Caller, type PartyKind, type Role } from '../../../parties/caller.js';
import { PERMISSIONS } from '../../../parties/permissions.js';
import { enterTestPerson } from '../../../records/people.js';
import { openConsole, type ConsoleSite } from './console-site.js';

/** Every role, in an office of its own party and in no other; districts and units besides those whose things are looked at. */
const PARTY: Readonly<Record<PartyKind, string>> = {
  unit: 'BJ-0003',
  verifier: 'V-02',
  district: 'haidian',
  city: 'city',
  exchange: 'exchange',
  operator: 'operator',
  auditor: 'auditor',
};
const EVERYBODY = PARTY_KINDS.flatMap((kind) => ROLES[kind].map((role: Role) => ({ kind, role, party: PARTY[kind] }))).map(
  (one, n) => ({ ...one, actor: `${one.party}/p-${String(9_100 + n)}` }),
);
type Somebody = (typeof EVERYBODY)[number];

const UNIT = 'BJ-0001';
const sees = (view: string, { kind, role }: Somebody): boolean =>
  PERMISSIONS.some(
    (row) =>
      row.is === 'view' &&
      row.what === view &&
      row.of === kind &&
      row.role === role &&
      (view === 'auctions' || row.whose === 'any'),
  );
const proposes = (act: string, { kind, role, party }: Somebody): boolean => {
  const caller: Caller = { person: 'p', appointments: [{ id: 1, kind, party, role, from: 0 }] };
  return proposableBy(caller, 1).some((one) => one.act === act);
};

/** Pages by the view of the table that they show, or the act that they are for; of a unit that is another's. */
const BY_VIEW: readonly (readonly [view: string, path: string])[] = [
  ['unit-status', `/units/${UNIT}`],
  ['statement', `/units/${UNIT}/account`],
  ['statement', `/units/${UNIT}/requests`],
  ['statement', `/units/${UNIT}/statement.csv`],
  ['statement', `/units/${UNIT}/statement.xlsx`],
  ['letters', `/units/${UNIT}/letters`],
  ['people', `/units/${UNIT}/people`],
  ['approvals', '/approvals'],
  ['approvals', '/people'],
  ['approvals', '/certificates'],
  ['approvals', '/verifiers'],
  ['auctions', '/auctions'],
  ['attention', '/attention'],
  ['attention', '/letters/effect'],
  ['attention', '/letters/undelivered'],
  ['audit', '/verify'],
  ['audit', '/season'],
];
const BY_ACT: readonly (readonly [act: string, path: string])[] = [
  ['pre-allocate', '/propose/pre-allocate'],
  ['appoint', '/propose/appoint'],
  ['list-unit', '/propose/list-unit'],
  ['release-alarm', '/propose/release-alarm'],
  ['confirm-emissions', '/confirm'],
];

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
  for (const { actor, kind, party, role } of EVERYBODY)
    await enterTestPerson(site.house.theatre.book.pool, actor, { kind, party, roles: [role] }, site.house.now());
});
afterAll(() => site.close());

describe('front §2, §7 — every page for every role, by what the permission table says', () => {
  it.each(EVERYBODY)('$party $role sees what is theirs, and of everything else a page that says why not', async (who) => {
    const browser = await site.as(who.actor);
    const wrong: unknown[] = [];
    const look = async (path: string, may: boolean): Promise<void> => {
      await browser.go(path);
      const { status, text } = browser;
      const told = text.includes('role="alert"');
      if (may ? status !== 200 : !(status === 403 || status === 404) || !told) wrong.push([path, status, may]);
    };
    for (const [view, path] of BY_VIEW) await look(path, sees(view, who));
    for (const [act, path] of BY_ACT) await look(path, proposes(act, who));
    expect(wrong).toEqual([]);
  });
});
