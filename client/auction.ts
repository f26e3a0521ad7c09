import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { RawAct } from '../desk/admit.js';
import { AuctionDesk } from '../desk/auction.js';
import { commitmentOf } from '../desk/auction-seal.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, refuse } from '../domain/model/refusal.js';
import { atTheDesk, onRulebook, unlessNo, type JsonOptions } from './auction/at-the-desk.js';
import { envelopeFile, seal, unseal } from './auction/envelope.js';
import { keepHall } from './auction/hall-clock.js';
import { rulebookInForce } from './auction/in-force.js';
import { playAuction } from './auction/play.js';
import { recomputed } from './auction/recompute.js';
import { announcementIn, readScript, readYaml } from './auction/script.js';
import { awardsOf, sayAuction, sayPlayed, viewOf } from './auction/say.js';
import { looksSensible } from './auction/sensible.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { sayNo, sayOutcome } from './say-outcome.js';

export type { JsonOptions } from './auction/at-the-desk.js';
export type ReadOptions = JsonOptions;
export interface ByOptions extends JsonOptions {
  readonly as: string;
  readonly id?: string;
  readonly envelope?: string;
}
export interface BidOptions extends ByOptions {
  readonly line: readonly string[];
}
export interface CoverOptions extends ByOptions {
  readonly bidder: string;
  readonly amount: string;
}
export interface AnnounceOptions extends ByOptions {
  /** The second officer, where one machine carries out what two decide; without, it is proposed. */
  readonly approvedBy?: string;
  readonly provisional: boolean;
}
export interface ForwardOptions extends JsonOptions {
  readonly to: string;
}

const CLAUSE = '三(三)2';

/** Puts one act before its auction and says what came of it; `more` is what the caller has to know besides. */
async function submit(
  raw: RawAct,
  options: ByOptions,
  streams: Streams,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const id = options.id ?? randomUUID();
  const answer = await atTheDesk(options, ({ desk, stamp }) => desk.submit(raw, id, stamp));
  return sayOutcome({ id, do: raw.do, outcome: answer, more }, options.json, streams);
}

/** `luyue auction announce FILE`: the announcement itself, or a script that holds one. */
export const announce = (file: string, options: AnnounceOptions, streams: Streams = STREAMS): Promise<number> =>
  onRulebook(options.json, streams, async () => {
    const brings = announcementIn(readYaml(file));
    if (options.approvedBy === undefined) {
      const { as, id, cycle, json } = options;
      const named = { ...(id === undefined ? {} : { id }), ...(cycle === undefined ? {} : { cycle }) };
      return (await import('./do.js')).doAct('announce-auction', { as, json, with: JSON.stringify(brings), ...named }, streams);
    }
    const raw = { do: 'announce-auction', by: options.as, approvedBy: options.approvedBy, with: brings };
    const answer = await atTheDesk(options, async ({ desk, hall, stamp }) => {
      const rehearsal = hall && stamp !== undefined ? { stamp, clock: { ...hall.clock, skips: true as const } } : {};
      const record = await desk.announce(raw, options.id ?? randomUUID(), {
        ...rehearsal,
        allowProvisional: options.provisional,
      });
      if (hall && !isRefusal(record))
        keepHall({ ...hall, auctions: { [record.announcement.caseId]: hall.clock, ...hall.auctions } });
      return record;
    });
    return unlessNo(answer, options.json, streams, ({ auction }) => {
      const { playedTo } = auction;
      return printAnswer(viewOf(auction, playedTo), sayAuction(auction, playedTo), options.json, streams);
    });
  });

/** `luyue auction cover AUCTION`: the exchange tells what a bidder has lodged. */
export const cover = (auction: string, options: CoverOptions, streams: Streams = STREAMS): Promise<number> =>
  submit(
    { do: 'record-cover', by: options.as, with: { auction, bidder: options.bidder, amount: options.amount } },
    options,
    streams,
  );

const lineOf = (text: string) => {
  const match = /^(\d+(?:\.\d{1,2})?):([1-9]\d*)$/.exec(text);
  if (!match)
    throw new UsageError(
      `--line ${text} 不是报价 / is no line of a bid: write it like 104.89:10000, 元/t:t, yuan and whole tonnes`,
      'bad-line',
      ['line'],
    );
  return { price: match[1] ?? '', quantity: match[2] ?? '' };
};

const caseOf = (auction: string, options: JsonOptions): string =>
  AuctionDesk.caseIdIn(rulebookInForce(options.cycle).cycle, auction);

/** `luyue auction bid AUCTION`: sealed on this machine; only the commitment leaves it. A bid that is refused leaves no envelope. */
export async function bid(auction: string, options: BidOptions, streams: Streams = STREAMS): Promise<number> {
  const lines = options.line.map(lineOf);
  const record = await atTheDesk(options, ({ desk }) => desk.read(auction));
  const warning = record && looksSensible(lines, options.as, record);
  if (warning !== undefined) streams.err(`${warning}\n`);
  const file = options.envelope ?? envelopeFile(auction, options.as);
  const commitment = commitmentOf(seal(file, caseOf(auction, options), options.as, lines));
  const raw = { do: 'file-bid', by: options.as, with: { auction, commitment } };
  const exit = await submit(raw, options, streams, { commitment, envelope: file });
  if (exit !== DONE) rmSync(file);
  return exit;
}

/** `luyue auction withdraw AUCTION`. */
export const withdraw = (auction: string, options: ByOptions, streams: Streams = STREAMS): Promise<number> =>
  submit({ do: 'withdraw-bid', by: options.as, with: { auction } }, options, streams);

/** `luyue auction open AUCTION`: shows what was sealed, once bidding is closed and not before. */
export async function open(auction: string, options: ByOptions, streams: Streams = STREAMS): Promise<number> {
  const { nonce, lines } = unseal(options.envelope ?? envelopeFile(auction, options.as), caseOf(auction, options), options.as);
  const record = await atTheDesk(options, ({ desk }) => desk.read(auction));
  if (record && !record.auction.closed)
    return sayNo(
      refuse('too-early', '竞价尚未截止，请保持密封', 'bidding is not closed: nothing was sent', CLAUSE),
      options.json,
      streams,
    );
  return submit({ do: 'open-bid', by: options.as, with: { auction, nonce, lines: [...lines] } }, options, streams);
}

const noAuction = (name: string) =>
  refuse('unknown-auction', `没有竞价 ${name}`, `no auction ${name} is announced in this cycle`, CLAUSE);

/** `luyue auction status AUCTION`. */
export async function status(name: string, options: ReadOptions, streams: Streams = STREAMS): Promise<number> {
  const found = await atTheDesk(options, async ({ desk, now }) => ({ record: await desk.read(name), now }));
  return unlessNo(found.record ?? noAuction(name), options.json, streams, ({ auction }) =>
    printAnswer(viewOf(auction, found.now), sayAuction(auction, found.now), options.json, streams),
  );
}

/** `luyue auction result AUCTION`: refused until it is published; recomputed from the events by whoever asks. */
export async function result(name: string, options: ReadOptions, streams: Streams = STREAMS): Promise<number> {
  const record = await atTheDesk(options, ({ desk }) => desk.read(name));
  if (!record) return sayNo(noAuction(name), options.json, streams);
  const { auction, steps } = record;
  if (!auction.published)
    return sayNo(refuse('too-early', '竞价结果尚未公布', 'the result is not published yet', CLAUSE), options.json, streams);
  const wrong = recomputed(
    auction,
    steps.flatMap(({ events }) => events),
  );
  const { published } = auction;
  const bids = awardsOf(auction);
  const said = [...sayPlayed(auction, []), ...(wrong.length === 0 ? ['重算一致 recomputed from the events: the same'] : wrong)];
  const document = { auction: name, ...published, bids, recomputed: wrong.length === 0, wrong };
  printAnswer(document, said, options.json, streams);
  return wrong.length === 0 ? DONE : REFUSED;
}

/** `luyue auction play FILE`: a whole auction in memory. */
export const play = (file: string, options: JsonOptions, streams: Streams = STREAMS): Promise<number> =>
  onRulebook(options.json, streams, () => {
    const played = playAuction(readYaml(file), rulebookInForce(options.cycle));
    if (isRefusal(played)) return Promise.resolve(sayNo(played, options.json, streams));
    const { auction, refusals } = played;
    const document = { ...auction.published, bids: awardsOf(auction), refusals };
    return Promise.resolve(printAnswer(document, sayPlayed(auction, refusals), options.json, streams));
  });

/** `luyue auction rehearse FILE`: the same on a real server, in a temporary folder. */
export const rehearse = (file: string, options: JsonOptions, streams: Streams = STREAMS): Promise<number> =>
  onRulebook(options.json, streams, async () => {
    const script = readScript(readYaml(file));
    const { runRehearsal } = await import('./auction/rehearsal.js');
    return runRehearsal(script, rulebookInForce(options.cycle), options.json, streams);
  });

/** `luyue auction hall FILE`: a platform with a clock of its own, for trying each command by hand. */
export const hall = (file: string, options: JsonOptions, streams: Streams = STREAMS): Promise<number> =>
  onRulebook(options.json, streams, async () => {
    const script = readScript(readYaml(file));
    const { openHall } = await import('./auction/hall.js');
    return openHall(file, script, rulebookInForce(options.cycle), streams);
  });

/** `luyue auction forward AUCTION --to closes`: moves the hall's clock; refused by a platform in service. */
export async function forward(name: string, options: ForwardOptions, streams: Streams = STREAMS): Promise<number> {
  const { forwardTo } = await import('./auction/forward.js');
  const answer = await atTheDesk(options, async ({ desk, hall: found, service }) => {
    if (!found)
      return refuse(
        'not-allowed',
        '正式平台的时钟不能拨动；请用 luyue auction hall 打开演练大厅',
        'the clock of a platform in service is nobody’s to move: open a hall with luyue auction hall',
      );
    const record = await desk.read(name);
    return record ? { at: await forwardTo(options.to, record, found, service, desk) } : noAuction(name);
  });
  return unlessNo(answer, options.json, streams, ({ at }) =>
    printAnswer({ auction: name, now: isoOf(at) }, `现在是 now ${isoOf(at)}`, options.json, streams),
  );
}
