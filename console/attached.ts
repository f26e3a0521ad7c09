import { z } from 'zod';
import { definitionOf } from '../acts/vocabulary.js';

/** Files that go with an act which is no document, carried from page to page by name and hash. */

const FIELD = 'files';

export interface Attached {
  readonly name: string;
  readonly sha256: string;
}

/** Whether files may go with an act. */
export const takesFiles = (act: string): boolean => {
  const shape = definitionOf(act)?.with;
  return shape instanceof z.ZodObject && FIELD in shape.shape;
};

const spelt = (files: readonly Attached[]): string => files.map(({ name, sha256 }) => `${sha256} ${name}`).join('\n');

/** The files that were attached so far, as they are carried. */
export const attachedIn = (entered: ReadonlyMap<string, string>): readonly Attached[] =>
  (entered.get(FIELD) ?? '').split(/\r?\n/).flatMap((line) => {
    const [, sha256, name] = /^([0-9a-f]{64}) (.+)$/.exec(line) ?? [];
    return sha256 === undefined || name === undefined ? [] : [{ name, sha256 }];
  });

export const withFiles = (entered: ReadonlyMap<string, string>, files: readonly Attached[]): ReadonlyMap<string, string> => {
  const { [FIELD]: _, ...rest } = Object.fromEntries(entered);
  return new Map(Object.entries(files.length === 0 ? rest : { ...rest, [FIELD]: spelt(files) }));
};

/** The same without the file whose button was pressed. */
export function withoutTaken(entered: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = entered.get('take-out');
  if (taken === undefined) return entered;
  const { 'take-out': _, ...rest } = Object.fromEntries(entered);
  const kept = new Map(Object.entries(rest));
  return withFiles(
    kept,
    attachedIn(kept).filter(({ name, sha256 }) => `${sha256} ${name}` !== taken),
  );
}
