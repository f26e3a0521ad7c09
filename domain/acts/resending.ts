import { about, overdueMails, referralMails, reminded, runs } from '../cases/instants.js';
import { owedBy, tonnesOf } from '../duties/claim.js';
import { decisionMail } from '../duties/deciding.js';
import { isOpen, type Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { isZero } from '../model/amount.js';
import type { Resendable } from '../model/brings.js';
import { holdsAccount, type Case, type DutyRecord } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, Mail } from '../model/step.js';
import { orderMail } from './order.js';
import { spotCheck } from '../rules/spot-check.js';

interface About {
  readonly duty: Duty;
  readonly record: DutyRecord;
}

/** A mail about one duty, as it would be written now; nothing where it is not so any more. */
function ofDuty(c: Case, act: Act<'resend-mail'>, { duty, record }: About): readonly Effect[] {
  const { at } = act;
  const { template, basis } = act.with;
  if (template === 'reminder')
    return isOpen(record) && runs(c, duty) && duty.owedBy !== 'platform' ? reminded(c, duty, record, at).effects : [];
  if (template === 'overdue') return record.state === 'overdue' ? overdueMails(c, duty, record, at) : [];
  if (template === 'returned')
    return record.state === 'returned'
      ? [{ kind: 'mail', to: 'unit', template, duty: duty.name, say: about(c, record, at) }]
      : [];
  if (template === 'referral') {
    const open = c.facts.matters.some((one) => one.kind === 'referral' && one.duty === duty.name && one.state === 'open');
    return open ? referralMails(c, duty, record, at) : [];
  }
  if (template === 'order') {
    const matter = c.facts.matters.findLast((one) => one.kind === 'referral' && one.duty === duty.name && one.ordered);
    return matter ? [orderMail(c, matter, basis)] : [];
  }
  return template === 'decision' && record.state === 'done' ? decisionAbout(c, duty) : [];
}

/** What the city decided last about one of its dates. */
function decisionAbout(c: Case, duty: Duty): readonly Mail[] {
  const { confirmed, obligation = '', final, preAllocated } = c.facts;
  if (duty.name === 'confirmation' && confirmed !== undefined)
    return [decisionMail(c, duty.zh, { emissions: confirmed, obligation })];
  if (duty.name === 'final-allocation' && final !== undefined) return [decisionMail(c, duty.zh, { quantity: final })];
  return duty.name === 'pre-allocation' ? [decisionMail(c, duty.zh, { quantity: preAllocated })] : [];
}

/** A mail about the case as a whole, as it would be written now. */
function ofCase(c: Case, template: Resendable, basis: string): readonly Mail[] {
  const { verified, spotChecked, spotCheckOver, collected, collectedAt, matters } = c.facts;
  const name = c.unit.name;
  const mail = (to: Mail['to'], say: Readonly<Record<string, string>>): Mail => ({
    kind: 'mail',
    to,
    template,
    say: { name, ...say },
  });
  switch (template) {
    case 'cycle-opened':
      return holdsAccount(c.kind) ? [mail('unit', { cycle: String(c.terms.cycle) })] : [];
    case 'verifier-reminder': {
      if (!verified || spotChecked === undefined || spotCheckOver !== true) return [];
      const { differenceTonnes } = spotCheck({ verified: verified.emissions, spotChecked }, c.terms.spotCheck).answer;
      const say = { verified: verified.emissions, spotChecked, difference: differenceTonnes };
      return [mail({ verifier: verified.verifier }, say)];
    }
    case 'collection':
      return collectedAt === undefined || (isZero(tonnesOf(collected)) && isZero(owedBy(c)))
        ? []
        : [mail('unit', { collected: collected.allowances, offsets: collected.offsets, shortfall: owedBy(c) })];
    case 'rectification': {
      const order = matters.findLast((one) => one.kind === 'rectification' && one.state === 'open');
      const say = { dueOn: order?.dueOn ?? '', shortfall: owedBy(c) };
      return order ? [mail('unit', say), mail('city', say)] : [];
    }
    case 'order': {
      const matter = matters.findLast((one) => one.kind === 'rectification' && one.ordered);
      return matter ? [orderMail(c, matter, basis)] : [];
    }
    default:
      return [];
  }
}

/**
 * 重发 (policy): two officers have a mail sent again, with the reason: to all whom it went to, saying what is so now.
 * Refused where it is not so any more.
 */
export function resendMail(c: Case, act: Act<'resend-mail'>, duties: readonly Duty[]): Taken | Refusal {
  const { template, duty: name, basis } = act.with;
  const duty = duties.find((one) => one.name === name);
  const record = name === undefined ? undefined : c.duties[name];
  if (name !== undefined && (!duty || !record))
    return refuse('bad-input', `${c.unit.id} 没有事项 ${name}`, `${c.unit.id} has no duty ${name}`);
  const mails = duty && record ? ofDuty(c, act, { duty, record }) : ofCase(c, template, basis);
  if (mails.length === 0)
    return refuse('too-early', `现在没有可重发的 ${template} 邮件`, `there is nothing to say in a mail ${template} now`);
  const what = { ...act.with, approvedBy: act.approvedBy };
  return { events: [{ type: 'mail-resent', at: act.at, by: act.by, with: what }], effects: mails };
}
