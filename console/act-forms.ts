import { own } from '../domain/model/own.js';
import { definitionOf } from '../acts/vocabulary.js';
import { ungrouped } from '../domain/model/grouped.js';
import type { Json } from '../domain/model/json.js';
import { isMonth } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import { PERMISSIONS } from '../parties/permissions.js';
import { formOfFiling } from '../regulation/forms/load.js';
import { currentCycle } from '../regulation/named.js';
import type { ActForm, Field } from './act-form.js';
import { attachedIn, takesFiles } from './attached.js';
import { PARTY_FORMS } from './party-forms.js';

export type { ActForm, Field } from './act-form.js';

const EMISSIONS: Field = {
  name: 'emissions',
  as: 'number',
  zh: '排放量（吨二氧化碳当量）',
  en: 'Emissions (t CO2e)',
  hint: ['例如 98000 或 98000.5', 'such as 98000 or 98000.5'],
};
const SEALED: Field = { name: 'sealed', as: 'tick', zh: '报告已加盖本单位公章', en: 'The report carries the seal of the unit' };
const FILING: Field = {
  name: 'filing',
  as: 'line',
  zh: '材料名称',
  en: 'What is filed',
  hint: ['按通知中的名称填写', 'by the name that the notice gives it'],
};
const QUANTITY: Field = {
  name: 'quantity',
  as: 'number',
  zh: '清缴数量（吨，整数）',
  en: 'Quantity to surrender (whole tonnes)',
  hint: ['由平台按规定顺序从账户批次中扣取', 'taken from the lots of the account in the prescribed order'],
};
const CHECK: readonly Field[] = [
  { name: 'result', as: 'result', zh: '检查结果', en: 'Result of the check' },
  {
    name: 'findings',
    as: 'lines',
    zh: '问题（每行一条）',
    en: 'Findings (one a line)',
    hint: ['退回时写明需要更正的内容', 'where it is returned, say what has to be put right'],
  },
];

const FORMS: readonly ActForm[] = [
  { act: 'submit-first-report', fields: [EMISSIONS, SEALED] },
  { act: 'submit-general-report', fields: [EMISSIONS, SEALED] },
  { act: 'submit-further-filing', fields: [FILING, SEALED] },
  {
    act: 'submit-verifier-filing',
    fields: [FILING, { ...SEALED, zh: '材料已加盖本机构公章', en: 'It carries the seal of the verifier' }],
  },
  { act: 'surrender', fields: [QUANTITY] },
  { act: 'first-check', fields: CHECK },
  { act: 'check-general-report', fields: CHECK },
  { act: 'check-monthly-evidence', fields: CHECK },
];

export const formOf = (act: string): ActForm | undefined => [...FORMS, ...PARTY_FORMS].find((form) => form.act === act);

/** The act that fulfils a duty, where it has a form. */
const FULFILS: Readonly<Record<string, string>> = {
  'monthly-evidence': 'submit-monthly-evidence',
  'data-quality-plan': 'submit-data-quality-plan',
  'verified-report': 'submit-verified-report',
  'adjustment-application': 'apply-for-adjustment',
  'offset-application': 'apply-for-offsets',
  'verification-report': 'issue-verification-report',
  'first-report': 'submit-first-report',
  'general-report': 'submit-general-report',
  'further-filing': 'submit-further-filing',
  'general-filing': 'submit-further-filing',
  'verifier-filing': 'submit-verifier-filing',
  surrender: 'surrender',
  'first-check': 'first-check',
  'general-check': 'check-general-report',
  'monthly-check': 'check-monthly-evidence',
};

export const actOfDuty = (base: string): string | undefined => own(FULFILS, base);

/** The duty that an act fulfils, without its month. */
export const dutyOfAct = (act: string): string | undefined => Object.keys(FULFILS).find((duty) => FULFILS[duty] === act);

/** Whether somebody may do an act for one of their parties, by the permission table; whether they may now, the desk says. */
export const mayDo = ({ appointments }: Caller, act: string, party: string): boolean =>
  appointments.some(
    (one) => one.party === party && PERMISSIONS.some((row) => row.what === act && row.of === one.kind && row.role === one.role),
  );

/** Whether a view of a unit is among what one's roles may look at; whether it is of this unit now, the page itself says. */
export const maySee = ({ appointments }: Caller, view: string, unit: string): boolean =>
  appointments.some((one) =>
    PERMISSIONS.some(
      (row) => row.what === view && row.of === one.kind && row.role === one.role && (row.whose !== 'own' || one.party === unit),
    ),
  );

/** Where somebody does what a duty of a unit asks of them; none where it is not theirs, or has no form. */
export function actFor(
  { appointments }: Caller,
  duty: string,
  unit: string,
): { readonly href: string; readonly zh: string; readonly en: string } | undefined {
  const [base = '', which] = duty.split('/');
  const act = own(FULFILS, base);
  const words = act === undefined ? undefined : definitionOf(act)?.words;
  if (act === undefined || !words) return undefined;
  const may = appointments.some(({ kind, role, party }) =>
    PERMISSIONS.some((row) => row.what === act && row.of === kind && row.role === role && (kind !== 'unit' || party === unit)),
  );
  if (!may) return undefined;
  const query = new URLSearchParams({
    for: unit,
    ...(which === undefined ? {} : { [base.endsWith('-filing') ? 'filing' : 'month']: which }),
  });
  const form =
    which !== undefined && definitionOf(act)?.formByFiling
      ? formOfFiling(act, which, currentCycle())?.name
      : definitionOf(act)?.form;
  if (form !== undefined) return { href: `/documents/new/${form}?${query.toString()}`, ...words };
  return { href: `/acts/new/${act}?${query.toString()}`, ...words };
}

/** Rows of a short table at most. */
export const ROWS = 12;

const wholeIn = (text: string): Json => (/^\d{1,9}$/.test(text) ? Number(text) : text);

/** Rows that say something, each by its columns. */
function rowsIn({ name, columns = [] }: Field, entered: ReadonlyMap<string, string>): Json[] {
  return Array.from({ length: ROWS }, (_, n) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const said = (entered.get(`${name}.${String(n)}.${column.name}`) ?? '').trim();
        return said === '' ? [] : [[column.name, column.as === 'number' ? ungrouped(said) : said] as const];
      }),
    ),
  ).filter((row) => Object.keys(row).length > 0);
}

export const lotsIn = (
  name: string,
  entered: ReadonlyMap<string, string>,
): { readonly lot: string; readonly quantity: string }[] =>
  [...entered].flatMap(([key, said]) =>
    key.startsWith(`${name}.`) && said.trim() !== ''
      ? [{ lot: key.slice(name.length + 1), quantity: ungrouped(said.trim()) }]
      : [],
  );

const linesIn = (text: string): string[] => text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** A text of one field, as the act brings it. */
function broughtIn(as: Field['as'], text: string): Json {
  if (as === 'lines') return linesIn(text);
  if (as === 'text') return text.replaceAll('\r\n', '\n');
  if (as === 'number') return ungrouped(text);
  return as === 'count' || as === 'given-number' ? wholeIn(ungrouped(text)) : text;
}

/** What was entered in a field, as the act brings it; undefined where nothing was. */
function valueIn(field: Field, entered: ReadonlyMap<string, string>): Json | undefined {
  const text = (entered.get(field.name) ?? '').trim();
  if (field.as === 'tick') return text === 'yes';
  if (field.as === 'rows') return rowsIn(field, entered);
  if (field.as === 'lots') return lotsIn(field.name, entered);
  return text === '' ? undefined : broughtIn(field.as, text);
}

/** What was entered, as the act brings it. */
export function broughtBy({ act, fields }: ActForm, entered: ReadonlyMap<string, string>): Readonly<Record<string, Json>> {
  const brings: Record<string, Json> = {};
  for (const field of fields) {
    const value = valueIn(field, entered);
    if (value !== undefined) brings[field.name] = value;
  }
  const files = takesFiles(act) ? attachedIn(entered) : [];
  if (files.length > 0) brings['files'] = files.map((file) => ({ ...file }));
  const month = entered.get('month') ?? '';
  return act === 'check-monthly-evidence' && isMonth(month) ? { ...brings, month } : brings;
}
