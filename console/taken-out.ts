import type { Approving } from '../desk/approvals/looking.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';

type TakenOut = NonNullable<Approving['without']>;

const REASON_MAX = 500;
const LINE = /^[1-9]\d{0,8}$/;

const wrong = (path: string, zh: string, en: string): Refusal => ({ ...refuse('bad-input', zh, en), path: [path] });

/** The lines that an approver takes out, ticked or named by their numbers, each with its reason; or what is missing. */
export function takenOut(fields: ReadonlyMap<string, string>): TakenOut | Refusal {
  const numbers = (fields.get('out') ?? '').split(/[\s,，、;；]+/).filter((one) => one !== '');
  const odd = numbers.find((one) => !LINE.test(one));
  if (odd !== undefined)
    return wrong('out', `“${odd.slice(0, 20)}”不是项号：以逗号分开写项号`, `"${odd.slice(0, 20)}" is no number of a line`);
  const ticked = [...fields].flatMap(([name, value]) => (name.startsWith('out.') && value === 'yes' ? [name.slice(4)] : []));
  const lines = [...new Set([...ticked.filter((one) => LINE.test(one)), ...numbers])].map(Number).sort((a, b) => a - b);
  const common = (fields.get('why') ?? '').trim();
  const reasonOf = (line: number): string => (fields.get(`why.${String(line)}`) ?? '').trim() || common;
  const silent = lines.find((line) => reasonOf(line) === '' || reasonOf(line).length > REASON_MAX);
  if (silent !== undefined)
    return wrong(
      `why.${String(silent)}`,
      `剔除第 ${String(silent)} 项须写明理由（至多 500 字）`,
      `say why line ${String(silent)} is taken out, in 500 characters at most`,
    );
  return lines.map((line) => ({ line, reason: reasonOf(line) }));
}
