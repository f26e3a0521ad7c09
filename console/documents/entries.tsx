import type { Field, Option } from '../../regulation/forms/form.js';
import type { Visit } from '../visit.js';
import { bracketed } from '../words.js';

/** One thing to enter: where it goes, what stands there, what is wrong with it. */
export interface Entered {
  readonly visit: Visit;
  readonly field: Field;
  readonly name: string;
  readonly value: string | undefined;
  /** By which element it is named, where no label of its own names it. */
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
}

const KINDS: Readonly<Partial<Record<Field['type'], Readonly<Record<string, string>>>>> = {
  amount: { inputmode: 'decimal' },
  whole: { inputmode: 'numeric' },
  year: { inputmode: 'numeric' },
  day: { type: 'date' },
  month: { type: 'month' },
  telephone: { type: 'tel' },
};

const Choice = ({ visit, told, options, value }: { visit: Visit; told: object; options: readonly Option[]; value: string }) => (
  <select {...told}>
    <option value="">{visit.say('（请选择）', '(choose)')}</option>
    {options.map((one) => (
      <option value={one.value} selected={one.value === value}>
        {visit.say(one.zh, one.en)}
      </option>
    ))}
    {value !== '' && !options.some((one) => one.value === value) && (
      <option value={value} selected>
        {value}
      </option>
    )}
  </select>
);

/** What a picker of days or months would drop: it stays as it was typed. */
const isUnpicked = (type: Field['type'], value: string): boolean =>
  (type === 'day' && !/^(\d{4}-\d{2}-\d{2})?$/.test(value)) || (type === 'month' && !/^(\d{4}-\d{2})?$/.test(value));

/** The control for a field of each type. */
export const Control = ({ visit, field, name, value = '', labelledBy, describedBy, isWrong = false }: Entered) => {
  const { type, options } = field;
  const told = {
    id: name,
    name,
    ...(labelledBy === undefined ? {} : { 'aria-labelledby': labelledBy }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(isWrong ? { 'aria-invalid': 'true' } : {}),
  };
  if (options) return <Choice visit={visit} told={told} options={options} value={value} />;
  if (type === 'long-text')
    return (
      <textarea {...told} rows={4}>
        {value}
      </textarea>
    );
  return <input {...told} {...(isUnpicked(type, value) ? {} : KINDS[type])} value={value} autocomplete="off" />;
};

/** A value as people read it: of a choice its words. */
export const valueSaid = ({ say }: Pick<Visit, 'say'>, { options }: Field, value: string | undefined): string => {
  const chosen = options?.find((one) => one.value === value);
  return chosen ? say(chosen.zh, chosen.en) : (value ?? '');
};

const units: Readonly<Record<string, readonly [string, string]>> = {
  share: ['比例', 'share'],
  '天然气 10⁴Nm³，其他 t': ['天然气 10⁴Nm³，其他 t', 'natural gas 10⁴ Nm³, others t'],
  'GJ/10⁴Nm³ 或 GJ/t': ['GJ/10⁴Nm³ 或 GJ/t', 'GJ/10⁴ Nm³ or GJ/t'],
};
export const unitSaid = ({ say }: Pick<Visit, 'say'>, { unit }: Field): string => {
  const words = unit === undefined ? undefined : units[unit];
  return words ? say(...words) : (unit ?? '');
};

/** The head of a column of a form, with its unit. */
export const columnSaid = (visit: Pick<Visit, 'say'>, column: Field): string =>
  `${visit.say(column.zh, column.en)}${column.unit === undefined ? '' : bracketed(visit, unitSaid(visit, column))}`;

/** Whether something has to stand there, in words; what must is not marked. */
export const Optional = ({ visit, field }: { visit: Visit; field: Field }) =>
  field.required || field.requiredWhen ? <></> : <span class="quiet">{visit.say('（选填）', ' (optional)')}</span>;
