import { definitionOf } from '../acts/vocabulary.js';
import type { Json } from '../domain/model/json.js';
import { isMonth } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import { PERMISSIONS } from '../parties/permissions.js';

/** One field of a form: what is asked, how it is entered. */
export interface Field {
  readonly name: string;
  readonly as: 'number' | 'text' | 'tick' | 'result' | 'lines';
  readonly zh: string;
  readonly en: string;
  readonly hint?: readonly [zh: string, en: string];
}

/** An act that is plain enough for a short form. */
export interface ActForm {
  readonly act: string;
  readonly fields: readonly Field[];
}

const EMISSIONS: Field = {
  ...{ name: 'emissions', as: 'number', zh: '排放量（吨二氧化碳当量）', en: 'Emissions (t CO2e)' },
  hint: ['例如 98000 或 98000.5', 'such as 98000 or 98000.5'],
};
const SEALED: Field = { name: 'sealed', as: 'tick', zh: '报告已加盖本单位公章', en: 'The report carries the seal of the unit' };
const FILING: Field = {
  ...{ name: 'filing', as: 'text', zh: '材料名称', en: 'What is filed' },
  hint: ['按通知中的名称填写', 'by the name that the notice gives it'],
};
const QUANTITY: Field = {
  ...{ name: 'quantity', as: 'number', zh: '清缴数量（吨，整数）', en: 'Quantity to surrender (whole tonnes)' },
  hint: ['由平台按规定顺序从账户批次中扣取', 'taken from the lots of the account in the prescribed order'],
};
const CHECK: readonly Field[] = [
  { name: 'result', as: 'result', zh: '检查结果', en: 'Result of the check' },
  {
    ...{ name: 'findings', as: 'lines', zh: '问题（每行一条）', en: 'Findings (one a line)' },
    hint: ['退回时写明需要更正的内容', 'where it is returned, say what has to be put right'],
  },
];

const FORMS: readonly ActForm[] = [
  { act: 'submit-first-report', fields: [EMISSIONS, SEALED] },
  { act: 'submit-general-report', fields: [EMISSIONS, SEALED] },
  { act: 'submit-further-filing', fields: [FILING, SEALED] },
  { act: 'surrender', fields: [QUANTITY] },
  { act: 'first-check', fields: CHECK },
  { act: 'check-general-report', fields: CHECK },
  { act: 'check-monthly-evidence', fields: CHECK },
];

export const formOf = (act: string): ActForm | undefined => FORMS.find((form) => form.act === act);

/** The act that fulfils a duty, where it has a form. */
const FULFILS: Readonly<Record<string, string>> = {
  'first-report': 'submit-first-report',
  'general-report': 'submit-general-report',
  'further-filing': 'submit-further-filing',
  surrender: 'surrender',
  'first-check': 'first-check',
  'general-check': 'check-general-report',
  'monthly-check': 'check-monthly-evidence',
};

export const actOfDuty = (base: string): string | undefined => FULFILS[base];

/** Where somebody does what a duty of a unit asks of them; none where it is not theirs, or has no form. */
export function actFor(
  { appointments }: Caller,
  duty: string,
  unit: string,
): { readonly href: string; readonly zh: string; readonly en: string } | undefined {
  const [base = '', which] = duty.split('/');
  const act = FULFILS[base];
  const words = act === undefined ? undefined : definitionOf(act)?.words;
  if (act === undefined || !words) return undefined;
  const may = appointments.some(({ kind, role, party }) =>
    PERMISSIONS.some((row) => row.what === act && row.of === kind && row.role === role && (kind !== 'unit' || party === unit)),
  );
  if (!may) return undefined;
  const query = new URLSearchParams({
    for: unit,
    ...(which === undefined ? {} : { [base === 'further-filing' ? 'filing' : 'month']: which }),
  });
  return { href: `/acts/new/${act}?${query.toString()}`, ...words };
}

/** What was entered, as the act brings it. */
export function broughtBy({ act, fields }: ActForm, entered: ReadonlyMap<string, string>): Readonly<Record<string, Json>> {
  const brings: Record<string, Json> = {};
  for (const { name, as } of fields) {
    const text = (entered.get(name) ?? '').trim();
    if (as === 'tick') brings[name] = text === 'yes';
    else if (as === 'lines') {
      const lines = text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
      if (lines.length > 0) brings[name] = lines;
    } else if (text !== '') brings[name] = text;
  }
  const month = entered.get('month') ?? '';
  return act === 'check-monthly-evidence' && isMonth(month) ? { ...brings, month } : brings;
}
