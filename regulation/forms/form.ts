import type { Fuel } from '../../domain/model/fuel.js';
import type { Cite, Status } from '../../domain/model/rulebook.js';
import type { Severity } from '../../domain/rules/finding.js';

/** What can be written in a field; each is text, kept as it was typed. */
export const FIELD_TYPES = [
  'text',
  'long-text',
  'amount',
  'whole',
  'day',
  'month',
  'year',
  'yes-no',
  'choice',
  'fuel',
  'credit-code',
  'industry-code',
  'telephone',
  'verifier',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Where something in a form is from, and how sure that is. */
export interface Sourced {
  readonly status: Status;
  readonly cite: Cite;
  readonly quote?: string;
  readonly reading?: string;
}
export interface Named {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}
/** One of the things that may be chosen. */
export interface Option {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** One thing to write down. */
export interface Field extends Named, Sourced {
  readonly type: FieldType;
  readonly unit?: string;
  /** What may be chosen; of a fuel, of yes or no too. */
  readonly options?: readonly Option[];
  /** Of a number its bounds, both allowed; of a text how many characters it may have. */
  readonly least?: string;
  readonly most?: string;
  readonly required: boolean;
  /** Or only where another field, in a table one of the same row, says so. */
  readonly requiredWhen?: { readonly field: string; readonly is: string };
  readonly help?: { readonly zh: string; readonly en: string };
}

/** Rows of the same fields. */
export interface Table extends Named, Sourced {
  readonly least: number;
  readonly most: number;
  readonly columns: readonly Field[];
}
export interface Section extends Named {
  readonly fields: readonly Field[];
  readonly tables: readonly Table[];
}

/** A sum of fields and of columns, less others: `electricityBought`, `process.emissions`. */
export interface Term {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}
/** The columns of a table in which fuels stand. */
export interface FuelTable {
  readonly table: string;
  readonly fuel: string;
  readonly consumption: string;
  readonly ncv?: string;
  readonly carbonContent?: string;
  readonly oxidation?: string;
  /** Of a verification: what was reported, and why something else was found. */
  readonly reported?: string;
  readonly explained?: string;
}
/** Of a verification: the fields in which stand what was reported of a part of the total, and why something else was found. */
export interface Compared {
  readonly reported: string;
  readonly explained: string;
}
export const TOTALS = ['fossil', 'electricity', 'heat', 'process', 'total'] as const;
export type TotalName = (typeof TOTALS)[number];
export const SOURCES = ['fossil', 'electricity', 'heat', 'process'] as const;
export type SourceName = (typeof SOURCES)[number];

/** How the totals are computed, by which rule, and where the form lets them be stated as well. */
export interface Totals {
  readonly rule: 'emissions';
  readonly fuels?: FuelTable;
  readonly electricityMWh?: Term;
  readonly greenElectricityMWh?: Term;
  readonly heatGJ?: Term;
  readonly process?: Term;
  readonly stated: Readonly<Partial<Record<TotalName, string>>>;
  readonly compared?: Readonly<Partial<Record<SourceName, Compared>>>;
  /** Of a verification: the fields in which stands what was reported of energy that was bought. */
  readonly reported?: { readonly electricityMWh?: string; readonly heatGJ?: string };
}

/** One part of the short form of the act that files the document: a field, a total, or the columns of a table. */
export interface Brought {
  /** `emissions`, `verifierReport.verifier`. */
  readonly to: string;
  readonly field?: string;
  readonly total?: TotalName;
  readonly month?: true;
  readonly term?: 'electricityMWh' | 'greenElectricityMWh' | 'heatGJ';
  readonly fuels?: true;
  readonly yes?: true;
  /** What was reported, what is verified, and why, source by source. */
  readonly compared?: true;
  /** A table of two columns, name and value. */
  readonly table?: string;
}

/** What is looked at beyond the shape, by name. */
export const CHECKS = [
  'plausibility',
  'annual-match',
  'against-verification',
  'against-first-report',
  'same-verifier',
  'adds-up',
  'of-the-month',
  'read-off',
  'not-above',
  'negative-difference',
  'difference-explained',
  'reported-as-filed',
  'its-makers-own',
  'adjustment-ground',
  'named-twice',
  'factor-slip',
  'factors-as-filed',
  'factors-as-verified',
  'activity-as-filed',
] as const;
export type CheckName = (typeof CHECKS)[number];
export interface Check {
  readonly check: CheckName;
  readonly severity: Severity;
  readonly field?: string;
  readonly than?: string;
  readonly table?: string;
  readonly column?: string;
  readonly zh?: string;
  readonly en?: string;
}

/** 表单: what a filing asks, as data. A document names its form's version and digest. */
export interface Form extends Named, Sourced {
  readonly version: number;
  /** The cycle with whose notice it came. */
  readonly cycle: number;
  /** `sha256:…` over the whole content. */
  readonly digest: string;
  /** Who makes a document of it. */
  readonly by: 'unit' | 'verifier';
  /** About which units. */
  readonly concerns: 'key' | 'general';
  readonly monthly: boolean;
  /** The act that files it. */
  readonly act?: string;
  /** Which of the filings that a notice asks besides it is the form of, by the notice's own name. */
  readonly filing?: string;
  /** Whether a document of it has to name a file at least. */
  readonly files: 'needed' | 'wished';
  readonly verified: string;
  readonly sections: readonly Section[];
  readonly totals?: Totals;
  readonly brings: readonly Brought[];
  readonly checks: readonly Check[];
}

export const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ fields }) => fields);
export const tablesOf = (form: Form): readonly Table[] => form.sections.flatMap(({ tables }) => tables);

export const FUEL_OPTIONS: readonly (Option & { readonly value: Fuel })[] = [
  { value: 'natural-gas', zh: '天然气', en: 'natural gas' },
  { value: 'gasoline', zh: '汽油', en: 'gasoline' },
  { value: 'diesel', zh: '柴油', en: 'diesel' },
  { value: 'lpg', zh: '液化石油气', en: 'liquefied petroleum gas' },
  { value: 'kerosene', zh: '煤油', en: 'kerosene' },
  { value: 'fuel-oil', zh: '燃料油', en: 'fuel oil' },
];
export const YES_NO: readonly Option[] = [
  { value: 'yes', zh: '是', en: 'yes' },
  { value: 'no', zh: '否', en: 'no' },
];
