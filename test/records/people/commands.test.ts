import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as people from '../../../client/people.js';
import { Book } from '../../../records/book.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase, type TestDatabase } from '../database.js';

let database: TestDatabase;
let book: Book;
let folder: string;
const before = { ...process.env };
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  folder = mkdtempSync(path.join(tmpdir(), 'luyue-people-'));
  process.env['DATABASE_URL'] = database.url;
  process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
});
afterAll(async () => {
  process.env['DATABASE_URL'] = before['DATABASE_URL'];
  process.env['TEMPORAL_ADDRESS'] = before['TEMPORAL_ADDRESS'];
  rmSync(folder, { recursive: true, force: true });
  await book.close();
  await database.drop();
});

type Streams = { out: (text: string) => void; err: (text: string) => void };
const asked = async (command: (streams: Streams) => Promise<number>) => {
  let text = '';
  const status = await command({ out: (more) => void (text += more), err: (more) => void (text += more) });
  return { status, text, json: () => JSON.parse(text) as Record<string, unknown> };
};
const json = true;
const BOTH = { as: 'city/a', approvedBy: 'city/b', json };
const ZHANG = { name: '张三', mail: 'zhang@city.example' };

describe('luyue people', () => {
  it('found names two registrars, who are two people, once', async () => {
    const registrar = ['顾一:gu@city.example', '何二:he@city.example'];
    await expect(people.peopleFound({ registrar: registrar.slice(1), json })).rejects.toThrow('twice');
    await expect(people.peopleFound({ registrar: ['顾一:gu@city.example', '顾一:gu@city.example'], json })).rejects.toThrow(
      'two people',
    );
    await expect(people.peopleFound({ registrar: ['顾一', '何二:he@city.example'], json })).rejects.toThrow('NAME:MAIL');
    const first = await asked((s) => people.peopleFound({ registrar, id: 'f', json }, s));
    expect([first.status, first.json()]).toMatchObject([
      0,
      { id: 'f', state: 'decided', do: 'found-registrars', person: 'p-0001, p-0002' },
    ]);
    const again = await asked((s) => people.peopleFound({ registrar, json }, s));
    expect([again.status, again.json()]).toMatchObject([1, { error: { code: 'already-done' } }]);
  });

  it('at a machine in service nobody is named: people sign in', async () => {
    const no = await asked((s) => people.peopleEnter({ ...BOTH, ...ZHANG }, s));
    expect([no.status, no.json()]).toMatchObject([1, { error: { code: 'not-signed-in' } }]);
  });

  it('enter, appoint, list, end', async () => {
    await claimPlatform(book.pool, 'embedded');
    const entered = await asked((s) => people.peopleEnter({ ...BOTH, ...ZHANG, id: 'e' }, s));
    const { person } = entered.json() as { person: string };
    expect([entered.status, person]).toEqual([0, expect.stringMatching(/^p-\d{4}$/)]);
    const office = { party: 'city', role: 'approver', basis: '任命书' };
    const appointed = await asked((s) => people.peopleAppoint(person, { ...BOTH, ...office }, s));
    const { appointment } = appointed.json() as { appointment: string };
    expect(appointed.status).toBe(0);
    const alone = await asked((s) => people.peopleAppoint(person, { as: 'city/a', json, ...office, role: 'officer' }, s));
    expect([alone.status, alone.json()]).toMatchObject([1, { error: { code: 'same-person' } }]);
    const listed = await asked((s) => people.peopleList({ of: 'city', json }, s));
    expect(listed.json()).toMatchObject({ next: null });
    expect((listed.json() as { appointments: unknown[] }).appointments).toContainEqual(
      expect.objectContaining({
        appointment: Number(appointment),
        person,
        name: '张三',
        role: 'approver',
        until: null,
        testActor: null,
      }),
    );
    const shown = await asked((s) => people.peopleList({ of: 'city', json: false }, s));
    expect(shown.text).toContain(`${appointment}  city  approver  ${person}  张三`);
    const ended = await asked((s) => people.peopleEnd(appointment, { ...BOTH, basis: '调离' }, s));
    expect(ended.status).toBe(0);
    const after = await asked((s) => people.peopleList({ of: 'city', json: false }, s));
    expect(after.text).not.toContain('张三');
    expect(() => people.peopleEnd('one', { ...BOTH, basis: 'x' })).toThrow('by its number');
  });

  it('suspend by an operator alone; lift by two registrars; erase', async () => {
    const operator = { as: 'operator/x', json, reason: '账号疑似被盗' };
    expect((await asked((s) => people.peopleAbout('suspend-person', 'p-0001', operator, s))).status).toBe(0);
    const no = await asked((s) => people.peopleAbout('lift-suspension', 'p-0001', operator, s));
    expect([no.status, no.json()]).toMatchObject([1, { error: { code: 'not-allowed' } }]);
    expect((await asked((s) => people.peopleAbout('lift-suspension', 'p-0001', { ...BOTH, reason: '查清' }, s))).status).toBe(0);
    const early = await asked((s) => people.peopleAbout('erase-person', 'p-0001', { ...BOTH, reason: '本人申请' }, s));
    expect(early.json()).toMatchObject({ error: { code: 'too-early' } });
    expect(() => people.peopleAbout('erase-person', 'city/p-0001', { ...BOTH, reason: 'x' })).toThrow('p-0007');
  });

  it('client register reads a public key from a file; what tells a private one is refused', async () => {
    const listed = await asked((s) => people.peopleList({ of: 'exchange', json }, s));
    expect(listed.json()).toMatchObject({ appointments: [] });
    const { person } = (await asked((s) => people.peopleEnter({ ...BOTH, ...ZHANG, id: 'x' }, s))).json() as { person: string };
    const office = { party: 'exchange', role: 'clerk', basis: '任命书' };
    const { appointment } = (await asked((s) => people.peopleAppoint(person, { ...BOTH, ...office }, s))).json() as {
      appointment: string;
    };
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const file = path.join(folder, 'key.json');
    const register = () =>
      asked((s) =>
        people.peopleClient(appointment, { ...BOTH, name: '交易系统', key: file, acts: 'settle-trade, record-cover' }, s),
      );
    writeFileSync(file, JSON.stringify(privateKey.export({ format: 'jwk' })));
    expect((await register()).json()).toMatchObject({ error: { code: 'bad-input', path: ['with', 'key', 'd'] } });
    const { d = '' } = privateKey.export({ format: 'jwk' });
    const kept = await book.pool.query<{ n: string }>('select count(*) as n from requests where body::text like $1', [`%${d}%`]);
    expect([d.length > 20, kept.rows[0]?.n]).toEqual([true, '0']);
    writeFileSync(file, JSON.stringify(publicKey.export({ format: 'jwk' })));
    expect((await register()).json()).toMatchObject({ state: 'decided', client: 'c-0001' });
    const ended = await asked((s) => people.peopleEndClient('c-0001', { as: 'operator/x', json, basis: '密钥疑似泄露' }, s));
    expect(ended.status).toBe(0);
    writeFileSync(file, 'no key');
    expect(() => people.peopleClient(appointment, { ...BOTH, name: 'x', key: file, acts: 'settle-trade' })).toThrow('as a JWK');
  });

  it('missing says that nobody is missing where there is no unit', async () => {
    const said = await asked((s) => people.peopleMissing({ soon: false, json }, s));
    expect([said.status, said.json()]).toEqual([0, { units: [], next: null }]);
    const shown = await asked((s) => people.peopleMissing({ soon: true, json: false }, s));
    expect(shown.text).toContain('nobody signs for: 0');
  });
});
