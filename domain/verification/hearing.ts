import { turnsTo } from '../acts/revision.js';
import { leave, merge } from '../acts/register.js';
import { endedAtOnce } from '../acts/ending.js';
import type { Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { ended, isLive, stageOf, told, toVerifier, unmoved, verificationReport } from './verification.js';

/** What was decided of the unit, or by the city for all, and what it does to a verification. */

/** 除名: every verification hears of it; that of the verifier itself ends, unless its report is filed and stands. */
export function verifierStruckOff(c: Case, act: Act<'strike-off-verifier'>): Taken | Refusal {
  const { verifier, basis } = act.with;
  if (c.facts.struckOff?.includes(verifier))
    return refuse('already-done', `${verifier} 已除名`, `${verifier} is struck off already`, '四(二)');
  const heard = { type: 'verifier-struck-off', at: act.at, by: act.by, with: { verifier, basis, approvedBy: act.approvedBy } };
  if (verifier !== c.verifier || !isLive(c) || stageOf(c) === 'filed') return { events: [heard], effects: [] };
  const { events, effects } = ended(c, act, 'struck-off', '已从核查机构名册除名，委托终止', basis);
  return { events: [heard, ...events], effects };
}

/** 退出名单: a unit that leaves before its emissions are confirmed has nothing verified any more. */
export function unitLeft(c: Case, act: Act<'leave'>, duties: readonly Duty[]): Taken | Refusal {
  const left = leave(c, act, isLive(c) ? [] : duties);
  if (isRefusal(left) || !isLive(c)) return left;
  const over = ended(c, act, 'unit-left', '单位退出名单，委托终止', act.with.basis);
  return { events: [...left.events, ...over.events], effects: [...left.effects, ...over.effects] };
}

/** 合并: what the unit owes in this cycle stays with it, and so does its verification. */
export function unitMerged(c: Case, act: Act<'merge'>, duties: readonly Duty[]): Taken | Refusal {
  const merged = merge(c, act, duties);
  if (isRefusal(merged) || !isLive(c)) return merged;
  const what = `单位并入 ${act.with.into}，本年度核查继续`;
  return { ...merged, effects: [...merged.effects, told(c, toVerifier(c), what, { basis: act.with.basis })] };
}

/** 核定 (三(三)1): what was filed is completed; what was not comes too late. */
export function emissionsConfirmed(c: Case, act: Act<'confirm-emissions'>): Taken | Refusal {
  if (!isLive(c)) return unmoved(c);
  if (stageOf(c) !== 'filed') return ended(c, act, 'confirmed', '碳排放量已核定，不再受理核查报告');
  return { events: [{ type: 'verification-completed', at: act.at, by: act.by }], effects: [] };
}

/** 延期: the verifier's day is the unit's, also where it is moved for this unit alone. */
export function reportDateMoved(c: Case, act: Act<'extend-deadline'>): Taken | Refusal {
  const record = c.duties[verificationReport.name];
  const { dueOn, basis } = act.with;
  if (!record || record.state === 'done' || record.state === 'missing' || record.dueOn === dueOn) return unmoved(c);
  const from = record.dueOn;
  const turns = isLive(c) ? turnsTo(verificationReport, record, dueOn, act.at) : undefined;
  const over = endedAtOnce(c, verificationReport, dueOn, act.at);
  const type = `deadline-${dueOn > from ? 'extended' : 'shortened'}`;
  const moved = { type, at: act.at, by: act.by, duty: verificationReport.name, dueOn, with: { from, basis } };
  return {
    events: [{ ...moved, ...(turns ? { turns } : {}) }, ...over.events],
    effects: [...(isLive(c) ? [told(c, toVerifier(c), `单位报送期限：${from} → ${dueOn}`, { basis })] : []), ...over.effects],
  };
}
