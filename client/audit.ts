import { DONE, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, openBook } from './service.js';

/** `luyue audit verify`: recomputes every hash chain of the book; a broken one is named with its first wrong event. */
export async function auditVerify(options: { readonly json?: boolean }, streams: Streams = STREAMS): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const report = await book.verifyChains();
    const { cases, events, wrong } = report;
    if (options.json === true)
      streams.out(`${JSON.stringify({ chain: wrong ? 'broken' : 'intact', cases, events, wrong: wrong ?? null }, null, 2)}\n`);
    else
      streams.out(
        wrong
          ? `链断 broken: ${wrong.caseId}, event ${String(wrong.seq)} (${wrong.what})\n`
          : `完整 intact: ${String(events)} events of ${String(cases)} cases\n`,
      );
    return wrong ? REFUSED : DONE;
  } finally {
    await book.close();
  }
}
