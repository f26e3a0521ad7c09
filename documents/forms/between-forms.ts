import { fieldsOf, tablesOf, type Field, type Form } from '../../regulation/forms/form.js';
import { rowsOf, textOf, type Values } from './values.js';

/** What is asked otherwise by a later version of a form; `was` is what had been written where it is asked no more. */
export interface FormChange {
  readonly zh: string;
  readonly en: string;
  readonly how: 'added' | 'dropped' | 'changed';
  readonly was?: string;
}

interface Asked {
  readonly zh: string;
  readonly en: string;
  /** How it is asked, as text. */
  readonly as: string;
  readonly said: (values: Values) => string | undefined;
}

const howAsked = ({ type, unit, options, least, most, required, requiredWhen }: Field): string =>
  JSON.stringify([type, unit, options?.map(({ value }) => value), least, most, required, requiredWhen]);

/** Everything that a form asks, by its place. */
const askedBy = (form: Form): ReadonlyMap<string, Asked> =>
  new Map<string, Asked>([
    ...fieldsOf(form).map((field): [string, Asked] => [
      field.name,
      { zh: field.zh, en: field.en, as: howAsked(field), said: (values) => textOf(values, field.name) },
    ]),
    ...tablesOf(form).flatMap(({ name, zh, en, columns }) =>
      columns.map((column): [string, Asked] => [
        `${name}.${column.name}`,
        {
          zh: `${zh} · ${column.zh}`,
          en: `${en} · ${column.en}`,
          as: howAsked(column),
          said: (values) =>
            rowsOf(values, name)
              .flatMap((row) => row[column.name] ?? [])
              .join(', ') || undefined,
        },
      ]),
    ),
  ]);

/** What a form asks otherwise than the one under which values were written, in its order; what is asked no more comes last. */
export function formChanges(before: Form, now: Form, values: Values): FormChange[] {
  const [old, next] = [askedBy(before), askedBy(now)];
  const there = [...next].flatMap(([place, { zh, en, as }]): FormChange[] => {
    const was = old.get(place);
    if (was?.as === as) return [];
    return [{ zh, en, how: was ? 'changed' : 'added' }];
  });
  const gone = [...old].flatMap(([place, { zh, en, said }]): FormChange[] => {
    if (next.has(place)) return [];
    const was = said(values);
    return [{ zh, en, how: 'dropped', ...(was === undefined ? {} : { was }) }];
  });
  return [...there, ...gone];
}
