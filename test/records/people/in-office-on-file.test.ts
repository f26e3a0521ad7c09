import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Front, type Reply } from '../../../desk/front.js';
import { dersIn } from '../../../documents/seals/pem.js';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import type { Json } from '../../../domain/model/json.js';
import { rootFile, TestAuthority } from '../../../embedded/authority/authority.js';
import type { Caller } from '../../../parties/caller.js';
import { PERMISSIONS } from '../../../parties/permissions.js';
import { testCaller } from '../../../parties/test-caller.js';
import { Book } from '../../../records/book.js';
import { enterTestPerson } from '../../../records/people.js';
import { claimPlatform } from '../../../records/platform.js';
import { adoptValue } from '../../../regulation/adopt.js';
import { shipped } from '../../../regulation/source.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { Asker, credited } from '../steps.js';

/** As in test/workflows/in-office.test.ts: the clock stands still at STAMP, and the desk looks one instant earlier. */
const STAMP = Date.now();

let database: TestDatabase;
let book: Book;
let front: Front;
let folder: string;
let certificates: string[];
let made = 0;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await claimPlatform(book.pool, 'rehearsal');
  await book.pool.query('alter table appointments disable trigger all');
  await new Asker(book, 'N1', '2024/N1/compliance-cycle').open([credited()]);
  folder = mkdtempSync(join(tmpdir(), 'luyue-on-file-'));
  const regulation = join(folder, 'regulation');
  cpSync(shipped(), regulation, { recursive: true });
  const adoption = { cycle: 2024, by: 'city/a', approvedBy: 'city/b', on: '2024-05-20', basis: '通告' };
  adoptValue({ ...adoption, parameter: 'surrender.due', value: '2024-11-30' }, regulation);
  const authority = await TestAuthority.open(folder);
  const issued = await authority.issue({ name: 'V-01' });
  certificates = dersIn(issued.certificates, 'CERTIFICATE').map((der) => Buffer.from(der).toString('base64'));
  await someone('city', 'officer');
  const still = `create or replace function business_now() returns bigint language sql as 'select ${String(STAMP)}::bigint'`;
  await book.pool.query(still);
  // a case is started, and nothing comes of it
  const away = new Proxy({}, { get: () => () => Promise.resolve() });
  const trust = new TrustFiles({ roots: rootFile(folder), lists: folder });
  const parts = { book, client: away as never, taskQueue: 'none', patienceMs: 500 };
  front = new Front({ ...parts, trust, regulation, now: () => STAMP - 1 });
});
afterAll(async () => {
  await book.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function someone(party: 'city', role: 'officer' | 'registrar' | 'approver', until?: number): Promise<Caller> {
  const actor = `${party}/x-${String((made += 1))}`;
  await enterTestPerson(book.pool, actor, { kind: party, party, roles: [role] }, STAMP - 60_000);
  const text = 'update appointments a set until_at = $2 from persons p where p.person = a.person and p.test_actor = $1';
  await book.pool.query(text, [actor, until ?? null]);
  const caller = await testCaller(book.pool, actor, STAMP - 1);
  if (isRefusal(caller)) throw new Error(caller.en);
  return { person: caller.person, appointments: caller.appointments, steppedUpAt: Date.now() };
}

const saidTo = (reply: Reply): string =>
  'refusal' in reply && isRefusal(reply.refusal) ? `${reply.refusal.refused}: ${reply.refusal.en}` : reply.state;

describe('front §3 — whoever proposes what is on file is in office at the stamp', () => {
  it.each([
    ['register-certificate', () => ({ party: 'V-01', certificates, basis: '登记表' })],
    ['adopt-revision', () => ({ revision: 2 })],
  ] as [string, () => Json][])('%s', async (what, brings) => {
    const rows = PERMISSIONS.filter((row) => row.is === 'act' && row.what === what);
    expect(rows.map(({ of }) => of)).toEqual(['city']);
    const role = rows[0]?.role as 'officer' | 'registrar';
    const wish = { do: what, with: brings(), ...(what === 'adopt-revision' ? { cycle: 2024 } : {}), wait: false };
    const over = await someone('city', role, STAMP);
    const ended = `not-allowed: the appointment of ${over.person} is at an end`;
    expect(saidTo(await front.submit(over, { ...wish, id: 'over' }))).toBe(ended);
    const lasting = await someone('city', role, STAMP + 1);
    expect(saidTo(await front.submit(lasting, { ...wish, id: 'lasting' }))).toBe('proposed');
  });
});
