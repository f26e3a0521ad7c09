import { isZero, minus, plain, plus, rest, smaller, sum, ZERO, type Amount } from '../model/amount.js';
import type { Day } from '../model/instant.js';
import { collectionOrder, isOfLaterYear, offsetOrder } from './collection-order.js';
import { obligationOf } from './obligation.js';
import { offsetEligibility } from './offset-eligibility.js';
import { offsetLimit } from './offset-limit.js';
import { line, QuestionError, type Reasoned, type WorkingStep } from './working.js';

/** A lot on the account, as far as collection cares. Quantities in tonnes. */
export interface HeldLot {
  readonly lot: string;
  readonly product: 'allowance' | 'ccer' | 'carbon-inclusive';
  readonly vintage?: number;
  readonly expiresOn?: Day;
  readonly origin?: 'beijing' | 'outside';
  readonly recordedOn?: Day;
  readonly quantity: Amount;
}
export interface CollectionInput {
  readonly confirmed: Amount;
  /** `offsetsOutside` is the part of `offsets` that is CCER from outside Beijing. */
  readonly surrendered: { readonly allowances: Amount; readonly offsets: Amount; readonly offsetsOutside: Amount };
  /** The day of collection: eligibility of offsets is judged on it. */
  readonly on: Day;
  readonly holdings: readonly HeldLot[];
}
export interface CollectionValues {
  readonly share: Amount;
  readonly outsideShare: Amount;
  readonly oldRecordedUpTo?: Day | undefined;
  readonly oldUsableTo?: Day | undefined;
  /** The surrender deadline, with which allowances may expire. */
  readonly deadline: Day;
  /** 排放年度: allowances of a later one are passed over. */
  readonly emissionYear: number;
}
export interface CollectionAnswer {
  readonly obligation: Amount;
  readonly moves: readonly { readonly lot: string; readonly quantity: Amount }[];
  readonly allowances: Amount;
  readonly offsets: Amount;
  readonly shortfall: Amount;
}

export const COLLECTION_RESTS = [
  'collection.happens',
  'collection.order',
  'collection.borrowing',
  'obligation.rounding',
  'surrender.due',
  'offsets.share',
  'offsets.outside-share',
  'offsets.rounding',
  'offsets.carbon-inclusive',
  'offsets.old-recorded-up-to',
  'offsets.old-usable-to',
  'deadline.day',
];

interface Running {
  owed: Amount;
  room: Amount;
  outsideRoom: Amount;
  readonly moves: { lot: string; quantity: Amount }[];
  readonly working: WorkingStep[];
}

const move = (state: Running, lot: HeldLot, quantity: Amount, ...rests: string[]): void => {
  if (isZero(quantity)) return;
  state.moves.push({ lot: lot.lot, quantity: plain(quantity) });
  state.owed = minus(state.owed, quantity);
  state.working.push(line(`收缴 / collected from ${lot.lot}`, quantity, 't', ...rests));
};

const takeOffset = (state: Running, lot: HeldLot, input: CollectionInput, values: CollectionValues): void => {
  const { product, origin = 'outside', recordedOn = '' } = lot;
  if (product === 'allowance') return;
  const judged = offsetEligibility({ product, origin, recordedOn, usedOn: input.on }, values);
  state.working.push(...judged.working.map((step) => ({ ...step, step: `${lot.lot}: ${step.step}` })));
  if (!judged.answer.eligible) return;
  const outside = product === 'ccer' && origin === 'outside';
  const room = outside ? smaller(state.room, state.outsideRoom) : state.room;
  const quantity = smaller(smaller(lot.quantity, state.owed), room);
  state.room = minus(state.room, quantity);
  if (outside) state.outsideRoom = minus(state.outsideRoom, quantity);
  const rests = outside ? ['offsets.share', 'offsets.outside-share', 'offsets.rounding'] : ['offsets.share', 'offsets.rounding'];
  if (isZero(quantity)) state.working.push(line(`${lot.lot}: 上限已满或已缴清 / no room or nothing owed`, ZERO, 't', ...rests));
  move(state, lot, quantity, ...rests);
};

/**
 * 三(四) 逾期未完成的，管理平台将自动收缴其账户内的配额及抵销产品，用于清缴: what forced collection takes, in which order, and what
 * stays short. Never more than is owed, held, or allowed by what is left of the two caps.
 */
export function collection(input: CollectionInput, values: CollectionValues): Reasoned<CollectionAnswer> {
  const { surrendered } = input;
  if (rest(surrendered.offsetsOutside, surrendered.offsets) !== ZERO)
    throw new QuestionError(
      'bad-input',
      ['surrendered', 'offsetsOutside'],
      'offsetsOutside 是 offsets 的一部分，不能超过它',
      'offsetsOutside is a part of offsets and cannot exceed it',
    );
  const obligation = obligationOf(input.confirmed);
  const owed = rest(obligation, plus(surrendered.allowances, surrendered.offsets));
  const caps = offsetLimit({ confirmed: input.confirmed }, values).answer;
  const state: Running = {
    owed,
    room: rest(caps.all, surrendered.offsets),
    outsideRoom: rest(caps.outsideBeijing, surrendered.offsetsOutside),
    moves: [],
    working: [
      line(`应清缴量 / obligation: ${input.confirmed} rounded up`, obligation, 't', 'obligation.rounding'),
      line('尚欠 / still owed', owed, 't', 'collection.happens'),
    ],
  };
  const allowances = input.holdings.filter((lot) => lot.product === 'allowance');
  for (const lot of allowances.filter((one) => isOfLaterYear(one, values.emissionYear)))
    state.working.push(
      line(`${lot.lot}: 晚于排放年度，不预借 / of a later year: passed over`, ZERO, 't', 'collection.borrowing'),
    );
  for (const lot of collectionOrder(allowances, values.deadline, values.emissionYear))
    move(state, lot, smaller(lot.quantity, state.owed), 'collection.order', ...(lot.expiresOn ? ['surrender.due'] : []));
  const fromAllowances = sum(state.moves.map(({ quantity }) => quantity));
  for (const lot of offsetOrder(input.holdings.filter((lot) => lot.product !== 'allowance')))
    takeOffset(state, lot, input, values);
  state.working.push(line('缺口 / shortfall', state.owed, 't', 'collection.happens'));
  return {
    answer: {
      obligation,
      moves: state.moves,
      allowances: fromAllowances,
      offsets: minus(minus(owed, state.owed), fromAllowances),
      shortfall: state.owed,
    },
    working: state.working,
  };
}
