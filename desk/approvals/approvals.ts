import { setTimeout as pause } from 'node:timers/promises';
import type { Approval } from '../../domain/approvals/approval.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { actorOf, type Caller } from '../../parties/caller.js';
import { entitled, type Entitled } from '../../parties/entitled.js';
import { approverOf } from '../../parties/permissions.js';
import { keepPreview, linesOf, previewShown, readApproval, type StoredLine } from '../../records/approvals.js';
import { storeDecision, type About, type Decided } from '../../records/approving.js';
import type { Book } from '../../records/book.js';
import { canonical, sha256 } from '../../records/chain.js';
import { briefOutcomeOf, type Outcome } from '../answer.js';
import { callMs } from '../call-time.js';
import { Cases } from '../cases.js';
import { Door } from '../door.js';
import { inLanes } from '../lanes.js';
import type { Places, PlacesOptions } from '../places.js';
import { isPeopleAct } from '../people-acts.js';
import { unkeepable } from '../readable.js';
import { decideInOffice, ending } from './deciding.js';
import { AGAIN, concernedBy, looking, type Approving, type Replanned } from './looking.js';
import { previewOf, type PlannedLine as Looked, type Previewed } from './preview.js';
import type { PlannedLine } from './proposing.js';
import { saying, type ApprovalAnswer } from './saying.js';
import { approverIn, hasLeft, OVERTAKEN, partyOf, unknown } from './who.js';

export type ApprovalsOptions = PlacesOptions;

const TRIES = 5;
const AT_A_TIME = 8;
/** Lines looked at side by side: what they ask in the same breath is asked once. */
const LINES_AT_A_TIME = 100;

/** Proposals that wait for another officer: shown with what they would do, approved, returned, withdrawn. */
export class Approvals {
  private readonly options: ApprovalsOptions;
  private readonly places: Places;
  private readonly door: Door;
  private readonly cases: Cases;

  constructor(options: ApprovalsOptions, places: Places) {
    this.options = options;
    this.places = places;
    this.door = new Door(options.book);
    this.cases = new Cases(options);
  }

  private get book(): Book {
    return this.options.book;
  }

  /** A proposal as it stands now, with what it would do; what is shown is kept, so that an approval can name it. */
  async read(approval: string, caller?: Caller): Promise<ApprovalAnswer | Refusal> {
    const a = await readApproval(this.book.pool, approval);
    if (!a) return unknown(approval);
    const stored = await linesOf(this.book.pool, approval);
    if (a.state !== 'waiting') return saying(a, stored, undefined, await this.outcomes(stored));
    const { preview } = await this.previewed(a, stored, await this.replanned(a, stored, approverIn(caller, a)));
    await keepPreview(this.book.pool, approval, preview);
    return saying(a, stored, preview, await this.outcomes(stored));
  }

  /** Approves what was looked at: stored with the acts that come of it under one stamp, then handed over. */
  async approve(caller: Caller, approval: string, said: Approving): Promise<ApprovalAnswer | Refusal> {
    const about = await this.about(caller, 'approve', approval, said.request, { ...said });
    const known = await this.known(about, approval);
    if (known) return known;
    for (let look = 0; look < TRIES; look += 1) {
      const a = await readApproval(this.book.pool, approval);
      if (!a) return this.refused(about, unknown(approval));
      const may = await this.may(caller, 'approve', a);
      if (isRefusal(may)) return this.refused(about, may);
      const stored = await linesOf(this.book.pool, approval);
      const replanned = await this.replanned(a, stored, actorOf(caller, 'city'));
      const seen = await this.previewed(a, stored, replanned);
      const shown =
        said.previewDigest === undefined ? undefined : await previewShown(this.book.pool, approval, said.previewDigest);
      const decided = await decideInOffice(this.book.pool, caller, may, {
        approval,
        about,
        concerned: concernedBy(replanned),
        look: (held, at, seqs) => looking(held, { at, seqs, said, shown, replanned, seen }),
      });
      if (isRefusal(decided)) return this.refused(about, decided);
      if (!('undone' in decided) || decided.undone !== AGAIN) return this.answered(about, approval, 'approve', decided);
    }
    throw new Error(`${approval}: its cases moved at every look`);
  }

  /** Returns a proposal to its proposer, with a reason, or withdraws one's own. */
  async end(
    caller: Caller,
    what: 'return' | 'withdraw',
    approval: string,
    { request, reason }: { readonly request: string; readonly reason?: string },
  ): Promise<ApprovalAnswer | Refusal> {
    const brings = reason === undefined ? {} : { reason };
    const about = await this.about(caller, what, approval, request, brings);
    const known = await this.known(about, approval);
    if (known) return known;
    const a = await readApproval(this.book.pool, approval);
    if (!a) return this.refused(about, unknown(approval));
    const may = await this.may(caller, what, a);
    if (isRefusal(may)) return this.refused(about, may);
    const decided = await decideInOffice(this.book.pool, caller, may, ending(approval, about, brings));
    return isRefusal(decided) ? this.refused(about, decided) : this.answered(about, approval, what, decided);
  }

  /** What cannot take effect any more lapses: the case has been overtaken. Asked by the platform itself. */
  async lapseOvertaken(approval: string): Promise<boolean> {
    const a = await readApproval(this.book.pool, approval);
    if (a?.state !== 'waiting') return false;
    const stored = await linesOf(this.book.pool, approval);
    const { preview } = await this.previewed(a, stored, await this.replanned(a, stored));
    const [first] = preview.lines;
    if (!first || preview.lines.some(({ refusal }) => !OVERTAKEN.has(refusal?.code ?? ''))) return false;
    const reason = `${first.refusal?.code ?? ''}：${first.refusal?.message.zh ?? ''}`;
    const about = { asker: 'platform', id: `lapse/${approval}`, asked: sha256(approval), do: 'lapse', by: 'platform' };
    const decided = await storeDecision(this.book.pool, ending(approval, about, { reason }));
    await this.cases.signal(a.opening.id, 'withdraw', about.id);
    return 'approval' in decided;
  }

  private async about(caller: Caller, what: string, approval: string, request: string, brings: object): Promise<About> {
    const asker = caller.testActor?.actor ?? caller.person;
    // asked before, it was asked as what they were then
    const [before] = unkeepable([['request', request]]) ? [] : await this.book.actsAskedAs(request, asker);
    const by = before?.by ?? actorOf(caller, partyOf(caller));
    const asked = sha256(canonical({ do: what, as: by, approval, ...JSON.parse(JSON.stringify(brings)), request: undefined }));
    return { asker, id: request, asked, do: what, by };
  }

  /** The same request again is the same answer. */
  private async known(about: About, approval: string): Promise<ApprovalAnswer | Refusal | undefined> {
    const [found] = await this.book.actsAskedAs(about.id, about.asker);
    if (!found) return undefined;
    const stored = await this.book.store({ ...about, with: {}, cases: [] });
    if (!stored.same) return refuse('id-used', `编号 ${about.id} 已用于另一事项`, `id ${about.id} was used for another request`);
    return found.refusal ?? this.read(approval);
  }

  private async may(caller: Caller, what: 'approve' | 'return' | 'withdraw', a: Approval): Promise<Entitled | Refusal> {
    const at = (this.options.now ?? Date.now)();
    const { person, approval, act } = a.opening;
    const role = what === 'withdraw' ? {} : { role: approverOf(act) };
    const may = entitled(caller, { what, at, now: Date.now(), ...(what === 'withdraw' ? {} : { as: 'city' }), ...role });
    if (isRefusal(may)) return may;
    if (what !== 'withdraw' && person === caller.person)
      return refuse('same-person', `${approval} 由本人提出，须由另一名人员批准`, `${approval} was proposed by the same person`);
    if (what === 'withdraw' && person !== caller.person && !(await hasLeft(this.book.pool, a, at)))
      return refuse('not-allowed', `${approval} 只能由提出人撤回`, `${approval} is withdrawn by whoever proposed it`);
    return may;
  }

  /** A refusal before anything is held is recorded with who and why; not where the same may be asked again as it is. */
  private async refused(about: About, refusal: Refusal): Promise<Refusal> {
    if (refusal.refused === 'step-up-required' || refusal.refused === 'moved') return refusal;
    const asked = { raw: { do: about.do, by: about.by, with: {} }, id: about.id, asker: about.asker, hash: about.asked };
    const answer = await this.door.refuse(asked, refusal);
    return isRefusal(answer) ? answer : refusal;
  }

  /** Plans the waiting lines as they would be stored now; by the proposer, approved by whoever is named. */
  private async replanned({ opening }: Approval, stored: readonly StoredLine[], approvedBy?: string): Promise<Replanned> {
    const lines = new Map<number, PlannedLine>();
    const refused = new Map<number, Refusal>();
    const waiting = stored.filter(({ waiting }) => waiting);
    const failures = await inLanes(LINES_AT_A_TIME, waiting, undefined, async (one) => {
      const raw = {
        do: one.act,
        by: opening.proposedBy,
        with: one.with,
        ...(one.for === undefined ? {} : { for: one.for }),
        ...(approvedBy === undefined ? {} : { approvedBy }),
      };
      const place = await this.places.of(raw, one.cycle);
      if (isRefusal(place)) return void refused.set(one.line, place);
      const { stamp, cycle } = place;
      const asked = {
        raw,
        id: '',
        cycle,
        ...(stamp === undefined ? {} : { stamp }),
        ...(approvedBy === undefined ? { alone: true as const } : {}),
        ...(isPeopleAct(raw.do) ? { read: true as const } : {}),
      };
      const planned = await place.plan(asked);
      if (isRefusal(planned)) refused.set(one.line, planned);
      else if ('no' in planned) refused.set(one.line, planned.no);
      else lines.set(one.line, { asked, planned, cycle });
    });
    if (failures.length > 0) throw failures[0];
    return { lines, refused };
  }

  private async previewed(a: Approval, stored: readonly StoredLine[], { lines, refused }: Replanned): Promise<Previewed> {
    const planned = stored.flatMap(({ line, act, with: brings, waiting, for: unit }): Looked[] => {
      if (!waiting) return [];
      const made = lines.get(line);
      const caseId = made?.planned.concerns.find(({ role }) => role === 'decides')?.case;
      const its = made?.planned.act ?? { do: act, by: a.opening.proposedBy, with: brings };
      const about = made?.planned.unit?.id ?? unit;
      const no = refused.get(line);
      return [
        {
          line,
          act: its,
          ...(about === undefined ? {} : { unit: about }),
          ...(caseId === undefined ? {} : { caseId }),
          ...(no ? { no } : {}),
        },
      ];
    });
    const stamps = [...lines.values()].flatMap(({ asked }) => asked.stamp ?? []);
    return previewOf(this.book, planned, Math.max(...(stamps.length > 0 ? stamps : [(this.options.now ?? Date.now)()])));
  }

  /** Whatever came of it, the case is told, and the acts are handed over within the patience of a call; the sweep does the rest. */
  private async answered(
    about: About,
    approval: string,
    what: 'approve' | 'return' | 'withdraw',
    decided: Decided,
  ): Promise<ApprovalAnswer | Refusal> {
    if ('undone' in decided) return decided.undone;
    if ('no' in decided) return decided.no;
    // stored meanwhile by the same request, or by another one with the same id
    if ('known' in decided) return (await this.known(about, approval)) ?? this.read(approval);
    const { acts, approval: a } = decided;
    await this.cases.signal(a.opening.id, what, approval);
    const over = new AbortController();
    const handing = inLanes(AT_A_TIME, acts, over.signal, async ({ act }) => {
      const received = await this.door.received(act);
      if (received) await this.places.finish(received);
    });
    const patience = pause(this.options.patienceMs ?? callMs(), undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([handing, patience]);
    over.abort();
    return this.read(approval);
  }

  private async outcomes(stored: readonly StoredLine[]): Promise<ReadonlyMap<number, Outcome>> {
    const outcomes = new Map<number, Outcome>();
    const failures = await inLanes(LINES_AT_A_TIME, stored, undefined, async ({ line, actId }) => {
      if (actId !== undefined) outcomes.set(line, await briefOutcomeOf(this.book, await this.book.actsById(actId)));
    });
    if (failures.length > 0) throw failures[0];
    return outcomes;
  }
}
