import { changedAt } from './changed.js';
import { RegulationError } from './errors.js';
import { shipped } from './source.js';

interface Kept<T> {
  readonly at: string;
  readonly said: T;
}

/**
 * Reads something of the regulation, and again once a file of its folder has changed. What was read before stays in force, with a warning,
 * where what stands there now cannot be read: a platform goes on while somebody writes. What throws the first time is asked again.
 */
export function oncePerFolder<A extends readonly (string | number)[], T>(
  read: (folder: string, ...about: A) => T,
): (folder?: string, ...about: A) => T {
  const known = new Map<string, Kept<T>>();
  return (folder = shipped(), ...about) => {
    const at = changedAt(folder);
    const key = [folder, ...about].join('\n');
    const before = known.get(key);
    if (before?.at === at) return before.said;
    const said = before ? readAgain(() => read(folder, ...about), before.said) : read(folder, ...about);
    known.set(key, { at, said });
    return said;
  };
}

function readAgain<T>(read: () => T, before: T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error;
    process.emitWarning(`${error.message}；仍按此前读入的内容办理 / what was read before stays in force`, 'RegulationError');
    return before;
  }
}
