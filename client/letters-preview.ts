import { addDays, instantOf, isDay, isoOf, dayOf, startOf } from '../domain/model/instant.js';
import { compose, type Composed } from '../letters/compose.js';
import { asText } from '../letters/text.js';
import { previewLetters } from '../records/preview-letters.js';
import type { SentLetter } from '../records/sent-letters.js';
import { letterState } from '../records/sent-letters.js';
import { rulebookNamed } from '../regulation/named.js';
import { textIn } from '../regulation/values.js';
import { comingNotices } from '../views/coming-notices.js';
import { UsageError } from './failure.js';
import { printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface PreviewOptions {
  readonly until?: string;
  readonly text?: boolean;
  readonly json?: boolean;
}

const houseHere = () => ({ url: process.env['LUYUE_ORIGIN'] ?? 'http://127.0.0.1:8080', name: '北京市碳排放权交易管理平台' });

const morningOf = (): number => instantOf(dayOf(0), textIn(rulebookNamed(), 'reminders.at')) - startOf(dayOf(0));

/** A letter with all whom it goes to. */
interface Looked {
  readonly letter: string;
  readonly at: string;
  readonly party: string;
  readonly to: readonly string[];
  readonly notices: number;
  readonly subject: string;
  readonly text: string;
}

const lookedAt = (deliveries: readonly SentLetter[]): Looked[] => {
  const found = new Map<string, SentLetter[]>();
  for (const one of deliveries) found.set(one.letter, [...(found.get(one.letter) ?? []), one]);
  return [...found].flatMap(([letter, all]) => {
    const [first] = all;
    if (!first) return [];
    const composed: Composed = compose(first, houseHere());
    const { party, at, notices } = first;
    return [
      {
        letter,
        at: isoOf(at),
        party: `${party.kind}/${party.id}`,
        to: all.map(({ channel, to }) => (channel === 'mail' ? to : `${channel} ${to}`)),
        notices: notices.length,
        subject: composed.subject,
        text: asText(composed, houseHere()),
      },
    ];
  });
};

/** `luyue letters preview`: the next letters and whom each goes to. Nothing is sent and nothing stays. */
export async function lettersPreview({ until, text, json }: PreviewOptions, streams: Streams = STREAMS): Promise<number> {
  if (until !== undefined && !isDay(until))
    throw new UsageError(`--until ${until} 不是日期 / is no day: write it like 2024-06-15`, 'bad-day', ['until']);
  return withBook(async (book) => {
    const coming = until === undefined ? [] : await comingNotices(book, startOf(addDays(until, 1)));
    const gathering = { morning: morningOf(), quietDay: 0, quietInstant: 0 };
    const letters = lookedAt(await previewLetters(book.pool, gathering, coming));
    const receivers = new Set(letters.flatMap(({ to }) => to)).size;
    const said = [
      `${String(letters.length)} 封 letters，${String(receivers)} 个收件人 receivers`,
      ...letters.flatMap((one) => [
        `${one.at}  ${one.party}  ${one.subject}`,
        `    → ${one.to.join(', ')}`,
        ...(text === true ? [one.text.replace(/^/gm, '    ')] : []),
      ]),
    ];
    return printAnswer({ letters }, said, json, streams);
  });
}

/** `luyue letters show`: what a letter says, whom it went to, what the server said. */
export async function lettersShow(id: string, { json }: PreviewOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const all = await book.lettersOf({ letter: id.replace(/#\d+$/, '') });
    const [looked] = lookedAt(all);
    if (!looked) {
      streams.err(`没有这封信 no such letter: ${id}\n`);
      return REFUSED;
    }
    const went = all.map((one) => ({
      id: one.id,
      channel: one.channel,
      to: one.to,
      state: letterState(one),
      ...(one.sentAt ? { sentAt: isoOf(one.sentAt.getTime()) } : {}),
      said: one.said ?? '',
    }));
    const said = went.map((one) => `${one.id}  ${one.channel} ${one.to}  ${one.state}  ${one.sentAt ?? ''}  ${one.said}`);
    return printAnswer({ ...looked, deliveries: went }, [looked.subject, '', looked.text, '', ...said], json, streams);
  });
}
