/**
 * What a slow receiver costs the others: 1,000 mails to a real SMTP server, ten of them to a receiver that answers the text
 * after 65 s. Says when the other 990 were out, when all were, and how many were sent twice. `npm run bench:outbox [MAILS]
 * [SLOW] [SECONDS] [RECEIVERS]`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { smtpMailer } from '../activities/adapters/mail.js';
import { Lanes, RHYTHM } from '../activities/lanes.js';
import { Book } from '../records/book.js';
import { migrate } from '../records/migrate.js';
import { startReceiver } from '../test/activities/receiver.js';
import { startOwnServer } from '../test/records/own-server.js';
import { AT_ONCE, putLetters } from '../test/records/put-letters.js';

const USUAL = ['1000', '10', '65', '40'];
const [count = 0, slow = 0, seconds = 0, receivers = 1] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const LOOK_MS = 100;

const say = (what: string, value: number | string): void => void process.stdout.write(`${what.padEnd(40)}${String(value)}\n`);

const server = await startOwnServer();
await migrate(server.url);
const book = new Book(server.url);
const receiver = await startReceiver({ delayMs: (to) => (to.endsWith('@slow.example') ? seconds * 1_000 : 0) });
const mailer = smtpMailer(receiver.url, 'platform@luyue.example', RHYTHM.lanesWithSlow);
const stopping = new AbortController();
await putLetters(
  book.pool,
  Array.from({ length: count }, (_, k) => k + 1).map((n) => ({
    id: `m/${String(n)}`,
    at: n,
    to: `x${String(n)}@${n <= slow ? 'slow.example' : `r${String(n % receivers)}.example`}`,
  })),
);
const lanes = new Lanes(
  book,
  ({ id, to = '' }, signal) => mailer.send({ id, to, subject: id, text: id, date: new Date(0) }, signal),
  { ...RHYTHM, gathering: AT_ONCE, stopping: stopping.signal },
);
const began = performance.now();
const since = (): string => ((performance.now() - began) / 1_000).toFixed(1);
const serving = lanes.serve(new AbortController().signal);
const quick = (): number => receiver.got.filter(({ to }) => !to[0]?.endsWith('@slow.example')).length;
while (quick() < count - slow) await pause(LOOK_MS);
say(`the other ${String(count - slow)} out after, s`, since());
say('  the slow receiver has by then', receiver.got.length - quick());
while ((await book.lettersOf({ waiting: true })).length > 0) await pause(LOOK_MS);
say('all out after, s', since());
say('sent twice', receiver.got.length - new Set(receiver.got.map(({ messageId }) => messageId)).size);
say('claimed more than once', (await book.lettersOf()).filter(({ attempts }) => attempts > 1).length);
stopping.abort();
await serving;
mailer.close();
await receiver.stop();
await book.close();
await server.stop();
