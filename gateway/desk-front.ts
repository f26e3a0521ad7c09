import { Front as Desk, type AskedFor, type FrontOptions, type Reply, type Wish } from '../desk/front.js';
import type { ForAll } from '../desk/approvals/for-all.js';
import type { Preview } from '../desk/approvals/preview.js';
import { caseRuns, reviveCase, type CaseRuns } from '../desk/reviving.js';
import type { WishedLine } from '../desk/wishes.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { approvalsAfter, type ApprovalEntry } from '../records/approvals.js';
import { noProposals } from './may-see.js';
import type { Approvals, ApprovalsAsked, FrontDesk } from '../desk/port.js';
import type { ApprovalAnswer } from '../desk/approvals/saying.js';

/** How many proposals are looked through for one page, where only some states are asked for. */
const LOOK_AT_ONCE = 100;

/** The desk for whoever has signed in, its proposals in pages. */
export class DeskFront implements FrontDesk {
  private readonly desk: Desk;
  private readonly options: FrontOptions;

  constructor(options: FrontOptions) {
    this.desk = new Desk(options);
    this.options = options;
  }

  /** Whoever does not wait is answered at once; the act goes to its case all the same, or, should that fail, with the sweep. */
  async submit(caller: Caller, wish: Wish): Promise<Reply> {
    const reply = await this.desk.submit(caller, wish);
    if (wish.wait === false && reply.state === 'stored')
      this.desk.submit(caller, { ...wish, id: reply.id, wait: true }).catch(() => undefined);
    return reply;
  }

  submitBatch(caller: Caller, id: string, wishes: readonly WishedLine[]): Promise<Reply> {
    return this.desk.submitBatch(caller, id, wishes);
  }

  wouldRefuse(caller: Caller, wish: Wish): Promise<Refusal | undefined> {
    return this.desk.wouldRefuse(caller, wish);
  }

  foresee(caller: Caller, wishes: readonly WishedLine[]): Promise<Preview> {
    return this.desk.foresee(caller, wishes);
  }

  foreseeForAll(
    caller: Caller,
    wish: WishedLine,
    page: { readonly from: number; readonly limit: number },
  ): Promise<ForAll | Refusal> {
    return this.desk.foreseeForAll(caller, wish, page);
  }

  act(caller: Caller, id: string): Promise<Reply | undefined> {
    return this.desk.act(caller, id);
  }

  asked(caller: Caller, id: string): Promise<AskedFor | undefined> {
    return this.desk.asked(caller, id);
  }

  caseRuns(caseId: string): Promise<CaseRuns | undefined> {
    return caseRuns(this.options, caseId);
  }

  revive(caller: Caller, caseId: string, reason: string): Promise<Refusal | undefined> {
    return reviveCase(this.options, caller, caseId, reason);
  }

  readonly approvals: FrontDesk['approvals'] = {
    list: async (caller, asked) => noProposals(caller) ?? (await this.listed(asked)),
    read: async (caller, id) => noProposals(caller) ?? (await this.desk.approvals.read(id, caller)),
    approve: (caller, id, approving) => this.desk.approvals.approve(caller, id, approving),
    return: (caller, id, said) => this.desk.approvals.end(caller, 'return', id, said),
    withdraw: (caller, id, said) => this.desk.approvals.end(caller, 'withdraw', id, said),
  };

  private async listed({ state, after, limit }: ApprovalsAsked): Promise<Approvals> {
    const items: ApprovalAnswer[] = [];
    let from = after;
    for (;;) {
      const found = await approvalsAfter(this.options.book.pool, {
        ...(state === undefined ? {} : { waiting: state === 'waiting' }),
        ...(from === undefined ? {} : { after: from }),
        limit: LOOK_AT_ONCE,
      });
      for (const entry of found) {
        const last = items.at(-1);
        const one = await this.brief(entry);
        if (!one || (state !== undefined && one.state !== state)) continue;
        if (items.length === limit && last) return { items, after: last.id };
        items.push(one);
      }
      if (found.length < LOOK_AT_ONCE) return { items };
      from = found.at(-1)?.approval;
    }
  }

  /** A proposal in a list: what waits is not foretold for each. */
  private async brief({
    approval,
    act,
    cycle,
    proposedBy,
    at,
    lapsesOn,
    waiting,
    for: unit,
  }: ApprovalEntry): Promise<ApprovalAnswer | undefined> {
    if (!waiting) {
      const over = await this.desk.approvals.read(approval);
      return isRefusal(over) ? undefined : over;
    }
    return {
      id: approval,
      act,
      ...(cycle > 0 ? { cycle } : {}),
      ...(unit === null ? {} : { for: unit }),
      proposedBy,
      at: isoOf(at),
      lapsesOn,
      state: 'waiting',
    };
  }
}
