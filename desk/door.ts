import { canonical, sha256 } from '../records/chain.js';
import { actIn, type Concern, type Filing, type StoredAct, type Storing } from '../records/acts.js';
import type { Book } from '../records/book.js';
import { codeOf } from '../records/connection.js';
import { documentChanged } from '../documents/drafts/documents.js';
import type { Office } from '../records/in-office.js';
import { platformKind } from '../records/platform.js';
import type { Opening } from '../domain/cases/case.js';
import type { Unit } from '../domain/model/case.js';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { letIn, type Act, type AskedAct } from '../domain/model/step.js';
import { withLineFeedsIn } from '../domain/model/text.js';
import type { RawAct } from './admit.js';
import { badInput } from './parse.js';
import { underOffice } from './office.js';
import { bytesOf, namesIn, spelt, tooLarge, unkeepable, WHOLE_MAX } from './readable.js';

/** One attempt of one asker, as it comes to the door. */
export interface Asked {
  readonly raw: RawAct;
  /** The asker's own id of it: the same again is the same request. */
  readonly id: string;
  /** Whoever asks; before there are people, the actor as spelt. */
  readonly asker?: string;
  readonly cycle?: number;
  /** In a rehearsal. */
  readonly stamp?: Instant;
  readonly atLeast?: Instant;
  /** What made the platform ask. */
  readonly causedBy?: string;
  /** The hash of what was asked, where more is known of it by now. */
  readonly hash?: string;
  /** A line of a proposal: what it brings was read and kept when it was proposed. */
  readonly read?: true;
  /** As what the asker acts who has signed in: at the stamp they still are. */
  readonly office?: Office;
  /** One officer asks for what two decide: it is looked at as a proposal, and nothing comes of it but that. */
  readonly alone?: true;
}

/** What is asked, read and authorised: the act, and every case that it concerns. */
export interface Planned {
  readonly act: AskedAct;
  readonly concerns: readonly Concern[];
  /** The unit it is about, where there is one. */
  readonly unit?: Unit;
  /** A case that it opens, before it is stored; opened before, it is left as it is. */
  readonly opens?: { readonly opening: Opening; readonly clock: Clock };
  /** Decided by the desk itself, without a case. */
  readonly state?: 'stored';
  /** Stamped by the database even in a rehearsal. */
  readonly unstamped?: true;
}

/** A no at the door; `kept` is what of the act may be kept, where that is less than all. */
export interface TurnedDown {
  readonly no: Refusal;
  readonly kept?: RawAct;
}

/** How an act is read and authorised where it belongs: with the units' cases, the city's, the auctions', the alarms. */
export type Plan = (asked: Asked) => Promise<Planned | TurnedDown | Refusal>;

/** A request that is stored and stamped: the act under the desk's own number, who decides it, who is told, who else answers. */
export interface Received {
  readonly act: Act;
  readonly concerns: readonly Concern[];
  /** As it was found, where it had been stored before: it may have been decided. */
  readonly before?: readonly StoredAct[];
}

/** The database's code of a request whose document is not as it was read (`file_document`). */
const NOT_AS_LOOKED_AT = 'LY001';
/** The text of an auction's announcement may list the trades of a period. */
export const ANNOUNCEMENT_MAX = 1_024 * 1_024;
/** Of what is refused no more is kept than this. */
const KEPT_MAX = 16 * 1_024;
/** Requests refused at the door of one asker in a day; beyond that they are not kept. */
const REFUSED_A_DAY = 2_000;
const DAY_SECONDS = 86_400;

const isStorable = (value: unknown): boolean => {
  const text = JSON.stringify(value);
  return !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
};

/** Who asks for what the platform asks for itself. */
const PLATFORM = 'platform';

/** The hash of what was asked; the same again is the same request. */
export const hashOf = ({ raw, cycle, hash }: Omit<Asked, 'id'>): string => {
  if (hash !== undefined) return hash;
  const { do: what, by, approvedBy, with: brings = {} } = raw;
  return sha256(canonical({ do: what, as: by, for: raw.for, cycle, with: withLineFeedsIn(brings), approvedBy }));
};

const askerOf = ({ raw, asker }: Asked): string => asker ?? raw.by;

const idUsed = (id: string): Refusal =>
  refuse('id-used', `编号 ${id} 已用于另一事项`, `id ${id} was used for another request: give this one an id of its own`);

/** Why what is asked cannot even be looked at: nothing of it is stored, and its id is not used up. */
export function unreadable({ raw, id, asker = '' }: Asked, max = WHOLE_MAX): Refusal | undefined {
  const no = unkeepable([['id', id], ['asker', asker], ...namesIn(raw)]);
  if (no) return no;
  if (id.trim() === '') return badInput(['id'], '不能为空', 'must not be empty');
  return tooLarge(raw.with, max);
}

const kept = (brings: Json): Json => {
  const bytes = bytesOf(brings);
  if (bytes > KEPT_MAX) return { notKept: 'too long', bytes };
  return isStorable(brings) ? brings : { notKept: 'not well-formed', bytes };
};

/** Where requests are stored: looked up before anything is written, stamped, and kept for ever. */
export class Door {
  private readonly book: Book;

  constructor(book: Book) {
    this.book = book;
  }

  /** What is stored under the same asker's same id; `id-used` where something else was asked. */
  async lookUp(asked: Asked): Promise<Received | Refusal | undefined> {
    const found = await this.book.actsAskedAs(asked.id, askerOf(asked));
    if (found.length === 0) return undefined;
    return this.file(asked, { do: '', by: '', with: {} }, [], {});
  }

  /** The way in: what cannot be read is not kept, what is known is answered, what is refused is recorded, the rest is stored. */
  async receive(asked: Asked, plan: Plan, max?: number): Promise<Received | Refusal> {
    const before = unreadable(asked, max) ?? (await this.lookUp(asked));
    if (before) return before;
    const planned = (await this.twoRequests(asked)) ?? (await plan(asked));
    if (isRefusal(planned)) return this.refuse(asked, planned);
    // less of it is kept than was asked; the same again is known by all of it
    if ('no' in planned) return this.refuse({ ...asked, raw: planned.kept ?? asked.raw, hash: hashOf(asked) }, planned.no);
    if (planned.opens) await this.book.open(planned.opens.opening, planned.opens.clock);
    const { stamp, ...rest } = asked;
    const stamped = planned.unstamped || stamp === undefined ? rest : asked;
    return this.store(stamped, planned.act, planned.concerns, planned.state);
  }

  /** In service nobody names somebody else: whoever approves comes with a request of their own. Only the platform carries on what two decided. */
  async twoRequests({ raw, asker }: Asked): Promise<Refusal | undefined> {
    if (raw.approvedBy === undefined || asker === PLATFORM || (await platformKind(this.book.pool)) !== 'service')
      return undefined;
    return refuse(
      'two-requests',
      '须由另一名人员以本人身份批准，不能代填批准人（approvedBy）',
      'the second officer approves by a request of their own: leave approvedBy out, and this is a proposal',
    );
  }

  /** Stores a request for the cases concerned, or answers what is stored under its id. */
  async store(asked: Asked, act: AskedAct, cases: readonly Concern[], state?: Filing['state']): Promise<Received | Refusal> {
    const named = await this.twoRequests(asked);
    if (named) return named;
    return this.file(asked, act, cases, state === undefined ? {} : { state });
  }

  /** Records that a request was refused before any case saw it. Answers the refusal, or what is stored under its id. */
  async refuse(asked: Asked, refusal: Refusal): Promise<Received | Refusal> {
    const asker = askerOf(asked);
    if (asked.stamp === undefined && (await this.book.refusedOf(asker, DAY_SECONDS)) >= REFUSED_A_DAY)
      return refuse('too-many', `${asker} 今日被拒事项过多`, `${asker} has had too many requests refused today: ${refusal.en}`);
    const { do: what, by, approvedBy, with: brings = {}, for: unit } = asked.raw;
    const more = approvedBy === undefined ? {} : { approvedBy: spelt(approvedBy) };
    const act = { do: spelt(what), by: spelt(by), ...more, with: kept(brings) };
    const raw = { ...asked.raw, ...act, ...(unit === undefined ? {} : { for: spelt(unit) }) };
    const stored = await this.file({ ...asked, raw, asker: spelt(asker) }, act, [], { state: 'refused', refusal }, hashOf(asked));
    return 'act' in stored && !stored.before ? refusal : stored;
  }

  /** A request by its number. */
  async received(number: string): Promise<Received | undefined> {
    const rows = await this.book.actsById(number);
    const [first] = rows;
    return first && { act: actIn(first), concerns: concernsOf(rows), before: rows };
  }

  private async file(
    asked: Asked,
    act: AskedAct,
    cases: readonly Concern[],
    more: Pick<Filing, 'state' | 'refusal'>,
    hash = hashOf(asked),
  ): Promise<Received | Refusal> {
    const { id, raw, cycle, stamp, atLeast, causedBy, office } = asked;
    const stored = await this.stored(asked, {
      asker: askerOf(asked),
      id,
      asked: hash,
      ...act,
      cases,
      ...more,
      ...(raw.for === undefined ? {} : { for: raw.for }),
      ...(cycle === undefined ? {} : { cycle }),
      ...(stamp === undefined ? {} : { stamp }),
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(causedBy === undefined ? {} : { causedBy }),
      ...(office === undefined || more.state === 'refused' ? {} : { office }),
    });
    // what may be asked again as it is uses up no id
    if (isRefusal(stored)) return stored.refused === 'moved' ? stored : this.refuse(asked, stored);
    if (!stored.known) return { act: letIn({ ...act, id: stored.act, at: stored.stamp }), concerns: cases };
    if (!stored.same) return idUsed(id);
    return (await this.received(stored.act)) ?? idUsed(id);
  }

  /** Stores a request; one that files a document which somebody has saved meanwhile is refused, and one of an asker who is in office no more. */
  private async stored({ raw }: Asked, filing: Filing): Promise<Storing | Refusal> {
    try {
      return await underOffice(this.book.pool, filing.office, () => this.book.store(filing));
    } catch (error) {
      if (codeOf(error) !== NOT_AS_LOOKED_AT) throw error;
      const { document } = (raw.with ?? {}) as { readonly document?: Json };
      return documentChanged(typeof document === 'string' ? document : '');
    }
  }
}

const concernsOf = (rows: readonly StoredAct[]): Concern[] =>
  rows.flatMap(({ caseId, role }) => (caseId === '' ? [] : [{ case: caseId, role }]));
