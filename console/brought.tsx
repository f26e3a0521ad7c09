import type { Json } from '../domain/model/json.js';
import type { Visit } from './visit.js';

type Words = readonly [zh: string, en: string];

/** Fields of acts and events that people meet most. */
const FIELDS: Readonly<Record<string, Words>> = {
  amount: ['数量（吨）', 'amount (t)'],
  basis: ['依据', 'basis'],
  emissions: ['排放量（吨）', 'emissions (t)'],
  quantity: ['数量（吨）', 'quantity (t)'],
  sealed: ['公章', 'seal'],
  result: ['结果', 'result'],
  findings: ['问题', 'findings'],
  month: ['月份', 'month'],
  reason: ['事由', 'reason'],
  lots: ['批次', 'lots'],
  lot: ['批次', 'lot'],
  product: ['产品', 'product'],
  vintage: ['年份', 'vintage'],
  tonnes: ['吨', 'tonnes'],
  until: ['至', 'until'],
};

const VALUES: Readonly<Record<string, Words>> = {
  pass: ['通过', 'pass'],
  return: ['退回', 'return'],
  accept: ['接受', 'accept'],
  reject: ['不接受', 'reject'],
  allowance: ['配额', 'allowance'],
  ccer: ['核证自愿减排量', 'CCER'],
};

const worded = ({ say }: Pick<Visit, 'say'>, words: Words | undefined, otherwise: string): string =>
  words ? say(...words) : otherwise;

const Value = ({ visit, value }: { visit: Visit; value: Json }) => {
  if (value === null) return <>—</>;
  if (typeof value === 'boolean') return <>{value ? visit.say('是', 'yes') : visit.say('否', 'no')}</>;
  if (typeof value === 'number') return <>{String(value)}</>;
  if (typeof value === 'string') return <span class="text">{worded(visit, VALUES[value], value)}</span>;
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
          <span class="field">{worded(visit, FIELDS[name], name)}</span> <Value visit={visit} value={value} />
        </li>
      ))}
    </ul>
  );
};
