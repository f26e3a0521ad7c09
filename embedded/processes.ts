import { readFileSync } from 'node:fs';
import { until } from './wait.js';

/** Whether a process with this id lives; a dead child nobody has waited for yet does not count. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    return !/^\) [ZX]/.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return true;
  }
};

/** Sends a signal to a process that may be gone already. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
};

/** Asks a process to end, waits, and kills it when it does not. Resolves once it is gone. */
export const end = async (pid: number, asking: NodeJS.Signals, milliseconds: number): Promise<void> => {
  signal(pid, asking);
  if (await until(() => !isAlive(pid), milliseconds)) return;
  signal(pid, 'SIGKILL');
  await until(() => !isAlive(pid), milliseconds);
};
