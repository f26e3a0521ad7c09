import { rowsOf, textOf, type Row, type Values } from '../../documents/forms/values.js';
import type { ShapeError } from '../../documents/forms/shape.js';
import type { Field, Form, Section, Table } from '../../regulation/forms/form.js';
import type { Visit } from '../visit.js';
import { columnSaid, Control, Optional, unitSaid, valueSaid } from './entries.js';
import { cellName, fieldName } from './written.js';
import { colon } from '../words.js';

/** What a page of a form shows: what is written, what is wrong with it, and what was filed before. */
export interface Filling {
  readonly visit: Visit;
  readonly form: Form;
  readonly values: Values;
  readonly errors: readonly ShapeError[];
  readonly before?: { readonly words: readonly [string, string]; readonly values: Values } | undefined;
  /** The table that is to have more empty rows. */
  readonly more?: string | undefined;
  /** The page on which the fields stand, where it is another. */
  readonly to?: string;
}

/** At which element an error stands. */
const placeOf = ({ path: [first = '', n, column] }: Pick<ShapeError, 'path'>, form: Form): string => {
  const isTable = form.sections.some(({ tables }) => tables.some(({ name }) => name === first));
  if (!isTable) return fieldName(String(first));
  return column === undefined ? `t.${String(first)}` : cellName(String(first), Number(n), String(column));
};

const wrongAt = ({ errors, form, visit }: Filling, place: string): string | undefined => {
  const found = errors.find((one) => placeOf(one, form) === place);
  return found && visit.say(found.zh, found.en);
};

const Beside = ({ filling, field }: { filling: Filling; field: Field }) => {
  const { before, visit } = filling;
  const said = before && textOf(before.values, field.name);
  if (!before || said === undefined) return <></>;
  return (
    <span class="beside">
      {visit.say(...before.words)} <b>{valueSaid(visit, field, said)}</b> {unitSaid(visit, field)}
    </span>
  );
};

const OneField = ({ filling, field }: { filling: Filling; field: Field }) => {
  const { visit, values } = filling;
  const name = fieldName(field.name);
  const wrong = wrongAt(filling, name);
  const unit = unitSaid(visit, field);
  const described = [...(field.help ? [`${name}-help`] : []), ...(wrong === undefined ? [] : [`${name}-wrong`])].join(' ');
  return (
    <div class={wrong === undefined ? 'entry' : 'entry wrong'} data-at={name}>
      <label for={name}>
        {visit.say(field.zh, field.en)}
        {unit !== '' && <span class="sr"> {unit}</span>}
        <Optional visit={visit} field={field} />
      </label>
      {field.help && (
        <p class="hint" id={`${name}-help`}>
          {visit.say(field.help.zh, field.help.en)}
        </p>
      )}
      {wrong !== undefined && (
        <p class="at-field" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
      <div class={unit === '' ? 'with' : 'with unit'}>
        <Control
          {...{ visit, field, name }}
          value={textOf(values, field.name)}
          describedBy={described === '' ? undefined : described}
          isWrong={wrong !== undefined}
        />
        {unit !== '' && (
          <span aria-hidden="true" class="quiet">
            {unit}
          </span>
        )}
        <Beside filling={filling} field={field} />
      </div>
    </div>
  );
};

const MORE = 5;
const rowsToShow = ({ name, least, most }: Table, filled: number, more: string | undefined): number =>
  Math.min(most, Math.max(least, filled === 0 ? 2 : filled + (more === name ? MORE : 1)));

const FEW = 5;
const BeforeRows = ({ filling, table }: { filling: Filling; table: Table }) => {
  const { before, visit } = filling;
  const rows = before ? rowsOf(before.values, table.name) : [];
  if (!before || rows.length === 0) return <></>;
  return (
    <details class="before" open={rows.length <= FEW}>
      <summary>
        {visit.say(...before.words)}
        {colon(visit)}
        {visit.say(`${String(rows.length)} 行`, `${String(rows.length)} rows`)}
      </summary>
      <ul class="plain">
        {rows.map((row) => (
          <li>
            {table.columns
              .flatMap((column) => (row[column.name] === undefined ? [] : [valueSaid(visit, column, row[column.name])]))
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
};

const OneRow = ({ filling, table, row, n }: { filling: Filling; table: Table; row: Row; n: number }) => {
  const { visit } = filling;
  const number = `t.${table.name}.${String(n)}`;
  return (
    <tr>
      <th scope="row" id={number}>
        <span class="sr">{visit.say(table.zh, table.en)} </span>
        {String(n + 1)}
      </th>
      {table.columns.map((column) => {
        const name = cellName(table.name, n, column.name);
        const wrong = wrongAt(filling, name);
        return (
          <td data-of={columnSaid(visit, column)} data-at={name}>
            <div>
              <Control
                {...{ visit, name, field: column }}
                value={row[column.name]}
                labelledBy={`${number} t.${table.name}.${column.name}`}
                describedBy={wrong === undefined ? undefined : `${name}-wrong`}
                isWrong={wrong !== undefined}
              />
              {wrong !== undefined && (
                <p class="at-field" id={`${name}-wrong`}>
                  {wrong}
                </p>
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
};

const OneTable = ({ filling, table }: { filling: Filling; table: Table }) => {
  const { visit, values, more } = filling;
  const filled = rowsOf(values, table.name);
  const shown = rowsToShow(table, filled.length, more);
  const wrong = wrongAt(filling, `t.${table.name}`);
  const caption = visit.say(table.zh, table.en);
  return (
    <div class={wrong === undefined ? 'entry' : 'entry wrong'}>
      <h3 id={`t.${table.name}`}>
        {caption}
        {table.least === 0 && <span class="quiet">{visit.say('（选填）', ' (optional)')}</span>}
      </h3>
      {wrong !== undefined && <p class="at-field">{wrong}</p>}
      <BeforeRows filling={filling} table={table} />
      <div class="table rows" role="region" aria-label={caption} tabindex={0}>
        <table data-rows={table.name} data-most={String(table.most)}>
          <thead>
            <tr>
              <th scope="col">
                <span class="sr">{visit.say('行', 'row')}</span>
              </th>
              {table.columns.map((column) => (
                <th scope="col" id={`t.${table.name}.${column.name}`}>
                  {visit.say(column.zh, column.en)}
                  {column.unit !== undefined && <small> {unitSaid(visit, column)}</small>}
                  <Optional visit={visit} field={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: shown }, (_, n) => (
              <OneRow filling={filling} table={table} row={filled[n] ?? {}} n={n} />
            ))}
          </tbody>
        </table>
      </div>
      {shown < table.most && (
        <button class="second small" type="submit" name="go" value={`more:${table.name}`} data-more={table.name}>
          {visit.say('增加行', 'More rows')}
          <span class="sr"> {caption}</span>
        </button>
      )}
    </div>
  );
};

/** One part of a form. */
export const FormSection = ({ filling, section }: { filling: Filling; section: Section }) => (
  <section>
    <h2 id={`s.${section.name}`}>{filling.visit.say(section.zh, section.en)}</h2>
    {section.fields.map((field) => (
      <OneField filling={filling} field={field} />
    ))}
    {section.tables.map((table) => (
      <OneTable filling={filling} table={table} />
    ))}
  </section>
);

/** What is wrong, all of it, each leading to where it stands. */
export const Errors = ({ filling }: { filling: Filling }) => {
  const { visit, form, errors } = filling;
  if (errors.length === 0) return <></>;
  const words = new Map<string, readonly [string, string]>(
    form.sections.flatMap(({ fields, tables }) => [
      ...fields.map((one) => [fieldName(one.name), [one.zh, one.en]] as const),
      ...tables.map((one) => [`t.${one.name}`, [one.zh, one.en]] as const),
    ]),
  );
  const named = (error: ShapeError): string => {
    const [first = '', n, column] = error.path;
    const [zh, en] = words.get(fieldName(String(first))) ?? words.get(`t.${String(first)}`) ?? [String(first), String(first)];
    if (column === undefined) return visit.say(zh, en);
    const of = form.sections.flatMap(({ tables }) => tables).find(({ name }) => name === first);
    const its = of?.columns.find(({ name }) => name === column);
    return `${visit.say(zh, en)} ${String(Number(n) + 1)} ${its ? visit.say(its.zh, its.en) : ''}`;
  };
  return (
    <div class="notice wrong" role="alert" data-errors>
      <p>
        <strong>
          {visit.say(
            `有 ${String(errors.length)} 处须更正，方可报送`,
            `${String(errors.length)} to be put right before it can be filed`,
          )}
        </strong>
      </p>
      <ul>
        {errors.slice(0, 50).map((error) => (
          <li>
            <a href={`${filling.to ?? ''}#${placeOf(error, form)}`}>
              {`${named(error)}${colon(visit)}${visit.say(error.zh, error.en)}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
