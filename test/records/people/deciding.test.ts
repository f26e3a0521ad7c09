import type { WorkflowClient } from '@temporalio/client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../desk/answer.js';
import { sweep } from '../../../desk/sweep.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import type { NamedAct } from '../../../domain/model/step.js';
import { checkBook } from '../../../ledger/checker/checker.js';
import { Book } from '../../../records/book.js';
import { decidePeopleAct } from '../../../records/people-acts.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { codeOf, ISSUER, REGISTRARS, Town } from './town.js';
import { seen } from '../../seen.js';

let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const rowsOf = async (sql: string): Promise<unknown[]> => (await book.pool.query<Record<string, unknown>>(sql)).rows;

describe('front §2 — who appoints whom, as recorded acts', () => {
  it('before anybody is there, nobody can do anything; the refusal is recorded with who and why', async () => {
    const no = await town.both('appoint', { person: 'p-0001', party: 'city', role: 'registrar', basis: '自行任命' });
    expect(codeOf(no)).toBe('unknown-person');
    expect(await book.actsAskedAs('t-1')).toMatchObject([
      { by: 'city/p-0001', caseId: 'people', state: 'refused', refusal: { refused: 'unknown-person' } },
    ]);
  });

  it('the first two registrars are found at the machine, once; the same again is the same', async () => {
    const first = await town.found();
    expect(codeOf(first)).toBe('decided');
    expect(await town.found()).toEqual(first);
    expect(codeOf(await town.desk.found([{ name: 'x' }, { name: 'y' }], 'found-2'))).toBe('already-done');
    expect(await rowsOf('select id, person, party, role from appointments order by id')).toEqual([
      { id: 1, person: 'p-0001', party: 'city', role: 'registrar' },
      { id: 2, person: 'p-0002', party: 'city', role: 'registrar' },
    ]);
    expect(await rowsOf('select id from person_drafts')).toEqual([]);
    expect(await town.caller('gu')).toMatchObject({ person: 'p-0001', appointments: [{ party: 'city', role: 'registrar' }] });
  });

  it('nobody who signs in finds registrars: it is no act of the door', async () => {
    const no = await town.desk.submit({ do: 'found-registrars', by: 'platform', with: { drafts: [] } }, 'by-hand');
    expect(codeOf(no)).toBe('not-allowed');
  });

  it('two registrars enter and appoint; one alone, the same one twice, or somebody else does not', async () => {
    const brings = { name: '李四', mail: 'li@unit.example' };
    expect(codeOf(await town.do('enter-person', brings))).toBe('same-person');
    expect(codeOf(await town.do('enter-person', brings, REGISTRARS[0], REGISTRARS[0]))).toBe('same-person');
    expect(codeOf(await town.do('enter-person', brings, 'city/p-0009', REGISTRARS[1]))).toBe('not-allowed');
    const person = await town.enter('officer');
    expect(person).toBe('p-0003');
    const appointment = await town.appoint(person, 'city', 'officer');
    expect(await town.caller('officer')).toMatchObject({ person, appointments: [{ id: appointment, role: 'officer' }] });
    expect(codeOf(await town.both('appoint', { person, party: 'city', role: 'officer', basis: '再次' }))).toBe('already-done');
    expect(
      codeOf(await town.do('appoint', { person, party: 'city', role: 'registrar', basis: 'x' }, 'city/p-0003', REGISTRARS[0])),
    ).toBe('not-allowed');
  });

  it('what names nobody is refused at the door: unit, district, role, person', async () => {
    const at = { person: 'p-0003', basis: 'x' };
    expect(codeOf(await town.both('appoint', { ...at, party: 'BJ-9999', role: 'signer' }))).toBe('unknown-unit');
    expect(codeOf(await town.both('appoint', { ...at, party: 'nowhere', role: 'officer' }))).toBe('unknown-district');
    expect(codeOf(await town.both('appoint', { ...at, party: 'V.1', role: 'verifier' }))).toBe('unknown-verifier');
    expect(codeOf(await town.both('appoint', { ...at, party: 'city', role: 'clerk' }))).toBe('bad-input');
    expect(codeOf(await town.both('appoint', { ...at, person: 'p-0900', party: 'city', role: 'approver' }))).toBe(
      'unknown-person',
    );
    expect(codeOf(await town.both('appoint', { ...at, party: 'chaoyang', role: 'officer', from: '2020-01-01' }))).toBe(
      'bad-input',
    );
  });

  it('an appointment begins and ends by the day, and ends with the stamp where it is ended', async () => {
    const person = await town.enter('later');
    const id = await town.appoint(person, 'chaoyang', 'officer', { from: '2099-03-01', until: '2099-03-31' });
    const inForce = async (iso: string) => (await town.caller('later', Date.parse(iso)))?.appointments.length;
    expect([await inForce('2099-02-28T23:59:59+08:00'), await inForce('2099-03-01T00:00:00+08:00')]).toEqual([0, 1]);
    expect([await inForce('2099-03-31T23:59:59+08:00'), await inForce('2099-04-01T00:00:00+08:00')]).toEqual([1, 0]);
    expect(codeOf(await town.both('end-appointment', { appointment: id, basis: '调离' }))).toBe('decided');
    expect(await inForce('2099-03-10T00:00:00+08:00')).toBe(0);
    expect(codeOf(await town.both('end-appointment', { appointment: id, basis: '调离' }))).toBe('already-done');
    expect(codeOf(await town.both('end-appointment', { appointment: 999, basis: '调离' }))).toBe('bad-input');
  });

  it('two registrars have to be left', async () => {
    expect(codeOf(await town.both('end-appointment', { appointment: 2, basis: '退休' }))).toBe('too-early');
    await town.appoint(await town.enter('third'), 'city', 'registrar');
    expect(codeOf(await town.both('end-appointment', { appointment: 2, basis: '退休' }))).toBe('decided');
    expect(await town.caller('he')).toMatchObject({ appointments: [] });
    expect(codeOf(await town.both('suspend-person', { person: 'p-0003', reason: 'x' }))).toBe('not-allowed');
    const back = { person: 'p-0002', party: 'city', role: 'registrar', basis: '复职' };
    expect(codeOf(await town.do('appoint', back, REGISTRARS[0], 'city/p-0005'))).toBe('decided');
  });

  it('an operator suspends alone, with a reason; whoever is suspended is nobody; two registrars lift it', async () => {
    const operator = await town.enter('operator');
    await town.appoint(operator, 'operator', 'operator');
    const by = `operator/${operator}`;
    expect(codeOf(await town.do('suspend-person', { person: 'p-0003' }, by))).toBe('bad-input');
    expect(codeOf(await town.do('suspend-person', { person: 'p-0003', reason: '账号疑似被盗' }, by))).toBe('decided');
    expect(await town.caller('officer')).toBeUndefined();
    expect(codeOf(await town.do('suspend-person', { person: 'p-0003', reason: '再次' }, by))).toBe('already-done');
    expect(codeOf(await town.do('lift-suspension', { person: 'p-0003', reason: '查清' }, by))).toBe('not-allowed');
    expect(codeOf(await town.both('lift-suspension', { person: 'p-0003', reason: '查清' }))).toBe('decided');
    expect(await town.caller('officer')).toMatchObject({ person: 'p-0003' });
    expect(codeOf(await town.do('suspend-person', { person: 'p-0002', reason: '调查' }, by))).toBe('decided');
    expect(codeOf(await town.both('suspend-person', { person: 'p-0003', reason: 'x' }))).toBe('not-allowed');
    expect(codeOf(await town.do('lift-suspension', { person: 'p-0002', reason: '查清' }, REGISTRARS[0], 'city/p-0005'))).toBe(
      'decided',
    );
  });

  it('one sign-in is one person', async () => {
    const again = { name: '又一人', mail: 'x@unit.example', identity: { issuer: ISSUER, subject: 'officer' } };
    expect(codeOf(await town.both('enter-person', again))).toBe('already-done');
    expect(await rowsOf('select id from person_drafts')).toEqual([]);
  });

  it('the same id is the same request, also years later; with other content it is another', async () => {
    const raw = {
      do: 'enter-person',
      by: REGISTRARS[0],
      approvedBy: REGISTRARS[1],
      with: { name: '王五', mail: 'w@unit.example' },
    };
    const first = await town.desk.submit(raw, 'once');
    expect(await town.desk.submit(raw, 'once')).toEqual(first);
    expect(codeOf(await town.desk.submit({ ...raw, with: { name: '王六', mail: 'w@unit.example' } }, 'once'))).toBe('id-used');
    const persons = await rowsOf(`select person from persons where name = '王五'`);
    expect(persons).toHaveLength(1);
  });
});

describe('front §1 — what the desk did not store did not happen', () => {
  it('an act that nobody stored, or of another content, writes nothing', async () => {
    const forged: NamedAct = {
      id: '999999',
      do: 'suspend-person',
      by: REGISTRARS[0],
      approvedBy: REGISTRARS[1],
      at: Date.now(),
      with: { person: 'p-0003', reason: 'x' },
    };
    await expect(decidePeopleAct(book.pool, forged)).rejects.toThrow('no such request');
    const received = await town.desk.receive({ raw: forged, id: 'stored' });
    if (isRefusal(received)) throw new Error(received.en);
    await expect(decidePeopleAct(book.pool, { ...received.act, with: { person: 'p-0004', reason: 'x' } })).rejects.toThrow(
      'another content',
    );
    // killed between storing and deciding: the next act decides it first, under its own stamp
    expect(codeOf(await town.both('suspend-person', { person: 'p-0003', reason: 'y' }))).toBe('already-done');
    expect(codeOf(await town.both('lift-suspension', { person: 'p-0003', reason: 'y' }))).toBe('decided');
  });

  it('nobody comes with it: the sweep decides it', async () => {
    const raw = { do: 'suspend-person', by: REGISTRARS[0], approvedBy: REGISTRARS[1], with: { person: 'p-0003', reason: 'z' } };
    const received = await town.desk.receive({ raw, id: 'forgotten' });
    if (isRefusal(received)) throw new Error(received.en);
    const stop = new AbortController();
    const nowhere = {} as unknown as WorkflowClient;
    const sweeping = sweep({ book, client: nowhere, taskQueue: '', prefix: '', everyMs: 20, log: () => undefined }, stop.signal);
    await seen('the officer is suspended', async () => (await town.caller('officer')) === undefined);
    stop.abort();
    await sweeping;
    expect(await outcomeOf(book, await book.actsAskedAs('forgotten'))).toMatchObject({ state: 'decided', at: received.act.at });
    expect(codeOf(await town.both('lift-suspension', { person: 'p-0003', reason: 'z' }))).toBe('decided');
  });

  it('many at once: one appoints, the others are told that it is done', async () => {
    const person = await town.enter('busy');
    const asked = Array.from({ length: 6 }, () => town.both('appoint', { person, party: 'exchange', role: 'clerk', basis: 'x' }));
    const codes = (await Promise.all(asked)).map(codeOf);
    expect(codes.sort()).toEqual(['already-done', 'already-done', 'already-done', 'already-done', 'already-done', 'decided']);
  });

  it('a row cannot be made or moved but by its event', async () => {
    const values = `values (900, 'p-0003', 'city', 'city', 'approver', 0, 3)`;
    await expect(
      book.pool.query(`insert into appointments (id, person, kind, party, role, from_at, event) ${values}`),
    ).rejects.toThrow('as no event says');
    await expect(book.pool.query('update appointments set until_at = 1, ended_event = 3 where id = 1')).rejects.toThrow(
      'as no event says',
    );
    await expect(book.pool.query(`update appointments set role = 'approver' where id = 1`)).rejects.toThrow('only ever added');
  });
});

describe('个人信息保护法 — what is known of a person stands in no chain, and can be corrected and erased', () => {
  it('neither events nor requests hold a name, a mail, a telephone number or a sign-in, also refused ones', async () => {
    const brings = {
      name: '绝无仅有',
      mail: 'secret@unit.example',
      telephone: '+86 10 5555 0101',
      identity: { issuer: ISSUER, subject: 'sub-secret' },
    };
    await town.both('enter-person', brings);
    await town.do('enter-person', { ...brings, nAme: '绝无仅有' });
    await town.do('enter-person', brings);
    const text = JSON.stringify([
      ...(await rowsOf('select * from events')),
      ...(await rowsOf('select * from requests')),
      ...(await rowsOf('select * from attempts')),
    ]);
    for (const secret of ['绝无仅有', 'secret', '5555 0101', '55550101']) expect(text).not.toContain(secret);
    expect(await rowsOf(`select mail from persons where name = '绝无仅有'`)).toEqual([{ mail: 'secret@unit.example' }]);
  });

  it('it is corrected by two registrars, told in the chain by the field alone; erased when nothing is left to do', async () => {
    const [{ person }] = (await rowsOf(`select person from persons where name = '绝无仅有'`)) as [{ person: string }];
    expect(codeOf(await town.both('correct-person', { person, reason: 'x' }))).toBe('bad-input');
    expect(codeOf(await town.both('correct-person', { person, mail: 'new@unit.example', reason: '本人申请' }))).toBe('decided');
    expect(await rowsOf(`select name, mail from persons where person = '${person}'`)).toEqual([
      { name: '绝无仅有', mail: 'new@unit.example' },
    ]);
    expect(await town.said()).toMatchObject({ person, fields: ['mail'] });
    const id = await town.appoint(person, 'auditor', 'auditor');
    expect(codeOf(await town.both('erase-person', { person, reason: '本人申请' }))).toBe('too-early');
    await town.both('end-appointment', { appointment: id, basis: 'x' });
    expect(codeOf(await town.both('erase-person', { person, reason: '本人申请' }))).toBe('decided');
    expect(await rowsOf(`select name, mail, telephone from persons where person = '${person}'`)).toEqual([
      { name: null, mail: null, telephone: null },
    ]);
    expect(await town.caller('sub-secret')).toBeUndefined();
    expect(codeOf(await town.both('appoint', { person, party: 'city', role: 'officer', basis: 'x' }))).toBe('unknown-person');
    expect((await rowsOf(`select * from identities where person = '${person}'`)).length).toBe(0);
  });

  it('the book stays whole', async () => {
    expect(await checkBook(book.pool)).toEqual([]);
    expect(await rowsOf('select id from person_drafts')).toEqual([]);
    const intruder = new pg.Client({ connectionString: database.url });
    await intruder.connect();
    await intruder.query(`set session_replication_role = replica; update appointments set role = 'approver' where id = 3`);
    await intruder.end();
    expect(await checkBook(book.pool)).toMatchObject([{ check: 'appointment-misstated', subject: 'people' }]);
  });
});
