import { rebuildViews } from '../records/rebuild-views.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface RebuildOptions {
  readonly json?: boolean;
}

/** `luyue views rebuild`: what inboxes, lists and reports show of each case, made anew from its events while steps go on. */
export async function viewsRebuild(options: RebuildOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const done = await rebuildViews(book.pool);
    const said = [
      `已重建 ${String(done.cases)} 个案件 · made anew what is shown of ${String(done.cases)} cases`,
      ...done.untold.map(({ caseId, why }) => `  无法显示 cannot be shown: ${caseId}: ${why}`),
    ];
    printAnswer(done, said, options.json, streams);
    return done.untold.length === 0 ? DONE : REFUSED;
  });
}
