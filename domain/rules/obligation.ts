import { wholeTonnesUp, type Amount } from '../model/amount.js';

export const OBLIGATION_RESTS = ['obligation.rounding'];

/** 三(四) 应清缴量: the confirmed emissions, rounded up to whole tonnes (policy). */
export const obligationOf = (confirmed: Amount): Amount => wholeTonnesUp(confirmed);
