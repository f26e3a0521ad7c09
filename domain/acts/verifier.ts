import { decisionMail } from '../duties/deciding.js';
import { overtakenByConfirmation, type Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';

/**
 * 四(二)「对核查机构予以提醒」and, beyond it, 除名 (policy): every cycle hears that a verifier is struck off. Where it was
 * appointed and no report of it stands, the appointment lapses and the unit is told; a report that stands keeps standing.
 */
export function strikeOffVerifier(c: Case, act: Act<'strike-off-verifier'>): Taken | Refusal {
  const { verifier, basis } = act.with;
  if (c.facts.struckOff?.includes(verifier))
    return refuse('already-done', `${verifier} 已除名`, `${verifier} is struck off already`, '四(二)');
  const events: NewEvent[] = [
    { type: 'verifier-struck-off', at: act.at, by: act.by, with: { verifier, basis, approvedBy: act.approvedBy } },
  ];
  const effects: Effect[] = [];
  const stands = c.facts.verified?.verifier === verifier && c.duties['verified-report']?.state !== 'returned';
  if (c.facts.verifier === verifier && !stands && c.facts.confirmed === undefined) {
    events.push({ type: 'appointment-lapsed', at: act.at, by: 'platform', with: { verifier } });
    effects.push(decisionMail(c, `核查机构 ${verifier} 除名，委托终止，请另行委托`, { basis }));
  }
  return { events, effects };
}

/**
 * 四(二)「抽查与核查排放量差异超过1000吨或10%以上的」: what the experts found after such a spot check. The amount that they
 * state binds the confirmation by the rule; without one the spot-checked amount does. A second meeting replaces the first.
 */
export function recordExpertMeeting(c: Case, act: Act<'record-expert-meeting'>): Taken | Refusal {
  const overtaken = overtakenByConfirmation(c);
  if (overtaken) return overtaken;
  if (c.facts.spotCheckOver !== true)
    return refuse('too-early', '没有差异超限的抽查', 'no spot check differed by more than the threshold', '四(二)');
  const found = { ...act.with, approvedBy: act.approvedBy };
  return { events: [{ type: 'expert-meeting-held', at: act.at, by: act.by, with: found }], effects: [] };
}

/**
 * 四(二)「对核查机构内部管理情况、公正性管理措施、工作及时性和工作质量等进行评估」: scores of the verifier of this unit's report,
 * criterion by criterion, as people give them. The rulebook has no
 * scale from scores to a rating: they are recorded, and no rating is made of them.
 */
export function assessVerifier(c: Case, act: Act<'assess-verifier'>): Taken | Refusal {
  const { verifier } = act.with;
  if (c.facts.verified === undefined) return refuse('too-early', '尚无经核查的报告', 'there is no verified report yet', '四(二)');
  if (c.facts.verified.verifier !== verifier)
    return refuse(
      'verifier-not-appointed',
      `核查报告出自 ${c.facts.verified.verifier}，不是 ${verifier}`,
      `the report is by ${c.facts.verified.verifier}, not by ${verifier}`,
      '四(二)',
    );
  const scores = { ...act.with, approvedBy: act.approvedBy };
  return { events: [{ type: 'verifier-assessed', at: act.at, by: act.by, with: scores }], effects: [] };
}
