import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect } from '../model/step.js';
import { overtakenByConfirmation, type Taken } from '../duties/filing.js';
import { spotCheck } from '../rules/spot-check.js';

/**
 * 四(二)「抽查与核查排放量差异超过1000吨或10%以上的，市生态环境部门将对核查机构予以提醒」. A second spot check replaces the first.
 */
export function recordSpotCheck(c: Case, act: Act<'record-spot-check'>): Taken | Refusal {
  const overtaken = overtakenByConfirmation(c);
  if (overtaken) return overtaken;
  const verified = c.facts.verified;
  if (verified === undefined) return refuse('too-early', '尚无经核查的报告', 'there is no verified report yet', '四(二)');
  const { emissions } = act.with;
  const { answer } = spotCheck({ verified: verified.emissions, spotChecked: emissions }, c.terms.spotCheck);
  const say = { name: c.unit.name, verified: verified.emissions, spotChecked: emissions, difference: answer.differenceTonnes };
  const effects: Effect[] = answer.remind
    ? [{ kind: 'mail', to: { verifier: verified.verifier }, template: 'verifier-reminder', say }]
    : [];
  const found = { emissions, difference: answer.differenceTonnes, remind: answer.remind };
  return { events: [{ type: 'spot-checked', at: act.at, by: act.by, with: { ...found, approvedBy: act.approvedBy } }], effects };
}
