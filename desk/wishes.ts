import { definitionOf } from '../acts/vocabulary.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, REFUSAL_CODES, refuse, type Refusal } from '../domain/model/refusal.js';
import { actorOf, type Appointment, type Caller, type PartyKind } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { RawAct } from './admit.js';
import type { ApprovalsOptions } from './approvals/approvals.js';
import type { Line } from './approvals/proposing.js';
import { concernedIn, dependentIn } from './concerned.js';
import { hashOf, type Asked } from './door.js';
import { isPeopleAct } from './people-acts.js';
import type { Place, Places } from './places.js';
import { spelt } from './readable.js';

/** What somebody who has signed in wants done. */
export interface Wish {
  /** The asker's own id of it: the same again is the same. */
  readonly id?: string;
  readonly do: string;
  readonly for?: string;
  readonly cycle?: number;
  readonly with?: Json;
  /** Which of one's parties acts, where there are several. */
  readonly as?: string;
  /** False: the answer is given once it is stored, and nobody waits for its case. */
  readonly wait?: boolean;
}

/** A line of a proposal as it is wished: without an id, and nobody waits. */
export type WishedLine = Omit<Wish, 'id' | 'wait'>;

/** What is wished, read as an act of one of the asker's parties, planned where it belongs, and permitted to this person. */
export class Wishes {
  private readonly options: ApprovalsOptions;
  private readonly now: () => Instant;
  private readonly places: Places;

  constructor(options: ApprovalsOptions, places: Places) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.places = places;
  }

  /** A line of a proposal, planned. Refused where it is no decision of two. */
  async lineOf(caller: Caller, id: string, wish: WishedLine): Promise<Line | Refusal> {
    const one = this.rawOf(caller, wish);
    if (isRefusal(one)) return one;
    if (!isForTwo(one))
      return refuse(
        'not-allowed',
        `${spelt(one.do)} 无须批准，不能列入提案`,
        `${spelt(one.do)} is no decision of two: do it by itself`,
      );
    const place = await this.places.of(one, wish.cycle);
    if (isRefusal(place)) return place;
    const { stamp } = place;
    const asked: Asked = {
      ...this.askedOf(caller, { ...wish, id }, one),
      alone: true,
      ...(stamp === undefined ? {} : { stamp }),
    };
    return this.planned(caller, asked, place);
  }

  /** Whom an act is done for: the party of the kind that may do it, the one that is named where there are several. */
  rawOf(caller: Caller, { do: what, for: whom, with: brings, as }: Omit<Wish, 'id'>): RawAct | Refusal {
    const definition = definitionOf(what);
    const kinds: readonly (PartyKind | undefined)[] = isPeopleAct(what)
      ? ['city', 'unit', 'operator']
      : [definition?.party, ...(definition?.operator === undefined ? [] : (['operator'] as const))];
    const fits = ({ party, kind }: Appointment): boolean => (as === undefined ? kinds.includes(kind) : party === as);
    const mine = caller.appointments.filter(fits).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    const one = mine.find(({ party }) => party === whom) ?? mine[0] ?? caller.appointments[0];
    if (!one)
      return refuse('not-allowed', `${caller.person} 未受任何单位或者机构任命`, `${caller.person} is appointed by nobody`);
    return {
      // a party that is not theirs is no slip to be read as another: it is refused where it is judged who may (`planned`)
      do: what,
      by: actorOf(caller, as ?? one.party),
      ...(whom === undefined ? {} : { for: whom }),
      ...(brings === undefined ? {} : { with: brings }),
    };
  }

  /** The same as a request of this asker. */
  askedOf(caller: Caller, { id, cycle }: Wish & { readonly id: string }, raw: RawAct): Asked {
    const asked = { raw, id, asker: askerOf(caller), ...(cycle === undefined ? {} : { cycle }) };
    return { ...asked, hash: hashOf(asked) };
  }

  /** What is asked, planned where it belongs, and permitted to this person. */
  async planned(caller: Caller, asked: Asked, place: Place): Promise<Line | Refusal> {
    const planned = await place.plan(asked);
    const party = asked.raw.by.split('/')[0] ?? '';
    const role = { what: asked.raw.do, as: party, at: this.now(), now: Date.now() };
    const stranger = actsForNobodyCalled(caller, party);
    if (isRefusal(planned)) {
      // where no unit is named it is the party's own, and it is the party that is wrong
      if (stranger && planned.refused === 'unknown-unit' && asked.raw.for === undefined) return stranger;
      // whose role it is not learns nothing of where the case stands
      const no = isSaidAfterRoles(planned) ? (stranger ?? entitled(caller, role)) : planned;
      return isRefusal(no) ? no : planned;
    }
    if (stranger) return stranger;
    if ('no' in planned) return planned.no;
    const unit = planned.unit && (await concernedIn(this.options.book.pool, asked.raw, planned.unit));
    const dependent = await dependentIn(this.options.book.pool, asked.raw, unit?.id, role.at);
    const may = entitled(caller, { ...role, ...(unit ? { unit } : {}), dependent });
    if (isRefusal(may)) return may;
    return { asked, planned, cycle: place.cycle, may, ...(may.alone ? { alone: true as const } : {}) };
  }
}

/** Why somebody may not act as a party that is none of theirs. */
const actsForNobodyCalled = ({ person, appointments }: Caller, party: string): Refusal | undefined =>
  appointments.some((one) => one.party === party)
    ? undefined
    : {
        ...refuse('not-allowed', `as：${person} 不代表 ${spelt(party)}`, `as: ${person} does not act for ${spelt(party)}`),
        path: ['as'],
      };

/** Whose id of a request it is: the person's; a test person's as scenarios spell it. */
export const askerOf = ({ person, testActor, client }: Caller): string =>
  client === undefined ? (testActor?.actor ?? person) : `${person}/${client}`;

/** What one proposes and another approves: what the city decides, and what is decided about people. */
export const isOfTwo = (act: string): boolean => definitionOf(act)?.twoPeople === true || isPeopleAct(act);

/** The same of an act as it is asked; an operator does some of it alone. */
export const isForTwo = ({ do: what, by }: RawAct): boolean =>
  isOfTwo(what) && !(definitionOf(what)?.operator === 'alone' && by.startsWith('operator/'));

/** By the order of the contract: whether a no comes after that to somebody who may not ask. */
const isSaidAfterRoles = ({ refused: code }: Refusal): boolean =>
  REFUSAL_CODES.indexOf(code) > REFUSAL_CODES.indexOf('not-allowed');
