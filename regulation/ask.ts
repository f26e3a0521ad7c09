import type { Rulebook } from '../domain/model/rulebook.js';
import { ALLOCATION_RESTS, allocation } from '../domain/rules/allocation.js';
import { ANNUAL_MATCH_RESTS, annualMatch, type AnnualMatchInput } from '../domain/rules/annual-match.js';
import { AUCTION_RESTS, auction, type AuctionInput } from '../domain/rules/auction.js';
import { COLLECTION_RESTS, collection, type CollectionInput } from '../domain/rules/collection.js';
import { DEADLINE_RESTS, deadline, type DeadlineInput } from '../domain/rules/deadline.js';
import { EMISSIONS_RESTS, emissions, type EmissionsInput } from '../domain/rules/emissions.js';
import { OBLIGATION_RESTS, obligation } from '../domain/rules/obligation.js';
import { OFFSET_ELIGIBILITY_RESTS, offsetEligibility, type OffsetEligibilityInput } from '../domain/rules/offset-eligibility.js';
import { OFFSET_LIMIT_RESTS, offsetLimit } from '../domain/rules/offset-limit.js';
import { PENALTY_RESTS, penalty } from '../domain/rules/penalty.js';
import { PLAUSIBILITY_RESTS, plausibility, type PlausibilityInput } from '../domain/rules/plausibility.js';
import { PRE_ALLOCATION_RESTS, preAllocation, type PreAllocationInput } from '../domain/rules/pre-allocation.js';
import { SPOT_CHECK_RESTS, spotCheck } from '../domain/rules/spot-check.js';
import { TRUE_UP_RESTS, trueUp } from '../domain/rules/true-up.js';
import type { Reasoned } from '../domain/rules/working.js';
import { fillAllocation, type AskedAllocation } from './allocation-input.js';
import { loadLibrary } from './instruments.js';
import { deadlineValues, emissionsValues, plausibilityValues, provisionalBecause, textIn } from './values.js';

/** What each rule is asked. */
export interface Questions {
  deadline: DeadlineInput;
  emissions: EmissionsInput;
  allocation: AskedAllocation;
  'pre-allocation': PreAllocationInput;
  'true-up': { readonly preAllocated: string; readonly final: string };
  obligation: { readonly confirmed: string };
  'offset-limit': { readonly confirmed: string };
  'offset-eligibility': OffsetEligibilityInput;
  'spot-check': { readonly verified: string; readonly spotChecked: string };
  collection: CollectionInput;
  auction: AuctionInput;
  penalty: { readonly shortfall: string; readonly averagePrice: string };
  plausibility: PlausibilityInput;
  'annual-match': AnnualMatchInput;
}
export type RuleName = keyof Questions;

type Asked = Reasoned<unknown> & { readonly also?: readonly string[] };
type Asker<R extends RuleName> = (input: Questions[R], book: Rulebook) => Asked;

const offsetDays = (book: Rulebook): { oldRecordedUpTo: string; oldUsableTo: string } => ({
  oldRecordedUpTo: textIn(book, 'offsets.old-recorded-up-to'),
  oldUsableTo: textIn(book, 'offsets.old-usable-to'),
});
const isCcer = ({ product }: { readonly product: string }): boolean => product === 'ccer';
const offsetShares = (book: Rulebook): { share: string; outsideShare: string } => ({
  share: textIn(book, 'offsets.share'),
  outsideShare: textIn(book, 'offsets.outside-share'),
});

const RULES: { readonly [R in RuleName]: Asker<R> } = {
  deadline: (input, book) => deadline(input, deadlineValues(book)),
  emissions: (input, book) => emissions(input, emissionsValues(book)),
  allocation: (asked, book) => {
    const { input, used } = fillAllocation(book, asked);
    return { ...allocation(input, { limit: textIn(book, 'allocation.surplus-limit') }), also: used };
  },
  'pre-allocation': (input, book) => preAllocation(input, { share: textIn(book, 'pre-allocation.share') }),
  'true-up': (input) => trueUp(input),
  obligation: (input) => obligation(input),
  'offset-limit': (input, book) => offsetLimit(input, offsetShares(book)),
  'offset-eligibility': (input, book) => offsetEligibility(input, offsetDays(book)),
  'spot-check': (input, book) =>
    spotCheck(input, { tonnes: textIn(book, 'spot-check.tonnes'), share: textIn(book, 'spot-check.share') }),
  collection: (input, book) =>
    collection(input, {
      ...offsetShares(book),
      // a collection that finds no CCER does not ask until when one counts
      ...(input.holdings.some(isCcer) ? offsetDays(book) : {}),
      deadline: textIn(book, 'surrender.due'),
      emissionYear: book.emissionYear,
    }),
  auction: (input, book) =>
    auction(input, {
      keyShare: textIn(book, 'auction.key-share'),
      voluntaryShare: textIn(book, 'auction.voluntary-share'),
      voluntaryTotalShare: textIn(book, 'auction.voluntary-total-share'),
    }),
  penalty: (input, book) =>
    penalty(input, { minMultiple: textIn(book, 'penalty.min-multiple'), maxMultiple: textIn(book, 'penalty.max-multiple') }),
  plausibility: (input, book) => plausibility(input, plausibilityValues(book)),
  'annual-match': (input, book) => annualMatch(input, { annualShare: textIn(book, 'plausibility.annual-share') }),
};

/** The parameters that each rule may rest on; an answer names those it did rest on. */
export const RESTS_OF: { readonly [R in RuleName]: readonly string[] } = {
  deadline: DEADLINE_RESTS,
  emissions: EMISSIONS_RESTS,
  allocation: ALLOCATION_RESTS,
  'pre-allocation': PRE_ALLOCATION_RESTS,
  'true-up': TRUE_UP_RESTS,
  obligation: OBLIGATION_RESTS,
  'offset-limit': OFFSET_LIMIT_RESTS,
  'offset-eligibility': OFFSET_ELIGIBILITY_RESTS,
  'spot-check': SPOT_CHECK_RESTS,
  collection: COLLECTION_RESTS,
  auction: AUCTION_RESTS,
  penalty: PENALTY_RESTS,
  plausibility: PLAUSIBILITY_RESTS,
  'annual-match': ANNUAL_MATCH_RESTS,
};

export const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** An answer as everybody gets it: with its working, its sources, and whether it only proposes. */
export interface Answer {
  readonly rule: RuleName;
  readonly cycle: number;
  readonly rulebook: { readonly revision: number; readonly digest: string };
  readonly answer: unknown;
  readonly working: readonly { readonly step: string; readonly value: string; readonly unit: string; readonly cite: string }[];
  readonly cites: readonly { readonly instrument: string; readonly clause: string; readonly quote: string }[];
  readonly provisional: boolean;
  readonly because: readonly string[];
}

/** Names of instruments as people write them: their number, or their title where they have none. */
const nameOf = (id: string): string => {
  const instrument = loadLibrary().instruments.find((one) => one.id === id);
  return instrument?.number ?? instrument?.title ?? id;
};

/** Where some parameters come from: as citations, in one line, and why what rests on them is provisional. */
interface Sources {
  readonly cites: Answer['cites'];
  readonly cite: string;
  readonly because: readonly string[];
}

const findSources = (book: Rulebook, names: readonly string[]): Sources => {
  const cites = new Map<string, Answer['cites'][number]>();
  for (const name of names) {
    const parameter = book.parameters[name];
    if (!parameter) continue;
    const { cite, quote = '' } = parameter;
    const key = `${cite.instrument} ${cite.clause} ${quote}`;
    cites.set(key, { instrument: nameOf(cite.instrument), clause: cite.clause, quote });
  }
  const lines = new Set([...cites.values()].map(({ instrument, clause }) => `${instrument} ${clause}`));
  return { cites: [...cites.values()], cite: [...lines].join('; '), because: provisionalBecause(book, names) };
};

const AT_HAND = 2_000;
const atHand = new WeakMap<Rulebook, Map<string, Sources>>();

/** The same, kept at hand: thousands of questions rest on the same few parameters. */
const sourcesOf = (book: Rulebook, names: readonly string[]): Sources => {
  const known = atHand.get(book) ?? new Map<string, Sources>();
  atHand.set(book, known);
  const key = names.join();
  const found = known.get(key) ?? findSources(book, names);
  if (known.size >= AT_HAND) known.clear();
  known.set(key, found);
  return found;
};

/** Asks one rule one question of one rulebook. Throws a QuestionError for a question that cannot be answered as put. */
export function ask<R extends RuleName>(book: Rulebook, rule: R, input: Questions[R]): Answer {
  const { answer, working, also = [], because: more = [] } = RULES[rule](input, book);
  const names = [...new Set([...working.flatMap(({ rests }) => rests), ...also])];
  const sources = sourcesOf(book, names);
  const because = [...sources.because, ...more];
  return {
    rule,
    cycle: book.cycle,
    rulebook: { revision: book.revision, digest: book.digest },
    answer,
    working: working.map(({ step, value, unit, rests }) => ({ step, value, unit, cite: sourcesOf(book, rests).cite })),
    cites: sources.cites,
    provisional: because.length > 0,
    because,
  };
}
