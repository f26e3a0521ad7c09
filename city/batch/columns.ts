import type { Columns } from '../table/headings.js';

/** The columns of a batch of decisions, and the Chinese headings under which each may stand. */
export const BATCH_COLUMNS = {
  unit: { headings: ['单位编号', '编号'], needed: true, name: true },
  act: { headings: ['事项'], needed: true },
  amount: { headings: ['数量', '吨数'], amount: true },
  result: { headings: ['决定', '结果'] },
  basis: { headings: ['依据'] },
  with: { headings: ['其他内容'] },
  by: { headings: ['经办人'], needed: true, name: true },
  approvedBy: { headings: ['批准人'], needed: true, name: true },
} as const satisfies Columns<string>;
export type BatchColumn = keyof typeof BATCH_COLUMNS;

const { by, approvedBy, ...PROPOSED } = BATCH_COLUMNS;
/** The same where two requests are needed: who proposes is known by signing in, who approves is another. */
export const PROPOSAL_COLUMNS: Columns<BatchColumn> = {
  ...PROPOSED,
  by: { headings: by.headings, name: true },
  approvedBy: { headings: approvedBy.headings, name: true },
};

/** The decisions that a batch may hold under their Chinese names, and what their amount is called in the act. */
const DECISIONS: Readonly<Record<string, { readonly zh: string; readonly amount?: string }>> = {
  'pre-allocate': { zh: '预发', amount: 'amount' },
  'decide-adjustment': { zh: '调整决定', amount: 'tonnes' },
  'record-spot-check': { zh: '抽查', amount: 'emissions' },
  'confirm-emissions': { zh: '核定', amount: 'emissions' },
  allocate: { zh: '核发', amount: 'amount' },
  'decide-offsets': { zh: '抵销决定' },
  'decide-penalty': { zh: '处罚决定', amount: 'amount' },
  'correct-emissions': { zh: '排放量更正', amount: 'emissions' },
  'correct-allocation': { zh: '配额更正', amount: 'amount' },
};
const RESULTS: Readonly<Record<string, string>> = { accept: 'accept', 同意: 'accept', reject: 'reject', 不同意: 'reject' };

/** The act that is meant, by its own name or its Chinese one; what is neither is left as it is. */
export const actMeant = (said: string): string => Object.entries(DECISIONS).find(([, { zh }]) => zh === said)?.[0] ?? said;

/** What the amount of an act is called in it; none where it brings no amount of its own. */
export const amountOf = (act: string): string | undefined => (Object.hasOwn(DECISIONS, act) ? DECISIONS[act]?.amount : undefined);

export const resultMeant = (said: string): string | undefined => (Object.hasOwn(RESULTS, said) ? RESULTS[said] : undefined);
