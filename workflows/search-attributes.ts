import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';

/** What staff filter and sort cases by. Registered at the server before the first case starts. */
const UNIT = defineSearchAttributeKey('Unit', 'KEYWORD');
export const DISTRICT = defineSearchAttributeKey('District', 'KEYWORD');
const CASE_KIND = defineSearchAttributeKey('CaseKind', 'KEYWORD');
const CYCLE = defineSearchAttributeKey('Cycle', 'INT');
export const PHASE = defineSearchAttributeKey('Phase', 'KEYWORD');
export const WAITING_FOR = defineSearchAttributeKey('WaitingFor', 'KEYWORD');
/** How many duties of the case are overdue. */
export const OVERDUE = defineSearchAttributeKey('Overdue', 'INT');
export const NEXT_DEADLINE = defineSearchAttributeKey('NextDeadline', 'DATETIME');

/** What is known of a case when it starts: given then, so that it costs no event. All but the district never changes. */
export const constantAttributes = (c: {
  readonly unit: string;
  readonly district: string;
  readonly kind: string;
  readonly cycle: number;
}): SearchAttributePair[] => [
  { key: UNIT, value: c.unit },
  { key: DISTRICT, value: c.district },
  { key: CASE_KIND, value: c.kind },
  { key: CYCLE, value: c.cycle },
];
