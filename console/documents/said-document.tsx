import { rowsOf, textOf, type Values } from '../../documents/forms/values.js';
import type { Field, Section, Table as FormTable } from '../../regulation/forms/form.js';
import { Table } from '../pages.js';
import type { Known } from '../visit.js';
import { columnSaid, unitSaid, valueSaid } from './entries.js';
import { Totals } from './check-page.js';
import { FindingSaid } from './finding-said.js';
import { FileList } from './files-page.js';
import type { Opened } from './opened.js';

/** The columns in which some row says something. */
const saidColumns = ({ name, columns }: FormTable, values: Values): readonly Field[] =>
  columns.filter((column) => rowsOf(values, name).some((row) => row[column.name] !== undefined));

const SectionSaid = ({ visit, one, section }: { visit: Known; one: Opened; section: Section }) => {
  const { say } = visit;
  const { values } = one.row;
  const fields = section.fields.filter(({ name }) => textOf(values, name) !== undefined);
  const tables = section.tables.filter(({ name }) => rowsOf(values, name).length > 0);
  if (fields.length + tables.length === 0) return <></>;
  return (
    <section>
      <h2>{say(section.zh, section.en)}</h2>
      {fields.length > 0 && (
        <dl class="facts">
          {fields.map((field) => (
            <>
              <dt>{say(field.zh, field.en)}</dt>
              <dd class="text">
                {valueSaid(visit, field, textOf(values, field.name))} <span class="quiet">{unitSaid(visit, field)}</span>
              </dd>
            </>
          ))}
        </dl>
      )}
      {tables.map((table) => (
        <>
          <h3>{say(table.zh, table.en)}</h3>
          <Table
            head={saidColumns(table, values).map((column) => columnSaid(visit, column))}
            rows={rowsOf(values, table.name).map((row) =>
              saidColumns(table, values).map((column) => valueSaid(visit, column, row[column.name])),
            )}
            label={say(table.zh, table.en)}
          />
        </>
      ))}
    </section>
  );
};

/** A document whole: what it says, what is computed of it, its files, what was found and what is said to that. */
export const DocumentSaid = ({ visit, one }: { visit: Known; one: Opened }) => {
  const { say } = visit;
  const { row, form } = one;
  return (
    <>
      {form.sections.map((section) => (
        <SectionSaid visit={visit} one={one} section={section} />
      ))}
      {row.totals && <Totals visit={visit} totals={row.totals} />}
      <h2>{say('支撑材料', 'Files')}</h2>
      {row.files.length === 0 ? <p>{say('无', 'none')}</p> : <FileList visit={visit} files={row.files} />}
      {row.findings.length > 0 && (
        <>
          <h2>{say('提示与说明', 'What was found, and what is said to it')}</h2>
          <ul class="plain">
            {row.findings.map((finding) => (
              <li>
                <FindingSaid visit={visit} finding={finding} />
                {row.explanations[finding.key] !== undefined && (
                  <p class="text quiet">
                    {say('说明：', 'Explained: ')}
                    {row.explanations[finding.key]}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint digest">
        SHA-256 <code>{row.sha256}</code>
      </p>
    </>
  );
};
