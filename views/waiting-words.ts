import { dutyCalled } from '../domain/letters/names.js';

/** What one thing that waits is called, in both languages, with its clause. */
export interface WaitingWords {
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
}

const dutyInEnglish = (name: string): string => {
  const [base = name, ...which] = name.split('/');
  return [base.replaceAll('-', ' '), ...which].join(' ');
};

/** `which` says which of several it is: the duty that was missed, the number of a query. */
type Words = (which: string) => WaitingWords;

const always =
  (zh: string, en: string, clause: string): Words =>
  () => ({ zh, en, clause });

const asQuery =
  (zh: string, en: string): Words =>
  (query) => ({ zh: `${zh}（第 ${query} 号）`, en: `${en} no. ${query}`, clause: '三(二)' });

const BESIDE: Readonly<Record<string, Words>> = {
  'decide-adjustment': always('配额调整申请待决定', 'adjustment applied for, to be decided', '三(二)'),
  'decide-offsets': always('抵销申请待决定', 'offsets applied for, to be decided', '三(四)'),
  referral: (duty) => ({
    zh: `未按规定报送，待依法处理：${dutyCalled(duty)?.zh ?? duty}`,
    en: `not filed as prescribed, to be dealt with: ${dutyInEnglish(duty)}`,
    clause: '五(二)',
  }),
  'decide-penalty': always('逾期未改正，待决定处罚', 'not put right in time, a penalty to be decided', '五(二)'),
  rectification: always('补足未清缴量', 'make good what was not surrendered', '三(四)'),
  'accept-engagement': always('答复核查委托', 'answer an engagement', '三(二)'),
  'answer-query': asQuery('答复核查疑问或者不符合项', 'answer a query or non-conformity,'),
  'close-query': asQuery('查看单位的答复', 'look at the answer of the unit to query'),
};

/** What waits, by its words: a duty, or what stands beside the duties, each told from others of its kind. */
export function waitingCalled(what: string): WaitingWords {
  const duty = dutyCalled(what);
  if (duty) return { zh: duty.zh, en: dutyInEnglish(what), clause: duty.clause };
  const [base = what, ...which] = what.split('/');
  return BESIDE[base]?.(which.join('/')) ?? { zh: what, en: what, clause: '' };
}
