import { readdirSync, readFileSync } from 'node:fs';
import { signalled } from './signalled.js';

/** Processes of a platform: by what they were started as, and by the port that they speak to or serve. */
export function processesOf(what: RegExp, port: string): number[] {
  const found: number[] = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ');
      if (what.test(read('cmdline')) && `${read('cmdline')} ${read('environ')}`.includes(port)) found.push(Number(pid));
    } catch {
      // gone, or not ours to look at
    }
  }
  return found;
}

export const portOf = (address: string): string => new URL(address.includes('//') ? address : `tcp://${address}`).port;

/** The database's server and everything that it has started. */
export function databaseAt(url: string): number[] {
  const [main = 0] = processesOf(/bin\/postgres/, portOf(url));
  const isChild = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(main);
    } catch {
      return false;
    }
  };
  return [
    main,
    ...readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isChild(name))
      .map(Number),
  ];
}

/** Has processes stand still while something is done. */
export async function hung<T>(pids: readonly number[], work: () => Promise<T>): Promise<T> {
  if (pids.length === 0 || pids.includes(0)) throw new Error('there is nothing to stop');
  for (const pid of pids) signalled(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const pid of pids) signalled(pid, 'SIGCONT');
  }
}
