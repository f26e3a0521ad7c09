import { readBatch } from '../city/batch/read-batch.js';
import { hasErrors } from '../city/finding.js';
import { cycleNamed } from './cycle-option.js';
import { decideLines, isInService } from './decide-lines.js';
import { UsageError } from './failure.js';
import { STREAMS, type Streams } from './print.js';
import { findService, type Service } from './service.js';
import { bytesOf } from './table-file.js';

/** `luyue city decide FILE [--cycle 2024] [--as ACTOR] [--commit] [--json]` */
export interface DecideOptions {
  readonly cycle?: string;
  /** Who proposes, on a platform in service; a batch for any other names its officers line by line. */
  readonly as?: string;
  /** Carries the decisions out, or proposes them; without it nothing is written. */
  readonly commit?: boolean;
  readonly json?: boolean;
}

/** The platform whose book can be looked at, or why there is none; an officer elsewhere speaks to it over HTTP alone. */
function serviceHere(): Service | UsageError {
  try {
    return findService(process.env);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

const isElsewhere = (): boolean => (process.env['LUYUE_URL'] ?? '') !== '';

/** Shows what a batch of decisions would do and, with `--commit`, has it done. Answers the exit status. */
export async function cityDecide(file: string, options: DecideOptions, streams: Streams = STREAMS): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const service = serviceHere();
  const none = service instanceof UsageError;
  const proposes = none ? isElsewhere() : await isInService(service);
  const batch = await readBatch(bytesOf(file), cycle, proposes);
  if (none && !proposes && !hasErrors(batch.findings)) throw service;
  return decideLines({ ...batch, file, cycle, code: 'bad-batch' }, options, none ? undefined : service, streams);
}
