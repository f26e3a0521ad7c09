import { raiseAlarms } from '../ledger/alarms.js';
import { checkHashes } from '../ledger/checker/checker.js';
import { DONE, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, openBook } from './service.js';

/**
 * `luyue audit verify`: recomputes every hash chain of the book twice, by the book's code and by the checker's own, and every
 * transaction's seal. What is broken is named with its first wrong event, recorded as an alarm and mailed.
 */
export async function auditVerify(options: { readonly json?: boolean }, streams: Streams = STREAMS): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const { cases, events, wrong } = await book.verifyChains();
    const differences = await checkHashes(book.pool);
    await raiseAlarms(book.pool, differences, Date.now());
    const chain = wrong !== undefined || differences.length > 0 ? 'broken' : 'intact';
    if (options.json === true)
      streams.out(`${JSON.stringify({ chain, cases, events, wrong: wrong ?? null, differences }, null, 2)}\n`);
    else
      streams.out(
        [
          chain === 'intact' ? `完整 intact: ${String(events)} events of ${String(cases)} cases` : '链断 broken',
          ...(wrong ? [`  ${wrong.caseId}, event ${String(wrong.seq)} (${wrong.what})`] : []),
          ...differences.map(({ check, subject, found }) => `  ${check}  ${subject}: ${found}`),
          '',
        ].join('\n'),
      );
    return chain === 'intact' ? DONE : REFUSED;
  } finally {
    await book.close();
  }
}
