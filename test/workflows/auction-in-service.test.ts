import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoOf } from '../../domain/model/instant.js';
import { codeIn, commandsIn } from '../auction/commands.js';
import { programWithKnownCycle } from '../auction/known-cycle.js';
import { seen } from '../seen.js';

const LIST = `id,name,kind,district,mail
BJ-0001,第一热力有限公司,key,chaoyang,one@unit.example
BJ-0002,第二热力有限公司,key,haidian,two@unit.example
`;
const FILE_2024 = new URL('../auction/three-bidders.yaml', import.meta.url).pathname;

const BOTH = ['--as', 'city/a', '--approved-by', 'city/b'];
const OF_2026 = ['--cycle', '2026'];
const until = (at: number): Promise<void> => pause(Math.max(0, at - Date.now()));

/** A window that this machine was too slow for: the auction is played again, with longer ones. */
class TooSlow extends Error {}
/** What a command says whose time ends at an instant, however long the machine takes over it. */
async function before<T>(ends: number, command: Promise<T>): Promise<T> {
  const said = await command;
  if (Date.now() >= ends) throw new TooSlow();
  return said;
}

type Auction = ReturnType<typeof commandsIn>['auction'];

/** Plays one auction by the clock of the database, its windows a few commands long; throws TooSlow where one of them was missed. */
async function play(auction: Auction, folder: string, name: string, command: number): Promise<void> {
  const opensAt = Date.now() + 4 * command;
  const closesAt = opensAt + 6 * command;
  const openingEndsAt = closesAt + 8 * command;
  const announcement = {
    auction: name,
    lot: '1000',
    floor: '100.00',
    minimumCover: '1000.00',
    basis: '有偿竞价发放公告',
    opensAt: isoOf(opensAt),
    closesAt: isoOf(closesAt),
    openingEndsAt: isoOf(openingEndsAt),
  };
  await writeFile(join(folder, 'announcement.json'), JSON.stringify(announcement));
  const announced = await before(opensAt, auction('announce', 'announcement.json', ...BOTH, ...OF_2026));
  expect(announced).toMatchObject({ exit: 0, answer: { auction: name, cycle: 2026 } });
  const [lodged, early] = await before(
    opensAt,
    Promise.all([
      auction('cover', name, '--bidder', 'BJ-0001', '--amount', '15000.00', ...OF_2026),
      auction('bid', name, '--as', 'BJ-0002', '--line', '100.00:150', ...OF_2026),
    ]),
  );
  expect(lodged).toMatchObject({ exit: 0 });
  expect([early.exit, codeIn(early)]).toEqual([1, 'too-early']);
  // the clock of a platform in service is nobody's to move
  const moved = await auction('forward', name, '--to', 'closes', ...OF_2026);
  expect([moved.exit, codeIn(moved)]).toEqual([1, 'not-allowed']);

  await until(opensAt);
  const bid = await before(closesAt, auction('bid', name, '--as', 'BJ-0001', '--line', '100.00:150', ...OF_2026));
  expect(bid).toMatchObject({ exit: 0, answer: { do: 'file-bid' } });
  expect(Date.parse(String(bid.answer['at']))).toBeLessThan(closesAt);
  const sealed = await before(closesAt, auction('open', name, '--as', 'BJ-0001', ...OF_2026));
  expect([sealed.exit, codeIn(sealed)]).toEqual([1, 'too-early']);

  await until(closesAt);
  const late = await before(openingEndsAt, auction('withdraw', name, '--as', 'BJ-0001', ...OF_2026));
  expect([late.exit, codeIn(late)]).toEqual([1, 'right-lapsed']);
  const opened = await before(openingEndsAt, auction('open', name, '--as', 'BJ-0001', ...OF_2026));
  expect(opened).toMatchObject({ exit: 0, answer: { do: 'open-bid' } });

  await until(openingEndsAt);
  await seen('there is a result', async () => codeIn(await auction('result', name, ...OF_2026)) !== 'too-early');
  // 150 t, 15 % of the lot, at 100 yuan: the whole cover
  expect(await auction('result', name, ...OF_2026)).toMatchObject({
    exit: 0,
    answer: { price: '100.00', sold: '150', unsold: '850', proceeds: '15000.00', recomputed: true },
  });
}

describe('三(三)2 › an auction on a platform in service', () => {
  it('runs by the clock of the database, which nobody moves, in a cycle whose deadline lies ahead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luyue-service-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const root = join(folder, 'program');
    await programWithKnownCycle(root);
    const { luyue, auction, goingOn } = commandsIn(folder, root);
    const stop = await goingOn(['up']);
    let running = true;
    onTestFinished(async () => {
      if (running) await stop();
    });
    await writeFile(join(folder, 'list.csv'), LIST);
    expect(await luyue('register', 'import', 'list.csv', '--cycle', '2026', '--commit')).toMatchObject({ exit: 0 });

    // a cycle that is over; and how long a command takes on this machine
    const began = Date.now();
    const over = await auction('announce', FILE_2024, ...BOTH, '--cycle', '2024');
    expect([over.exit, codeIn(over)]).toEqual([1, 'right-lapsed']);
    const command = Date.now() - began;

    const windows = [command, 3 * command, 9 * command];
    for (const [n, window] of windows.entries())
      try {
        await play(auction, folder, `2026-${String(n + 1)}`, window);
        break;
      } catch (error) {
        if (!(error instanceof TooSlow) || n + 1 === windows.length) throw error;
      }
    const pool = await luyue('ledger', 'auctions', '--json');
    const sold = expect.objectContaining({ credited: '150', withAuthority: '850' }) as object;
    expect(JSON.parse(pool.out)).toMatchObject({ agrees: true, auctions: expect.arrayContaining([sold]) as object[] });
    expect((await luyue('audit', 'verify')).exit).toBe(0);
    running = false;
    expect(await stop()).toBe(0);
  });
});
