import { closesAt, type Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import { CITY_AUTHORITY, type Party } from '../model/party.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { ActOf, NamedAct, NewEvent } from '../model/step.js';
import type { Approval, ApprovalMail, ApprovalState, ApprovalStep, LineLeft } from './approval.js';

/** The acts of an approval, by name. `propose` opens it; `lapse` is the platform's, where it can no longer take effect. */
const APPROVAL_ACTS: readonly string[] = ['propose', 'approve', 'return', 'withdraw', 'lapse'] satisfies (keyof ApprovalBrings)[];
/** Whether an act is one of an approval. It was let in by its name, and so brings what that promises. */
const isOfApproval = (act: NamedAct): act is ApprovalAct => APPROVAL_ACTS.includes(act.do);

const STATES: Readonly<Record<ApprovalState, readonly [zh: string, en: string]>> = {
  waiting: ['待批', 'waiting'],
  approved: ['已批准', 'approved'],
  returned: ['已退回', 'returned'],
  withdrawn: ['已撤回', 'withdrawn'],
  lapsed: ['已失效', 'lapsed'],
};

/** Why nothing more can be decided about a proposal at an instant; undefined where it waits. */
export function ended({ opening, state }: Approval, at: Instant): Refusal | undefined {
  if (state === 'lapsed' || (state === 'waiting' && at >= closesAt(opening.lapsesOn)))
    return refuse(
      'lapsed',
      `${opening.approval} 已于 ${opening.lapsesOn} 失效，请重新提出`,
      `${opening.approval} has lapsed (${opening.lapsesOn}): propose it again`,
    );
  const [zh, en] = STATES[state];
  return state === 'waiting'
    ? undefined
    : refuse('already-done', `${opening.approval} ${zh}，不再待批`, `${opening.approval} is ${en} already`);
}

/** What each act of an approval brings, once the desk has looked at it. */
export interface ApprovalBrings {
  /** What is proposed stands in the approval's opening. */
  readonly propose: Json;
  readonly approve: {
    readonly lines: readonly number[];
    readonly without?: readonly LineLeft[];
    /** Lines that are not what the approver saw any more. */
    readonly moved?: readonly number[];
  };
  readonly return: { readonly reason: string };
  readonly withdraw: Json;
  readonly lapse: { readonly reason: string };
}
type ApprovalAct = { readonly [N in keyof ApprovalBrings]: ActOf<ApprovalBrings, N> }[keyof ApprovalBrings];

/** Every approver in office but for whoever proposed it. */
const approvers = ({ opening }: Approval): Party => ({ ...CITY_AUTHORITY, role: 'approver', except: opening.person });
const proposer = ({ opening }: Approval): Party => ({ kind: 'person', id: opening.person });

const told = (
  a: Approval,
  party: Party,
  template: ApprovalMail['template'],
  say: Readonly<Record<string, string>>,
): ApprovalMail => {
  const { approval, act, proposedBy, lapsesOn, lines } = a.opening;
  return {
    unit: 'city',
    party,
    template,
    say: { approval, act, proposedBy, lapsesOn, lines: String(lines), ...say },
  };
};

const waits = (a: Approval): ApprovalMail => told(a, approvers(a), 'approval-waits', {});
const endedMail = (a: Approval, how: string, by: string, reason = ''): ApprovalMail =>
  told(a, proposer(a), 'approval-ended', { how, by, reason });
/** Lapsed: whoever proposed it and those who could have approved it are told. */
const lapsedMails = (a: Approval, by: string, reason = ''): ApprovalMail[] => [
  endedMail(a, '失效', by, reason),
  told(a, approvers(a), 'approval-ended', { how: '失效', by, reason }),
];

/** Plays one act of an approval, authorised at the desk. Key `act:ID`. Pure. */
export function onApprovalAct(a: Approval, act: NamedAct): ApprovalStep | Refusal {
  const { id, at, by } = act;
  const step = (event: Omit<NewEvent, 'at' | 'by'>, mails: readonly ApprovalMail[]): ApprovalStep => ({
    key: `act:${id}`,
    at,
    by,
    mails,
    events: [{ at, by, ...event }],
  });
  if (!isOfApproval(act)) return refuse('not-allowed', '不适用该操作', `${act.do} does not concern an approval`);
  if (act.do === 'propose') {
    const { approval, act: proposed, lines, lapsesOn } = a.opening;
    return a.seq > 0
      ? refuse('already-done', '已提出', `${approval} is proposed already`)
      : step({ type: 'proposed', with: { approval, act: proposed, lines, lapsesOn } }, [waits(a)]);
  }
  const over = ended(a, at);
  if (over) return over;
  switch (act.do) {
    case 'approve': {
      const { lines, without = [], moved = [] } = act.with;
      const brings: Json = {
        lines,
        ...(without.length > 0 ? { without: without.map(({ line, reason }) => ({ line, reason })) } : {}),
        ...(moved.length > 0 ? { moved } : {}),
      };
      return step({ type: 'proposal-approved', with: brings }, []);
    }
    case 'return': {
      const { reason } = act.with;
      return step({ type: 'proposal-returned', with: { reason } }, [endedMail(a, '退回', by, reason)]);
    }
    case 'withdraw':
      return step({ type: 'proposal-withdrawn' }, []);
    case 'lapse': {
      const { reason } = act.with;
      return step({ type: 'proposal-lapsed', with: { reason } }, lapsedMails(a, by, reason));
    }
  }
}

/** The next instant at which an approval does anything by itself: a reminder, or its end. */
export interface ApprovalDue {
  readonly at: Instant;
  readonly what: 'reminder' | 'lapses';
}

export function approvalDue({ opening, state, playedTo }: Approval): ApprovalDue | undefined {
  if (state !== 'waiting') return undefined;
  const end = closesAt(opening.lapsesOn);
  const reminder = opening.remindAt.find((at) => at > playedTo && at < end);
  return reminder === undefined ? { at: end, what: 'lapses' } : { at: reminder, what: 'reminder' };
}

/** Plays one instant. Key `at:INSTANT`. */
export function onApprovalInstant(a: Approval, { at, what }: ApprovalDue): ApprovalStep {
  const by = 'platform';
  const lapses = what === 'lapses';
  const event: NewEvent = { type: lapses ? 'proposal-lapsed' : 'approvers-reminded', at, by };
  const mails = lapses ? lapsedMails(a, by) : [waits(a)];
  return { key: `at:${String(at)}`, at, by, events: [event], mails };
}
