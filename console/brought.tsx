import { own } from '../domain/model/own.js';
import type { Json } from '../domain/model/json.js';
import { FIELD_WORDS, VALUE_WORDS } from './field-words.js';
import type { Visit } from './visit.js';

type Words = readonly [zh: string, en: string];

const worded = ({ say }: Pick<Visit, 'say'>, words: Words | undefined, otherwise: string): string =>
  words ? say(...words) : otherwise;

const Value = ({ visit, value }: { visit: Visit; value: Json }) => {
  if (value === null) return <>—</>;
  if (typeof value === 'boolean') return <>{value ? visit.say('是', 'yes') : visit.say('否', 'no')}</>;
  if (typeof value === 'number') return <>{String(value)}</>;
  if (typeof value === 'string') return <span class="text">{worded(visit, own(VALUE_WORDS, value), value)}</span>;
  if (Array.isArray(value)) {
    const all = value as readonly Json[];
    if (all.length === 0) return <>—</>;
    return (
      <ul class="plain">
        {all.map((one) => (
          <li>
            <Value visit={visit} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  return <Brought visit={visit} brings={value} />;
};

/** What an act or an event brings, field by field. */
export const Brought = ({ visit, brings }: { visit: Visit; brings: Json }) => {
  if (typeof brings !== 'object' || brings === null || Array.isArray(brings)) return <Value visit={visit} value={brings} />;
  const fields = Object.entries(brings as Readonly<Record<string, Json>>);
  return (
    <ul class="plain brought">
      {fields.map(([name, value]) => (
        <li>
          <span class="field">{worded(visit, own(FIELD_WORDS, name), name)}</span> <Value visit={visit} value={value} />
        </li>
      ))}
    </ul>
  );
};
