import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import { refuse } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { owedAgain, owedNoMore } from './owed.js';
import { ended, isLive, notAt, told, toVerifier, unmoved, verificationIn, verificationReport } from './verification.js';

const DUTY = verificationReport.name;

/** 委托: the unit's case has taken it; here it is put before the verifier, or ends what another one was engaged for. */
export function engaged(c: Case, act: Act<'engage-verifier'>): Taken | Refusal {
  const { verifier } = verificationIn(c);
  if (act.with.verifier !== verifier) return endedByAnother(c, act);
  if (isLive(c)) return refuse('already-done', `${verifier} 已受委托`, `${verifier} is engaged already`, '三(二)');
  const record = c.duties[DUTY];
  const dueOn = record?.dueOn ?? '';
  const opens = record && record.state !== 'pending' ? { duty: DUTY, turns: 'pending' as const } : {};
  const { verifier: _named, ...more } = act.with;
  const say = { name: c.unit.name, verifier, dueOn, ...(more.note === undefined ? {} : { note: more.note }) };
  return {
    events: [
      { type: 'verification-engaged', at: act.at, by: act.by, ...opens, with: { verifier, ...more } },
      ...owedAgain(c, act),
    ],
    effects: [{ kind: 'mail', to: toVerifier(c), template: 'verification-engaged', say }],
  };
}

/** 变更核查机构: engaging another one, on the platform or by its name alone, ends the first; its work stays readable. */
export function endedByAnother(c: Case, act: Act<'engage-verifier' | 'appoint-verifier'>): Taken | Refusal {
  if (!isLive(c) || act.with.verifier === c.verifier) return unmoved(c);
  return ended(c, act, 'another-engaged', `单位改委托 ${act.with.verifier}，委托终止`);
}

/** 接受委托, with a declaration of independence (独立性声明). */
export function acceptEngagement(c: Case, act: Act<'accept-engagement'>): Taken | Refusal {
  const no = notAt(c, 'engaged');
  // to have accepted is what was asked for
  if (no) return no.refused === 'too-early' ? notYours(c) : no;
  return {
    events: [{ type: 'engagement-accepted', at: act.at, by: act.by, with: act.with }],
    effects: [told(c, 'unit', `${c.verifier ?? ''} 接受委托`)],
  };
}

const notYours = (c: Case): Refusal =>
  refuse(
    'verifier-not-appointed',
    `${c.unit.id} 未委托 ${c.verifier ?? ''}`,
    `${c.unit.id} has not engaged ${c.verifier ?? ''}`,
    '三(二)',
  );

/** 不接受委托, at once or before a report is issued: the unit has to engage another one. */
export function declineEngagement(c: Case, act: Act<'decline-engagement'>): Taken | Refusal {
  const no = notAt(c, 'engaged', 'accepted', 'returned');
  if (no) return no;
  return {
    events: [
      { type: 'engagement-declined', at: act.at, by: act.by, duty: DUTY, turns: 'not-required', with: act.with },
      ...owedNoMore(c, act),
    ],
    effects: [told(c, 'unit', `${c.verifier ?? ''} 未接受委托或者退出核查，请另行委托`, { text: act.with.reason })],
  };
}
