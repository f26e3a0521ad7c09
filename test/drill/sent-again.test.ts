import fc from 'fast-check';
import { expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import type { Item } from '../../client/drill/schedule.js';
import type { Desk } from '../../desk/desk.js';
import type { Received } from '../../desk/door.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { simulate } from '../../simulator/simulate.js';
import { randomScenario } from '../random/scenarios.js';
import { sideBySide } from './side-by-side.js';
import { quiet, testTheatre } from './theatre.js';

const YEARS = Number(process.env['RANDOM_ON_TEMPORAL'] ?? 3);
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_241_115);
const PATIENCE_MS = 300_000 + YEARS * 40_000;

/** What happened at the desk besides what was asked. */
interface Seen {
  same: number;
  used: number;
  handedOver: number;
}

/** An act that its asker sends two or three times, and whose id somebody uses for another one; each comes to what it must. */
function sentAgain(item: Item, n: number, all: Received[], seen: Seen): Item {
  return {
    ...item,
    async receive(desk: Desk) {
      const first = await item.receive(desk);
      if (isRefusal(first)) return first;
      const again = await item.receive(desk);
      expect(again).toMatchObject({ act: { id: first.act.id, at: first.act.at }, before: expect.anything() as unknown });
      seen.same += 1;
      const [stored] = (await desk.door.received(first.act.id))?.before ?? [];
      if (!stored) throw new Error(`act ${first.act.id} is not in the book`);
      const { do: what, by, with: brings } = first.act;
      const other = { do: what, by, with: { ...brings, basis: `${String(n)} 次以外的内容` } };
      const swapped = await desk.door.store({ raw: other, id: stored.askedAs, asker: stored.asker, stamp: item.at }, other, []);
      expect(swapped).toMatchObject({ refused: 'id-used' });
      seen.used += 1;
      // somebody hands an act of long ago over once more: it is answered, and nothing is done
      const old = all[n % Math.max(1, all.length)];
      if (old && n % 3 === 0) {
        const rows = await desk.door.received(old.act.id);
        if (rows?.before?.every(({ state }) => state === 'applied' || state === 'refused')) {
          await desk.finish(rows);
          seen.handedOver += 1;
        }
      }
      all.push(first);
      return first;
    },
  };
}

it(
  `${String(YEARS)} random years at the service door, every act sent again, every id used again: as in memory`,
  { timeout: PATIENCE_MS },
  async () => {
    const scenario = sideBySide(fc.sample(randomScenario, { numRuns: YEARS, seed: SEED }));
    const [all, seen]: [Received[], Seen] = [[], { same: 0, used: 0, handedOver: 0 }];
    let n = 0;
    const { timing: _timing, ...played } = await run(await testTheatre(), scenario, 0, quiet, {
      each: (item) => sentAgain(item, (n += 1), all, seen),
    });
    expect(played).toEqual(simulate(scenario));
    expect(seen.same).toBe(n);
    expect(seen.used).toBe(n);
    expect(seen.handedOver).toBeGreaterThan(0);
  },
);
