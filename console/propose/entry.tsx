import { own } from '../../domain/model/own.js';
import { fieldSaid, valueSaid } from '../field-said.js';
import { FIELD_WORDS } from '../field-words.js';
import { stateSaid } from '../words.js';
import type { Visit } from '../visit.js';
import { rowsAt, type Entered } from './entered.js';
import type { Field } from './fields.js';

/** What a form knows besides its act: what was entered, where a row is wanted more, what may be chosen where the shape does not say. */
export interface Filling {
  readonly visit: Visit;
  readonly entered: Entered;
  /** The list that a row is added to. */
  readonly more: string;
  /** Known values by the name of a field, with what they are called. */
  readonly known: Readonly<Record<string, readonly (readonly [value: string, words: string])[]>>;
}

/** One of the values that a field may have. */
const optionSaid = (visit: Visit, field: string, value: string): string => {
  const words = valueSaid(visit, field, value);
  return words === value ? stateSaid(visit, value) : words;
};

const HINTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  decimal: ['十进制数，例如 98000 或 98000.5', 'a number, such as 98000 or 98000.5'],
  tonnes: ['大于零的整数', 'a whole number above zero'],
  whole: ['整数', 'a whole number'],
  lines: ['每行一个', 'one a line'],
  month: ['写作 YYYY-MM', 'write YYYY-MM'],
};

const hintOf = (field: Field): readonly [string, string] | undefined =>
  own(FIELD_WORDS, field.name)?.[0].includes('每行') ? undefined : HINTS[field.as];

interface At {
  readonly filling: Filling;
  readonly field: Field;
  readonly path: string;
}

const Choice = ({ filling, field, path }: At & { readonly field: Field }) => {
  const { visit, entered, known } = filling;
  const value = entered.get(path) ?? '';
  const fixed = field.as === 'choice' ? field.options.map((one) => [one, optionSaid(visit, field.name, one)] as const) : [];
  const options = fixed.length > 0 ? fixed : (known[field.name] ?? []);
  return (
    <select id={path} name={path} required={field.required}>
      {(!field.required || options.length > 1) && <option value="">{visit.say('请选择', 'choose')}</option>}
      {options.map(([one, words]) => (
        <option value={one} selected={one === value}>
          {words}
        </option>
      ))}
    </select>
  );
};

const TYPES: Readonly<Record<string, string>> = { day: 'date', instant: 'datetime-local' };

const Input = ({ filling, field, path }: At) => {
  const { entered, known } = filling;
  const value = entered.get(path) ?? '';
  const hint = hintOf(field);
  const described = hint ? `${path}-hint` : undefined;
  const common = {
    id: path,
    name: path,
    required: field.required,
    'aria-describedby': described,
  };
  if (field.as === 'choice' || known[field.name]) return <Choice filling={filling} field={field} path={path} />;
  if (field.as === 'text' || field.as === 'lines')
    return (
      <textarea {...common} rows={field.as === 'text' ? 3 : 4}>
        {value}
      </textarea>
    );
  const numeric =
    field.as === 'decimal'
      ? { inputmode: 'decimal' as const }
      : field.as === 'whole' || field.as === 'tonnes'
        ? { inputmode: 'numeric' as const }
        : {};
  return <input {...common} {...numeric} type={TYPES[field.as] ?? 'text'} value={value} autocomplete="off" />;
};

const Tick = ({ filling: { visit, entered }, field, path }: At) => (
  <label class="tick">
    <input type="checkbox" name={path} value="yes" checked={entered.get(path) === 'yes'} /> {fieldSaid(visit, field.name)}
  </label>
);

const Rows = ({ filling, field, path }: At & { readonly field: Extract<Field, { as: 'rows' }> }) => {
  const { visit, entered, more } = filling;
  const rows = Math.max(field.required ? 1 : 0, rowsAt(entered, path)) + (more === path ? 1 : 0);
  return (
    <fieldset class="rows">
      <legend>{fieldSaid(visit, field.name)}</legend>
      {Array.from({ length: rows }, (_, n) => (
        <fieldset class="row-of">
          <legend>{`${fieldSaid(visit, field.name)} ${String(n + 1)}`}</legend>
          <Entry filling={filling} field={field.row} path={`${path}.${String(n)}`} bare />
        </fieldset>
      ))}
      <button
        class="second small"
        type="submit"
        name="more"
        value={path}
        formaction={visit.c.req.path.replace(/\/look$/, '')}
        formnovalidate
      >
        {visit.say('增加一行', 'Add a row')}
      </button>
    </fieldset>
  );
};

const Variants = ({ filling, field, path }: At & { readonly field: Extract<Field, { as: 'variants' }> }) => {
  const { visit, entered } = filling;
  const by: Field = { name: field.by, required: true, as: 'choice', options: [...field.variants.keys()] };
  const chosen = entered.get(`${path}.${field.by}`) ?? '';
  return (
    <>
      <Entry filling={filling} field={by} path={`${path}.${field.by}`} />
      <button
        class="second small"
        type="submit"
        name="more"
        value=""
        formaction={visit.c.req.path.replace(/\/look$/, '')}
        formnovalidate
      >
        {visit.say('显示所选的栏目', 'Show the fields of the choice')}
      </button>
      {(field.variants.get(chosen) ?? []).map((one) => (
        <Entry filling={filling} field={one} path={`${path}.${one.name}`} />
      ))}
    </>
  );
};

/** One field, whatever it is made of; `bare`: its name stands above it already. */
export const Entry = ({ filling, field, path, bare = false }: At & { readonly bare?: boolean }) => {
  const { visit } = filling;
  if (field.as === 'tick') return <Tick filling={filling} field={field} path={path} />;
  if (field.as === 'rows') return <Rows filling={filling} field={field} path={path} />;
  if (field.as === 'variants') return <Variants filling={filling} field={field} path={path} />;
  if (field.as === 'group') {
    const inner = field.fields.map((one) => <Entry filling={filling} field={one} path={`${path}.${one.name}`} />);
    return bare ? (
      <>{inner}</>
    ) : (
      <fieldset>
        <legend>{fieldSaid(visit, field.name)}</legend>
        {inner}
      </fieldset>
    );
  }
  const hint = hintOf(field);
  return (
    <>
      <label for={path}>
        {fieldSaid(visit, field.name)}
        {!field.required && <small> {visit.say('（选填）', '(optional)')}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${path}-hint`}>
          {visit.say(...hint)}
        </p>
      )}
      <Input filling={filling} field={field} path={path} />
    </>
  );
};
