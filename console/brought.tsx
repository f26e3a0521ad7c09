import type { Json } from '../domain/model/json.js';
import { amountSaid, fieldSaid, isCode, valueSaid } from './field-said.js';
import { fieldsOf } from './propose/fields.js';
import type { Visit } from './visit.js';

type Fields = Readonly<Record<string, Json>>;

const Said = ({ visit, field, value }: { visit: Visit; field: string; value: string }) => {
  if (isCode(value)) return <code>{value}</code>;
  return <span class="text">{amountSaid(field, value) ?? valueSaid(visit, field, value)}</span>;
};

/** The document that is filed, by the way to it. */
const Filed = ({ visit, id, version }: { visit: Visit; id: string; version: string }) => (
  <a href={`/documents/${encodeURIComponent(id)}`}>{visit.say(`${id}（第 ${version} 版）`, `${id}, version ${version}`)}</a>
);

/** Whether a field is the document that is filed, and not one by which something is shown. */
const isFiled = (field: string, value: Json): value is { readonly id: string; readonly version: number } =>
  field === 'document' &&
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as Fields)['id'] === 'string' &&
  typeof (value as Fields)['version'] === 'number';

/** A value of a field, by its words. */
export const Value = ({ visit, field, value }: { visit: Visit; field: string; value: Json }) => {
  if (value === null) return <>—</>;
  if (typeof value === 'boolean') return <>{value ? visit.say('是', 'yes') : visit.say('否', 'no')}</>;
  if (typeof value === 'number') return <>{String(value)}</>;
  if (typeof value === 'string') return <Said visit={visit} field={field} value={value} />;
  if (Array.isArray(value)) {
    const all = value as readonly Json[];
    if (all.length === 0) return <>—</>;
    return (
      <ul class="plain">
        {all.map((one) => (
          <li>
            <Value visit={visit} field={field} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (isFiled(field, value)) return <Filed visit={visit} id={value.id} version={String(value.version)} />;
  return <Brought visit={visit} brings={value} />;
};

/** The fields of an act as its form asks them: the book keeps them in an order of its own. */
function inOrder(brings: Fields, act: string | undefined): readonly (readonly [string, Json])[] {
  const order = act === undefined ? [] : fieldsOf(act).map(({ name }) => name);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(brings).sort(([a], [b]) => place(a) - place(b));
}

/** What an act or an event brings, field by field. */
export const Brought = ({ visit, brings, act }: { visit: Visit; brings: Json; act?: string }) => {
  if (typeof brings !== 'object' || brings === null || Array.isArray(brings))
    return <Value visit={visit} field="" value={brings} />;
  return (
    <ul class="plain brought">
      {inOrder(brings as Fields, act).map(([name, value]) => (
        <li>
          <span class="field">{isFiled(name, value) ? visit.say('报送文件', 'document') : fieldSaid(visit, name)}</span>{' '}
          <Value visit={visit} field={name} value={value} />
        </li>
      ))}
    </ul>
  );
};
