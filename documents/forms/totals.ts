import { isAmount, isEqual, isLess, minus, smaller, sum, ZERO, type Amount } from '../../domain/model/amount.js';
import { FUELS, type Fuel } from '../../domain/model/fuel.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { emissions, type EmissionsInput, type EmissionsValues, type FuelUse } from '../../domain/rules/emissions.js';
import type { Finding } from '../../domain/rules/finding.js';
import type { WorkingStep } from '../../domain/rules/working.js';
import { TOTALS, type Form, type FuelTable, type Term, type TotalName } from '../../regulation/forms/form.js';
import { emissionsValues } from '../../regulation/values.js';
import { rowsOf, textOf, type Row, type Values } from './values.js';
import { withSlip } from './slipped.js';
import type { SlipValues } from '../../domain/rules/slips.js';

/** In tonnes of CO2, as the rule computes them. */
export type Computed = Readonly<Record<TotalName, Amount>>;

export const amountIn = (said: string | undefined): Amount[] => (said !== undefined && isAmount(said) ? [said] : []);

/** The amounts that a reference names: a field, or every row of a column. */
const amountsOf = (values: Values, reference: string): Amount[] => {
  const [name = '', column] = reference.split('.');
  return column === undefined ? amountIn(textOf(values, name)) : rowsOf(values, name).flatMap((row) => amountIn(row[column]));
};

export const sidesOf = (values: Values, term: Term | undefined): { readonly plus: Amount; readonly minus: Amount } => ({
  plus: sum((term?.plus ?? []).flatMap((name) => amountsOf(values, name))),
  minus: sum((term?.minus ?? []).flatMap((name) => amountsOf(values, name))),
});

/** What a term comes to; nothing where more is taken off than there is. */
export const termOf = (values: Values, term: Term | undefined): Amount => {
  const { plus, minus: less } = sidesOf(values, term);
  return isLess(plus, less) ? ZERO : minus(plus, less);
};

const isFuel = (said: string | undefined): said is Fuel => FUELS.some((fuel) => fuel === said);

const factor = (row: Row, column: string | undefined): Amount | undefined =>
  column === undefined ? undefined : amountIn(row[column])[0];

/** The fuels of a form's table, as the rules take them. */
function fuelsOf(values: Values, table: FuelTable | undefined): FuelUse[] {
  if (!table) return [];
  return rowsOf(values, table.table).flatMap((row): FuelUse[] => {
    const fuel = row[table.fuel];
    const [consumption] = amountIn(row[table.consumption]);
    if (!isFuel(fuel) || consumption === undefined) return [];
    const [ncv, carbonContent, oxidation] = [table.ncv, table.carbonContent, table.oxidation].map((one) => factor(row, one));
    return [
      {
        fuel,
        consumption,
        ...(ncv === undefined ? {} : { ncv }),
        ...(carbonContent === undefined ? {} : { carbonContent }),
        ...(oxidation === undefined ? {} : { oxidation }),
      },
    ];
  });
}

/** What the rule of emissions is asked of a document; green electricity counts up to what was used. */
export function activityOf({ totals }: Form, values: Values): EmissionsInput {
  const electricityMWh = termOf(values, totals?.electricityMWh);
  return {
    fuels: fuelsOf(values, totals?.fuels),
    electricityMWh,
    greenElectricityMWh: smaller(termOf(values, totals?.greenElectricityMWh), electricityMWh),
    heatGJ: termOf(values, totals?.heatGJ),
    process: termOf(values, totals?.process),
  };
}

const kept = new WeakMap<Rulebook, EmissionsValues>();
export const factorsBy = (rulebook: Rulebook): EmissionsValues => {
  const values = kept.get(rulebook) ?? emissionsValues(rulebook);
  kept.set(rulebook, values);
  return values;
};

/** The totals of a document by the rule that its form names, with their working; none where the form has none. */
export function computeTotals(
  form: Form,
  values: Values,
  rulebook: Rulebook,
): { readonly totals: Computed; readonly working: readonly WorkingStep[] } | undefined {
  if (!form.totals) return undefined;
  const { answer, working } = emissions(activityOf(form, values), factorsBy(rulebook));
  return { totals: { ...answer }, working };
}

const WORDS: Readonly<Record<TotalName, readonly [zh: string, en: string]>> = {
  fossil: ['化石燃料排放量', 'the emissions of fossil fuels'],
  electricity: ['电力排放量', 'the emissions of electricity'],
  heat: ['热力排放量', 'the emissions of heat'],
  process: ['过程排放量', 'the process emissions'],
  total: ['排放总量', 'the total'],
};

/** Where a total that is stated is not the one that is computed: the computed one counts. */
export function statedOtherwise(form: Form, values: Values, totals: Computed, slips: SlipValues): Finding[] {
  return TOTALS.flatMap((name): Finding[] => {
    const field = form.totals?.stated[name];
    const [stated] = field === undefined ? [] : amountIn(textOf(values, field));
    const computed = totals[name];
    if (stated === undefined || isEqual(stated, computed)) return [];
    const [zh, en] = WORDS[name];
    const finding: Finding = {
      code: 'total-differs',
      severity: name === 'total' ? 'error' : 'warning',
      about: name,
      zh: `填报的${zh} ${stated} 吨与按活动数据计算的 ${computed} 吨不一致，以计算值为准`,
      en: `${en} is stated as ${stated} t and computed as ${computed} t: the computed figure counts`,
      numbers: { stated, computed },
    };
    return [withSlip(finding, stated, computed, slips)];
  });
}

/** Where more is taken off than there is. */
export function negativeDifferences({ totals }: Form, values: Values, severity: Finding['severity']): Finding[] {
  return (['electricityMWh', 'greenElectricityMWh', 'heatGJ', 'process'] as const).flatMap((name): Finding[] => {
    const { plus, minus: less } = sidesOf(values, totals?.[name]);
    if (!isLess(plus, less)) return [];
    return [
      {
        code: 'more-passed-on',
        severity,
        about: name,
        zh: `转供量 ${less} 大于购入量 ${plus}`,
        en: `more is passed on (${less}) than was bought (${plus})`,
        numbers: { bought: plus, passedOn: less },
      },
    ];
  });
}
