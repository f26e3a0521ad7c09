import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { draftIn } from '../domain/people/acts.js';
import { isRoleOf } from '../domain/people/roles.js';
import { PEOPLE } from '../domain/people/people.js';
import { actsOf, BY_PEOPLE_ALONE } from '../parties/permissions.js';
import { appointmentNumbered } from '../records/appointments.js';
import type { Book } from '../records/book.js';
import { dropDrafts, isWhatWasKept, keepDraft, type Known } from '../records/drafts.js';
import { stepByKey } from '../records/history.js';
import { decidePeopleAct } from '../records/people-acts.js';
import { enterPeople } from '../records/people.js';
import type { RawAct } from './admit.js';
import { fieldsOf, type Fields } from './raw-act.js';
import { outcomeOf, type Outcome } from './answer.js';
import { Door, unreadable, type Asked, type Plan, type Received } from './door.js';
import { badInput, parseBy } from './parse.js';
import { TRUST_NOBODY, type TrustSource } from '../documents/seals/trust.js';
import { certificateRead } from './certificates.js';
import { isPeopleAct, PEOPLE_ACTS, type AskedPeopleAct } from './people-acts.js';
import { kindOfParty } from './party-kind.js';
import { unlessSuspended } from './unreachable.js';

/** What is known of a person: kept apart from what is asked, from the first moment on, since requests are kept for ever. */
const KNOWN = ['name', 'mail', 'telephone', 'identity'] as const;
const ABOUT_PERSONS: readonly string[] = ['enter-person', 'correct-person'];

/** The private members of a JWK (RFC 7518, 6): told by mistake, they are not kept. */
const PRIVATE: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What is asked, without what is known of the person, however it is spelt: only which fields of it are there. And without a secret. */
function withoutKnown(raw: RawAct): RawAct {
  const brings = fieldsOf(raw.with);
  if (raw.do === 'register-client') {
    const key = Object.entries(fieldsOf(brings['key'])).filter(([field]) => !PRIVATE.includes(field));
    return { ...raw, with: { ...brings, key: Object.fromEntries(key) } };
  }
  if (!ABOUT_PERSONS.includes(raw.do)) return raw;
  const { person, reason } = brings;
  const kept = { ...(person === undefined ? {} : { person }), ...(reason === undefined ? {} : { reason }) };
  return { ...raw, with: { ...kept, fields: KNOWN.filter((field) => brings[field] !== undefined) } };
}

/** A request as it may be stored, and what of it may be kept for a while only. */
interface Ready {
  readonly brings: Fields;
  readonly known?: Known;
}

export interface PeopleDeskOptions {
  /** The business clock. */
  readonly now?: (() => Instant) | undefined;
  /** Whose certificates are believed. */
  readonly trust?: TrustSource | undefined;
}

/** The door for what is decided about people. Their case has no clock, and so no workflow: the desk decides by itself. */
export class PeopleDesk {
  private readonly book: Book;
  private readonly door: Door;
  private readonly now: () => Instant;
  private readonly trust: TrustSource;

  constructor(book: Book, { now = Date.now, trust = TRUST_NOBODY }: PeopleDeskOptions = {}) {
    this.book = book;
    this.now = now;
    this.trust = trust;
    this.door = new Door(book);
  }

  /** Stores an act under its stamp, always the database's: people have no rehearsal. Refused at the door, it is recorded as refused. */
  async receive(whole: Asked): Promise<Received | Refusal> {
    const { stamp: _, ...unstamped } = whole;
    const asked: Asked = { ...unstamped, raw: withoutKnown(whole.raw) };
    const no = unreadable(whole);
    if (no) return no;
    const before = await this.door.lookUp(asked);
    if (before) return this.sameAgain(whole, before);
    const ready = (await this.door.twoRequests(asked)) ?? (await this.ready(whole.raw));
    return isRefusal(ready) ? this.door.refuse(asked, ready) : this.store(asked, ready);
  }

  /** The same as a plan: what is asked is kept apart from what is known of a person. A line of a proposal was read when it was proposed. */
  readonly plan: Plan = async (asked) => {
    const { raw, read } = asked;
    const ready: Ready | Refusal = read ? { brings: fieldsOf(raw.with) } : await this.ready(raw);
    if (isRefusal(ready)) return { no: ready, kept: withoutKnown(raw) };
    await enterPeople(this.book.pool, this.now());
    const draft = ready.known && { draft: await keepDraft(this.book.pool, ready.known) };
    const { do: what, by, approvedBy } = raw;
    const brings = { ...ready.brings, ...draft } as Json;
    const act = { do: what, by, ...(approvedBy === undefined ? {} : { approvedBy }), with: brings };
    return { act, concerns: [{ case: PEOPLE, role: 'decides' }], unstamped: true };
  };

  /** The first registrars, named at the machine by whoever has it: recorded, and done only while there is none. */
  async found(known: readonly Known[], id: string): Promise<Outcome> {
    const raw = { do: 'found-registrars', by: 'platform', with: { registrars: known.length } };
    const asked: Asked = { raw, id, asker: 'platform' };
    const before = await this.door.lookUp(asked);
    if (before) return this.finish(before);
    await enterPeople(this.book.pool, this.now());
    const drafts: number[] = [];
    for (const one of known) drafts.push(await keepDraft(this.book.pool, one));
    const act = { do: raw.do, by: raw.by, with: { drafts } };
    return this.finish(await this.door.store(asked, act, [{ case: PEOPLE, role: 'decides' }]));
  }

  async submit(raw: RawAct, id: string): Promise<Outcome> {
    return this.finish(await this.receive({ raw, id }));
  }

  /** What a request comes to that was received: decided before, or now, after whatever was stamped before it. */
  async finish(received: Received | Refusal): Promise<Outcome> {
    if (isRefusal(received)) return { state: 'refused', at: this.now(), refusal: received };
    const { act, before } = received;
    if (!before || before.some(({ state }) => state === 'stored'))
      await unlessSuspended(() => decidePeopleAct(this.book.pool, act));
    return outcomeOf(this.book, await this.book.actsById(act.id));
  }

  /** What the case said to a request of an asker: the number of a person, an appointment, a client. */
  async said(id: string, asker: string): Promise<readonly Fields[]> {
    const [stored] = await this.book.actsAskedAs(id, asker);
    const step = stored && (await stepByKey(this.book.pool, PEOPLE, `act:${stored.id}`));
    return (step?.events ?? []).map(({ with: told }) => told as Fields);
  }

  private async sameAgain({ id, raw }: Asked, before: Received | Refusal): Promise<Received | Refusal> {
    if (isRefusal(before)) return before;
    const draft = draftIn(before.act);
    return draft === undefined || (await isWhatWasKept(this.book.pool, draft, fieldsOf(raw.with)))
      ? before
      : refuse('id-used', `编号 ${id} 已用于另一事项`, `id ${id} was used for another request: give this one an id of its own`);
  }

  private async store(asked: Asked, { brings, known }: Ready): Promise<Received | Refusal> {
    const { do: what, by, approvedBy } = asked.raw;
    await enterPeople(this.book.pool, this.now());
    const draft = known && { draft: await keepDraft(this.book.pool, known) };
    const act = { do: what, by, ...(approvedBy === undefined ? {} : { approvedBy }), with: { ...brings, ...draft } };
    const received = await this.door.store(asked, act, [{ case: PEOPLE, role: 'decides' }]);
    if (draft && (isRefusal(received) || received.before)) await dropDrafts(this.book.pool, draft);
    return received;
  }

  private async ready(raw: RawAct): Promise<Ready | Refusal> {
    if (!isPeopleAct(raw.do))
      return refuse('not-allowed', `${raw.do} 不涉及人员与任命`, `${raw.do} does not concern people and appointments`);
    if (raw.for !== undefined)
      return badInput(['for'], '此事项不涉及单位的案件，不应填写', 'must be left out: this act is about people');
    const parsed = parseBy<Fields>(PEOPLE_ACTS[raw.do], raw.with);
    return isRefusal(parsed) ? parsed : this.lookedUp(raw.do, parsed.with);
  }

  private async lookedUp(what: AskedPeopleAct, brings: Fields): Promise<Ready | Refusal> {
    if (what === 'appoint') {
      const { party, kind: named, role } = PEOPLE_ACTS.appoint.parse(brings);
      const asked = { party, role, ...(named === undefined ? {} : { kind: named }) };
      const kind = await kindOfParty(this.book, asked);
      if (isRefusal(kind)) return kind;
      return isRoleOf(kind, asked.role)
        ? { brings: { ...brings, kind } }
        : badInput(['with', 'role'], `${asked.party} 没有这一角色`, `is none that ${asked.party} has`);
    }
    if (what === 'register-client') return this.forClient(brings);
    if (what === 'register-certificate') {
      const read = await certificateRead(this.book, await this.trust.now(), brings, this.now());
      return isRefusal(read) ? read : { brings: read };
    }
    if (!ABOUT_PERSONS.includes(what)) return { brings };
    const known = Object.fromEntries(KNOWN.flatMap((field) => (brings[field] === undefined ? [] : [[field, brings[field]]])));
    const rest = Object.entries(brings).filter(([field]) => known[field] === undefined);
    const fields = what === 'correct-person' ? { fields: Object.keys(known) } : {};
    return { brings: { ...Object.fromEntries(rest), ...fields }, known: known };
  }

  /** A program may do what its appointment may, but for what people do alone. */
  private async forClient(brings: Fields): Promise<Ready | Refusal> {
    const { appointment, acts } = PEOPLE_ACTS['register-client'].parse(brings);
    const found = await appointmentNumbered(this.book.pool, appointment);
    const may = found ? actsOf(found.kind, found.role).filter((act) => !BY_PEOPLE_ALONE.includes(act)) : acts;
    const not = acts.findIndex((act) => !may.includes(act));
    return not < 0
      ? { brings }
      : badInput(['with', 'acts', not], '不在该任命的权限内', 'is nothing that this appointment may do');
  }
}
