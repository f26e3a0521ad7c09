import { isoOf } from '../domain/model/instant.js';
import { openAlarms } from '../ledger/alarms.js';
import { attemptsIn } from '../records/attempts.js';
import { suspensionsIn } from '../records/cases.js';
import { openTroubles } from '../records/troubles.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { findService, openBook } from './service.js';

const MANY = 200;
/** What was stored longer ago than this is looked at: usually a case answers at once. */
const LATE_SECONDS = 30;

/** `luyue attention`: what waits for an operator: cases that stand still, requests that nobody decided, alarms, letters, messages past the desk. */
export async function attention({ json }: { readonly json?: boolean }, streams: Streams = STREAMS): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const suspended = await suspensionsIn(book.pool);
    const undecided = (await book.actsForgotten(LATE_SECONDS, MANY)).map(({ id, askedAs, asker, do: what, caseId, at }) => ({
      ...{ number: id, id: askedAs, asker, do: what, case: caseId, at: isoOf(at) },
    }));
    const alarms = (await openAlarms(book.pool)).map(({ id, check, subject, units }) => ({ alarm: id, check, subject, units }));
    const letters = (await book.outboxOf({ refused: true })).map(({ id, recipient, unit, lastError = '' }) => ({
      ...{ id, to: recipient, unit, said: lastError },
    }));
    const attempts = (await attemptsIn(book.pool, MANY)).map(({ caseId, key, why, recordedAt }) => ({
      ...{ case: caseId, key, why, recordedAt: isoOf(recordedAt.getTime()) },
    }));
    const troubles = (await openTroubles(book.pool, MANY)).map(({ at, ...one }) => ({ ...one, at: isoOf(at) }));
    if (json === true) {
      streams.out(`${JSON.stringify({ suspended, undecided, alarms, refusedLetters: letters, attempts, troubles }, null, 2)}\n`);
      return DONE;
    }
    const part = (title: string, lines: readonly string[]): string[] => [
      `${title}: ${String(lines.length)}`,
      ...lines.map((line) => `  ${line}`),
    ];
    streams.out(
      [
        ...part(
          '暂停的案件 suspended cases (luyue revive CASE)',
          suspended.map(({ caseId, since, why }) => `${caseId}  ${since}  ${why}`),
        ),
        ...part(
          '未办结的请求 requests not decided',
          undecided.map((one) => `${one.id}  ${one.do}  ${one.case}  ${one.at}`),
        ),
        ...part(
          '未解除的警报 open alarms',
          alarms.map((one) => `${String(one.alarm)}  ${one.check}  ${one.subject}`),
        ),
        ...part(
          '被拒收的邮件 letters refused for good',
          letters.map((one) => `${one.to}  ${one.unit}  ${one.said}`),
        ),
        ...part(
          '绕过受理的消息 messages past the desk',
          attempts.map((one) => `${one.case}  ${one.key}  ${one.why}  ${one.recordedAt}`),
        ),
        ...part(
          '文件与回执 files and receipts',
          troubles.map((one) => `${one.kind}  ${one.subject}  ${one.said}  ${one.at}`),
        ),
        '',
      ].join('\n'),
    );
    return DONE;
  } finally {
    await book.close();
  }
}
