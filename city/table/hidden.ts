import { warning, type Finding } from '../finding.js';
import type { Line } from './sheet.js';

/** `3, 7-9` */
function ranges(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(', ');
}

/** Lines and columns that are read though nobody sees them: a warning for each sort. */
export function hiddenIn(read: readonly Line[], hiddenColumns: readonly string[]): Finding[] {
  const lines = ranges(read.flatMap(({ line, hidden }) => (hidden ? [line] : [])));
  const columns = hiddenColumns.join(', ');
  return [
    ...(lines === ''
      ? []
      : [
          warning(
            'hidden-rows',
            {},
            `第 ${lines} 行被隐藏或筛除，仍予读取`,
            `lines ${lines} are hidden, by a filter or by hand, and are read`,
          ),
        ]),
    ...(columns === ''
      ? []
      : [warning('hidden-columns', {}, `隐藏的列仍予读取：${columns}`, `hidden columns are read: ${columns}`)]),
  ];
}
