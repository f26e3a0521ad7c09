import { z } from '@hono/zod-openapi';
import { byName } from '../regulation/by-name.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { QuestionError } from '../domain/rules/working.js';
import { RULE_NAMES } from '../regulation/ask.js';
import { RegulationError } from '../regulation/errors.js';
import { rulebookNamed } from '../regulation/named.js';
import { explain } from '../views/explain.js';
import { answerQuestion, QUESTIONS } from '../views/questions.js';
import { timetableOf } from '../views/timetable.js';
import { calendarFile } from '../views/timetable-ics.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { document } from './shapes-elsewhere.js';
import { isNo, no, type No } from './no.js';
import { anything, dayOut, instantOut, named, rulebookIn } from './shapes.js';

const CALENDAR = 'text/calendar';
const query = z.strictObject({ cycle: rulebookIn.optional() });

/** A rulebook by its name, or why there is none. */
function rulebook(name: string | undefined): Rulebook | No {
  try {
    return rulebookNamed(name);
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error;
    return no('unknown-cycle', `没有 ${name ?? ''} 的规则`, `there is no rulebook ${name ?? ''}`, { path: ['cycle'] });
  }
}

const rowOut = z
  .object({
    duty: z.string(),
    zh: z.string(),
    owedBy: z.string(),
    clause: z.string(),
    dueOn: dayOut,
    closesAt: instantOut,
    provisional: z.boolean(),
  })
  .openapi('TimetableRow');
const rulebookOut = z.object({ revision: z.int(), digest: z.string() });
const answerOut = z
  .looseObject({
    rule: z.string(),
    cycle: z.int(),
    rulebook: rulebookOut,
    answer: anything,
    working: z.array(anything),
    cites: z.array(anything),
    provisional: z.boolean(),
    because: z.array(z.string()),
  })
  .openapi('RuleAnswer');

function addTimetable(app: Gateway, guard: Guard): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/timetable',
    tag: 'law',
    summary: '履约日历 · every date of a cycle',
    open: true,
    query,
    answers: {
      200: z
        .object({ cycle: z.int(), rulebook: rulebookOut, rows: z.array(rowOut), notKnown: z.array(z.string()) })
        .openapi('Timetable'),
    },
    refuses: ['unknown-cycle'],
    handle: ({ query: { cycle } }) => {
      const book = rulebook(cycle);
      return Promise.resolve(isNo(book) ? book : { json: timetableOf(book) });
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/timetable.ics',
    tag: 'law',
    summary: '履约日历（iCalendar）',
    open: true,
    query,
    type: `${CALENDAR}; charset=utf-8`,
    answers: { 200: z.string() },
    refuses: ['unknown-cycle'],
    handle: ({ query: { cycle } }) => {
      const book = rulebook(cycle);
      return Promise.resolve(isNo(book) ? book : { text: calendarFile(book, timetableOf(book).rows) });
    },
  });
}

/** Questions about the law: its dates, its arithmetic, where it says what. To all. */
export function addRules(app: Gateway, guard: Guard): void {
  addTimetable(app, guard);
  for (const [rule, question] of Object.entries(QUESTIONS)) document(app, `ask-${rule}`, question);
  add(app, guard, {
    method: 'post',
    path: '/api/v1/calc/{rule}',
    tag: 'law',
    summary: '规则计算 · ask one rule one question',
    open: true,
    query,
    params: z.object({ rule: named('the rule; its question has the schema ask-{rule}', 'offset-limit') }),
    body: byName(z.string(), anything).openapi({ type: 'object', example: { confirmed: '98765.43' } }),
    answers: { 200: answerOut },
    refuses: ['unknown-rule', 'unknown-cycle', 'not-known', 'not-required'],
    handle: ({ params: { rule }, query: { cycle }, body }): Promise<Answer | No> => {
      const known = RULE_NAMES.find((name) => name === rule);
      if (!known)
        return Promise.resolve(
          no(
            'unknown-rule',
            `没有这一规则；有：${RULE_NAMES.join(', ')}`,
            `no rule is called so; there are ${RULE_NAMES.join(', ')}`,
            { path: ['rule'] },
          ),
        );
      const book = rulebook(cycle);
      if (isNo(book)) return Promise.resolve(book);
      const answered = answerQuestion(book, known, body);
      if ('answer' in answered) return Promise.resolve({ json: answered.answer });
      const { code, zh, en, path } = answered.bad;
      const place = path.join('.');
      return Promise.resolve(no(code, `${place || '问题'}：${zh}`, `${place || 'the question'}: ${en}`, { path }));
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/rulebooks/{cycle}/explain/{what}',
    tag: 'law',
    open: true,
    summary: '规则出处 · what the law says, where, and how sure that is',
    params: z.object({ cycle: rulebookIn, what: named('a duty or a rule', 'surrender') }),
    answers: { 200: z.looseObject({ rulebook: z.string() }).openapi('Explanation') },
    refuses: ['unknown-cycle', 'unknown-duty'],
    handle: ({ params: { cycle, what } }): Promise<Answer | No> => {
      const book = rulebook(cycle);
      if (isNo(book)) return Promise.resolve(book);
      try {
        return Promise.resolve({ json: explain(book, what) });
      } catch (error) {
        if (!(error instanceof QuestionError)) throw error;
        return Promise.resolve(no('unknown-duty', error.zh, error.en, { path: ['what'] }));
      }
    },
  });
}
