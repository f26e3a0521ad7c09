import type pg from 'pg';

/** What a platform is: one machine's own, a rehearsal with clocks of its own, or the one that moves other people's allowances. */
export const PLATFORM_KINDS = ['embedded', 'rehearsal', 'service'] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

/** What the book was made as; none where nobody has said so yet. */
export const platformKind = async (pool: pg.Pool): Promise<PlatformKind | undefined> =>
  (await pool.query<{ kind: PlatformKind }>({ name: 'platform-kind', text: 'select kind from platform' })).rows[0]?.kind;

/** Thrown where a switch contradicts the book. */
export class WrongPlatform extends Error {
  constructor(made: string, kind: PlatformKind) {
    super(
      `账簿属于 ${made} 平台，不能作为 ${kind} 启动 / this book was made as ${made} and is never ${kind}: name another database, or start it as what it is`,
    );
    this.name = 'WrongPlatform';
  }
}

/** Says what the book is, once for ever. Throws where it was made as something else: a switch must not turn a rehearsal into service. */
export async function claimPlatform(pool: pg.Pool, kind: PlatformKind): Promise<void> {
  await pool.query('insert into platform (kind) values ($1) on conflict do nothing', [kind]);
  const made = await platformKind(pool);
  if (made !== kind) throw new WrongPlatform(String(made), kind);
}
