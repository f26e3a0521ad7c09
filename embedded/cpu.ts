import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

interface Stat {
  readonly parent: number;
  /** Seconds of the process itself, user and system. */
  readonly own: number;
  /** Seconds of its children that have ended and been waited for. */
  readonly ended: number;
}

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    // The second field is the name in brackets and may hold blanks: count from behind it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const number = (index: number): number => Number(fields[index]);
    return { parent: number(1), own: (number(11) + number(12)) / TICKS, ended: (number(13) + number(14)) / TICKS };
  } catch {
    return null;
  }
};

/** CPU seconds that one process has used; null where there is no /proc, or no such process. */
export const cpuSeconds = (pid: number): number | null => statOf(pid)?.own ?? null;

/** CPU seconds of a process and all of its descendants, those that have ended included; null without /proc. */
export const cpuSecondsOfTree = (pid: number): number | null => {
  if (statOf(pid) === null) return null;
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) stats.set(Number(name), stat);
  }
  const within = (candidate: number): boolean => {
    for (let at: number | undefined = candidate; at !== undefined && at > 0; at = stats.get(at)?.parent) {
      if (at === pid) return true;
    }
    return false;
  };
  let total = 0;
  for (const [candidate, stat] of stats) if (within(candidate)) total += stat.own + stat.ended;
  return total;
};
