import type { AnyKind, CaseKind, StandingKind } from '../domain/model/case.js';

export { auctionCaseIdOf, caseIdOf, cityCaseIdOf, verificationIdOf } from '../domain/model/case-ids.js';

/** Ids of workflows: a case's workflow has the id of the case, after an optional prefix. */

export const workflowIdOf = (caseId: string, prefix = ''): string => `${prefix}${caseId}`;

/** The workflow that delivers mails; one for each platform. */
export const outboxIdOf = (prefix = ''): string => `${prefix}outbox`;

/** The workflow type that runs a case of a kind: the names exported by index.ts. */
export const WORKFLOW_TYPES = {
  'compliance-cycle': 'complianceCycle',
  'monthly-evidence': 'monthlyEvidence',
  'general-report': 'generalReport',
  verification: 'verification',
} as const satisfies Record<CaseKind, string>;

/** The same for every kind of case that there is. */
export const TYPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...WORKFLOW_TYPES,
    'city-cycle': 'cityCycle',
    auction: 'auction',
    approval: 'approval',
  } satisfies Record<Exclude<AnyKind, StandingKind>, string>),
);

export const OUTBOX_TYPE = 'outbox';

/** The check of the whole book, started every night by the schedule of the same id. */
export const NIGHTLY_CHECK_TYPE = 'nightlyCheck';
export const nightlyCheckIdOf = (prefix = ''): string => `${prefix}nightly-check`;

/** Whether a workflow of a type, on a queue, can be one that runs a case: under a case's name anybody can start anything by hand. */
export const canRunCases = (run: { readonly type: string; readonly taskQueue: string }, taskQueue: string): boolean =>
  run.taskQueue === taskQueue && [...TYPE_OF.values()].includes(run.type);
