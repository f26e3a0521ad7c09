import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RawAct } from '../desk/admit.js';
import { AuctionDesk } from '../desk/auction.js';
import { commitmentOf } from '../desk/auction-seal.js';
import { isoOf } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, refuse, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import { rulebookNamed } from '../regulation/named.js';
import { revisionsOf } from '../regulation/load.js';
import { envelopeFile, seal, unseal } from './auction/envelope.js';
import { playAuction } from './auction/play.js';
import { recomputed } from './auction/recompute.js';
import { awardsOf, sayAuction, sayBid, viewOf } from './auction/say.js';
import { UsageError } from './failure.js';
import { BAD_INPUT, DONE, printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, withService } from './service.js';

export interface JsonOptions {
  readonly cycle?: string;
  readonly json: boolean;
}
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
  readonly approvedBy: string;
  readonly provisional: boolean;
}

/** The rulebook in force: the latest revision of the cycle that is named, or the one that is named itself. */
const rulebookOf = (cycle: string | undefined) => {
  const named = rulebookNamed(cycle);
  if (cycle?.includes('.r')) return named;
  const latest = revisionsOf(named.cycle).at(-1) ?? 1;
  return latest === 1 ? named : rulebookNamed(`${String(named.cycle)}.r${String(latest)}`);
};

const atTheDesk = <T>(options: JsonOptions, work: (desk: AuctionDesk) => Promise<T>): Promise<T> => {
  const service = findService(process.env);
  return withService(service, (book, client) =>
    work(new AuctionDesk({ book, client, taskQueue: service.taskQueue, rulebook: rulebookOf(options.cycle) })),
  );
};

const say = (answer: Refusal, json: boolean, streams: Streams): number => {
  printProblem({ code: answer.refused, message: sayRefusal(answer), path: answer.path ?? [] }, json, streams);
  return answer.refused === 'bad-input' ? BAD_INPUT : REFUSED;
};

/** Puts one act before its auction and says what came of it; `more` is what the caller has to know besides. */
async function submit(
  raw: RawAct,
  options: ByOptions,
  streams: Streams,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const id = options.id ?? randomUUID();
  const answer = await atTheDesk(options, (desk) => desk.submit(raw, id));
  if (isRefusal(answer)) return say(answer, options.json, streams);
  const at = isoOf(answer.at);
  if (options.json) streams.out(`${JSON.stringify({ act: id, do: raw.do, at, seq: answer.seq, ...more }, null, 2)}\n`);
  else
    streams.out(
      [`已受理 · done: ${raw.do}, ${at} (${id})`, ...Object.entries(more).map(([key, value]) => `  ${key}: ${value}`), ''].join(
        '\n',
      ),
    );
  return DONE;
}

const readYaml = (file: string): Json => {
  try {
    return parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`, 'bad-file', ['file']);
  }
};

/** `luyue auction announce FILE`. */
export async function announce(file: string, options: AnnounceOptions, streams: Streams = STREAMS): Promise<number> {
  const raw = { do: 'announce-auction', by: options.as, approvedBy: options.approvedBy, with: readYaml(file) };
  const answer = await atTheDesk(options, (desk) =>
    desk.announce(raw, options.id ?? randomUUID(), { allowProvisional: options.provisional }),
  );
  if (isRefusal(answer)) return say(answer, options.json, streams);
  const { auction } = answer;
  if (options.json) streams.out(`${JSON.stringify(viewOf(auction, auction.playedTo), null, 2)}\n`);
  else streams.out(`${sayAuction(auction, auction.playedTo)}\n`);
  return DONE;
}

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
    throw new UsageError(`--line ${text} is no line of a bid: write it like 104.89:10000, yuan and whole tonnes`, 'bad-line', [
      'line',
    ]);
  return { price: match[1] ?? '', quantity: match[2] ?? '' };
};

/** `luyue auction bid AUCTION`: sealed on this machine; only the commitment leaves it. */
export function bid(auction: string, options: BidOptions, streams: Streams = STREAMS): Promise<number> {
  const lines = options.line.map(lineOf);
  const file = options.envelope ?? envelopeFile(auction, options.as);
  const caseId = caseOf(auction, options);
  const commitment = commitmentOf(seal(file, caseId, options.as, lines));
  return submit({ do: 'file-bid', by: options.as, with: { auction, commitment } }, options, streams, {
    commitment,
    envelope: file,
  });
}

const caseOf = (auction: string, options: JsonOptions): string => AuctionDesk.caseIdIn(rulebookOf(options.cycle).cycle, auction);

/** `luyue auction withdraw AUCTION`. */
export const withdraw = (auction: string, options: ByOptions, streams: Streams = STREAMS): Promise<number> =>
  submit({ do: 'withdraw-bid', by: options.as, with: { auction } }, options, streams);

/** `luyue auction open AUCTION`: shows what was sealed, once bidding is closed and not before. */
export async function open(auction: string, options: ByOptions, streams: Streams = STREAMS): Promise<number> {
  const { nonce, lines } = unseal(options.envelope ?? envelopeFile(auction, options.as), caseOf(auction, options), options.as);
  const record = await atTheDesk(options, (desk) => desk.read(auction));
  if (record && !record.auction.closed)
    return say(
      refuse('too-early', '竞价尚未截止，请保持密封', 'bidding is not closed: nothing was sent', '三(三)2'),
      options.json,
      streams,
    );
  return submit({ do: 'open-bid', by: options.as, with: { auction, nonce, lines: [...lines] } }, options, streams);
}

const readRecord = async (name: string, options: ReadOptions) => {
  const record = await atTheDesk(options, (desk) => desk.read(name));
  return record ?? refuse('unknown-auction', `没有竞价 ${name}`, `no auction ${name} is announced in this cycle`, '三(三)2');
};

/** `luyue auction status AUCTION`. */
export async function status(name: string, options: ReadOptions, streams: Streams = STREAMS): Promise<number> {
  const record = await readRecord(name, options);
  if (isRefusal(record)) return say(record, options.json, streams);
  const now = Date.now();
  if (options.json) streams.out(`${JSON.stringify(viewOf(record.auction, now), null, 2)}\n`);
  else streams.out(`${sayAuction(record.auction, now)}\n`);
  return DONE;
}

/** `luyue auction result AUCTION`: refused until it is published; recomputed from the events by whoever asks. */
export async function result(name: string, options: ReadOptions, streams: Streams = STREAMS): Promise<number> {
  const record = await readRecord(name, options);
  if (isRefusal(record)) return say(record, options.json, streams);
  const { auction, steps } = record;
  if (!auction.published)
    return say(refuse('too-early', '竞价结果尚未公布', 'the result is not published yet', '三(三)2'), options.json, streams);
  const wrong = recomputed(
    auction,
    steps.flatMap(({ events }) => events),
  );
  const { published } = auction;
  const bids = awardsOf(auction);
  if (options.json)
    streams.out(`${JSON.stringify({ auction: name, ...published, bids, recomputed: wrong.length === 0, wrong }, null, 2)}\n`);
  else
    streams.out(
      [
        sayAuction(auction, auction.playedTo),
        ...bids.map(sayBid),
        wrong.length === 0 ? '重算一致 recomputed from the events: the same' : wrong.join('\n'),
        '',
      ].join('\n'),
    );
  return wrong.length === 0 ? DONE : REFUSED;
}

/** `luyue auction play FILE`: a whole auction in memory. */
export function play(file: string, options: JsonOptions, streams: Streams = STREAMS): Promise<number> {
  const played = playAuction(readYaml(file), rulebookOf(options.cycle));
  if (isRefusal(played)) return Promise.resolve(say(played, options.json, streams));
  const { auction, refusals } = played;
  const bids = awardsOf(auction);
  if (options.json) streams.out(`${JSON.stringify({ ...auction.published, bids, refusals }, null, 2)}\n`);
  else
    streams.out(
      [
        sayAuction(auction, auction.playedTo),
        ...bids.map(sayBid),
        ...refusals.map(({ at, by, do: what, code, message }) => `  拒绝 refused ${at} ${by} ${what}: ${code}: ${message}`),
        '',
      ].join('\n'),
    );
  return Promise.resolve(DONE);
}
