import { daysBetween } from '../domain/model/instant.js';
import type { Parameter, Rulebook } from '../domain/model/rulebook.js';

/** One value that differs between two rulebooks. */
export interface Change {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: string;
  /** Of dates: natural days later, negative when earlier. */
  readonly days?: number;
  readonly statusFrom: string | null;
  readonly statusTo: string | null;
}

const show = (parameter: Parameter | undefined): string | null => {
  if (!parameter) return null;
  return typeof parameter.value === 'string' ? parameter.value : parameter.value.join(', ');
};

/** What changes from one rulebook to another: values, and how sure they are. */
export function changesBetween(before: Rulebook, after: Rulebook): Change[] {
  const names = new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  const changes: Change[] = [];
  for (const name of names) {
    const [a, b] = [before.parameters[name], after.parameters[name]];
    const [from, to] = [show(a), show(b)];
    if (from === to && a?.status === b?.status) continue;
    const unit = (b ?? a)?.unit ?? '';
    const days = unit === 'day' && from !== null && to !== null ? { days: daysBetween(from, to) } : {};
    changes.push({ name, from, to, unit, ...days, statusFrom: a?.status ?? null, statusTo: b?.status ?? null });
  }
  return changes;
}
