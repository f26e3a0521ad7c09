import { carry } from '../../domain/carry/carry.js';
import { blank, dueNext, fold, onAct, onInstant, openingStep, type Opening } from '../../domain/cases/case.js';
import type { Account, LotFacts } from '../../domain/model/account.js';
import type { Case, CaseKind, DutyRecord, Unit } from '../../domain/model/case.js';
import { instantOf, isoOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn, type Event, type Mail, type Step } from '../../domain/model/step.js';
import type { Terms } from '../../domain/model/terms.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';

/** The terms of the notice that is in hand, 京环发〔2024〕8号. */
export const TERMS = termsOf(loadRulebook(2024));

export const UNIT: Unit = {
  id: 'BJ-0001',
  name: '示例热力有限公司',
  kind: 'key',
  district: 'chaoyang',
  newlyListed: false,
  lastCycle: { approved: '100000', settled: true },
};

interface Beginning {
  readonly kind?: CaseKind;
  readonly from?: string;
  readonly unit?: Partial<Unit>;
  /** A fact of the unit that is not known. */
  readonly without?: 'lastCycle';
  readonly holdings?: readonly LotFacts[];
  readonly allowProvisional?: boolean;
  readonly terms?: Terms;
  /** Of a verification. */
  readonly verification?: Opening['verification'];
}

/** `2024-06-10` is ten in the morning, `2024-06-10 23:59:59` is that second, both in Beijing. */
export const at = (when: string): Instant => instantOf(when.slice(0, 10), when.slice(11) || '10:00:00');

const PLATFORM = { dueOn: '', state: 'not-required' } as const;

/** One case, alone with its account: plays acts and instants in nominal order, and keeps what came of them. */
export function begin({ kind = 'compliance-cycle', from = '2024-05-10', unit = {}, holdings = [], ...more }: Beginning = {}) {
  const { lastCycle, ...facts } = { ...UNIT, ...unit };
  const opening: Opening = {
    id: '2024/BJ-0001/a-case',
    kind,
    unit: more.without || !lastCycle ? facts : { ...facts, lastCycle },
    terms: more.terms ?? TERMS,
    opensAt: instantOf(from, '00:00:00'),
    allowProvisional: more.allowProvisional ?? false,
    holdings,
    ...(more.verification ? { verification: more.verification } : {}),
  };
  const c: Case = blank(opening);
  const events: Event[] = [];
  const mails: (Mail & { at: string })[] = [];
  let account: Account = { unit: c.unit.id, lots: [], debt: '0', shortfall: '0', frozen: false };
  let other: Account = { ...account, unit: 'BJ-0002', lots: [] };
  let acts = 0;

  const take = (step: Step): string => {
    const done = carry(step, account, other);
    if (isRefusal(done)) return done.refused;
    for (const after of done.accounts) if (after.unit === account.unit) account = after;
    for (const after of done.accounts) if (after.unit === other.unit) other = after;
    const numbered = done.events.map((event, n) => ({ ...event, seq: c.seq + n + 1 }));
    fold(c, step.key, numbered, `head-${step.key}`);
    events.push(...numbered);
    mails.push(...done.mails.map((mail) => ({ ...mail, at: isoOf(step.at) })));
    return 'done';
  };
  const until = (when: string): void => {
    for (let due = dueNext(c); due && due.at <= at(when); due = dueNext(c)) take(onInstant(c, due.at));
  };
  take(openingStep(opening));

  return {
    c,
    events,
    mails,
    until,
    /** Does an act after all that is due before it; answers `done` or the code of the refusal. */
    act(when: string, name: string, what: Json = {}, by: string = c.unit.id): string {
      until(when);
      acts += 1;
      const officers = by.startsWith('city') ? { by, approvedBy: 'city/b' } : { by };
      const asked = letIn({ id: `a${String(acts)}`, do: name, ...officers, at: at(when), with: what });
      const step = onAct(c, asked);
      return isRefusal(step) ? step.refused : take(step);
    },
    duty: (name: string): DutyRecord => c.duties[name] ?? PLATFORM,
    account: () => account,
    other: () => other,
    /** When mails went out, of a template and about a duty, `MM-DD HH:MM to`. */
    sent: (template: string, duty?: string): string[] =>
      mails
        .filter((mail) => mail.template === template && (duty === undefined || mail.duty === duty))
        .map(
          (mail) =>
            `${mail.at.slice(5, 16).replace('T', ' ')} ${typeof mail.to === 'string' ? mail.to : Object.values(mail.to).join()}`,
        ),
    /** When events happened, of a type and about a duty. */
    happened: (type: string, duty?: string): string[] =>
      events
        .filter((event) => event.type === type && (duty === undefined || event.duty === duty))
        .map((event) => isoOf(event.at)),
  };
}

/** A case whose emissions were confirmed on 10 September, with what it holds. */
export function confirmed(emissions = '98200', holdings: readonly LotFacts[] = [], when = '2024-09-10') {
  const one = begin({ holdings });
  one.act(when, 'confirm-emissions', { emissions, basis: '核查报告' }, 'city/a');
  return one;
}

export const allowance = (quantity: string, vintage = 2023): LotFacts => ({ product: 'allowance', vintage, quantity });
export const ccer = (quantity: string, origin: 'beijing' | 'outside' = 'beijing', recordedOn = '2020-05-01'): LotFacts => ({
  product: 'ccer',
  origin,
  recordedOn,
  quantity,
});
