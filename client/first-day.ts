import type { Officers } from '../city/balances/plan-balances.js';
import { UsageError } from './failure.js';
import { findService, type Service } from './service.js';

/** `[--cycle 2024] [--as ACTOR] [--approved-by ACTOR] [--commit] [--json]` */
export interface ImportsOptions {
  readonly cycle?: string;
  /** Who proposes, or on one machine decides. */
  readonly as?: string;
  /** On one machine: the second officer. */
  readonly approvedBy?: string;
  readonly commit?: boolean;
  readonly json?: boolean;
}

/** The platform to compare with; a dry run does without one. */
export function serviceFor(commit: boolean): Service | undefined {
  try {
    return findService(process.env);
  } catch (error) {
    if (commit || !(error instanceof UsageError) || error.code !== 'no-platform') throw error;
    return undefined;
  }
}

/** The two officers, on a platform of one machine. Throws a UsageError where one is not named. */
export function officersOf({ as, approvedBy }: ImportsOptions): Officers {
  if (as === undefined || approvedBy === undefined)
    throw new UsageError(
      '两人办理：请用 --as 与 --approved-by 指明 / two officers do this: name them with --as and --approved-by',
      'usage',
      [as === undefined ? 'as' : 'approvedBy'],
    );
  return { by: as, approvedBy };
}
