import { shipped } from './source.js';

/** Reads something of the regulation once for each folder, as a process does with what no running platform changes. What throws is asked again. */
export function oncePerFolder<T>(read: (folder: string) => T): (folder?: string) => T {
  const known = new Map<string, { readonly said: T }>();
  return (folder = shipped()) => {
    const before = known.get(folder);
    if (before) return before.said;
    const said = read(folder);
    known.set(folder, { said });
    return said;
  };
}
