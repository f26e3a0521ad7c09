import { existsSync, rmSync } from 'node:fs';
import { byName } from '../../regulation/by-name.js';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../domain/model/instant.js';
import { shownBy, type Clock } from '../../domain/model/clock.js';
import { readWhole, writeWhole } from '../../records/whole-file.js';
import { FOLDER, type Service } from '../service.js';

/**
 * The clock of a rehearsal hall, which lies beside what `luyue auction hall` says of its platform. Commands that speak to that
 * platform stamp by it; a platform in service has none, and there the database's clock stamps.
 */
const PAIR = z.object({ wall0: z.number(), business0: z.number() });
const HALL = z.object({
  databaseUrl: z.string(),
  prefix: z.string(),
  clock: PAIR,
  /** The pair that each auction was announced with: by it its workflow keeps time. */
  auctions: byName(z.string(), PAIR),
});
export type Hall = z.infer<typeof HALL>;

const hallFile = (folder: string): string => join(folder, 'hall.json');

/** The hall that a platform is, if it is one. */
export function hallOf({ databaseUrl }: Pick<Service, 'databaseUrl'>, folder: string = FOLDER): Hall | undefined {
  const file = hallFile(folder);
  if (!existsSync(file)) return undefined;
  const hall = HALL.parse(readWhole(file));
  return hall.databaseUrl === databaseUrl ? hall : undefined;
}

/** Writes the hall's clock down, whole or not at all. */
export function keepHall(hall: Hall, folder: string = FOLDER): void {
  writeWhole(hallFile(folder), `${JSON.stringify(hall, null, 2)}\n`);
}

export const forgetHall = (folder: string = FOLDER): void => {
  rmSync(hallFile(folder), { force: true });
};

/** What a clock shows now. */
export const nowBy = (clock: Clock): Instant => shownBy(clock, Date.now());
