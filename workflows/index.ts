import type { Done, RunInput } from './messages.js';
import { runCase } from './run-case.js';

/** The workflow types, by the names that the Temporal UI shows. */
export { approval } from './approval.js';
export { auction } from './auction.js';
export { cityCycle } from './city-cycle.js';
export { nightlyCheck } from './nightly-check.js';
export { outbox } from './outbox.js';

/** 重点碳排放单位 in one cycle. */
export const complianceCycle = (input: RunInput): Promise<Done> => runCase(input);
/** A key unit's twelve packages of an emission year. */
export const monthlyEvidence = (input: RunInput): Promise<Done> => runCase(input);
/** 一般报告单位 in one cycle. */
export const generalReport = (input: RunInput): Promise<Done> => runCase(input);
/** A verifier's work for a key unit in one cycle. */
export const verification = (input: RunInput): Promise<Done> => runCase(input);
