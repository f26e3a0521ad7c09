import type { Approval, ApprovalState } from '../../domain/approvals/approval.js';
import { isoOf } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import type { StoredLine } from '../../records/approvals.js';
import type { Outcome } from '../answer.js';
import type { Preview } from './preview.js';

/** What became of an approved line: decided, stored, or refused by the law at the stamp of the approval. */
export type OutcomeOfLine =
  | { readonly state: 'decided'; readonly at: string; readonly seq: number }
  | { readonly state: 'stored'; readonly at: string }
  | {
      readonly state: 'refused';
      readonly at: string;
      readonly code: string;
      readonly message: { readonly zh: string; readonly en: string };
    };

/** A proposal as it is shown: what, by whom, until when, what it would do, what came of it. */
export interface ApprovalAnswer {
  readonly id: string;
  readonly act: string;
  readonly cycle?: number;
  readonly for?: string;
  readonly with?: Json;
  readonly lines?: readonly {
    readonly line: number;
    readonly act: string;
    readonly for?: string;
    readonly with: Json;
    readonly state: 'waiting' | 'approved' | 'left-out' | 'not-approved';
    readonly reason?: string;
    readonly outcome?: OutcomeOfLine;
  }[];
  readonly proposedBy: string;
  readonly at: string;
  readonly lapsesOn: string;
  readonly state: ApprovalState | 'refused';
  readonly because?: string;
  readonly preview?: Preview;
  readonly previewDigest?: string;
  readonly outcome?: OutcomeOfLine;
}

const outcomeOf = (outcome: Outcome): OutcomeOfLine => {
  const at = isoOf(outcome.at);
  if (outcome.state === 'decided') return { state: 'decided', at, seq: outcome.seq };
  if (outcome.state === 'stored') return { state: 'stored', at };
  const { refused: code, zh, en } = outcome.refusal;
  return { state: 'refused', at, code, message: { zh, en } };
};

const stateOf = (a: Approval, line: StoredLine): 'waiting' | 'approved' | 'left-out' | 'not-approved' => {
  if (line.waiting) return 'waiting';
  if (line.actId !== undefined) return 'approved';
  return a.leftOut.some((one) => one.line === line.line) ? 'left-out' : 'not-approved';
};

/** A proposal as the book has it, with its preview while it waits, and with what came of what was approved. */
export function saying(
  a: Approval,
  stored: readonly StoredLine[],
  preview: Preview | undefined,
  outcomes: ReadonlyMap<number, Outcome>,
): ApprovalAnswer {
  const { approval, act, cycle, proposedBy, at, lapsesOn } = a.opening;
  const [only] = stored;
  const came = [...outcomes.values()].map(outcomeOf);
  const single = stored.length === 1 && only;
  const outcome = single ? came.find(({ state }) => state !== 'stored') : undefined;
  const refused = a.state === 'approved' && came.length > 0 && came.every(({ state }) => state === 'refused');
  const lines = stored.map((line) => {
    const its = outcomes.get(line.line);
    const reason = a.leftOut.find((one) => one.line === line.line)?.reason;
    return {
      line: line.line,
      act: line.act,
      with: line.with,
      state: stateOf(a, line),
      ...(line.for === undefined ? {} : { for: line.for }),
      ...(reason === undefined ? {} : { reason }),
      ...(its ? { outcome: outcomeOf(its) } : {}),
    };
  });
  return {
    id: approval,
    act,
    ...(cycle > 0 ? { cycle } : {}),
    ...(single ? { ...(only.for === undefined ? {} : { for: only.for }), with: only.with } : { lines }),
    proposedBy,
    at: isoOf(at),
    lapsesOn,
    state: refused ? 'refused' : a.state,
    ...(a.because === undefined ? {} : { because: a.because }),
    ...(preview ? { preview, previewDigest: preview.digest } : {}),
    ...(outcome ? { outcome } : {}),
  };
}
