import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import { addDays, closesAt, dayOf, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Due, Effect, NewEvent } from '../model/step.js';
import type { Query } from '../model/verification.js';
import { isLive, notAt, told, toVerifier, verificationIn, verificationReport } from './verification.js';

/** Questions of one verification: more is a slip or worse. */
const QUERIES_MAX = 200;
const KINDS = { query: '疑问', 'non-conformity': '不符合项' } as const;

const said = ({ query, kind }: Pick<Query, 'query' | 'kind'>): string => `第 ${String(query)} 项${KINDS[kind]}`;

/** Open questions of an engagement that holds. */
const openIn = (c: Case): Query[] =>
  c.kind === 'verification' && isLive(c) ? verificationIn(c).queries.filter(({ state }) => state === 'open') : [];

/** The next end of a day by which the unit was to answer. */
export function queryDue(c: Case): Due | undefined {
  const ends = openIn(c)
    .map(({ dueOn }) => closesAt(dueOn))
    .filter((at) => at > c.playedTo);
  return ends.length === 0 ? undefined : { at: Math.min(...ends), duty: verificationReport.name, what: 'unanswered' };
}

/** Questions that were not answered by the end of their day: both are told, and an answer is taken later too. */
export function unanswered(c: Case, at: Instant): Taken {
  const missed = openIn(c).filter(({ dueOn }) => closesAt(dueOn) === at);
  return {
    events: missed.map(({ query }): NewEvent => ({ type: 'query-unanswered', at, by: 'platform', with: { query } })),
    effects: missed.flatMap((one): Effect[] => {
      const what = `${said(one)}逾期未答复（${one.dueOn}）`;
      return [told(c, 'unit', what), told(c, toVerifier(c), what)];
    }),
  };
}

/** 疑问、不符合项: what the verifier asks, with the days that the unit has for it. */
export function raiseQuery(c: Case, act: Act<'raise-query'>): Taken | Refusal {
  const no = notAt(c, 'accepted', 'issued', 'returned');
  if (no) return no;
  const { queries } = verificationIn(c);
  if (queries.length >= QUERIES_MAX)
    return refuse(
      'too-many',
      `${c.id} 的疑问已达 ${String(QUERIES_MAX)} 项`,
      `${c.id} has ${String(QUERIES_MAX)} queries already`,
    );
  const { kind, about, text, days = c.terms.windows.queryAnswer ?? 0 } = act.with;
  const query = queries.length + 1;
  const dueOn = addDays(dayOf(act.at), days);
  const what = { query, kind, about, text, dueOn };
  const say = { name: c.unit.name, verifier: c.verifier ?? '', kind: KINDS[kind], query: String(query), about, text, dueOn };
  return {
    events: [{ type: 'query-raised', at: act.at, by: act.by, with: what }],
    effects: [{ kind: 'mail', to: 'unit', template: 'verification-query', say }],
  };
}

const queryIn = (c: Case, number: number): Query | Refusal =>
  verificationIn(c).queries.find(({ query }) => query === number) ?? {
    ...refuse('bad-input', `query：没有第 ${String(number)} 项`, `query: ${String(number)} was not asked in ${c.id}`),
    path: ['with', 'query'],
  };

const isSettled = ({ state }: Query): boolean => state === 'settled' || state === 'stands';

const settled = (query: Query): Refusal =>
  refuse('already-done', `${said(query)}已了结`, `query ${String(query.query)} is closed already`);

/** The unit answers; once more where it has more to say, until the verifier has closed it. */
export function answerQuery(c: Case, act: Act<'answer-query'>): Taken | Refusal {
  const no = notAt(c, 'accepted', 'issued', 'returned');
  if (no) return no;
  const query = queryIn(c, act.with.query);
  if ('refused' in query) return query;
  if (isSettled(query)) return settled(query);
  const late = act.at >= closesAt(query.dueOn);
  return {
    events: [{ type: 'query-answered', at: act.at, by: act.by, with: { ...act.with, ...(late ? { late } : {}) } }],
    effects: [told(c, toVerifier(c), `${said(query)}已答复`, { text: act.with.text })],
  };
}

/** The verifier has looked at an answer, or at none: settled, or it stands. */
export function closeQuery(c: Case, act: Act<'close-query'>): Taken | Refusal {
  const no = notAt(c, 'accepted', 'issued', 'returned');
  if (no) return no;
  const query = queryIn(c, act.with.query);
  if ('refused' in query) return query;
  if (isSettled(query)) return settled(query);
  const { result, reason = '' } = act.with;
  const what = `${said(query)}${result === 'settled' ? '已解决' : '未解决'}`;
  return {
    events: [{ type: 'query-closed', at: act.at, by: act.by, with: act.with }],
    effects: [told(c, 'unit', what, reason === '' ? {} : { text: reason })],
  };
}

/** What the unit has still to answer, or the verifier to look at; what stands keeps the opinion from being without reserve. */
export const notSettled = (c: Case): readonly Query[] => verificationIn(c).queries.filter(({ state }) => state !== 'settled');
