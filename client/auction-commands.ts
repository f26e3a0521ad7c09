import type { Command } from 'commander';
import { exits } from './exits.js';
import type {
  AnnounceOptions,
  BidOptions,
  ByOptions,
  CoverOptions,
  ForwardOptions,
  JsonOptions,
  ReadOptions,
} from './auction.js';

const load = () => import('./auction.js');
const CYCLE = ['--cycle <cycle>', 'the cycle, or one of its revisions'] as const;
const ID = ['--id <id>', 'the same id is the same act, however often it is sent'] as const;
const ENVELOPE = ['--envelope <file>', 'where the bidder keeps what is sealed; made by bid, read by open'] as const;

/** The acts of a bidder: seal, withdraw, open. */
function addBidding(auction: Command): void {
  auction
    .command('bid')
    .argument('<auction>', 'its name')
    .description('seal a bid on this machine and file its commitment; the bid itself stays in the envelope')
    .requiredOption('--as <bidder>', 'who bids: BJ-0001')
    .requiredOption('--line <price:quantity...>', 'yuan a tonne and whole tonnes; as many lines as there are prices')
    .option(...ENVELOPE)
    .option(...CYCLE)
    .option(...ID)
    .option('--json', 'answer as JSON', false)
    .action(exits(async (name: string, options: BidOptions) => (await load()).bid(name, options)));
  for (const [verb, description] of [
    ['withdraw', 'withdraw the sealed bid before the close'],
    ['open', 'open the sealed bid after the close, with its envelope'],
  ] as const)
    auction
      .command(verb)
      .argument('<auction>', 'its name')
      .description(description)
      .requiredOption('--as <bidder>', 'whose bid it is')
      .option(...ENVELOPE)
      .option(...CYCLE)
      .option(...ID)
      .option('--json', 'answer as JSON', false)
      .action(exits(async (name: string, options: ByOptions) => (await load())[verb](name, options)));
}

/** An auction that nobody is bound by: in memory, on a platform of its own, by hand. */
function addPlays(auction: Command): void {
  for (const [verb, description] of [
    ['play', 'play a whole auction in memory, without a server'],
    ['rehearse', 'play a whole auction on a real server, which it starts in a temporary folder and stops'],
    ['hall', 'open a platform with a clock of its own, to try each command by hand; Ctrl-C ends it'],
  ] as const)
    auction
      .command(verb)
      .argument('<file>', 'an auction with its bids, YAML')
      .description(description)
      .option(...CYCLE)
      .option('--json', 'answer as JSON', false)
      .action(exits(async (file: string, options: JsonOptions) => (await load())[verb](file, options)));
  auction
    .command('forward')
    .argument('<auction>', 'its name')
    .description("move the hall's clock to just after an instant")
    .requiredOption('--to <instant>', 'opens, closes, ends, or an instant')
    .option(...CYCLE)
    .option('--json', 'answer as JSON', false)
    .action(exits(async (name: string, options: ForwardOptions) => (await load()).forward(name, options)));
}

/** `luyue auction …`: paid issuance by sealed bids. */
export function addAuction(program: Command): void {
  const auction = program
    .command('auction')
    .description('paid issuance: announce, cover, bid, withdraw, open, status, result; to try it: play, rehearse, hall');
  auction
    .command('announce')
    .argument('<file>', 'the announcement, YAML or JSON; or a whole auction that has one')
    .description('announce an auction')
    .requiredOption('--as <officer>', 'who announces: city/a')
    .option('--approved-by <officer>', 'the second officer of the city; without, it is proposed for another to approve')
    .option('--provisional', 'a rehearsal: a floor that rests on provisional values stands', false)
    .option(...CYCLE)
    .option(...ID)
    .option('--json', 'answer as JSON', false)
    .action(exits(async (file: string, options: AnnounceOptions) => (await load()).announce(file, options)));
  auction
    .command('cover')
    .argument('<auction>', 'its name')
    .description('the exchange records what a bidder has lodged')
    .requiredOption('--bidder <id>', 'who lodged it')
    .requiredOption('--amount <yuan>', 'all that is lodged for this auction')
    .option('--as <actor>', 'who records it', 'exchange')
    .option(...CYCLE)
    .option(...ID)
    .option('--json', 'answer as JSON', false)
    .action(exits(async (name: string, options: CoverOptions) => (await load()).cover(name, options)));
  addBidding(auction);
  for (const [verb, description] of [
    ['status', 'where an auction stands; of bids before the close, their number'],
    ['result', 'price, quantities and how they came about, recomputed from the events'],
  ] as const)
    auction
      .command(verb)
      .argument('<auction>', 'its name')
      .description(description)
      .option(...CYCLE)
      .option('--json', 'answer as JSON', false)
      .action(exits(async (name: string, options: ReadOptions) => (await load())[verb](name, options)));
  addPlays(auction);
}
