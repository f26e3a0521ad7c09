import type { Refusal } from '../domain/model/refusal.js';
import type { ActForm, Field } from './act-form.js';
import { lotsIn, ROWS } from './act-forms.js';
import { withComma } from './comma.js';
import type { ConsoleDeps } from './deps.js';
import type { Said } from './said.js';
import { allSaid, askedFor } from './visit.js';

type Entered = ReadonlyMap<string, string>;

/** The rows of a list that say something, by their numbers on the page: only these are brought. */
const rowsSaid = ({ name, columns = [] }: Field, entered: Entered): number[] =>
  Array.from({ length: ROWS }, (_, n) => n).filter((n) =>
    columns.some((column) => (entered.get(`${name}.${String(n)}.${column.name}`) ?? '').trim() !== ''),
  );

/** The control at which something is wrong, by its place in what was brought. */
function controlAt({ fields }: ActForm, { path = [] }: Refusal, entered: Entered): string | undefined {
  const [base, name, n, column] = path;
  if (base !== 'with') return path.length > 0 ? path.join('.') : undefined;
  const field = fields.find((one) => one.name === name);
  if (!field) return undefined;
  if (field.as === 'rows' && n !== undefined)
    return [field.name, rowsSaid(field, entered)[Number(n)] ?? 0, column ?? field.columns?.[0]?.name].join('.');
  const lot = field.as === 'lots' && n !== undefined ? lotsIn(field.name, entered)[Number(n)] : undefined;
  return lot ? `${field.name}.${lot.lot}` : field.name;
}

/** What is wrong at a field, by the words that stand there. */
const atField = ({ fields }: ActForm, refusal: Refusal): Refusal => {
  const field = fields.find(({ name }) => name === refusal.path?.[1]);
  if (!field) return refusal;
  const place = `with.${refusal.path?.slice(1).join('.') ?? ''}`;
  return {
    ...refusal,
    zh: refusal.zh.replace(place, field.zh).replace('（以字符串书写）', ''),
    en: refusal.en.replace(place, `${field.en}:`).replace(', written as a string', ''),
  };
};

/** What is refused of an act as a whole names what else it could bring; a form that asks one of these has its field left empty. */
function atEmpty({ fields }: ActForm, refusal: Refusal, entered: Entered): Refusal {
  const { path = [] } = refusal;
  const empty = fields.find(({ name, optional }) => !optional && (entered.get(name) ?? '').trim() === '');
  if (path.length !== 1 || path[0] !== 'with' || !empty) return refusal;
  const { name, zh, en } = empty;
  return { ...refusal, path: ['with', name], zh: `${zh}：缺少`, en: `${en}: is missing` };
}

/** What was refused, at the controls of this form. */
export function wrongIn(
  deps: Pick<ConsoleDeps, 'statusOf'>,
  { form, entered }: { readonly form: ActForm; readonly entered: Entered },
  refusals: readonly Refusal[],
): { readonly wrong?: Said; readonly status?: number } {
  const [first, ...more] = refusals.map((one) => {
    const refusal = atEmpty(form, one, entered);
    const { path: _, ...no } = askedFor(withComma(atField(form, refusal), entered, refusal.path?.slice(1).join('.')));
    const control = controlAt(form, refusal, entered);
    return control === undefined ? no : { ...no, path: [control] };
  });
  return first ? { wrong: allSaid([first, ...more]), status: deps.statusOf(first.refused) } : {};
}
