import { isDay, isoOf } from '../domain/model/instant.js';
import { businessNow } from '../records/business-clock.js';
import { isOfBytes, wordsOf, type Difference } from '../ledger/checker/checker.js';
import type { ChainReport } from '../records/verify.js';
import { differencesIn } from '../records/inspect.js';
import { verifyStamps, type StampReport } from '../documents/time-stamps/verifying.js';
import { raiseAlarms } from '../records/raise-alarms.js';
import { stampTimes } from '../records/time-stamps.js';
import { stepDifferences, type StepDifference } from '../records/verify-steps.js';
import { viewDifferences, type ViewDifference } from '../records/verify-views.js';
import type { AnchorReport, KeptAnchor, WrongAnchor } from '../records/verify-anchors.js';
import { UsageError } from './failure.js';
import { sayReadAgain, storeReadAgain } from './file.js';
import { WRONG_ANCHOR } from './wrong-anchor.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, withBook } from './service.js';

interface AuditOptions {
  readonly json?: boolean;
  /** `DAY=HASH`: anchors that are kept outside the database. */
  readonly anchor?: readonly string[];
  /** Files taken in since that day are read again; all of them where nothing is said. */
  readonly since?: string;
}

const keptAnchor = (text: string): KeptAnchor => {
  const [, day = '', hash = ''] = /^(\d{4}-\d{2}-\d{2})=([0-9a-f]{64})$/.exec(text) ?? [];
  if (!isDay(day))
    throw new UsageError(`--anchor ${text}: 应为 日期=散列 · expected DAY=HASH, such as luyue audit anchors prints them`);
  return { day, hash };
};

const sayWrongAnchor = ({ day, what, caseId, seq, name, seal }: WrongAnchor): string => {
  const where = caseId === undefined ? undefined : `${caseId}, event ${String(seq)}`;
  return `  ${[day, name, seal, where, WRONG_ANCHOR[what]].filter((part) => part !== undefined).join('  ')}`;
};

const sayAnchors = ({ anchors, last, wrong }: AnchorReport): string =>
  last === undefined
    ? '尚无锚定 no anchor yet: the nightly check makes one a day'
    : `${wrong.length === 0 ? '锚定相符 anchors agree' : '锚定不符 anchors disagree'}: ${String(anchors)}, the last ${last.day}=${last.hash}`;

const sayStamps = ({ anchors: { all, stamped, last }, seals, wrong }: StampReport): string[] =>
  stamped + seals === 0
    ? []
    : [
        `${wrong.length === 0 ? '时间戳相符 time stamps hold' : '时间戳不符 time stamps do not hold'}: ${String(stamped)}/${String(all)} anchors, ${String(seals)} seals${last ? `, ${last.day} at ${last.at}` : ''}`,
        ...wrong.map(({ of, subject, why }) => `  ${of} ${subject}: ${why}`),
      ];

const sayViews = (views: readonly ViewDifference[]): string[] =>
  views.length === 0
    ? []
    : [
        '所示与事件不符，可用 luyue views rebuild 重建 what is shown differs from the events, luyue views rebuild makes it anew',
        ...views.map(({ check, subject, found }) => `  ${check}  ${subject}: ${found}`),
      ];

const saySteps = (steps: readonly StepDifference[]): string[] =>
  steps.length === 0
    ? []
    : [
        '锚定之后的事件与其起因不符，请查明由谁写入 events since the last anchor are not what their causes give: find out who wrote them',
        ...steps.map(({ check, subject, found }) => `  ${check}  ${subject}: ${found}`),
      ];

const sayBook = (said: {
  readonly chain: 'intact' | 'broken';
  readonly cases: number;
  readonly events: number;
  readonly wrong: ChainReport['wrong'];
  readonly differences: readonly Difference[];
}): string[] => {
  const { chain, cases, events, wrong, differences } = said;
  return [
    chain === 'intact' ? `完整 intact: ${String(events)} events of ${String(cases)} cases` : '链断 broken',
    ...(wrong ? [`  ${wrong.caseId}, event ${String(wrong.seq)} (${wrong.what})`] : []),
    ...(chain === 'intact' && differences.length > 0 ? ['账簿自相矛盾 the book disagrees with itself'] : []),
    ...differences.flatMap(({ check, subject, found }) => [`  ${check}  ${subject}: ${found}`, `    ${wordsOf(check)}`]),
  ];
};

/** `luyue audit anchors`: every day's anchor, to be printed or kept where nobody who writes the book can change it. */
export async function auditAnchors(options: AuditOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const stamped = await stampTimes(book.pool);
    const anchors = (await book.anchors()).map((anchor) => {
      const at = stamped.get(anchor.day);
      return { ...anchor, ...(at === undefined ? {} : { stampedAt: isoOf(at) }) };
    });
    const said = anchors.map(
      ({ day, hash, cases, events, transactions, stampedAt }) =>
        `${day}=${hash}  ${String(cases)} cases, ${String(events)} events, ${String(transactions)} transactions${stampedAt === undefined ? '' : `, stamped ${stampedAt}`}`,
    );
    return printAnswer(anchors, said, options.json, streams);
  });
}

/**
 * `luyue audit verify`: recomputes every hash chain of the book twice, by the book's code and by the checker's own, every
 * transaction's seal, every balance, every day's anchor and its time stamp, every file in the store, and what is shown of every case. What is broken is named with its first wrong event, recorded as an alarm and mailed.
 */
export async function auditVerify(options: AuditOptions, streams: Streams = STREAMS): Promise<number> {
  const kept = (options.anchor ?? []).map(keptAnchor);
  const service = findService(process.env);
  return withBook(async (book) => {
    const { cases, events, wrong } = await book.verifyChains();
    const anchors = await book.verifyAnchors(kept);
    const stamps = await verifyStamps(book.pool);
    const differences = await differencesIn(book.pool);
    await raiseAlarms(book.pool, differences, await businessNow(book.pool), { all: true });
    const views = await viewDifferences(book.pool);
    const steps = await stepDifferences(book.pool);
    const files = await storeReadAgain(book, service, options.since);
    const chain = wrong !== undefined || differences.some(isOfBytes) ? 'broken' : 'intact';
    const agree = anchors.wrong.length === 0 && stamps.wrong.length === 0 && views.length + steps.length === 0;
    const intact = chain === 'intact' && differences.length === 0 && agree && !files?.wrong.length;
    const said = [
      ...sayBook({ chain, cases, events, wrong, differences }),
      sayAnchors(anchors),
      ...anchors.wrong.map(sayWrongAnchor),
      ...sayStamps(stamps),
      ...sayViews(views),
      ...saySteps(steps),
      ...(files ? sayReadAgain(files) : []),
    ];
    const document = { chain, cases, events, wrong: wrong ?? null, differences, anchors, stamps, views, steps, files };
    printAnswer(document, said, options.json, streams);
    return intact ? DONE : REFUSED;
  }, service);
}
