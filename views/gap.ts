import { isLess, minus, sum, ZERO, type Amount } from '../domain/model/amount.js';
import type { UnitStanding } from './unit-status.js';

/** What a unit owes and what it has to give, in tonnes, as it stands. */
export interface Gap {
  readonly obligation: Amount;
  /** Surrendered by the unit, or collected by the platform. */
  readonly given: Amount;
  /** Allowances on the account. */
  readonly held: Amount;
  readonly offsets: Amount;
  /** What would be missing if the unit gave all its allowances now; zero where nothing would. */
  readonly gap: Amount;
  readonly left: Amount;
}

/** The gap of a unit; none while its obligation is not determined. Offsets are counted apart: they are used only as far as they are granted. */
export function gapOf({ cases, holdings }: Pick<UnitStanding, 'cases' | 'holdings'>): Gap | undefined {
  const facts = cases[0]?.facts;
  if (facts?.obligation === undefined) return undefined;
  const of = (product: boolean): Amount =>
    sum(holdings.filter((one) => (one.product === 'allowance') === product).map(({ quantity }) => quantity));
  const [held, offsets] = [of(true), of(false)];
  const given = sum([facts.surrendered, facts.collected].flatMap(({ allowances, offsets }) => [allowances, offsets]));
  const owes = minus(facts.obligation, given);
  const isShort = isLess(held, owes);
  return {
    obligation: facts.obligation,
    given,
    held,
    offsets,
    gap: isShort ? minus(owes, held) : ZERO,
    left: isShort ? ZERO : minus(held, owes),
  };
}
