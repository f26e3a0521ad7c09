import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { isRefusal } from '../../../domain/model/refusal.js';
import { bookAsItStands, expectUnmoved, type Standing } from './book-unmoved.js';
import type { Town } from './town.js';

/** What every attempt by hand must leave behind: nothing. */
export async function leavesNothing(town: Town, attempt: () => Promise<unknown>): Promise<void> {
  const before: Standing = await bookAsItStands(town.theatre.book.pool);
  await attempt();
  await expectUnmoved(town.theatre.book.pool, before);
}

/** How long a real act may take to be answered. */
const ANSWERED_MS = 110_000;

/** An answer, or that there was none in time: somebody who waits for ever is no proof. */
export const answered = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    pause(ANSWERED_MS, undefined, { ref: false }).then(() => {
      throw new Error('a real act was not answered');
    }),
  ]);

/** A real act that every case of a unit answers: whatever was tried on it, they all still do. */
export async function stillAnswers(town: Town, unit: string): Promise<void> {
  const id = `real-${unit}`;
  const brings = { district: 'fengtai', basis: '迁址' };
  const officers = { by: 'city/a', approvedBy: 'city/b' };
  const answer = await answered(town.submit({ ...officers, for: unit, do: 'move-district', with: brings }, id));
  if (isRefusal(answer)) throw new Error(`a real act was refused: ${answer.en}`);
  const answers = await town.theatre.book.actsAskedAs(id);
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ state }) => state !== 'applied')).toEqual([]);
}
