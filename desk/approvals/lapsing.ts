import { approvalsAfter, linesOf } from '../../records/approvals.js';
import { casesAt } from '../../records/cases.js';
import { Places, type PlacesOptions } from '../places.js';
import { Approvals } from './approvals.js';

const AT_ONCE = 1_000;

/** Looks, whenever it is called, for proposals that cannot take effect any more: of those whose cases have gone on since the last look. */
export function lapsingApprovals(options: PlacesOptions): () => Promise<void> {
  const approvals = new Approvals(options, new Places(options));
  const { pool } = options.book;
  const seen = new Map<string, string>();
  return async () => {
    const waiting = await approvalsAfter(pool, { waiting: true, limit: AT_ONCE });
    for (const { approval } of waiting) {
      const about = (await linesOf(pool, approval)).map((line) => line.about);
      const stand = JSON.stringify(await casesAt(pool, about));
      if (seen.get(approval) === stand) continue;
      await approvals.lapseOvertaken(approval);
      seen.set(approval, stand);
    }
    for (const approval of seen.keys()) if (!waiting.some((one) => one.approval === approval)) seen.delete(approval);
  };
}
