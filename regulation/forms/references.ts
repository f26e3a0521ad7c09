import type { Source } from '../source.js';
import type { Check, CheckName, Field, Form, Term, Totals } from './form.js';
import type { FormFile } from './shape.js';

type Place = readonly (string | number)[];
type Content = Omit<Form, 'digest'>;

/** What each check has to be told. */
const TOLD: Readonly<Record<CheckName, readonly (keyof Check)[]>> = {
  plausibility: [],
  'annual-match': [],
  'against-verification': [],
  'against-first-report': [],
  'same-verifier': ['field'],
  'adds-up': ['table', 'column', 'field', 'zh', 'en'],
  'of-the-month': ['table', 'column', 'zh', 'en'],
  'read-off': ['table', 'column', 'zh', 'en'],
  'not-above': ['field', 'than', 'zh', 'en'],
  'negative-difference': [],
  'difference-explained': [],
  'reported-as-filed': [],
  'its-makers-own': ['field'],
  'adjustment-ground': ['field'],
  'named-twice': ['table', 'column', 'zh', 'en'],
  'factor-slip': [],
  'factors-as-filed': [],
  'factors-as-verified': [],
  'activity-as-filed': [],
};
/** Checks that may name one table besides: why a figure is zero. */
const MAY: Readonly<Partial<Record<CheckName, readonly (keyof Check)[]>>> = { plausibility: ['table'] };
/** The columns that a check looks for in its table by their names. */
const IN_TABLE: Readonly<Partial<Record<CheckName, readonly string[]>>> = {
  plausibility: ['figure', 'because'],
  'read-off': ['from', 'to'],
};

/** What a check looks for in its form by name. */
const IN_FORM: Readonly<Partial<Record<CheckName, readonly string[]>>> = {
  'adjustment-ground': ['facilities.facility', 'facilities.tonnes', 'baseYears.emissions'],
};

/** What stands in a form, by name: fields by themselves, columns after their table. */
class Names {
  readonly fields = new Map<string, Field>();
  readonly tables = new Set<string>();
  private readonly source: Source<FormFile>;

  constructor(form: Content, source: Source<FormFile>) {
    this.source = source;
    form.sections.forEach((section, s) => {
      section.fields.forEach((field, n) => {
        this.put(field.name, field, ['sections', s, 'fields', n, 'name']);
      });
      section.tables.forEach((table, t) => {
        const at = ['sections', s, 'tables', t];
        if (this.tables.has(table.name) || this.fields.has(table.name))
          source.fail('duplicate-field', [...at, 'name'], `${table.name} 重复`, `${table.name} stands here twice`);
        this.tables.add(table.name);
        table.columns.forEach((column, n) => {
          this.put(`${table.name}.${column.name}`, column, [...at, 'columns', n, 'name']);
        });
        table.columns.forEach((column, n) => {
          this.when(column, `${table.name}.`, [...at, 'columns', n]);
        });
      });
    });
    form.sections.forEach((section, s) => {
      section.fields.forEach((field, n) => {
        this.when(field, '', ['sections', s, 'fields', n]);
      });
    });
  }

  private put(name: string, field: Field, at: Place): void {
    if (this.fields.has(name) || this.tables.has(name))
      this.source.fail('duplicate-field', at, `${name} 重复`, `${name} stands here twice`);
    this.fields.set(name, field);
  }

  /** A condition names another field, and something that can stand in it. */
  private when({ requiredWhen: when }: Field, before: string, at: Place): void {
    if (!when) return;
    const { options } = this.need(`${before}${when.field}`, [...at, 'required-when', 'field']);
    if (options && !options.some(({ value }) => value === when.is))
      this.source.fail(
        'bad-value',
        [...at, 'required-when', 'is'],
        `${when.field} 中不能选 ${when.is}`,
        `${when.is} cannot be chosen in ${when.field}`,
      );
  }

  need(name: string, at: Place, types?: readonly Field['type'][]): Field {
    const field = this.fields.get(name);
    if (!field) return this.source.fail('unknown-field', at, `表单中没有 ${name} 一项`, `the form has no field ${name}`);
    if (types && !types.includes(field.type))
      this.source.fail(
        'unknown-field',
        at,
        `${name} 的类型为 ${field.type}，应为 ${types.join('、')}`,
        `${name} is a field of type ${field.type}, and ${types.join(' or ')} is needed`,
      );
    return field;
  }

  table(name: string, at: Place): void {
    if (!this.tables.has(name)) this.source.fail('unknown-field', at, `表单中没有表 ${name}`, `the form has no table ${name}`);
  }
}

/** The acts that file what a notice asks besides. */
const FURTHER_ACTS = ['submit-further-filing', 'submit-verifier-filing'];

const NUMBERS = ['amount', 'whole'] as const;

function checkTotals(totals: Totals, names: Names): void {
  const { fuels } = totals;
  if (fuels) {
    const at = ['totals', 'fuels'];
    names.table(fuels.table, [...at, 'table']);
    names.need(`${fuels.table}.${fuels.fuel}`, [...at, 'fuel'], ['fuel']);
    for (const part of ['consumption', 'ncv', 'carbonContent', 'oxidation'] as const) {
      const column = fuels[part];
      if (column !== undefined) names.need(`${fuels.table}.${column}`, [...at, part], NUMBERS);
    }
    if (fuels.reported !== undefined) names.need(`${fuels.table}.${fuels.reported}`, [...at, 'reported'], NUMBERS);
    if (fuels.explained !== undefined) names.need(`${fuels.table}.${fuels.explained}`, [...at, 'explained']);
  }
  for (const [source, { reported, explained }] of Object.entries(totals.compared ?? {})) {
    names.need(reported, ['totals', 'compared', source, 'reported'], NUMBERS);
    names.need(explained, ['totals', 'compared', source, 'explained']);
  }
  for (const [part, name] of Object.entries(totals.reported ?? {})) names.need(name, ['totals', 'reported', part], NUMBERS);
  for (const part of ['electricityMWh', 'greenElectricityMWh', 'heatGJ', 'process'] as const) {
    const term: Term | undefined = totals[part];
    for (const side of ['plus', 'minus'] as const)
      (term?.[side] ?? []).forEach((name, n) => names.need(name, ['totals', part, side, n], NUMBERS));
  }
  for (const [total, name] of Object.entries(totals.stated)) names.need(name, ['totals', 'stated', total], NUMBERS);
}

function checkCheck(check: Check, names: Names, source: Source<FormFile>, at: Place): void {
  const [must, may] = [TOLD[check.check], MAY[check.check] ?? []];
  for (const key of must)
    if (check[key] === undefined)
      source.fail(
        'missing-key',
        at,
        `校验 ${check.check} 须写明 ${must.join('、')}`,
        `the check ${check.check} has to be told ${must.join(', ')}`,
      );
  for (const key of ['field', 'than', 'table', 'column', 'zh', 'en'] as const)
    if (check[key] !== undefined && !must.includes(key) && !may.includes(key))
      source.fail(
        'unknown-key',
        [...at, key],
        `校验 ${check.check} 只写 ${[...must, ...may].join('、') || '名称'}`,
        `the check ${check.check} is told ${[...must, ...may].join(', ') || 'nothing'}`,
      );
  checkNamed(check, names, at);
}

/** Whatever a check names stands in its form. */
function checkNamed(check: Check, names: Names, at: Place): void {
  if (check.table !== undefined) names.table(check.table, [...at, 'table']);
  if (check.column !== undefined) names.need(`${check.table ?? ''}.${check.column}`, [...at, 'column']);
  if (check.field !== undefined) names.need(check.field, [...at, 'field']);
  if (check.than !== undefined) names.need(check.than, [...at, 'than'], NUMBERS);
  for (const name of IN_FORM[check.check] ?? []) names.need(name, [...at, 'check']);
  for (const column of IN_TABLE[check.check] ?? [])
    if (check.table !== undefined) names.need(`${check.table}.${column}`, [...at, 'table']);
}

/** Every name that a form uses is one that it has. Throws a RegulationError at the place of one that is not. */
export function checkReferences(form: Content, source: Source<FormFile>): void {
  const names = new Names(form, source);
  if (form.totals) checkTotals(form.totals, names);
  form.brings.forEach((one, n) => {
    const at = ['brings', n];
    const { field, total, month, term, fuels, yes, table, compared } = one;
    const told = [field, total, month, term, fuels, yes, table, compared].filter((said) => said !== undefined);
    if (told.length !== 1)
      source.fail(
        'bad-shape',
        at,
        `${one.to}：请写明 field、total、month、term、fuels、yes、table、compared 之一`,
        `${one.to}: say one of field, total, month, term, fuels, yes, table, compared`,
      );
    if (one.field !== undefined) names.need(one.field, [...at, 'field']);
    if (one.table !== undefined) names.table(one.table, [...at, 'table']);
    if ((one.total !== undefined || one.term !== undefined || one.fuels) && !form.totals)
      source.fail('unknown-field', at, `${one.to}：表单没有合计`, `${one.to}: the form has no totals`);
    if (one.compared && !form.totals?.compared)
      source.fail(
        'unknown-field',
        at,
        `${one.to}：合计没有说明比较什么`,
        `${one.to}: the totals say nothing of what is compared`,
      );
    if (one.month && !form.monthly)
      source.fail('unknown-field', at, `${one.to}：表单不按月填报`, `${one.to}: the form is of no month`);
  });
  form.checks.forEach((check, n) => {
    checkCheck(check, names, source, ['checks', n]);
  });
  if ((form.brings.length > 0 || form.filing !== undefined) !== (form.act !== undefined))
    source.fail(
      'bad-shape',
      ['act'],
      '带入的内容由一个事项带入：两者都有，或都没有',
      'what is brought is brought by an act: both, or neither',
    );
  if ((form.filing !== undefined) !== (form.act !== undefined && FURTHER_ACTS.includes(form.act)))
    source.fail(
      'bad-shape',
      ['filing'],
      `材料由 ${FURTHER_ACTS.join('、')} 的表单指明，其他表单不指明`,
      `a filing is named by a form of ${FURTHER_ACTS.join(', ')}, and by no other`,
    );
}
