import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { embeddedSignIn } from '../../../client/embedded-sign-in.js';
import { sealsIn } from '../../../documents/seals/settings.js';
import { testSeals } from '../../../embedded/authority/for-platform.js';
import { DeskFront } from '../../../gateway/desk-front.js';
import { peopleOf } from '../../../gateway/people.js';
import type { Book } from '../../../records/book.js';
import { Browser } from '../sign-in/browser.js';
import { askerOf, openHouse, type House } from '../house.js';

/** A platform with its pages, at an address of its own, with units of a city behind it. */
export interface ConsoleSite {
  readonly house: House;
  readonly origin: string;
  /** A browser in which a test person has signed in, on the start page. */
  as(actor: string): Promise<Browser>;
  /** The same person by the API. */
  api(actor: string): Promise<ReturnType<typeof askerOf>>;
  close(): Promise<void>;
}

export const TEMPORAL = 'http://127.0.0.1:8233/namespaces/default/workflows';

type Pages = Pick<ConsoleSite, 'origin' | 'as' | 'close'>;

/** The pages of a house at an address of their own, over its book or one that goes another way to it. */
export async function pagesOver(house: House, book: Book): Promise<Pages> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { identity, provider } = await embeddedSignIn(book.pool, origin);
  const rates = { person: 1_000, party: 1_000, address: 1_000 };
  const people = peopleOf(book.pool, provider.settings.issuer);
  const { client, taskQueue, prefix } = house.theatre;
  // as in a rehearsal: a test authority, whose witness is enough a seal, and a desk that asks for one
  const seals = await sealsIn(await testSeals(house.folder, {}), book.pool, false);
  const stampFor = () => Promise.resolve(house.now());
  const front = new DeskFront({ book, client, taskQueue, prefix, patienceMs: 100_000, stampFor, seals });
  const parts = { book, provider, people, rates, front, seals, temporalUrl: TEMPORAL, now: () => house.now() };
  const answer = getRequestListener(house.door(parts).fetch);
  server.on('request', (req, res) => void answer(req, res));
  return {
    origin,
    async as(actor) {
      const browser = new Browser(origin);
      await browser.go(`/sign-in/start?as=${encodeURIComponent(actor)}&to=/`);
      await browser.send('/as', { actor });
      return browser;
    },
    close: async () => {
      identity.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function openConsole(): Promise<ConsoleSite> {
  const house = await openHouse();
  const pages = await pagesOver(house, house.theatre.book);
  return {
    house,
    origin: pages.origin,
    as: pages.as,
    api: async (actor) => askerOf(house.app, await house.token(actor)),
    close: async () => {
      await pages.close();
      await house.close();
    },
  };
}
