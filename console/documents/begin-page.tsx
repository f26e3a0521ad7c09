import { definitionOf } from '../../acts/vocabulary.js';
import { addDays, dayOf, endOfMonth, isMonth, monthOf } from '../../domain/model/instant.js';
import { isFurther } from '../../domain/model/terms.js';
import { RegulationError } from '../../regulation/errors.js';
import type { Form } from '../../regulation/forms/form.js';
import { loadForm } from '../../regulation/forms/load.js';
import { currentCycle } from '../../regulation/named.js';
import type { CaseStatus } from '../../views/unit-status.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { shaped } from '../asked.js';
import { dutyOfAct } from '../act-forms.js';
import { Otherwise } from '../unit/missed.js';
import { colon } from '../words.js';
import { failing, Form as PostForm, refusing, type Pages } from '../pages.js';
import type { Known, Shown } from '../visit.js';
import { isSaid, paperAt } from './opened.js';
import type { PaperAsked } from './papers.js';

const formNamed = (name: string): Form | undefined => {
  try {
    return loadForm({ name, cycle: currentCycle() });
  } catch (error) {
    if (error instanceof RegulationError && error.fault === 'not-found') return undefined;
    throw error;
  }
};

const NO_FORM = {
  code: 'unknown-form',
  zh: '没有此表单。请从“我的年度”中的事项进入。',
  en: 'There is no such form: begin from a duty of your year.',
};

const YEAR = /^\d{4}$/;
const YEAR_SAID = ['四位年份', 'a year of four digits'] as const;
const MONTH = ['月份，写作 YYYY-MM', 'a month, written YYYY-MM'] as const;

interface Begin {
  readonly form: Form;
  readonly asked: PaperAsked;
}

function beginIn({ c, caller, fields }: Known): Begin | undefined {
  const form = formNamed(c.req.param('form') ?? '');
  if (!form) return undefined;
  const said = (name: string): string | undefined => fields.get(name) ?? c.req.query(name);
  const unit = said('for') ?? (form.by === 'unit' ? caller.appointments.find(({ kind }) => kind === 'unit')?.party : undefined);
  const month = shaped('month', said('month'), isMonth, MONTH);
  const cycle = shaped('cycle', said('cycle'), (text) => YEAR.test(text), YEAR_SAID);
  return {
    form,
    asked: {
      form: form.name,
      ...(unit === undefined ? {} : { unit }),
      ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
      ...(form.monthly && month !== undefined ? { month } : {}),
    },
  };
}

type Due = readonly [duty: string, dueOn: string, state: string];
const dutiesFor = (cases: readonly CaseStatus[], form: Form): Due[] => {
  const base = form.act === undefined ? undefined : dutyOfAct(form.act);
  return cases.flatMap((one) =>
    Object.entries(one.duties).flatMap(([duty, { dueOn, state }]): Due[] =>
      (form.filing === undefined ? duty.split('/')[0] === base : isFurther(duty) && duty.endsWith(`/${form.filing}`))
        ? [[duty, dueOn, state]]
        : [],
    ),
  );
};

/** Which month: those that are asked, what is open first; the one that has just ended where nothing is said. */
const Months = ({ visit, duties }: { visit: Known; duties: readonly Due[] }) => {
  const { say, deps } = visit;
  const open = duties.filter(([, , state]) => state !== 'done');
  const months = [...open, ...duties.filter((one) => !open.includes(one))];
  const first = open.find(([duty]) => (duty.split('/')[1] ?? '') < monthOf(dayOf(deps.now()))) ?? open[0];
  return (
    <>
      <label for="month">{say('月份', 'Month')}</label>
      <select id="month" name="month" required>
        {months.map(([duty, dueOn, state]) => {
          const month = duty.split('/')[1] ?? '';
          return (
            <option value={month} selected={duty === first?.[0]}>
              {month} · {state === 'done' ? say('已报送', 'filed') : say(`${dueOn} 截止`, `by ${dueOn}`)}
            </option>
          );
        })}
      </select>
    </>
  );
};

/** A month can be written down while it lasts, and filed once it has ended. */
const NotEndedYet = ({ visit, month }: { visit: Known; month: string | undefined }) =>
  month === undefined || month < monthOf(dayOf(visit.deps.now())) ? (
    <></>
  ) : (
    <p class="notice">
      {visit.say(
        `${month} 尚未结束：现在可以填写草稿，${addDays(endOfMonth(month), 1)} 起受理。`,
        `${month} has not ended: a draft can be written now, and filed from ${addDays(endOfMonth(month), 1)} on.`,
      )}
    </p>
  );

const Needed = ({ visit, form }: { visit: Known; form: Form }) => (
  <>
    <h2>{visit.say('需要准备', 'What you need')}</h2>
    <ul>
      {form.sections.map((section) => (
        <li>
          {visit.say(section.zh, section.en)}
          {colon(visit)}
          {[...section.fields, ...section.tables].map((one) => visit.say(one.zh, one.en)).join(visit.say('、', ', '))}
        </li>
      ))}
    </ul>
    <p class="hint">
      {visit.say(
        '草稿保存在服务器上，本单位人员共用；随时可以离开，从“文件”回到这里。',
        'The draft is kept on the server and shared with your colleagues: leave whenever you like, and come back to it under "Documents".',
      )}
    </p>
  </>
);

const titleOf = ({ say }: Known, { form, asked }: Begin): string => {
  const words = form.act === undefined ? undefined : definitionOf(form.act)?.words;
  const month = asked.month === undefined ? '' : ` · ${asked.month}`;
  return `${words ? say(words.zh, words.en) : say(form.zh, form.en)}${month}`;
};

async function beginPage(visit: Known): Promise<Shown> {
  const { deps, caller, say } = visit;
  const begin = beginIn(visit);
  if (!begin) return failing(visit, NO_FORM);
  const { form, asked } = begin;
  const unit = await deps.reading.status(caller, asked.unit ?? '', {});
  if (isRefusal(unit)) return refusing(visit, unit);
  if (!form.monthly || asked.month !== undefined) {
    const there = await deps.papers.find(caller, asked);
    if (isSaid(there)) return failing(visit, there);
    if (there) return { to: paperAt(there, there.state === 'draft' || there.state === 'checked' ? '/fill' : '') };
  }
  const duties = dutiesFor(unit.cases, form);
  const due = duties.find(([duty]) => !form.monthly || duty.endsWith(`/${asked.month ?? ''}`));
  const body = (
    <>
      <p class="lead">
        {unit.name} <code>{unit.unit}</code>
        {due && ` · ${say(`${due[1]} 24:00 截止`, `by the end of ${due[1]}`)}`}
      </p>
      {due && (
        <p>
          <Otherwise visit={visit} duty={due[0]} record={{ state: due[2] }} cases={unit.cases} />
        </p>
      )}
      <NotEndedYet visit={visit} month={asked.month} />
      <PostForm visit={visit} action={`/documents/new/${form.name}`}>
        <input type="hidden" name="for" value={unit.unit} />
        {asked.cycle !== undefined && <input type="hidden" name="cycle" value={String(asked.cycle)} />}
        {form.monthly &&
          (asked.month === undefined ? (
            <Months visit={visit} duties={duties} />
          ) : (
            <input type="hidden" name="month" value={asked.month} />
          ))}
        <button type="submit">{say('开始填报', 'Begin')}</button>
      </PostForm>
      <Needed visit={visit} form={form} />
      <p>
        <a href={`/documents/new/${form.name}/template.xlsx`}>
          {say('下载空白工作簿（xlsx），离线填写后再上传', 'The form as a workbook (xlsx), to fill in elsewhere')}
        </a>
      </p>
    </>
  );
  return { title: titleOf(visit, begin), body };
}

/** `/documents/new/FORM`: what a filing asks, and a draft of it begun; where there is one already, that. */
export function addBeginPages(pages: Pages): void {
  pages.known('get', '/documents/new/:form', beginPage);
  pages.known('get', '/documents/new/:form/template.xlsx', async (visit) => {
    const form = formNamed(visit.c.req.param('form') ?? '');
    if (!form) return failing(visit, NO_FORM);
    const file = await visit.deps.papers.workbook(form);
    return { file, name: `${form.name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  });
  pages.known('post', '/documents/new/:form', async (visit) => {
    const begin = beginIn(visit);
    if (!begin) return failing(visit, NO_FORM);
    const row = await visit.deps.papers.begin(visit.caller, begin.asked);
    return isSaid(row) ? failing(visit, row) : { to: paperAt(row, '/fill') };
  });
}
