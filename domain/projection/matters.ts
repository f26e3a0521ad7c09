import type { Case } from '../model/case.js';
import { closesAt, dayOf, type Day } from '../model/instant.js';
import type { Stage } from '../model/verification.js';
import type { Counts } from './counts.js';
import type { MatterView } from './projection.js';

/** Applications that wait for the city's decision: the text sets no day for it. */
const APPLICATIONS = [
  { fact: 'adjustment', event: 'adjustment-applied-for', what: 'decide-adjustment' },
  { fact: 'offsets', event: 'offsets-applied-for', what: 'decide-offsets' },
] as const;

type Matter = Omit<MatterView, 'n' | 'ordered'> & { readonly ordered?: Day };

const applications = (c: Case, counts: Counts): Matter[] =>
  APPLICATIONS.flatMap(({ fact, event, what }): Matter[] => {
    const since = c.facts[fact]?.state === 'applied' ? counts.lastOf(event) : undefined;
    return since === undefined ? [] : [{ kind: 'application', what, owedBy: 'city', dueOn: null, since }];
  });

/** 核查: an engagement to answer, questions to answer, answers to look at. */
function ofVerification({ facts: { verification } }: Case): Matter[] {
  if (!verification || !AT_WORK.includes(verification.stage)) return [];
  const { stage, since, queries } = verification;
  const asked: Matter = { kind: 'matter', what: 'accept-engagement', owedBy: 'verifier', dueOn: null, since };
  return [
    ...(stage === 'engaged' ? [asked] : []),
    ...queries.flatMap(({ query, state, dueOn, since: on }): Matter[] => {
      const one = `/${String(query)}`;
      if (state === 'open') return [{ kind: 'matter', what: `answer-query${one}`, owedBy: 'unit', dueOn, since: on }];
      return state === 'answered'
        ? [{ kind: 'matter', what: `close-query${one}`, owedBy: 'verifier', dueOn: null, since: on }]
        : [];
    }),
  ];
}
const AT_WORK: readonly Stage[] = ['engaged', 'accepted', 'issued', 'returned'];

/** What waits for people beside the duties: applications, missing reports, shortfalls, and penalties where they were not put right in time. */
export function mattersOf(c: Case, counts: Counts): MatterView[] {
  const decidedOn = counts.lastOf('penalty-decided');
  const matters = c.facts.matters.flatMap(({ kind, duty = '', state, openedOn, dueOn, ordered }): Matter[] => {
    if (state !== 'open') return [];
    const on = ordered ? { ordered: ordered.on } : {};
    if (kind === 'referral')
      return [{ kind: 'matter', what: `referral/${duty}`, owedBy: 'city', dueOn: null, since: openedOn, ...on }];
    if (dueOn === undefined) return [];
    const own: Matter = { kind: 'matter', what: 'rectification', owedBy: 'unit', dueOn, since: openedOn, ...on };
    const isDecided = decidedOn !== undefined && decidedOn > dueOn;
    const penalty: Matter = { ...own, what: 'decide-penalty', owedBy: 'city', dueOn: null, since: dayOf(closesAt(dueOn)) };
    return isDecided ? [own] : [own, penalty];
  });
  return [...applications(c, counts), ...matters, ...ofVerification(c)].map((one, n) => ({ n, ordered: null, ...one }));
}
