import { yearOf } from '../domain/model/instant.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import type { Source } from './source.js';

/** Dates that the procedure itself puts in order: the first is never after the second. They may share a day. */
const ORDER: readonly (readonly [string, string])[] = [
  ['first-report.due', 'verified-report.due'],
  ['verified-report.due', 'confirmation.due'],
  ['adjustment-application.due', 'final-allocation.due'],
  ['pre-allocation.due', 'final-allocation.due'],
  ['confirmation.due', 'final-allocation.due'],
  ['confirmation.due', 'surrender.due'],
  ['final-allocation.due', 'surrender.due'],
  ['offset-application.due', 'surrender.due'],
  ['offsets.old-recorded-up-to', 'offsets.old-usable-to'],
];

/** Refuses a due date that lies neither in its cycle nor in the next year: 2924 is a slip of the pen. */
export function checkYears(
  rulebook: Omit<Rulebook, 'digest'>,
  source: Source<{ parameters: readonly { name: string }[] }>,
): void {
  source.content.parameters.forEach(({ name }, index) => {
    const day = rulebook.parameters[name]?.value;
    if (!name.endsWith('.due') || typeof day !== 'string') return;
    const year = yearOf(day);
    if (year === rulebook.cycle || year === rulebook.cycle + 1) return;
    source.fail(
      'bad-value',
      ['parameters', index, 'value'],
      `${name}（${day}）远在 ${String(rulebook.cycle)} 年度之外`,
      `${name} (${day}) lies far outside cycle ${String(rulebook.cycle)}`,
    );
  });
}

/** Refuses dates that stand in the wrong order, at the line of the later named one. */
export function checkOrder(
  rulebook: Omit<Rulebook, 'digest'>,
  source: Source<{ parameters: readonly { name: string }[] }>,
): void {
  for (const [first, second] of ORDER) {
    const [a, b] = [rulebook.parameters[first]?.value, rulebook.parameters[second]?.value];
    if (typeof a !== 'string' || typeof b !== 'string' || a <= b) continue;
    const names = source.content.parameters.map(({ name }) => name);
    const index = Math.max(names.indexOf(second), names.indexOf(first));
    source.fail(
      'wrong-order',
      ['parameters', Math.max(index, 0), 'value'],
      `${first}（${a}）不得晚于 ${second}（${b}）`,
      `${first} (${a}) must not be after ${second} (${b})`,
    );
  }
}
