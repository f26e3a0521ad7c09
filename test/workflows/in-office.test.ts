import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../acts/vocabulary.js';
import { Front, type Reply, type Wish } from '../../desk/front.js';
import { PEOPLE_ACTS } from '../../desk/people-acts.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Json } from '../../domain/model/json.js';
import type { Caller, PartyKind, Role } from '../../parties/caller.js';
import { PERMISSIONS } from '../../parties/permissions.js';
import { testCaller } from '../../parties/test-caller.js';
import { openAuction, postAuction, readAuction } from '../../records/auctions.js';
import { decidePeopleActs } from '../../records/people-acts.js';
import { enterTestPerson } from '../../records/people.js';
import { claimPlatform } from '../../records/platform.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { ANNOUNCEMENT, BIDDING, CLOSES, OPENING } from '../auction/room.js';
import { openTown, type Town } from './by-hand/town.js';
import { forgedFor } from './by-hand/vocabulary.js';

/**
 * Every act, by everybody who may do it. The platform's clock stands still at STAMP, and the desk looks one instant earlier: one person's
 * appointment ends between look and stamp, another one's lasts just beyond it.
 */
const STAMP = Date.now();
const PARTY: Readonly<Partial<Record<PartyKind, string>>> = { verifier: 'V-01', district: 'chaoyang' };
const UNITS_OWN: readonly PartyKind[] = ['unit'];

let town: Town;
let front: Front;
let made = 0;
let asked = 0;
const next = (): string => `o-${String((asked += 1))}`;
const sql = (text: string, values: unknown[] = []) => town.theatre.book.pool.query(text, values);

/** Somebody who is only that, until an instant. */
async function someone(kind: PartyKind, party: string, role: Role, until?: number): Promise<Caller> {
  const { pool } = town.theatre.book;
  const actor = `${party}/x-${String((made += 1))}`;
  await enterTestPerson(pool, actor, { kind, party, roles: [role] }, STAMP - 60_000);
  await sql(`update appointments a set until_at = $2 from persons p where p.person = a.person and p.test_actor = $1`, [
    actor,
    until ?? null,
  ]);
  const caller = await testCaller(pool, actor, STAMP - 1);
  if (isRefusal(caller)) throw new Error(caller.en);
  // as people are named who are no test people
  return { person: caller.person, appointments: caller.appointments, steppedUpAt: Date.now() };
}

/** Everything that must have happened before the act, on a unit of its own, and the act as it is wished. */
async function prepared(what: string): Promise<{ readonly unit: string; readonly wish: Omit<Wish, 'id'> }> {
  const [forgery] = [forgedFor('')[what]];
  const { id } = await town.freshUnit(forgery?.kind === 'general-report' ? 'general' : 'key');
  const forged = forgedFor(id)[what];
  for (const [n, one] of (forged?.before ?? []).entries()) {
    const by = one.by === 'unit' ? id : one.by;
    const answer = await town.submit({ ...one, by, for: id }, `before-${what}-${String(n)}`);
    if (isRefusal(answer)) throw new Error(`${one.do} before ${what} was refused: ${answer.en}`);
  }
  const definition = Object.values(VOCABULARY).find(({ name }) => name === what);
  const names = ['city', 'register', 'alarms'].includes(definition?.concerns ?? '');
  const wish = { do: what, with: forged?.with ?? BRINGS(id)[what] ?? {}, wait: false as const };
  if (!forged) return { unit: id, wish };
  return { unit: id, wish: { ...wish, ...(names ? {} : { for: id }), ...(what === 'release-alarm' ? {} : { cycle: 2024 }) } };
}

const COMMITMENT = 'a'.repeat(64);
const LINES = [{ price: '100.00', quantity: '1' }];
/** What the acts bring that are not of a unit's case. */
const BRINGS = (unit: string): Readonly<Record<string, Json>> => ({
  'announce-auction': {
    auction: '2024-9',
    lot: '1000',
    floor: '100.00',
    minimumCover: '1000.00',
    basis: '公告',
    opensAt: '2024-09-11T00:00:00+08:00',
    closesAt: '2024-09-12T00:00:00+08:00',
    openingEndsAt: '2024-09-12T17:00:00+08:00',
  },
  'record-cover': { auction: '2024-1', bidder: unit, amount: '1000.00' },
  'file-bid': { auction: '2024-1', commitment: COMMITMENT },
  'withdraw-bid': { auction: '2024-1' },
  'open-bid': { auction: '2024-2', nonce: COMMITMENT, lines: LINES },
  'enter-person': { name: '王五', mail: 'wang@unit.example' },
  'correct-person': { person: 'p-0001', name: '王六', reason: '更名' },
  'erase-person': { person: 'p-0001', reason: '离职' },
  appoint: { person: 'p-0001', party: unit, role: 'filer', basis: '授权书' },
  'end-appointment': { appointment: 1, basis: '调离' },
  'suspend-person': { person: 'p-0001', reason: '调查' },
  'lift-suspension': { person: 'p-0001', reason: '查清' },
  'register-client': {
    appointment: 1,
    acts: ['pre-allocate'],
    name: '系统',
    key: { kty: 'EC', crv: 'P-256', x: COMMITMENT, y: COMMITMENT },
  },
  'end-client': { client: 'c-0001', basis: '停用' },
  'revoke-certificate': { certificate: 's-0001', basis: '遗失' },
});

/** An auction that takes bids, and one whose bids are opened. */
async function openAuctions(): Promise<void> {
  const { pool } = town.theatre.book;
  const wall0 = STAMP - 60_000;
  for (const [auction, business0] of [
    ['2024-1', BIDDING],
    ['2024-2', OPENING],
  ] as const) {
    const caseId = `2024/${auction}/auction`;
    const announcement = { ...ANNOUNCEMENT, auction, caseId };
    await openAuction(pool, { announcement, clock: { wall0, business0: ANNOUNCEMENT.at, skips: true } });
    for (;;) {
      const record = await readAuction(pool, caseId);
      const due = record && auctionDue(record.auction);
      if (!record || !due || due.at > Math.min(business0, CLOSES)) break;
      const { seq, head } = record.auction;
      const answer = await postAuction(pool, { caseId, seq, head, step: onAuctionInstant(record.auction, due) });
      if (!('events' in answer)) throw new Error(JSON.stringify(answer));
    }
  }
}

const ACTS = [...Object.values(VOCABULARY).map(({ name }) => name as string), ...Object.keys(PEOPLE_ACTS)];
/** What these name is read before anything is stored, a certificate, a revision on file: see test/records/people/in-office-on-file.test.ts. */
const READS_FIRST = ['register-certificate', 'adopt-revision'];

beforeAll(async () => {
  town = await openTown(120);
  const { book, client, taskQueue, prefix } = town.theatre;
  await claimPlatform(book.pool, 'rehearsal');
  await sql(`alter table appointments disable trigger all`);
  await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'tried', found: 'for the test', units: null }], STAMP - 1_000);
  await openAuctions();
  await someone('city', 'city', 'officer');
  await sql(`create or replace function business_now() returns bigint language sql as 'select ${String(STAMP)}::bigint'`);
  front = new Front({
    book,
    client,
    taskQueue,
    prefix,
    patienceMs: 2_000,
    now: () => STAMP - 1,
    stampFor: () => Promise.resolve(town.now()),
  });
});
afterAll(() => town.close());

const saidTo = (reply: Reply | Refusal | object): string => {
  const no = isRefusal(reply) ? reply : 'refusal' in reply && isRefusal(reply.refusal) ? reply.refusal : undefined;
  return no ? `${no.refused}: ${no.en}` : 'state' in reply ? reply.state : 'no answer';
};
const ended = ({ person }: Caller): string => `not-allowed: the appointment of ${person} is at an end`;

describe('front §3 — whoever acts is in office at the stamp', () => {
  it.each(ACTS.filter((what) => !READS_FIRST.includes(what)))('%s', async (what) => {
    const rows = PERMISSIONS.filter((row) => row.is === 'act' && row.what === what);
    expect(rows.length).toBeGreaterThan(0);
    const { unit, wish } = await prepared(what);
    for (const { of, role } of rows) {
      const party = UNITS_OWN.includes(of) ? unit : (PARTY[of] ?? of);
      const over = await someone(of, party, role, STAMP);
      expect([of, role, saidTo(await front.submit(over, { ...wish, id: next() }))]).toEqual([of, role, ended(over)]);
      const lasting = await someone(of, party, role, STAMP + 1);
      const said = saidTo(await front.submit(lasting, { ...wish, id: next() }));
      expect([of, role, said]).toEqual([of, role, expect.stringMatching(/^(stored|decided|proposed)$|^already-proposed:/)]);
      // what waits would be stamped first; of two roles that propose the same the second finds it proposed
      await decidePeopleActs(town.theatre.book.pool, Infinity);
      await sql(`update acts set state = 'refused', refusal = '{}' where case_id like '%/auction' and state = 'stored'`);
    }
  });

  const proposal = async (by: Caller) => {
    const { wish } = await prepared('pre-allocate');
    const reply = await front.submit(by, { ...wish, id: next() });
    if (reply.state !== 'proposed') throw new Error(saidTo(reply));
    const shown = await front.approvals.read(reply.approval);
    if (isRefusal(shown) || shown.previewDigest === undefined) throw new Error(saidTo(shown));
    return { approval: reply.approval, previewDigest: shown.previewDigest };
  };
  const approve = async (by: Caller, of: Awaited<ReturnType<typeof proposal>>): Promise<string> =>
    saidTo(await front.approve(by, of.approval, { request: next(), previewDigest: of.previewDigest }));

  it('approve and return, by the approver; withdraw, by whoever proposed it', async () => {
    const proposer = await someone('city', 'city', 'officer');
    const over = await someone('city', 'city', 'approver', STAMP);
    const lasting = await someone('city', 'city', 'approver', STAMP + 1);
    const [one, other, third] = [await proposal(proposer), await proposal(proposer), await proposal(proposer)];
    const back = (by: Caller) => front.approvals.end(by, 'return', other.approval, { request: next(), reason: '依据不足' });
    const withdraw = () => front.approvals.end(proposer, 'withdraw', third.approval, { request: next() });
    expect(await approve(over, one)).toBe(ended(over));
    expect(await approve(lasting, one)).toBe('approved');
    expect(saidTo(await back(over))).toBe(ended(over));
    expect(saidTo(await back(lasting))).toBe('returned');
    const until = (at: number) => sql('update appointments set until_at = $2 where person = $1', [proposer.person, at]);
    await until(STAMP);
    expect(saidTo(await withdraw())).toBe(ended(proposer));
    await until(STAMP + 1);
    expect(saidTo(await withdraw())).toBe('withdrawn');
  });

  it('what can never be decided about people holds up those whom it concerns, in plain words, and nobody else', async () => {
    const { book } = town.theatre;
    const store = (what: string, brings: Json) =>
      book.store({
        asker: 'city/p-0001',
        id: next(),
        asked: '',
        do: what,
        by: 'city/p-0001',
        with: brings,
        cases: [{ case: 'people', role: 'decides' }],
      });
    const [proposer, concerned, other] = [
      await someone('city', 'city', 'officer'),
      await someone('city', 'city', 'approver'),
      await someone('city', 'city', 'approver'),
    ];
    const [one, last] = [await proposal(proposer), await proposal(proposer)];
    // it names no kind of party, which the door would have asked: deciding it throws
    await store('appoint', { person: 'p-0001' });
    await expect(decidePeopleActs(book.pool, Infinity)).rejects.toThrow();
    await store('suspend-person', { person: concerned.person, reason: '调查' });
    expect(await approve(concerned, one)).toMatch(
      new RegExp(`^moved: what is stored about the appointment of ${concerned.person} is not decided yet`),
    );
    expect(await approve(other, one)).toBe('approved');
    // the same asked again, once there is nothing to decide any more
    await sql(`update acts set state = 'refused', refusal = '{}' where case_id = 'people' and state = 'stored'`);
    expect(await approve(concerned, last)).toBe('approved');
  });
});
