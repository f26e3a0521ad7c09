import { diffRegisters, type RegisterDiff } from '../city/register/diff.js';
import { hasErrors, sayFinding } from '../city/finding.js';
import { readRegister } from '../city/register/read-register.js';
import { districts } from '../regulation/districts.js';
import { BAD_INPUT, printAnswer, STREAMS, type Streams } from './print.js';
import { bytesOf, problemIn } from './table-file.js';

const say = ({ stay, come, leave, perhapsSame }: RegisterDiff): string[] => [
  ...come.map(({ id, name }) => `+ ${id}  ${name}`),
  ...leave.map(({ id, name }) => `- ${id}  ${name}`),
  ...stay.flatMap(({ id, name, changed }) =>
    changed.length === 0
      ? []
      : [`~ ${id}  ${name}  ${changed.map(({ field, was, is }) => `${field} ${was} → ${is}`).join('; ')}`],
  ),
  ...perhapsSame.map(
    ({ name, was, is }) => `? ${was} → ${is}  ${name}  同名异号，可能是同一单位 · one name, two ids: perhaps the same`,
  ),
  `保留 stay ${String(stay.length)} · 新增 come ${String(come.length)} · 退出 leave ${String(leave.length)}`,
];

/** `luyue register diff NEW OLD`: how a list of units differs from the last one. Answers the exit status. */
export async function registerDiff(
  file: string,
  last: string,
  { json = false }: { readonly json?: boolean },
  streams: Streams = STREAMS,
): Promise<number> {
  const [after, before] = [await readRegister(bytesOf(file), districts()), await readRegister(bytesOf(last), districts())];
  const wrong = [
    { name: file, findings: after.findings },
    { name: last, findings: before.findings },
  ].filter(({ findings }) => hasErrors(findings));
  const [first] = wrong;
  if (first) {
    const error = problemIn(first.name, 'bad-register', first.findings);
    const { findings } = first;
    printAnswer({ error, findings }, findings.map(sayFinding), json, streams);
    return BAD_INPUT;
  }
  const diff = diffRegisters(before.units, after.units);
  return printAnswer({ file, last, ...diff }, say(diff), json, streams);
}
