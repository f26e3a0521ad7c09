/**
 * The morning before a deadline and its midnight, in a city in which nobody has reported: how many letters each party gets, when the last has left,
 * what the sender needs of memory. A real mail server in a process of its own, the waits of service. `npm run bench:letters [UNITS]`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { smtpMailer } from '../activities/adapters/mail.js';
import { Lanes, RHYTHM } from '../activities/lanes.js';
import { sendLetter } from '../activities/send-letter.js';
import { instantOf, type Instant } from '../domain/model/instant.js';
import { Book } from '../records/book.js';
import { migrate } from '../records/migrate.js';
import { MailServerProcess } from '../test/activities/mail-server-process.js';
import { startOwnServer } from '../test/records/own-server.js';
import { SilentCity } from '../test/records/silent-city.js';

const units = Number(process.argv[2] ?? '1300');
const LOOK_MS = 500;
/** No letter takes longer: ten minutes. */
const LOOKS = 1_200;
const MB = 1_048_576;
/** As in service: an authority's morning, and the waits of worker/letters.ts. */
const GATHERING = { morning: 9 * 3_600_000, quietDay: 60_000, quietInstant: 5_000 };

const say = (what: string, value: number | string): void => void process.stdout.write(`${what.padEnd(48)}${String(value)}\n`);

const database = await startOwnServer();
await migrate(database.url);
const book = new Book(database.url);
const mails = new MailServerProcess();
await mails.start();
const mailer = smtpMailer(mails.url, '平台 <platform@luyue.example>', RHYTHM.lanesWithSlow);
const house = { url: 'https://p.example', name: '平台' };
const stopping = new AbortController();
const lanes = new Lanes(book, sendLetter({ mail: mailer }, house), {
  ...RHYTHM,
  gathering: GATHERING,
  stopping: stopping.signal,
});
const city = new SilentCity(book);
await city.open(units, instantOf('2024-06-13', '00:00:00'), (id) => `ops@${id.toLowerCase()}.example`);
const serving = lanes.serve(new AbortController().signal);

let most = 0;
const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), LOOK_MS);
const allOut = async (): Promise<void> => {
  for (let looks = 0; ; looks += 1) {
    const waiting = await book.outboxOf({ waiting: true });
    if (waiting.length === 0) return;
    if (looks === LOOKS) throw new Error(`${String(waiting.length)} notices wait: ${JSON.stringify(waiting[0])}`);
    await pause(LOOK_MS);
  }
};
await allOut();

/** Letters of one business instant on, by kind of party: how many in all, and the most that one party gets. */
async function tell(title: string, at: Instant): Promise<void> {
  const before = process.memoryUsage().rss;
  [most] = [before];
  const began = performance.now();
  const since = (): string => ((performance.now() - began) / 1_000).toFixed(1);
  await city.to(at);
  const played = since();
  await allOut();
  const letters = (await book.lettersOf()).filter((one) => one.at > at - 86_400_000);
  say(`${title}: load average`, loadavg()[0]?.toFixed(1) ?? '');
  say('  cases have played after, s', played);
  say('  the last letter has left after, s', since());
  for (const kind of ['unit', 'district', 'city'] as const) {
    const own = letters.filter(({ party }) => party.kind === kind);
    const per = new Map<string, number>();
    for (const { party } of own) per.set(party.id, (per.get(party.id) ?? 0) + 1);
    say(
      `  letters to ${kind}: all, most to one, notices`,
      [own.length, Math.max(0, ...per.values()), own.reduce((n, one) => n + one.notices.length, 0)].join(', '),
    );
  }
  say('  memory before, most, MB', [before, most].map((bytes) => (bytes / MB).toFixed(0)).join(', '));
}
await tell('the morning before, 14 June 9:00', instantOf('2024-06-14', '09:00:00'));
await tell('its midnight, 16 June 0:00', instantOf('2024-06-16', '00:00:00'));
const ids = mails.taken.map(({ messageId }) => messageId);
say('mails in all, sent twice', `${String(ids.length)}, ${String(ids.length - new Set(ids).size)}`);
stopping.abort();
clearInterval(watching);
await serving;
mailer.close();
await mails.remove();
await book.close();
await database.stop();
