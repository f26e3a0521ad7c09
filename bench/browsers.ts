/** The people of `bench/pages.ts` with their browsers, in a process of their own: what they take of a processor is no server's time. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from '../test/gateway/sign-in/browser.js';
import { PAGES } from './page-list.js';

/** What the server's process tells: where it is reached, and how many people look for how long. */
export interface Asked {
  readonly origin: string;
  readonly people: number;
  readonly seconds: number;
}

/** How long each whole answer to a page took, and the most bytes that it had. */
export interface Took {
  readonly ms: number[];
  bytes: number;
}

/** What came of it, by who looked and at what; and the bytes of what a browser loads besides a page. */
export interface Looked {
  readonly took: readonly (readonly [page: string, took: Took])[];
  readonly beside: number;
}

/** How long somebody looks at a page before the next. */
const LOOKS_MS = 1_000;

interface Person {
  readonly actor: string;
  readonly browser: Browser;
}

/** What a browser loads before it can show a page, besides the page. */
async function besides(browser: Browser): Promise<number> {
  const page = await (await browser.once('/')).text();
  const files = [...page.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)].map(([, path = '']) => path);
  const sizes = files.map(async (path) => Number((await browser.once(path)).headers.get('content-length')));
  return (await Promise.all(sizes)).reduce((all, one) => all + one, 0);
}

async function signedIn({ origin, people }: Asked): Promise<Person[]> {
  const actors = Object.keys(PAGES);
  const all: Person[] = [];
  for (let n = 0; n < people; n += 1) {
    const actor = actors[n % actors.length] ?? '';
    const browser = new Browser(origin, `10.1.${String(n >> 8)}.${String(n & 255)}`);
    await browser.go(`/sign-in/start?as=${encodeURIComponent(actor)}&to=/`);
    await browser.send('/as', { actor });
    all.push({ actor, browser });
  }
  return all;
}

const took = new Map<string, Took>();
async function look({ actor, browser }: Person, path: string): Promise<void> {
  const began = performance.now();
  const answer = await browser.once(path);
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (answer.status !== 200)
    throw new Error(`${actor} ${path}: ${String(answer.status)} ${answer.headers.get('location') ?? ''}`);
  const one = took.get(`${actor} ${path}`) ?? { ms: [], bytes: 0 };
  one.ms.push(performance.now() - began);
  one.bytes = Math.max(one.bytes, bytes);
  took.set(`${actor} ${path}`, one);
}

async function browse(person: Person, nth: number, { people }: Asked, over: number): Promise<void> {
  const paths = PAGES[person.actor] ?? [];
  await pause((LOOKS_MS * nth) / people);
  for (let n = nth; Date.now() < over; n += 1) {
    await look(person, paths[n % paths.length] ?? '/');
    await pause(LOOKS_MS);
  }
}

/** What the server's process says next. */
const told = async (): Promise<unknown> => (await once(process, 'message'))[0];

const asked = (await told()) as Asked;
const people = await signedIn(asked);
// the first look at each page makes its code and its plans ready
const firsts = Object.keys(PAGES).flatMap((actor) => people.find((one) => one.actor === actor) ?? []);
for (const person of firsts) for (const path of PAGES[person.actor] ?? []) await look(person, path);
took.clear();
process.send?.('ready');
await told();
const over = Date.now() + asked.seconds * 1_000;
await Promise.all(people.map((person, nth) => browse(person, nth, asked, over)));
const [anybody] = people;
const beside = anybody ? await besides(anybody.browser) : 0;
process.send?.({ took: [...took], beside } satisfies Looked);
process.disconnect();
