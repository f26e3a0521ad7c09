import { type z } from 'zod';
import { claimOut, substituteOut } from '../gateway/inbox.js';
import { platform } from './platform.js';
import { STREAMS, type Streams } from './print.js';
import { printAnswered } from './say-http.js';

export interface ClaimOptions {
  readonly as?: string;
  readonly json?: boolean;
}

const pathOf = (item: string, what: string): string => `/inbox/${encodeURIComponent(item)}/${what}`;

const sayClaim = ({ item, claimedBy }: z.output<typeof claimOut>): string =>
  claimedBy === undefined ? `${item}  无人认领 nobody has it` : `${item}  承办 claimed by ${claimedBy}`;

const saySubstitute = ({ of, person, from = '', until = '' }: z.output<typeof substituteOut>): string =>
  person === undefined ? `${of}  无代理 nobody stands in` : `${of}  代理 stands in: ${person}  ${from} – ${until}`;

/** `luyue claim ITEM` */
export async function claim(item: string, { as, json = false }: ClaimOptions, streams: Streams = STREAMS): Promise<number> {
  return printAnswered(await (await platform(as)).post(pathOf(item, 'claim'), claimOut), sayClaim, json, streams);
}

/** `luyue release ITEM` */
export async function release(item: string, { as, json = false }: ClaimOptions, streams: Streams = STREAMS): Promise<number> {
  return printAnswered(await (await platform(as)).post(pathOf(item, 'release'), claimOut), sayClaim, json, streams);
}

/** `luyue hand-over ITEM --to ACTOR` */
export async function handOver(
  item: string,
  { as, to, json = false }: ClaimOptions & { readonly to: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platform(as);
  return printAnswered(await http.post(pathOf(item, 'hand-over'), claimOut, { body: { to } }), sayClaim, json, streams);
}

export interface SubstituteOptions extends ClaimOptions {
  readonly by: string;
  readonly from: string;
  readonly until: string;
  readonly party?: string;
}

/** `luyue substitute --by ACTOR --from DAY --until DAY` */
export async function substitute(options: SubstituteOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, by: person, from, until, party, json = false } = options;
  const http = await platform(as);
  const body = { person, from, until, ...(party === undefined ? {} : { as: party }) };
  return printAnswered(await http.put('/inbox/substitute', substituteOut, { body }), saySubstitute, json, streams);
}

/** `luyue no-substitute` */
export async function noSubstitute(
  { as, party, json = false }: ClaimOptions & { readonly party?: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platform(as);
  return printAnswered(
    await http.delete('/inbox/substitute', substituteOut, { query: { as: party } }),
    saySubstitute,
    json,
    streams,
  );
}
