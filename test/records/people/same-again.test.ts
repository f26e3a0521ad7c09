import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Front } from '../../../desk/front.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import type { Caller, PartyKind, Role } from '../../../parties/caller.js';
import { testCaller } from '../../../parties/test-caller.js';
import { Book } from '../../../records/book.js';
import { enterTestPerson } from '../../../records/people.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { Asker, credited } from '../steps.js';

let database: TestDatabase;
let book: Book;
let front: Front;
let made = 0;
let asked = 0;
const next = (): string => `s-${String((asked += 1))}`;

/** No Temporal server: what is asked is stored, and decided later. */
const AWAY = new Proxy({}, { get: () => () => Promise.reject(new Error('the server is away')) });

beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await claimPlatform(book.pool, 'rehearsal');
  for (const unit of ['N1', 'N2']) await new Asker(book, unit, `2024/${unit}/compliance-cycle`).open([credited()]);
  front = new Front({ book, client: AWAY as never, taskQueue: 'none', patienceMs: 500 });
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

async function someone(kind: PartyKind, party: string, role: Role): Promise<Caller> {
  const actor = `${party}/x-${String((made += 1))}`;
  await enterTestPerson(book.pool, actor, { kind, party, roles: [role] }, Date.now() - 60_000);
  const caller = await testCaller(book.pool, actor, Date.now());
  if (isRefusal(caller)) throw new Error(caller.en);
  return { person: caller.person, appointments: caller.appointments, steppedUpAt: Date.now() };
}

/** The same person once the office has ended: with none left, or with another. */
const later = (caller: Caller): Caller[] => [
  { ...caller, appointments: [] },
  { ...caller, appointments: caller.appointments.map((one) => ({ ...one, kind: 'unit', party: 'N2', role: 'filer' })) },
];
const codeOf = (answer: object): string | undefined =>
  isRefusal(answer) ? answer.refused : 'refusal' in answer && isRefusal(answer.refusal) ? answer.refusal.refused : undefined;

const REPORT = { do: 'submit-first-report', for: 'N1', cycle: 2024, with: { emissions: '1', sealed: true }, wait: false };

describe('front §1 — the same again is the same answer, also once the office of whoever asks has ended', () => {
  it('a filing', async () => {
    const signer = await someone('unit', 'N1', 'signer');
    const wish = { ...REPORT, id: next() };
    const first = await front.submit(signer, wish);
    expect(first.state).toBe('stored');
    for (const then of later(signer)) expect(await front.submit(then, wish)).toEqual(first);
  });

  it('a refusal', async () => {
    const stranger = await someone('unit', 'N2', 'signer');
    const wish = { ...REPORT, id: next(), as: 'N2' };
    const first = await front.submit(stranger, wish);
    expect(first.state).toBe('refused');
    for (const then of later(stranger)) expect(await front.submit(then, wish)).toEqual(first);
  });

  it('a proposal', async () => {
    const officer = await someone('city', 'city', 'officer');
    const wish = { do: 'pre-allocate', for: 'N1', cycle: 2024, with: { amount: '1', basis: '方案' }, id: next() };
    const first = await front.submit(officer, wish);
    expect(first.state).toBe('proposed');
    for (const then of later(officer)) expect(await front.submit(then, wish)).toEqual(first);
    if (first.state !== 'proposed') return;
    const request = next();
    const withdrawn = await front.approvals.end(officer, 'withdraw', first.approval, { request });
    for (const then of later(officer))
      expect(await front.approvals.end(then, 'withdraw', first.approval, { request })).toMatchObject({ state: 'withdrawn' });
    expect(withdrawn).toMatchObject({ state: 'withdrawn' });
  });

  it('another content under that id is another request, and what was never asked is refused', async () => {
    const signer = await someone('unit', 'N1', 'signer');
    const wish = { ...REPORT, id: next() };
    await front.submit(signer, wish);
    for (const then of later(signer))
      expect(codeOf(await front.submit(then, { ...wish, with: { emissions: '2', sealed: true } }))).toBe('id-used');
    const [nobody] = later(signer);
    expect(codeOf(await front.submit(nobody!, { ...wish, id: next() }))).toBe('not-allowed');
  });
});
