import { times, wholeTonnesHalfUp, ZERO, type Amount } from '../model/amount.js';
import { line, QuestionError, type Reasoned } from './working.js';

export interface PreAllocationInput {
  /** 上一履约周期核定配额: of the last cycle; needed unless newly listed. */
  readonly lastApproved?: Amount;
  readonly settledLastCycle?: boolean;
  readonly newlyListed: boolean;
}

export const PRE_ALLOCATION_RESTS = ['pre-allocation.share', 'pre-allocation.condition', 'allocation.rounding'];

/** Why a unit cannot have a pre-allocation, or nothing if it can. Binds stated amounts too. */
export const noPreAllocationBecause = (
  input: Pick<PreAllocationInput, 'newlyListed' | 'settledLastCycle'>,
): 'newly-listed' | 'not-settled' | undefined =>
  input.newlyListed ? 'newly-listed' : input.settledLastCycle === true ? undefined : 'not-settled';

/** 三(三)2 免费配额预发: a share of the last cycle's approved allowance in whole tonnes, half up; zero for whom it is not. */
export function preAllocation(
  input: PreAllocationInput,
  values: { readonly share: Amount },
): Reasoned<{ readonly amount: Amount }> {
  const none = noPreAllocationBecause(input);
  if (none !== undefined) {
    const why =
      none === 'newly-listed'
        ? '新增单位不预发 / none for a newly listed unit'
        : '上一周期未完成清缴，不预发 / the last cycle was not settled';
    return { answer: { amount: ZERO }, working: [line(why, ZERO, 't', 'pre-allocation.condition')] };
  }
  if (input.lastApproved === undefined)
    throw new QuestionError(
      'bad-input',
      ['lastApproved'],
      '缺少：请写明上一周期的核定配额',
      'is missing: state the approved allowance of the last cycle',
    );
  const amount = wholeTonnesHalfUp(times(input.lastApproved, values.share));
  const step = `预发 / pre-allocation: ${input.lastApproved} × ${values.share}, whole tonnes`;
  return { answer: { amount }, working: [line(step, amount, 't', ...PRE_ALLOCATION_RESTS)] };
}
