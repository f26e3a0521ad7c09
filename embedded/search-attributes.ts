/** What staff can search and sort cases by in the Temporal UI; registered before the first case is opened. */
export const SEARCH_ATTRIBUTES = {
  Unit: 'Keyword',
  District: 'Keyword',
  Cycle: 'Int',
  Phase: 'Keyword',
  WaitingFor: 'Keyword',
  NextDeadline: 'Datetime',
  Overdue: 'Int',
  CaseKind: 'Keyword',
} as const;

export type SearchAttributeType = (typeof SEARCH_ATTRIBUTES)[keyof typeof SEARCH_ATTRIBUTES];
