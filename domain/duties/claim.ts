import { isZero, plus, rest, smaller, sum, type Amount } from '../model/amount.js';
import type { Case, Covered, LotQuantity } from '../model/case.js';
import { dayOf, type Instant } from '../model/instant.js';
import type { AccountEffect, Claim } from '../model/step.js';

/** Allowances and offsets together. */
export const tonnesOf = (covered: Covered): Amount => plus(covered.allowances, covered.offsets);

/** What a unit still owes towards its obligation; nothing before the confirmation. */
export const owedBy = (c: Case): Amount =>
  c.facts.obligation === undefined
    ? '0'
    : rest(c.facts.obligation, sum([tonnesOf(c.facts.surrendered), tonnesOf(c.facts.collected)]));

/** The open claim as the account is asked to meet it. Throws where nothing is confirmed: a claim needs an obligation. */
export function claimOf(c: Case, at: Instant): Claim {
  const { confirmed, obligation, surrendered, collected } = c.facts;
  if (confirmed === undefined || obligation === undefined) throw new Error(`${c.id}: no claim before the confirmation`);
  return {
    confirmed,
    obligation,
    surrendered: {
      allowances: plus(surrendered.allowances, collected.allowances),
      offsets: plus(surrendered.offsets, collected.offsets),
      outside: plus(surrendered.outside, collected.outside),
    },
    on: dayOf(at),
    ...c.terms.offsets,
    deadline: c.terms.dates.surrender,
  };
}

/** Adds what a step covered. */
export const addCovered = (a: Covered, b: Covered): Covered => ({
  allowances: plus(a.allowances, b.allowances),
  offsets: plus(a.offsets, b.offsets),
  outside: plus(a.outside, b.outside),
});

/** The same less a part of it. */
export const lessCovered = (a: Covered, b: Covered): Covered => ({
  allowances: rest(a.allowances, b.allowances),
  offsets: rest(a.offsets, b.offsets),
  outside: rest(a.outside, b.outside),
});

/** Lets go what the case has set aside for its application for offsets: all of it, or only what is now asked of it. */
export function releases(c: Case, asked: readonly LotQuantity[] | undefined = c.facts.reserved): AccountEffect[] {
  const lots = c.facts.reserved
    .map(({ lot, quantity }) => ({
      lot,
      quantity: smaller(quantity, asked.find((one) => one.lot === lot)?.quantity ?? '0'),
    }))
    .filter(({ quantity }) => !isZero(quantity));
  return lots.length > 0 ? [{ kind: 'release', lots }] : [];
}
