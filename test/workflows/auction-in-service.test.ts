import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoOf } from '../../domain/model/instant.js';
import { codeIn, commandsIn } from '../auction/commands.js';
import { programWithKnownCycle } from '../auction/known-cycle.js';

const LIST = `id,name,kind,district,mail
BJ-0001,第一热力有限公司,key,chaoyang,one@unit.example
BJ-0002,第二热力有限公司,key,haidian,two@unit.example
`;
const FILE_2024 = new URL('../auction/three-bidders.yaml', import.meta.url).pathname;

const until = (at: number): Promise<void> => pause(Math.max(0, at - Date.now()));

describe('三(三)2 › an auction on a platform in service', () => {
  it(
    'runs by the clock of the database, which nobody moves, in a cycle whose deadline lies ahead',
    { timeout: 300_000 },
    async () => {
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
      const over = await auction('announce', FILE_2024, '--as', 'city/a', '--approved-by', 'city/b', '--cycle', '2024');
      expect([over.exit, codeIn(over)]).toEqual([1, 'right-lapsed']);
      const command = Date.now() - began;

      const of2026 = ['--cycle', '2026'];
      const opensAt = Date.now() + 4 * command;
      const closesAt = opensAt + 6 * command;
      const openingEndsAt = closesAt + 8 * command;
      const announcement = {
        auction: '2026-1',
        lot: '1000',
        floor: '100.00',
        minimumCover: '1000.00',
        basis: '有偿竞价发放公告',
        opensAt: isoOf(opensAt),
        closesAt: isoOf(closesAt),
        openingEndsAt: isoOf(openingEndsAt),
      };
      await writeFile(join(folder, 'announcement.json'), JSON.stringify(announcement));
      const announced = await auction('announce', 'announcement.json', '--as', 'city/a', '--approved-by', 'city/b', ...of2026);
      expect(announced).toMatchObject({ exit: 0, answer: { auction: '2026-1', cycle: 2026 } });
      const [lodged, early] = await Promise.all([
        auction('cover', '2026-1', '--bidder', 'BJ-0001', '--amount', '15000.00', ...of2026),
        auction('bid', '2026-1', '--as', 'BJ-0002', '--line', '100.00:150', ...of2026),
      ]);
      expect(lodged).toMatchObject({ exit: 0 });
      expect([early.exit, codeIn(early)]).toEqual([1, 'too-early']);
      // the clock of a platform in service is nobody's to move
      const moved = await auction('forward', '2026-1', '--to', 'closes', ...of2026);
      expect([moved.exit, codeIn(moved)]).toEqual([1, 'not-allowed']);

      await until(opensAt);
      const bid = await auction('bid', '2026-1', '--as', 'BJ-0001', '--line', '100.00:150', ...of2026);
      expect(bid).toMatchObject({ exit: 0, answer: { do: 'file-bid' } });
      expect(Date.parse(String(bid.answer['at']))).toBeLessThan(closesAt);
      const sealed = await auction('open', '2026-1', '--as', 'BJ-0001', ...of2026);
      expect([sealed.exit, codeIn(sealed)]).toEqual([1, 'too-early']);

      await until(closesAt);
      const late = await auction('withdraw', '2026-1', '--as', 'BJ-0001', ...of2026);
      expect([late.exit, codeIn(late)]).toEqual([1, 'right-lapsed']);
      const opened = await auction('open', '2026-1', '--as', 'BJ-0001', ...of2026);
      expect(opened).toMatchObject({ exit: 0, answer: { do: 'open-bid' } });

      await until(openingEndsAt);
      let result = await auction('result', '2026-1', ...of2026);
      for (let looks = 0; looks < 30 && codeIn(result) === 'too-early'; looks += 1)
        result = await auction('result', '2026-1', ...of2026);
      // 150 t, 15 % of the lot, at 100 yuan: the whole cover
      expect(result).toMatchObject({
        exit: 0,
        answer: { price: '100.00', sold: '150', unsold: '850', proceeds: '15000.00', recomputed: true },
      });
      const pool = await luyue('ledger', 'auctions', '--json');
      expect(JSON.parse(pool.out)).toMatchObject({ agrees: true, auctions: [{ credited: '150', withAuthority: '850' }] });
      expect((await luyue('audit', 'verify')).exit).toBe(0);
      running = false;
      expect(await stop()).toBe(0);
    },
  );
});
