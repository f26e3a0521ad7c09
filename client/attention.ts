import { isoOf } from '../domain/model/instant.js';
import { openAlarms } from '../ledger/alarms.js';
import { attemptsIn } from '../records/attempts.js';
import { suspensionsIn } from '../records/cases.js';
import { openTroubles } from '../records/troubles.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

const MANY = 200;
/** What was stored longer ago than this is looked at: usually a case answers at once. */
const LATE_SECONDS = 30;

/** `luyue attention`: what waits for an operator: cases that stand still, requests that nobody decided, alarms, letters, messages past the desk. */
export async function attention({ json }: { readonly json?: boolean }, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const suspended = await suspensionsIn(book.pool);
    const undecided = (await book.actsForgotten(LATE_SECONDS, MANY)).map(({ id, askedAs, asker, do: what, caseId, at }) => ({
      number: id,
      id: askedAs,
      asker,
      do: what,
      case: caseId,
      at: isoOf(at),
    }));
    const alarms = (await openAlarms(book.pool)).map(({ id, check, subject, units }) => ({ alarm: id, check, subject, units }));
    const letters = (await book.lettersOf({ refused: true, limit: MANY })).map(({ id, to, party, said = '' }) => ({
      id,
      to,
      unit: party.id,
      said,
    }));
    const attempts = (await attemptsIn(book.pool, MANY)).map(({ caseId, key, why, recordedAt }) => ({
      case: caseId,
      key,
      why,
      recordedAt: isoOf(recordedAt.getTime()),
    }));
    const troubles = (await openTroubles(book.pool, MANY)).map(({ at, ...one }) => ({ ...one, at: isoOf(at) }));
    const part = (title: string, lines: readonly string[]): string[] => [
      `${title}: ${String(lines.length)}`,
      ...lines.map((line) => `  ${line}`),
    ];
    const said = [
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
    ];
    return printAnswer({ suspended, undecided, alarms, refusedLetters: letters, attempts, troubles }, said, json, streams);
  });
}
