import { hundredthsHalfUp, isLess, minus, over, sum, times, ZERO, type Amount } from '../model/amount.js';
import { FUELS, type Fuel } from '../model/fuel.js';
import { line, QuestionError, type Reasoned, type WorkingStep } from './working.js';

/** What a fuel carries: 低位发热量 in GJ per unit, 单位热值含碳量 in tC/TJ, 碳氧化率 as a share. */
export interface FuelFactors {
  readonly ncv: Amount;
  readonly carbonContent: Amount;
  readonly oxidation: Amount;
}
/** Consumption in 10⁴ Nm³ of gas, in t of the others; own measured factors go before the rulebook's. */
export interface FuelUse extends Partial<FuelFactors> {
  readonly fuel: Fuel;
  readonly consumption: Amount;
}
export interface EmissionsInput {
  readonly fuels: readonly FuelUse[];
  readonly electricityMWh: Amount;
  /** 绿电: the part of the electricity that was bought as green on the market. */
  readonly greenElectricityMWh: Amount;
  readonly heatGJ: Amount;
  /** 过程排放, in t. */
  readonly process: Amount;
}
export interface EmissionsValues {
  readonly fuels: Readonly<Record<Fuel, FuelFactors>>;
  readonly co2Mass: Amount;
  readonly carbonMass: Amount;
  /** t/MWh, t/MWh, t/GJ. */
  readonly electricityFactor: Amount;
  readonly greenElectricityFactor: Amount;
  readonly heatFactor: Amount;
}
/** In tonnes of CO2, each part rounded once to 0.01 t; the total is their sum. */
export interface EmissionsAnswer {
  readonly fossil: Amount;
  readonly electricity: Amount;
  readonly heat: Amount;
  readonly process: Amount;
  readonly total: Amount;
}

export const EMISSIONS_RESTS = [
  'emissions.formula',
  'emissions.co2-mass',
  'emissions.carbon-mass',
  ...FUELS.flatMap((fuel) => [`fuel.${fuel}.ncv`, `fuel.${fuel}.carbon-content`, `fuel.${fuel}.oxidation`]),
  'electricity.factor',
  'green-electricity.factor',
  'heat.factor',
  'emissions.rounding',
];

/** 1 TJ is a thousand GJ: the factors are given in the one, heat in the other. */
const GJ_IN_TJ = '1000';

const factorsOf = (use: FuelUse, values: EmissionsValues): FuelFactors & { readonly rests: readonly string[] } => {
  const table = values.fuels[use.fuel];
  return {
    ncv: use.ncv ?? table.ncv,
    carbonContent: use.carbonContent ?? table.carbonContent,
    oxidation: use.oxidation ?? table.oxidation,
    rests: [
      ...(use.ncv === undefined ? [`fuel.${use.fuel}.ncv`] : []),
      ...(use.carbonContent === undefined ? [`fuel.${use.fuel}.carbon-content`] : []),
      ...(use.oxidation === undefined ? [`fuel.${use.fuel}.oxidation`] : []),
    ],
  };
};

/** Fuels: consumption × NCV × carbon content × oxidation, summed as carbon and turned into CO2 in one division. */
const fossilOf = (uses: readonly FuelUse[], values: EmissionsValues): { fossil: Amount; working: WorkingStep[] } => {
  const toCo2 = (scaledCarbon: Amount): Amount => over(times(scaledCarbon, values.co2Mass), times(GJ_IN_TJ, values.carbonMass));
  const working: WorkingStep[] = [];
  const carbon = uses.map((use) => {
    const { ncv, carbonContent, oxidation, rests } = factorsOf(use, values);
    const scaled = times(times(times(use.consumption, ncv), carbonContent), oxidation);
    const step = `${use.fuel}: ${use.consumption} × ${ncv} × ${carbonContent} × ${oxidation} × ${values.co2Mass}/${values.carbonMass}`;
    const named = ['emissions.formula', 'emissions.co2-mass', 'emissions.carbon-mass', ...rests];
    working.push(line(`${step} (shown to hundredths)`, hundredthsHalfUp(toCo2(scaled)), 't', ...named));
    return scaled;
  });
  return { fossil: hundredthsHalfUp(toCo2(sum(carbon))), working };
};

const electricityOf = (input: EmissionsInput, values: EmissionsValues): { electricity: Amount; step: WorkingStep } => {
  const { electricityMWh: all, greenElectricityMWh: green } = input;
  if (isLess(all, green))
    throw new QuestionError(
      'bad-input',
      ['greenElectricityMWh'],
      `绿电 ${green} MWh 超过总用电量 ${all} MWh：绿电是 electricityMWh 的一部分`,
      `${green} MWh of green electricity exceed the ${all} MWh used: it is a part of electricityMWh`,
    );
  const grey = times(minus(all, green), values.electricityFactor);
  const electricity = hundredthsHalfUp(sum([grey, times(green, values.greenElectricityFactor)]));
  const rests = ['electricity.factor', ...(isLess(ZERO, green) ? ['green-electricity.factor'] : []), 'emissions.rounding'];
  const step = `电力 / electricity: (${all} − ${green}) × ${values.electricityFactor} + ${green} × ${values.greenElectricityFactor}`;
  return { electricity, step: line(step, electricity, 't', ...rests) };
};

/**
 * 二(一) 碳排放核算: fuels, electricity, heat and process in t CO2, exact until the one rounding of each part;
 * 通过市场化手段购买使用的绿电碳排放量核算为零. Refuses more green electricity than electricity.
 */
export function emissions(input: EmissionsInput, values: EmissionsValues): Reasoned<EmissionsAnswer> {
  const { fossil, working } = fossilOf(input.fuels, values);
  const { electricity, step } = electricityOf(input, values);
  const heat = hundredthsHalfUp(times(input.heatGJ, values.heatFactor));
  const process = hundredthsHalfUp(input.process);
  const total = sum([fossil, electricity, heat, process]);
  const heatRests = isLess(ZERO, input.heatGJ) ? ['heat.factor', 'emissions.rounding'] : ['emissions.rounding'];
  return {
    answer: { fossil, electricity, heat, process, total },
    working: [
      ...working,
      line('化石燃料 / fossil fuels, rounded', fossil, 't', 'emissions.rounding'),
      step,
      line(`热力 / heat: ${input.heatGJ} × ${values.heatFactor}`, heat, 't', ...heatRests),
      line('过程 / process, rounded', process, 't', 'emissions.rounding'),
      line('合计 / total', total, 't', 'emissions.rounding'),
    ],
  };
}
