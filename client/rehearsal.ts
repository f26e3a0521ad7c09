import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { badInput } from '../desk/parse.js';
import { rehearsalOver } from '../desk/rehearsal-over.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { readWhole, writeWhole } from '../records/whole-file.js';
import { UsageError } from './failure.js';
import type { Problem } from './print.js';
import { FOLDER, serviceFile, type Service } from './service.js';

const MEMORY = z.object({
  /** The server's time at which the first start of the demonstration began. */
  wall0: z.number(),
  over: z.boolean(),
  /** Whose cases run by the demonstration's clock. */
  cycle: z.int().optional(),
  units: z.array(z.string()).default([]),
  /** Business time that the demonstration had reached at a moment of the machine's. */
  clock: z.object({ at: z.number(), wall: z.number() }).optional(),
  /** The first instant that it does not play. */
  endsAt: z.number().optional(),
});
/** What is remembered of a demonstration in the platform's folder. */
export type Memory = z.infer<typeof MEMORY>;

const fileIn = (folder: string): string => join(folder, 'demo.json');

const recall = (folder: string): Memory | undefined =>
  existsSync(fileIn(folder)) ? MEMORY.parse(readWhole(fileIn(folder))) : undefined;

export const remember = (folder: string, memory: Memory): void => {
  writeWhole(fileIn(folder), `${JSON.stringify(memory)}\n`);
};

/** 演示: some units whose cases run by a clock of their own, which is ahead of or behind everybody else's. */
export interface Rehearsal {
  readonly cycle: number;
  readonly units: readonly string[];
  /** Its clock: goes on at the speed of the machine's, is set forward at each act of the play, and stops at its end. */
  readonly now: Instant;
  readonly over: boolean;
}

/** The rehearsal on the platform that is spoken to; none where it has none, or was not started here. */
export function rehearsalOn(
  { databaseUrl }: Pick<Service, 'databaseUrl'>,
  wall = Date.now(),
  folder = FOLDER,
): Rehearsal | undefined {
  if (!existsSync(serviceFile(folder))) return undefined;
  const left = readWhole(serviceFile(folder)) as Partial<Service>;
  const memory = left.databaseUrl === databaseUrl ? recall(folder) : undefined;
  if (memory?.cycle === undefined || !memory.clock || memory.endsAt === undefined) return undefined;
  const { cycle, units, clock, endsAt, over } = memory;
  const last = endsAt - 1;
  return { cycle, units, now: over ? last : Math.min(clock.at + Math.max(0, wall - clock.wall), last), over };
}

/** One line that says by which clock an answer is given. */
export const sayRehearsal = ({ now, over }: Rehearsal): string =>
  `演示时钟 · the demonstration's clock: ${isoOf(now)}${over ? '（演示已结束 it is over）' : ''}`;

export const asJson = ({ now, over }: Rehearsal) => ({ rehearsal: { now: isoOf(now), over } });

const has = (rehearsal: Rehearsal, cycle: number, unit: string): boolean =>
  rehearsal.cycle === cycle && rehearsal.units.includes(unit);

/** By which clock many cases are looked at together: the rehearsal's where all are its own; `beside`: its units that are not, among others. */
export function clockOf(
  rehearsal: Rehearsal | undefined,
  cycle: number,
  units: readonly string[],
): { readonly rehearsal?: Rehearsal; readonly beside?: readonly string[] } {
  const own = rehearsal ? [...new Set(units.filter((unit) => has(rehearsal, cycle, unit)))] : [];
  if (!rehearsal || own.length === 0) return {};
  return units.every((unit) => own.includes(unit)) ? { rehearsal } : { beside: own };
}

/** Why an act cannot be done on cases of a rehearsal. */
const over = (units: readonly string[], { now }: Rehearsal): Problem => ({
  code: 'rehearsal-over',
  message: sayRefusal(rehearsalOver(units, now)),
});

/**
 * The stamp for an act about these units: none in service, where the door stamps; in a rehearsal its own clock, after all that
 * its cases have seen. A problem where the rehearsal is over. Throws a UsageError where some of the units are in it and some not.
 */
export async function stampFor(
  rehearsal: Rehearsal | undefined,
  { cycle, units, book }: { readonly cycle: number; readonly units: readonly string[]; readonly book: Book },
): Promise<{ readonly stamp?: Instant } | { readonly problem: Problem }> {
  const clock = clockOf(rehearsal, cycle, units);
  if (clock.beside)
    throw new UsageError(
      `${clock.beside.join(', ')} 按演示时钟运行，其他单位不是，一事不能同时涉及两者 / ${clock.beside.join(', ')} run by the demonstration's clock and the other units do not: an act cannot concern both`,
      'two-clocks',
      ['unit'],
    );
  if (!clock.rehearsal) return {};
  if (clock.rehearsal.over) return { problem: over(units, clock.rehearsal) };
  const seen: Instant[] = [];
  for (const unit of units)
    for (const { caseId, cycle: its } of await book.casesOf(unit))
      if (its === cycle) seen.push((await book.readCase(caseId))?.events.at(-1)?.at ?? 0);
  return { stamp: Math.max(clock.rehearsal.now, ...seen) };
}

/** The stamps of acts that come in over HTTP: a demonstration's own clock for its cases, which moves while it is played. */
export const stampsIn =
  (service: Pick<Service, 'databaseUrl'>, book: Book, folder: string) =>
  async (cycle: number, units: readonly string[]): Promise<Instant | Refusal | undefined> => {
    const rehearsal = rehearsalOn(service, Date.now(), folder);
    if (!rehearsal) return undefined;
    const clock = clockOf(rehearsal, cycle, units);
    if (clock.beside)
      return badInput(
        ['for'],
        `${clock.beside.join('、')} 按演示时钟运行，其他单位不是`,
        `names units by the demonstration's clock (${clock.beside.join(', ')}) beside others: an act cannot concern both`,
      );
    if (!clock.rehearsal) return undefined;
    if (clock.rehearsal.over) return rehearsalOver(units, clock.rehearsal.now);
    const stamp = await stampFor(rehearsal, { cycle, units, book });
    return 'stamp' in stamp ? stamp.stamp : undefined;
  };
