import { describe, expect, it } from 'vitest';
import { playAuction } from '../../client/auction/play.js';
import { poolIn } from '../../client/auction/pool.js';
import { rehearse } from '../../client/auction/rehearse.js';
import { awardsOf } from '../../client/auction/say.js';
import { readScript, readYaml, type Script } from '../../client/auction/script.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { rulebookNamed } from '../../regulation/named.js';
import { testTheatre } from '../drill/theatre.js';

const FILE = new URL('../auction/three-bidders.yaml', import.meta.url).pathname;

describe('luyue auction rehearse', () => {
  it('三(三)2 › a script on a real server gives what it gives in memory; the rest of the offer stays with the authority', async () => {
    const theatre = await testTheatre();
    const rulebook = rulebookNamed('2024');
    // a real case refuses no lot because a file says so
    const read = readScript(readYaml(FILE));
    const script: Script = { ...read, bids: read.bids.map((bid) => ({ ...bid, refusesLot: false })) };
    const played = playAuction(script as unknown as Json, rulebook);
    const rehearsed = await rehearse(theatre, script, rulebook, () => undefined);
    if (isRefusal(played) || isRefusal(rehearsed)) throw new Error('was refused');
    expect(rehearsed.refusals).toEqual(played.refusals);
    expect(awardsOf(rehearsed.record.auction)).toEqual(awardsOf(played.auction));
    expect(rehearsed.record.auction.published).toEqual(played.auction.published);
    expect([rehearsed.differences, rehearsed.intact]).toEqual([[], true]);

    // 15,000 + 10,000 + 3,000 t are delivered and credited; of 100,000 t the other 72,000 were never issued
    expect(await poolIn(theatre.book)).toEqual([
      {
        auction: '2024-1',
        cycle: 2024,
        offered: '100000',
        delivered: '28000',
        credited: '28000',
        withAuthority: '72000',
        published: true,
      },
    ]);
    const { products } = await theatre.book.ledgerTotals();
    expect(products.allowance).toMatchObject({ issued: '28000', held: '28000' });
  });
});
