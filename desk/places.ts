import type { TrustSource } from '../documents/seals/trust.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Instant } from '../domain/model/instant.js';
import { shownBy } from '../domain/model/clock.js';
import type { Json } from '../domain/model/json.js';
import { readClock } from '../records/city-cycles.js';
import { RegulationError } from '../regulation/errors.js';
import { currentCycle, rulebookNamed } from '../regulation/named.js';
import { definitionInAuctions, definitionOf } from '../acts/vocabulary.js';
import type { RawAct } from './admit.js';
import { AlarmDesk } from './alarms.js';
import { outcomeOf, type Outcome } from './answer.js';
import { AuctionDesk } from './auction.js';
import { decideAnnouncement } from './auction-announced.js';
import type { CasesOptions } from './cases.js';
import { CityDesk } from './city.js';
import { cityCycleOf } from './city-cycle-of.js';
import { cycleOf } from './cycle-of.js';
import { Desk } from './desk.js';
import { ANNOUNCEMENT_MAX, type Plan, type Received } from './door.js';
import { badInput } from './parse.js';
import { openListed } from './listing.js';
import { isPeopleAct } from './people-acts.js';
import { PeopleDesk } from './people.js';
import { registerFor } from './register.js';

export type PlacesOptions = CasesOptions & {
  readonly regulation?: string;
  /** Whose certificates are believed; nobody's where that is not said. */
  readonly trust?: TrustSource;
  /** In a rehearsal, by whose clock cases of these units are: the stamp of an act about them; refused once it is over. */
  readonly stampFor?: (cycle: number, units: readonly string[]) => Promise<Instant | Refusal | undefined>;
};

/** Where an act belongs: how it is read and authorised there, and of which cycle it is; 0 where of none. */
export interface Place {
  readonly cycle: number;
  readonly plan: Plan;
  readonly max?: number;
  readonly stamp?: Instant;
}

const ANNOUNCE = 'announce-auction';
const NOBODY = { units: new Map() };

const isOnFile = (cycle: number, regulation?: string): boolean => {
  try {
    return rulebookNamed(String(cycle), regulation).cycle === cycle;
  } catch (error) {
    if (error instanceof RegulationError) return false;
    throw error;
  }
};

const auctionNamed = (brings: Json | undefined): string => {
  const { auction } = (typeof brings === 'object' && brings !== null ? brings : {}) as { readonly auction?: Json };
  return typeof auction === 'string' ? auction : '';
};

/** One way to wherever an act belongs: units' cases, the city's, the auctions', the alarms. */
export class Places {
  private readonly options: PlacesOptions;

  constructor(options: PlacesOptions) {
    this.options = options;
  }

  /** Where an act belongs. Refused where its cycle has to be named. */
  async of(raw: RawAct, cycle?: number): Promise<Place | Refusal> {
    if (isPeopleAct(raw.do)) return { cycle: 0, plan: new PeopleDesk(this.options.book, this.options).plan };
    if (definitionInAuctions(raw.do)) return this.auction(raw, cycle);
    const concerns = definitionOf(raw.do)?.concerns;
    if (concerns === 'alarms') return { cycle: 0, plan: new AlarmDesk(this.options.book).plan };
    if (concerns === 'city' || concerns === 'register') {
      const its = cycle ?? (await cityCycleOf(this.options.book, raw, this.options.regulation));
      if (isRefusal(its)) return its;
      const desk = new CityDesk({ ...this.options, cycle: its });
      return { cycle: its, plan: concerns === 'city' ? desk.plan : desk.planListing };
    }
    return this.unit(raw, cycle);
  }

  private async unit(raw: RawAct, named?: number): Promise<Place | Refusal> {
    const { book, stampFor } = this.options;
    const { register, cycles } = await registerFor(book, raw);
    const cycle = await cycleOf(book, raw, cycles, named === undefined ? undefined : String(named));
    if (isRefusal(cycle)) return cycle;
    const stamp = await (stampFor ?? this.byItsClock)(cycle, [...register.units.keys()]);
    if (isRefusal(stamp)) return stamp;
    return {
      cycle,
      plan: new Desk({ ...this.options, cycle, register }).plan,
      ...(stamp === undefined ? {} : { stamp }),
    };
  }

  /** In service the database stamps; a rehearsal's cases have a clock of their own, told by the book where it does not skip. */
  private readonly byItsClock = async (cycle: number, units: readonly string[]): Promise<Instant | undefined> => {
    const { book } = this.options;
    const [unit] = units;
    const entry = unit === undefined ? undefined : (await book.casesOf(unit)).find((one) => one.cycle === cycle);
    const clock = entry && (await readClock(book.pool, entry.caseId));
    return clock && clock.business0 !== clock.wall0 && clock.skips !== true ? shownBy(clock, Date.now()) : undefined;
  };

  private auction(raw: RawAct, named?: number): Place | Refusal {
    const said = /^\d{4}/.exec(auctionNamed(raw.with))?.[0];
    const cycle = named ?? (said === undefined ? currentCycle(this.options.regulation) : Number(said));
    if (!isOnFile(cycle, this.options.regulation))
      return badInput(['cycle'], `没有周期 ${String(cycle)} 的规则`, `is no cycle with a rulebook: ${String(cycle)}`);
    const desk = new AuctionDesk({ ...this.options, rulebook: rulebookNamed(String(cycle), this.options.regulation) });
    return raw.do === ANNOUNCE ? { cycle, plan: desk.planAnnouncement(), max: ANNOUNCEMENT_MAX } : { cycle, plan: desk.plan };
  }

  /** What a stored request comes to: decided before or now, or stored. */
  async finish(received: Received): Promise<Outcome> {
    const { act, concerns } = received;
    const { book } = this.options;
    if (act.do === ANNOUNCE && concerns.length === 0) {
      await decideAnnouncement(this.options, { ...received, before: await book.actsById(act.id) });
      return outcomeOf(book, await book.actsById(act.id));
    }
    const outcome = await new Desk({ ...this.options, cycle: 0, register: NOBODY }).finish(received);
    if (act.do === 'list-unit' && outcome.state === 'decided') await openListed(this.options, act.id);
    return outcome;
  }
}
