import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { rulebookName } from '../domain/model/rulebook.js';
import { lookAgain } from './changed.js';
import { oncePerFolder } from './once.js';
import { lockShape, type LockEntry } from './shape.js';
import { readYaml } from './source.js';

const LOCK = 'rulebooks.lock';
const HEAD =
  '# Revisions in force. Their content must not change any more: a change is a new revision. Written by `luyue rulebook adopt`.\n';

/** What is locked. */
export const lockedIn = oncePerFolder((folder): readonly LockEntry[] =>
  existsSync(join(folder, LOCK)) ? readYaml(folder, LOCK, lockShape).content.adopted : [],
);

/** Refuses a rulebook in force whose content is not what was adopted. */
export function checkLock(
  folder: string,
  book: { readonly cycle: number; readonly revision: number; readonly digest: string },
): void {
  const index = lockedIn(folder).findIndex(({ rulebook }) => rulebook === rulebookName(book));
  const entry = lockedIn(folder)[index];
  if (!entry || entry.digest === book.digest) return;
  readYaml(folder, LOCK, lockShape).fail(
    'locked',
    ['adopted', index, 'digest'],
    `${entry.rulebook} 自 ${entry.on} 起施行，内容与此不同（${entry.digest}）；请将改动写入新的修订`,
    `${entry.rulebook} is in force since ${entry.on} with another content (${entry.digest}); put the change into a new revision`,
  );
}

/** Locks a revision: from now on its content must stay as it is. */
export function lock(folder: string, entry: LockEntry): void {
  const others = lockedIn(folder).filter(({ rulebook }) => rulebook !== entry.rulebook);
  const adopted = [...others, entry].sort((a, b) => (a.rulebook < b.rulebook ? -1 : 1));
  writeFileSync(join(folder, LOCK), HEAD + stringify({ adopted }, { lineWidth: 0 }));
  lookAgain(folder);
}
