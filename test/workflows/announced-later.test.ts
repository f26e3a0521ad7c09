import { expect, it } from 'vitest';
import { AuctionDesk } from '../../desk/auction.js';
import type { Rehearsal } from '../../desk/auction-announced.js';
import { sweep } from '../../desk/sweep.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { rulebookNamed } from '../../regulation/named.js';
import { ANNOUNCEMENT } from '../auction/hall.js';
import { testTheatre } from '../drill/theatre.js';
import { seen } from '../seen.js';

const AT = instantOf('2024-09-10', '10:00:00');

it('an announcement that was stored by a desk that died is decided by the sweep as the desk would have: its cycle, its clock, its floor', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const desk = new AuctionDesk({ book, client, taskQueue, prefix, rulebook: rulebookNamed('2024') });
  const { floor: _stated, ...byTheMarket } = ANNOUNCEMENT;
  const store = async (auction: string, rehearsal: Rehearsal) => {
    const raw = { do: 'announce-auction', by: 'city/a', approvedBy: 'city/b', with: { ...byTheMarket, auction } };
    const asked = { raw, id: auction, cycle: 2024, stamp: AT };
    const received = await desk.door.receive(asked, desk.planAnnouncement(rehearsal));
    if (isRefusal(received)) throw new Error(received.en);
  };
  const clock = { wall0: Date.now(), business0: AT, skips: true as const };
  // the floor by the rule rests on a value that is only expected: a rehearsal may let it stand
  await store('autumn', { clock, allowProvisional: true });
  await store('winter', { clock });

  const stop = new AbortController();
  const sweeping = sweep({ book, client, taskQueue, prefix, everyMs: 100, log: () => undefined }, stop.signal);
  const became = async (id: string) => (await book.actsAskedAs(id))[0];
  for (const id of ['autumn', 'winter']) await seen(`${id} is decided`, async () => (await became(id))?.state !== 'stored');
  stop.abort();
  await sweeping;
  // 1.0 × the average price of the market
  expect(await desk.read('autumn')).toMatchObject({ announcement: { floor: '100.00', terms: { cycle: 2024 } }, clock });
  expect(await became('autumn')).toMatchObject({ state: 'applied' });
  expect(await became('winter')).toMatchObject({ state: 'refused', refusal: { refused: 'provisional' } });
});
