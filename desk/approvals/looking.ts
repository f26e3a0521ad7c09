import { ended } from '../../domain/approvals/acts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import type { Instant } from '../../domain/model/instant.js';
import { refuse, type Refusal } from '../../domain/model/refusal.js';
import type { Looked } from '../../records/approving.js';
import { badInput } from '../parse.js';
import type { Previewed } from './preview.js';
import { actOfLine, type PlannedLine } from './proposing.js';

/** What an approver says: which preview was looked at, which lines are taken out, and why. */
export interface Approving {
  readonly request: string;
  readonly previewDigest?: string;
  readonly without?: readonly { readonly line: number; readonly reason: string }[];
}

/** What came of planning the lines again, as they stand now. */
export interface Replanned {
  readonly lines: ReadonlyMap<number, PlannedLine>;
  readonly refused: ReadonlyMap<number, Refusal>;
}

/** A case has gone on between the look and the hold: look again. */
export const AGAIN: Refusal = refuse('moved', '其间有变动，请重试', 'a case went on meanwhile: look again');

/** Every case that the acts would be stored for. */
export const concernedBy = ({ lines }: Replanned): string[] => [
  ...new Set([...lines.values()].flatMap(({ planned }) => planned.concerns.map((one) => one.case))),
];

const moved = (approval: string, digest: string, shown: boolean): Refusal => ({
  ...refuse(
    'moved',
    shown ? `${approval} 的效果与所看预览不同，请重新查看后批准` : `请先查看 ${approval} 的预览，批准时注明其摘要`,
    shown
      ? `${approval} would do something else than was shown: look at it again and approve that`
      : `look at ${approval} first: an approval names the digest of the preview that was looked at`,
  ),
  previewDigest: digest,
});

export interface Held {
  readonly at: Instant;
  readonly seqs: ReadonlyMap<string, number>;
  readonly said: Approving;
  /** The digests of the lines that were shown. */
  readonly shown: ReadonlyMap<number, string> | undefined;
  readonly replanned: Replanned;
  readonly seen: Previewed;
}

/** What an approval comes to with everything held: the lines that are as they were shown, those taken out, those that have moved. */
export function looking(
  held: Approval,
  { at, seqs, said, shown, replanned, seen }: Held,
): Looked | Refusal | { readonly undone: Refusal } {
  const over = ended(held, at);
  if (over) return over;
  for (const [caseId, seq] of seen.seqs) if (seqs.get(caseId) !== seq) return { undone: AGAIN };
  const { approval } = held.opening;
  const { preview } = seen;
  if (!shown) return { undone: moved(approval, preview.digest, said.previewDigest !== undefined) };
  const { without = [] } = said;
  const stray = without.findIndex(({ line }) => !held.open.includes(line));
  if (stray >= 0) return { undone: badInput(['without', stray, 'line'], '不是待批的项', 'is no line that waits') };
  const left = preview.lines.filter(({ line }) => !without.some((one) => one.line === line));
  const asShown = left.filter(({ line, digest }) => shown.get(line) === digest);
  const [first] = asShown;
  const no = first && asShown.length === 1 && left.length === 1 ? replanned.refused.get(first.line) : undefined;
  if (no) return no;
  const taken = asShown.flatMap(({ line }) => {
    const planned = replanned.lines.get(line);
    return planned ? [{ line, filing: actOfLine({ approval, line }, planned) }] : [];
  });
  const elsewhere = left.filter(({ line }) => !taken.some((one) => one.line === line)).map(({ line }) => line);
  if (taken.length === 0 && without.length === 0) return { undone: moved(approval, preview.digest, true) };
  return {
    brings: {
      lines: taken.map(({ line }) => line),
      ...(without.length > 0 ? { without: without.map(({ line, reason }) => ({ line, reason })) } : {}),
      ...(elsewhere.length > 0 ? { moved: elsewhere } : {}),
    },
    acts: taken,
  };
}
