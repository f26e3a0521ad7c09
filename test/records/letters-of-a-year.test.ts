import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../activities/adapters/mail.js';
import { Lanes, RHYTHM } from '../../activities/lanes.js';
import { sendLetter } from '../../activities/send-letter.js';
import { lettersEffect } from '../../client/letters-effect.js';
import { lettersPreview, lettersShow } from '../../client/letters-preview.js';
import { contactsOf } from '../../client/drill/contacts.js';
import { dayOf, startOf } from '../../domain/model/instant.js';
import { tellUnsigned } from '../../parties/tell-unsigned.js';
import { Book } from '../../records/book.js';
import { enterContacts } from '../../records/contacts.js';
import { ROOT } from '../../scripts/sources.js';
import { readScenario } from '../../simulator/scenario.js';
import { unreached } from '../../views/unreached.js';
import { startReceiver } from '../activities/receiver.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { AT_ONCE } from './put-letters.js';
import { seen } from '../seen.js';

const SCENARIO = readScenario(join(ROOT, 'test/scenarios/a-sleeping-district.yaml'));
const HOUSE = { url: 'https://luyue.example', name: '平台' };

let database: TestDatabase;
let book: Book;
const before = { ...process.env };
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await enterContacts(book.pool, contactsOf(SCENARIO));
  await new PlayOnBook(book).play(SCENARIO);
  Object.assign(process.env, { DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1' });
});
afterAll(async () => {
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS']) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
  await book.close();
  await database.drop();
});

const asked = async (
  command: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>,
): Promise<string> => {
  let said = '';
  expect(await command({ out: (more) => void (said += more), err: (more) => void (said += more) })).toBe(0);
  return said;
};

describe('issue 15 — the letters of a year: previewed, gathered, sent while the mail server fails, and measured', () => {
  it('a preview names each letter and whom it goes to, and leaves nothing behind', async () => {
    const { letters } = JSON.parse(await asked((streams) => lettersPreview({ json: true }, streams))) as {
      letters: { party: string; to: string[]; notices: number; text: string }[];
    };
    expect(letters.length).toBeGreaterThan(20);
    const notices = await book.outboxOf();
    expect(letters.reduce((sum, one) => sum + one.notices, 0)).toBe(notices.length);
    expect(letters.filter(({ to }) => to.length !== 1)).toEqual([]);
    expect(new Set(letters.flatMap(({ to }) => to))).toContain('city@authority.example');
    expect(notices.every(({ letter }) => letter === undefined)).toBe(true);
    expect(await book.lettersOf()).toEqual([]);
  });

  it('every notice stands in exactly one letter, and an authority gets at most two a day', async () => {
    for (let more = 1; more > 0;) more = await book.gatherLetters({ ...AT_ONCE, whenever: true });
    const notices = await book.outboxOf();
    expect(notices.filter(({ letter }) => letter === undefined)).toEqual([]);
    const letters = await book.lettersOf();
    const perDay = new Map<string, Set<string>>();
    for (const { party, at, letter } of letters) {
      if (party.kind !== 'city' && party.kind !== 'district') continue;
      const key = `${party.id} ${dayOf(at)}`;
      perDay.set(key, (perDay.get(key) ?? new Set()).add(letter));
    }
    expect(perDay.size).toBeGreaterThan(3);
    expect([...perDay].filter(([, found]) => found.size > 2)).toEqual([]);
    const escalations = letters.filter(({ notices: told }) => told.some(({ template }) => template === 'escalation'));
    expect(escalations.length).toBeGreaterThan(0);
    for (const { at } of escalations) expect(at).toBe(startOf(dayOf(at)));
  });

  it('the mail server is away, then refuses some for good and is slow for others: nothing lost, nothing twice, all of it told', async () => {
    const [gone = ''] = SCENARIO.units.map(({ mail }) => mail);
    const manner = {
      rcpt: (to: string) => (to === gone ? { code: 550, text: 'no such mailbox' } : undefined),
      delayMs: (to: string) => (to.startsWith('city@') ? 40 : 0),
    };
    const all = await book.lettersOf();
    const away = await startReceiver();
    await away.stop();
    const { port } = new URL(away.url);
    const mailer = smtpMailer(away.url, 'platform@luyue.example', 8);
    const stopping = new AbortController();
    const lanes = new Lanes(book, sendLetter({ mail: mailer }, HOUSE), {
      ...RHYTHM,
      lanes: 8,
      idleMs: 20,
      gathering: AT_ONCE,
      stopping: stopping.signal,
    });
    const serving = lanes.serve(new AbortController().signal);
    await seen('one was tried', async () => (await book.lettersOf()).some(({ attempts }) => attempts > 0));
    await seen('one failed', async () => (await book.lettersOf({ waiting: true })).some(({ said }) => said !== undefined));
    expect((await book.lettersOf({ waiting: true })).length).toBe(all.length);
    const receiver = await startReceiver({ ...manner, more: {} }, Number(port));
    // an hour has gone by
    await seen('all that can be sent is out', async () => {
      // what a lane has in hand just now is left to it: both would wait for each other's rows
      await book.pool.query(`update deliveries set retry_at = '-infinity' where id in (select id from deliveries
          where sent_at is null and refused_at is null and claimed_until is null for update skip locked)`);
      return (await book.lettersOf({ waiting: true })).length === 0;
    });
    stopping.abort();
    await serving;
    mailer.close();
    await receiver.stop();
    const refused = await book.lettersOf({ refused: true });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ to, said }) => to === gone && said?.includes('550'))).toBe(true);
    expect(receiver.got).toHaveLength(all.length - refused.length);
    expect(new Set(receiver.got.map(({ messageId }) => messageId)).size).toBe(receiver.got.length);
    const [first] = SCENARIO.units;
    expect(await unreached(book.pool, first?.district)).toMatchObject([
      { unit: first?.id, telephone: null, said: expect.stringContaining('550') as string },
    ]);
    expect(await unreached(book.pool, 'nowhere')).toEqual([]);
  });

  it('one letter is shown with what it says, whom it went to, and what the server said', async () => {
    const one = (await book.lettersOf()).find(({ sentAt }) => sentAt !== undefined);
    const said = await asked((streams) => lettersShow(one!.id, {}, streams));
    expect(said).toContain('问谁：');
    expect(said).toMatch(/sent {2}\S+ {2}250/);
  });

  it('by duty and lead time: how many were told, how many did it in time, and whom to call instead', async () => {
    await enterContacts(book.pool, [{ party: { kind: 'unit', id: SCENARIO.units[0]!.id }, telephone: '010-65090000' }]);
    const found = JSON.parse(await asked((streams) => lettersEffect({ cycle: '2024', json: true }, streams))) as {
      effects: { duty: string; lead: number; told: number; inTime: number; late: number; open: number }[];
    };
    const reminders = (await book.outboxOf()).filter(({ template, party }) => template === 'reminder' && party.kind === 'unit');
    expect(found.effects.reduce((sum, { told }) => sum + told, 0)).toBe(reminders.length);
    for (const { told, inTime, late, open } of found.effects) expect(inTime + late + open).toBe(told);
    const csv = await asked((streams) => lettersEffect({ cycle: '2024', csv: true }, streams));
    expect(csv.trim().split('\r\n')).toHaveLength(found.effects.length + 1);
  });

  it('issue 12 — the city is told once, so many days before the deadline, of units that nobody can sign for', async () => {
    const at = startOf(SCENARIO.until);
    const first = await tellUnsigned(book.pool, at, [400, 7, 1]);
    expect(first).toBe(
      new Set((await book.outboxOf()).filter(({ template }) => template === 'unit-unsigned').map(({ unit }) => unit)).size,
    );
    expect(await tellUnsigned(book.pool, at, [400, 7, 1])).toBe(0);
  });
});
