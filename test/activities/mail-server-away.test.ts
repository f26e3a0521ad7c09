import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer, type Mailer } from '../../activities/adapters/mail.js';
import { Lanes, RHYTHM } from '../../activities/lanes.js';
import { sendLetter } from '../../activities/send-letter.js';
import { instantOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { SilentCity } from '../records/silent-city.js';
import { MailServerProcess } from './mail-server-process.js';
import { seen } from '../seen.js';

/** 三(一)1: the first report is due on 15 June, a Saturday. */
const [BEFORE, OVER] = [instantOf('2024-06-14', '09:00:00'), instantOf('2024-06-16', '00:30:00')];
const UNITS = 12;
const [GONE, SLOW] = ['BJ-0003', 'BJ-0004'];
const HOUSE = { url: 'https://platform.example', name: '管理平台' };
const MORNING = 9 * 3_600_000;

const server = new MailServerProcess();
const stopping = new AbortController();
let database: TestDatabase;
let book: Book;
let city: SilentCity;
let mailer: Mailer;
let serving: Promise<void>;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  city = new SilentCity(book);
  await server.start();
  mailer = smtpMailer(server.url, '平台 <platform@luyue.example>', 8);
  const gathering = { morning: MORNING, quietDay: 1_500, quietInstant: 200 };
  const rhythm = { ...RHYTHM, idleMs: 50, partingMs: 500, gathering, stopping: stopping.signal };
  serving = new Lanes(book, sendLetter({ mail: mailer }, HOUSE), rhythm).serve(new AbortController().signal);
  await city.open(UNITS, instantOf('2024-06-13', '00:00:00'), (id) => {
    const at = id === GONE ? 'gone.example' : id === SLOW ? 'slow.example' : `${id.toLowerCase()}.example`;
    return `ops@${at}`;
  });
});
afterAll(async () => {
  stopping.abort();
  await serving;
  mailer.close();
  await server.remove();
  await book.close();
  await database.drop();
});

const waiting = async (): Promise<number> => (await book.lettersOf({ waiting: true })).length;
const allOut = (when: string) =>
  seen(`everything is out, ${when}`, async () => {
    const [letters, notices] = [await waiting(), (await book.outboxOf({ waiting: true })).length];
    expect({ letters, notices }).toEqual({ letters: 0, notices: 0 });
  });

describe('front §8 — the mail server is away for an hour over a deadline', () => {
  it('before it goes, everything leaves: what it refuses for good stands refused, what it answers late goes once', async () => {
    await city.to(BEFORE);
    await allOut('the morning before');
    const refused = await book.lettersOf({ refused: true });
    expect(refused.map(({ party }) => party.id)).toEqual(refused.map(() => GONE));
    expect(server.taken.some(({ to }) => to === 'ops@slow.example')).toBe(true);
  });

  it('it hangs, is killed over the deadline, and comes back half an hour later: nothing is lost, nothing goes twice, everything is told', async () => {
    const before = server.taken.length;
    server.hang();
    // half an hour before midnight nothing is due; half an hour after it, everybody is told what was missed
    await city.to(instantOf('2024-06-15', '23:30:00'));
    const morning = await waiting();
    await server.kill();
    await city.to(OVER);
    await seen('a letter of each unit was tried while the server was away', async () => {
      const tried = (await book.lettersOf({ waiting: true })).filter(({ attempts }) => attempts > 0);
      expect(tried.length).toBeGreaterThanOrEqual(UNITS);
    });
    expect(server.taken).toHaveLength(before);
    await server.start();
    await allOut('after the server is back');

    const taken = server.taken.map(({ messageId }) => messageId);
    expect(new Set(taken).size).toBe(taken.length);
    const letters = await book.lettersOf({});
    const refused = letters.filter(({ refusedAt }) => refusedAt !== undefined);
    expect(taken).toHaveLength(letters.length - refused.length);
    expect(refused.every(({ party }) => party.id === GONE)).toBe(true);
    expect(morning).toBeLessThan(letters.length);
    // every unit, its district and the city have heard that the report is overdue, in one letter each
    const overdue = (await book.outboxOf()).filter(({ template }) => template === 'overdue');
    const told = overdue.filter(({ duty }) => duty === 'first-report');
    expect(told.filter(({ party }) => party.kind === 'unit')).toHaveLength(UNITS);
    expect(told.filter(({ party }) => party.kind === 'district')).toHaveLength(UNITS);
  });
});
