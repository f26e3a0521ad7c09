import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samePerson } from '../../../parties/caller.js';
import { entitled } from '../../../parties/entitled.js';
import { callerOfClient } from '../../../parties/read.js';
import { Book } from '../../../records/book.js';
import { parseScenario } from '../../../simulator/scenario.js';
import { PlayOnBook } from '../../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { codeOf, Town } from './town.js';

const KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

const SCENARIO = parseScenario(
  `
name: a unit whose own system files
cycle: 2024
from: 2024-05-10
until: 2024-05-11
units:
  - { id: BJ-0002, name: 示例建材有限公司, kind: key, district: chaoyang }
acts: []
`,
  'clients',
);

let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
  await new PlayOnBook(book).play(SCENARIO);
  await town.found();
  await town.appoint(await town.enter('signer2'), 'BJ-0002', 'signer');
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

describe('front §4 — machine clients, bound to one appointment', () => {
  it('a key is registered by two registrars for acts that the appointment may do, never to approve or appoint', async () => {
    const caller = await town.caller('signer2');
    const appointment = caller?.appointments[0]?.id ?? 0;
    const brings = { appointment, acts: ['submit-monthly-evidence', 'surrender'], key: KEY, name: '能耗系统' };
    expect(codeOf(await town.do('register-client', brings))).toBe('same-person');
    expect(codeOf(await town.both('register-client', { ...brings, acts: ['pre-allocate'] }))).toBe('bad-input');
    expect(codeOf(await town.both('register-client', { ...brings, acts: ['appoint'] }))).toBe('bad-input');
    expect(codeOf(await town.both('register-client', { ...brings, key: { ...KEY, d: 'AAAA' } }))).toBe('bad-input');
    expect(codeOf(await town.both('register-client', { ...brings, appointment: 900 }))).toBe('bad-input');
    expect(codeOf(await town.both('register-client', { ...brings, appointment: 1, acts: ['leave'] }))).toBe('not-allowed');
    expect(codeOf(await town.both('register-client', brings))).toBe('decided');
    expect(await town.said()).toMatchObject({ client: 'c-0001' });
    const found = await callerOfClient(book.pool, 'c-0001', Date.now());
    expect(found).toMatchObject({
      key: KEY,
      name: '能耗系统',
      caller: { client: 'c-0001', appointments: [{ id: appointment }] },
    });
    const program = found!.caller;
    expect(samePerson(program, caller!)).toBe(true);
    const unit = { id: 'BJ-0002', district: 'chaoyang' };
    const wanted = (what: string) => entitled(program, { what, unit, at: Date.now() });
    // signed in by its key, it needs no second factor for the acts named, and may do no other
    expect([codeOf(wanted('surrender')), codeOf(wanted('cancel')), codeOf(wanted('appoint'))]).toEqual([
      'no outcome',
      'not-allowed',
      'not-allowed',
    ]);
  });

  it('it is nobody once it is ended, its appointment is, or its person is suspended', async () => {
    const { person } = (await town.caller('signer2')) ?? { person: '' };
    const isThere = async () => (await callerOfClient(book.pool, 'c-0001', Date.now())) !== undefined;
    await town.both('suspend-person', { person, reason: '调查' });
    expect(await isThere()).toBe(false);
    await town.both('lift-suspension', { person, reason: '查清' });
    expect(await isThere()).toBe(true);
    expect(codeOf(await town.do('end-client', { client: 'c-0001', basis: '密钥疑似泄露' }, `BJ-0002/${person}`))).toBe('decided');
    expect(await isThere()).toBe(false);
    expect(codeOf(await town.both('end-client', { client: 'c-0001', basis: 'x' }))).toBe('already-done');
    expect(codeOf(await town.both('end-client', { client: 'c-0009', basis: 'x' }))).toBe('bad-input');
  });
});
