import { sha256 } from './chain.js';

/** A step from a leaf to the root: the other hash, and on which side of ours it stands. */
export interface TreeStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

const above = (left: string, right: string): string => sha256(`${left}\n${right}`);

const levelAbove = (level: readonly string[]): string[] => {
  const next: string[] = [];
  for (let n = 0; n < level.length; n += 2) {
    const [left = '', right] = level.slice(n, n + 2);
    next.push(right === undefined ? left : above(left, right));
  }
  return next;
};

/** The root over hashes in their order: two are hashed with a line end between them, one that is left over goes up as it is. */
export function rootOf(leaves: readonly string[]): string {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  const [root] = level;
  if (root === undefined) throw new Error('a tree without a leaf has no root');
  return root;
}

/** The way from a leaf to the root. */
export function pathFrom(leaves: readonly string[], place: number): TreeStep[] {
  const path: TreeStep[] = [];
  let at = place;
  for (let level = leaves; level.length > 1; level = levelAbove(level)) {
    const other = level[at ^ 1];
    if (other !== undefined) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: other });
    at = at >> 1;
  }
  return path;
}
