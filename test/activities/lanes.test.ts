import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer, type Mailer } from '../../activities/adapters/mail.js';
import { Lanes, RHYTHM, type DeliveryRhythm } from '../../activities/lanes.js';
import { Book } from '../../records/book.js';
import { LEASE_SECONDS } from '../../records/deliveries.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { AT_ONCE, putLetters } from '../records/put-letters.js';
import { startReceiver, type Manner, type Receiver } from './receiver.js';
import { seen } from '../seen.js';
import { gate } from '../gate.js';

let database: TestDatabase;
let book: Book;
const sentIn = async (book: Book) => (await book.lettersOf()).filter(({ sentAt }) => sentAt !== undefined);
const open: (() => Promise<void> | void)[] = [];
beforeEach(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await book.close();
  await database.drop();
});

/** So many mails, each of its own; every `each`th to the slow receiver, among the first. */
const mails = (count: number, slow: number): Promise<unknown> =>
  putLetters(
    book.pool,
    Array.from({ length: count }, (_, k) => k + 1).map((n) => ({
      id: `m/${String(n)}`,
      at: n,
      to: `x${String(n)}@${n <= slow ? 'slow.example' : `r${String(n % 40)}.example`}`,
    })),
  );

interface Served {
  readonly receiver: Receiver;
  readonly lanes: Lanes;
  /** Asks the worker to stop. */
  readonly stop: () => void;
  readonly shift: AbortController;
  readonly serving: Promise<void>;
}

const mailerTo = async (manner: Manner): Promise<{ receiver: Receiver; mailer: Mailer }> => {
  const receiver = await startReceiver(manner);
  const mailer = smtpMailer(receiver.url, 'platform@luyue.example', RHYTHM.lanesWithSlow);
  open.push(() => receiver.stop());
  open.push(() => {
    mailer.close();
  });
  return { receiver, mailer };
};

const serve = async (manner: Manner, rhythm: Partial<DeliveryRhythm> = {}): Promise<Served> => {
  const { receiver, mailer } = await mailerTo(manner);
  const [stopping, shift] = [new AbortController(), new AbortController()];
  const lanes = new Lanes(
    book,
    ({ id, to = '' }, signal) => mailer.send({ id, to, subject: id, text: id, date: new Date(0) }, signal),
    { ...RHYTHM, idleMs: 50, partingMs: 300, gathering: AT_ONCE, stopping: stopping.signal, ...rhythm },
  );
  const serving = lanes.serve(shift.signal);
  open.push(async () => {
    stopping.abort();
    await serving;
  });
  return { receiver, lanes, shift, serving, stop: () => { stopping.abort(); } }; // prettier-ignore
};

/** A receiver that answers when it is told to, or never. */
const slow = (late: Promise<void> = gate().opened): Manner => ({ delayMs: (to) => (to.endsWith('@slow.example') ? late : 0) });
const isSlow = ({ to }: { readonly to: readonly string[] }): boolean => to[0]?.endsWith('@slow.example') === true;

describe('D4 — a slow receiver holds up nobody else, and nothing is sent twice', () => {
  it('of 200 mails five go to a receiver that answers late: the rest is out meanwhile, none twice', async () => {
    await mails(200, 5);
    const late = gate();
    const { receiver } = await serve(slow(late.opened));
    await seen('the rest is out', () => receiver.got.length === 195);
    expect(receiver.got.filter(isSlow)).toEqual([]);
    late.open();
    await seen('all are out', async () => (await sentIn(book)).length === 200);
    expect(new Set(receiver.got.map(({ messageId }) => messageId)).size).toBe(200);
    expect(receiver.got).toHaveLength(200);
    expect((await book.lettersOf()).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('a mail counts as sent as soon as its own answer is there, and as tried as soon as it is claimed', async () => {
    await mails(3, 1);
    const { receiver } = await serve(slow());
    await seen('two are out', () => receiver.got.length === 2);
    await seen('two count as sent', async () => (await sentIn(book)).length === 2);
    expect(await book.lettersOf({ waiting: true })).toMatchObject([{ id: 'm/1', attempts: 1 }]);
    const held = `select from deliveries where sent_at is null and claimed_until > clock_timestamp()`;
    expect((await book.pool.query(held)).rowCount).toBe(1);
    expect(
      (await book.pool.query(`select from pg_stat_activity where datname = current_database() and state like 'idle in%'`))
        .rowCount,
    ).toBe(0);
  });

  it('more slow receivers than lanes leave lanes to the others', async () => {
    await mails(20, 0);
    const slowOnes = [1, 2, 3, 4, 5, 6].map((n) => ({ id: `s/${String(n)}`, to: `x@s${String(n)}.slow.example`, at: 0 }));
    await putLetters(book.pool, slowOnes);
    const { receiver } = await serve(
      { delayMs: (to) => (to.endsWith('.slow.example') ? gate().opened : 0) },
      { lanes: 3, slowMs: 200 },
    );
    await seen('the others are out', () => receiver.got.length === 20);
  });

  it('a mail that takes longer than any may is broken off and tried again', async () => {
    await mails(1, 1);
    await serve(slow(), { sendMs: 300 });
    await seen('it is broken off', async () => (await book.lettersOf())[0]?.said !== undefined);
    expect((await book.lettersOf())[0]).toMatchObject({
      attempts: 1,
      said: expect.stringContaining('no answer in time') as string,
    });
    expect(RHYTHM.sendMs).toBeGreaterThan(600_000);
  });

  it("the claim of a letter under way is renewed for as long as it takes; one that is nobody's runs out", async () => {
    await mails(1, 1);
    const { lanes, shift, serving } = await serve(slow(), { renewMs: 50 });
    const claimed = async () =>
      (await book.pool.query<{ until: Date | null }>('select claimed_until as until from deliveries')).rows[0]?.until;
    await seen('it is claimed', async () => Number(await claimed()) > 0);
    const first = Number(await claimed());
    await seen('the claim is renewed', async () => Number(await claimed()) > first);
    shift.abort();
    await serving;
    const after = Number(await claimed());
    await seen('the claim is renewed after the shift', async () => Number(await claimed()) > after);
    expect(lanes.sent).toBe(0);
    expect(RHYTHM.renewMs * 3).toBeLessThan(LEASE_SECONDS * 1_000);
  });
});

describe('D4 — stopping', () => {
  it('asked to stop while a receiver hangs, it ends without it, and the mail waits for the next worker', async () => {
    await mails(2, 1);
    const { receiver, stop, serving } = await serve(slow());
    await seen('one is out', () => receiver.got.length === 1);
    stop();
    await serving;
    expect(receiver.got).toHaveLength(1);
    const [left] = await book.lettersOf({ waiting: true });
    expect(left?.said).toContain('stopped before the server answered');
    expect((await book.pool.query('select from deliveries where claimed_until is not null')).rowCount).toBe(0);
  });

  it('a shift ends without waiting for a receiver that hangs; the next one goes on beside it', async () => {
    await mails(1, 1);
    const late = gate();
    const { receiver, lanes, shift, serving } = await serve(slow(late.opened));
    await seen('it is under way', async () => (await book.lettersOf())[0]?.attempts === 1);
    shift.abort();
    await serving;
    expect(receiver.got).toEqual([]);
    late.open();
    await lanes.empty();
    expect(await sentIn(book)).toHaveLength(1);
  });

  it('what was sent while the database was away is marked when it is back, and not sent again', async () => {
    await mails(1, 0);
    let fails = 2;
    const real = book.letterSent.bind(book);
    book.letterSent = async (...args) => {
      fails -= 1;
      if (fails >= 0) throw new Error('the database is away');
      await real(...args);
    };
    const { receiver } = await serve({});
    await seen('it counts as sent', async () => (await sentIn(book)).length === 1);
    expect(receiver.got).toHaveLength(1);
  });
});
