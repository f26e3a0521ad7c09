import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealsIn, trustIn } from '../../documents/seals/settings.js';
import { TestAuthority } from '../../embedded/authority/authority.js';
import { authorityIn, testSeals } from '../../embedded/authority/for-platform.js';
import { DeskFront } from '../../gateway/desk-front.js';
import type { Gateway } from '../../gateway/endpoint.js';
import { SealCalls } from '../../gateway/seal-calls.js';
import { Town } from '../records/people/town.js';
import { openHouse, type House } from './house.js';

export interface SealingHouse {
  readonly house: House;
  readonly app: Gateway;
  /** What the pages do with seals. */
  readonly calls: SealCalls;
  /** Of the test authority. */
  readonly folder: string;
  /** Two registrars, and what they do. */
  readonly town: Town;
  /** With a certificate of its own from now on. */
  certified(party: string, key?: 'sm2-sm3'): Promise<{ readonly key: string; readonly certificates: string }>;
  close(): Promise<void>;
}

/** A house whose desk asks for seals, as in service. */
export async function openSealingHouse(): Promise<SealingHouse> {
  const house = await openHouse();
  const folder = await mkdtemp(join(tmpdir(), 'luyue-sealing-'));
  const { book, client, taskQueue, prefix } = house.theatre;
  const settings = await testSeals(folder, {});
  const [seals, trust] = [await sealsIn(settings, book.pool, false), trustIn(settings)];
  const stampFor = () => Promise.resolve(house.now());
  const front = new DeskFront({ book, client, taskQueue, prefix, patienceMs: 100_000, stampFor, seals, trust });
  const authority = await TestAuthority.open(authorityIn(folder));
  const town = new Town(book, trust);
  await town.found();
  return {
    // people act by the clock of the wall
    calls: new SealCalls({ book, seals, now: Date.now }),
    house,
    folder,
    town,
    app: house.door({ front, seals, now: () => house.now() }),
    async certified(party, key) {
      const issued = await authority.issue({ name: party, ...(key === undefined ? {} : { key }) });
      await town.register(party, issued.certificates);
      return issued;
    },
    async close() {
      await house.close();
      await rm(folder, { recursive: true });
    },
  };
}
