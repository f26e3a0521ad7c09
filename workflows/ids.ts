import type { CaseKind } from '../domain/model/case.js';

/** All ids are made and read here. A case is `2024/BJ-0001/compliance-cycle`; its workflow has the same id after an optional prefix. */

export const caseIdOf = (cycle: number, unit: string, kind: CaseKind): string => `${String(cycle)}/${unit}/${kind}`;

/** A verification is its unit's and its verifier's, `2024/BJ-0001/verification/V-01`. */
export const verificationIdOf = (cycle: number, unit: string, verifier: string): string =>
  `${caseIdOf(cycle, unit, 'verification')}/${verifier}`;

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
export const TYPE_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(WORKFLOW_TYPES),
  ['city-cycle', 'cityCycle'],
  ['auction', 'auction'],
  ['approval', 'approval'],
]);

export const OUTBOX_TYPE = 'outbox';

/** The check of the whole book, started every night by the schedule of the same id. */
export const NIGHTLY_CHECK_TYPE = 'nightlyCheck';
export const nightlyCheckIdOf = (prefix = ''): string => `${prefix}nightly-check`;

/** An auction is a case of the city, `2024/2024-1/auction`. */
export const auctionCaseIdOf = (cycle: number, auction: string): string => `${String(cycle)}/${auction}/auction`;

/** The city authority's own case of a cycle, `2024/city/city-cycle`. */
export const cityCaseIdOf = (cycle: number): string => `${String(cycle)}/city/city-cycle`;
