import type { Account, Lot, LotFacts } from '../../domain/model/account.js';
import { isLess, isZero, minus, smaller, sum } from '../../domain/model/amount.js';
import type { LotQuantity } from '../../domain/model/case.js';
import type { BalanceLot } from '../../domain/model/first-day.js';
import type { Json } from '../../domain/model/json.js';
import { canonical, sha256 } from '../../records/chain.js';
import { grouped } from '../../records/grouped.js';
import type { Decision } from '../batch/read-batch.js';
import { error, warning, type Finding } from '../finding.js';
import type { Balance } from './read-balances.js';

/** What the book has of a unit's opening balances: by which event, of which cycle, what was entered of each lot; and the account as it stands. */
export interface Entered {
  readonly cycle: number;
  readonly event?: number;
  readonly lots: readonly LotQuantity[];
  readonly account: Account | undefined;
}

/** As whom, and with whose approval; nobody where it is still to be proposed, or only looked at. */
export interface Officers {
  readonly by: string;
  readonly approvedBy?: string;
}

export interface BalancesPlan {
  readonly decisions: readonly Decision[];
  readonly findings: readonly Finding[];
  /** Units whose balances stand as the table has them. */
  readonly asEntered: number;
  /** Units that have balances in the book and are not in the table. */
  readonly notInFile: readonly string[];
}

const ID_DIGITS = 24;

/** What makes two lots one and the same holding. */
const sameness = ({ product, vintage, origin, recordedOn, expiresOn }: LotFacts): string =>
  canonical({ product, vintage, origin, recordedOn, expiresOn });

/** Lots of a unit's lines, those of one sort together, in the order in which they first stand. */
const wantedBy = (balances: readonly Balance[]): { readonly key: string; readonly lot: BalanceLot }[] =>
  [...grouped(balances, ({ lot: { source: _source, quantity: _quantity, ...facts } }) => sameness(facts as LotFacts))].flatMap(
    ([key, alike]) => {
      const [first] = alike;
      const quantity = sum(alike.map(({ lot }) => lot.quantity));
      const source = [...new Set(alike.map(({ lot }) => lot.source))].join('；');
      return first ? [{ key, lot: { ...first.lot, quantity, source } }] : [];
    },
  );

interface Difference {
  readonly more: readonly BalanceLot[];
  readonly less: readonly LotQuantity[];
}

/** What a table has more and less than was entered, sort by sort; less is taken off the lot that was entered last. */
function differenceOf(balances: readonly Balance[], entered: Entered): Difference {
  const facts = new Map(entered.account?.lots.map((lot): [string, Lot] => [lot.lot, lot]));
  const known = entered.lots.flatMap((one) => {
    const lot = facts.get(one.lot);
    return lot && !isZero(one.quantity) ? [{ ...one, key: sameness(lot) }] : [];
  });
  const wanted = wantedBy(balances);
  const enteredOf = (key: string) => sum(known.filter((one) => one.key === key).map(({ quantity }) => quantity));
  const more = wanted.flatMap(({ key, lot }) => {
    const has = enteredOf(key);
    return isLess(has, lot.quantity) ? [{ ...lot, quantity: minus(lot.quantity, has) }] : [];
  });
  const less: LotQuantity[] = [];
  for (const key of new Set(known.map((one) => one.key))) {
    const wants = wanted.find((one) => one.key === key)?.lot.quantity ?? '0';
    let over = isLess(wants, enteredOf(key)) ? minus(enteredOf(key), wants) : '0';
    for (const one of known.filter((each) => each.key === key).reverse()) {
      const off = smaller(one.quantity, over);
      if (isZero(off)) continue;
      less.push({ lot: one.lot, quantity: off });
      over = minus(over, off);
    }
  }
  return { more, less };
}

const lineOf = (balances: readonly Balance[]): number => balances[0]?.line ?? 0;

function decide(unit: string, line: number, difference: Difference, replaces: number | undefined, who: Officers): Decision {
  const { more, less } = difference;
  const basis = replaces === undefined ? '期初持有量' : `期初持有量更正（事件 ${String(replaces)}）`;
  const brings: Json = {
    lots: more,
    ...(less.length === 0 ? {} : { less }),
    ...(replaces === undefined ? {} : { replaces }),
    basis,
  };
  const raw = { do: 'enter-opening-balances', for: unit, with: brings, ...who };
  return { line, unit, raw, id: `balances-${sha256(canonical({ unit, brings })).slice(0, ID_DIGITS)}` };
}

/** What is taken off must still be there, or it has been used meanwhile. */
const usedUp = (line: number, less: readonly LotQuantity[], { account }: Entered): Finding[] =>
  less.flatMap(({ lot, quantity }) => {
    const holds = account?.lots.find((one) => one.lot === lot)?.quantity ?? '0';
    return isLess(holds, quantity)
      ? [
          error(
            'less-than-entered',
            { line, column: 'quantity' },
            `${lot} 仅剩 ${holds} 吨，不能减少 ${quantity} 吨：已被使用，请另行更正`,
            `${lot} holds ${holds} t any more, ${quantity} t are to go: it has been used, correct what used it first`,
          ),
        ]
      : [];
  });

/**
 * Compares a table of opening balances with what was entered before: units of which nothing was entered, differences, what is as it was.
 * The same table again has nothing to do. Pure.
 */
export function planBalances(
  balances: readonly Balance[],
  book: ReadonlyMap<string, Entered>,
  cycle: number,
  who: Officers,
): BalancesPlan {
  const findings: Finding[] = [];
  const decisions: Decision[] = [];
  let asEntered = 0;
  const byUnit = grouped(balances, ({ unit }) => unit);
  for (const [unit, its] of byUnit) {
    const [line, entered] = [lineOf(its), book.get(unit)];
    if (!entered) {
      const year = String(cycle);
      findings.push(
        error(
          'unknown-unit',
          { line, column: 'unit' },
          `${year} 周期没有单位 ${unit} 的案件，请先导入名单`,
          `${unit} has no case in cycle ${year}: import the register first`,
        ),
      );
      continue;
    }
    const difference = differenceOf(its, entered);
    const { more, less } = difference;
    if (more.length + less.length === 0) {
      asEntered += 1;
      continue;
    }
    findings.push(...usedUp(line, less, entered), ...corrects(unit, line, difference, entered, cycle));
    decisions.push(decide(unit, line, difference, entered.event, who));
  }
  const notInFile = [...book].flatMap(([unit, { event }]) => (event !== undefined && !byUnit.has(unit) ? [unit] : [])).sort();
  return { decisions, findings, asEntered, notInFile };
}

const sorts = (lots: readonly { readonly quantity: string }[]): string =>
  lots.length === 0 ? '0' : sum(lots.map((one) => one.quantity));

function corrects(
  unit: string,
  line: number,
  { more, less }: Difference,
  { event, cycle: its }: Entered,
  cycle: number,
): Finding[] {
  if (event === undefined) return [];
  const place = { line, column: 'quantity' };
  if (its !== cycle) {
    const year = String(its);
    return [
      error(
        'entered-elsewhere',
        place,
        `${unit} 的期初持有量录入于 ${year} 周期，请以 --cycle ${year} 更正`,
        `${unit} has its balances from cycle ${year}: correct them with --cycle ${year}`,
      ),
    ];
  }
  const [up, down] = [sorts(more), sorts(less)];
  return [
    warning(
      'corrects-balance',
      place,
      `${unit} 已录入（事件 ${String(event)}）：增加 ${up} 吨，减少 ${down} 吨`,
      `${unit} has balances by event ${String(event)}: ${up} t more, ${down} t less`,
    ),
  ];
}
