import { createHash } from 'node:crypto';
import type { Day } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Database } from '../ledger/one-row.js';
import { canonical, sha256 } from './chain.js';
import { pathFrom, rootOf, type TreeStep } from './hash-tree.js';

/** What of a seal is anchored. */
export interface SealLine {
  readonly seal: string;
  readonly party: string;
  readonly kind: string;
  readonly manifestSha256: string;
  readonly signature: Uint8Array;
  readonly evidence: Json;
  readonly madeAt: number;
}

/** The line about a seal: its hash is the leaf, and whoever has the seal can write the line again. */
export const lineOf = ({ seal, party, kind, manifestSha256, signature, evidence, madeAt }: SealLine): string =>
  canonical({
    seal,
    party,
    kind,
    madeAt,
    manifest: manifestSha256,
    signature: createHash('sha256').update(signature).digest('hex'),
    evidence: sha256(canonical(evidence)),
  });

const FIELDS = `seal, party, kind, manifest_sha256 as "manifestSha256", signature, evidence, made_at::float8 as "madeAt"`;
const NEW = `select ${FIELDS} from seals s where not exists (select from anchored_seals a where a.seal = s.seal) order by n`;
const KEEP = `insert into anchored_seals (day, place, seal, leaf)
  select $1, place, seal, leaf from jsonb_to_recordset($2::jsonb) j (place int, seal text, leaf text)`;

/** The seals that stand under no anchor yet, as leaves, with their root; none where there are none. */
export async function sealsToAnchor(db: Database): Promise<{ readonly root?: string; keep(day: Day): Promise<unknown> }> {
  const { rows } = await db.query<SealLine>(NEW);
  const leaves = rows.map((row, place) => ({ place, seal: row.seal, leaf: sha256(lineOf(row)) }));
  if (leaves.length === 0) return { keep: () => Promise.resolve() };
  return { root: rootOf(leaves.map(({ leaf }) => leaf)), keep: (day) => db.query(KEEP, [day, JSON.stringify(leaves)]) };
}

/** A seal's place under an anchor. */
export interface SealPlace {
  readonly day: Day;
  readonly line: string;
  readonly path: readonly TreeStep[];
}

const DAY = 'select day::text as day from anchored_seals where seal = $1';
const LEAVES = 'select seal, leaf from anchored_seals where day = $1 order by place';
const ONE = `select ${FIELDS} from seals where seal = $1`;

/** Where a seal stands under its anchor; none before the first anchor after it. */
export async function placeOfSeal(db: Database, seal: string): Promise<SealPlace | undefined> {
  const day = (await db.query<{ day: Day }>(DAY, [seal])).rows[0]?.day;
  const row = (await db.query<SealLine>(ONE, [seal])).rows[0];
  if (day === undefined || !row) return undefined;
  const all = (await db.query<{ seal: string; leaf: string }>(LEAVES, [day])).rows;
  const place = all.findIndex((one) => one.seal === seal);
  return {
    day,
    line: lineOf(row),
    path: pathFrom(
      all.map(({ leaf }) => leaf),
      place,
    ),
  };
}

const STANDING = `select a.leaf, ${FIELDS} from (select seal, place, leaf from anchored_seals where day = $1) a join seals using (seal) order by place`;

/** Whether the seals under an anchor come to its root, and each is as it was anchored; the first that is not. */
export async function sealFault(db: Database, day: Day, root: string | undefined): Promise<string | undefined> {
  const { rows } = await db.query<SealLine & { leaf: string }>(STANDING, [day]);
  const changed = rows.find((row) => sha256(lineOf(row)) !== row.leaf);
  if (changed) return changed.seal;
  const leaves = rows.map(({ leaf }) => leaf);
  return (leaves.length === 0 ? undefined : rootOf(leaves)) === root ? undefined : day;
}
