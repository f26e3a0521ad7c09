import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { definitionOf } from '../acts/vocabulary.js';
import type { Reply } from '../desk/front.js';
import { parse } from '../desk/parse.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { isoOf } from '../domain/model/instant.js';
import { entitled } from '../parties/entitled.js';
import type { UnitStanding } from '../views/unit-status.js';
import { broughtBy, formOf, type ActForm, type Field } from './act-forms.js';
import { Brought } from './brought.js';
import { failing, Form, refusing, State, type Pages } from './pages.js';
import { actSaid, timeSaid } from './words.js';
import { said, withQuery, type Known, type Shown } from './visit.js';

/** What is being filled in: the act, the unit, what was entered, under which id it will be asked. */
interface Draft {
  readonly form: ActForm;
  readonly unit: UnitStanding;
  readonly entered: ReadonlyMap<string, string>;
  readonly request: string;
}

const noForm = (act: string): Refusal =>
  refuse('unknown-act', `没有“${act}”的填报页面，请通过接口办理`, `there is no form for ${act}: act by the API`);

const enteredIn = (visit: Known): ReadonlyMap<string, string> =>
  visit.fields.size > 0 ? visit.fields : new Map(Object.entries(visit.c.req.query()));

/** What a request is about; the no where there is no such form, or no such unit for this reader. */
async function draftOf(visit: Known): Promise<Draft | Refusal> {
  const { c, deps, caller } = visit;
  const act = c.req.param('act') ?? '';
  const form = formOf(act);
  if (!form) return noForm(act.slice(0, 100));
  const entered = enteredIn(visit);
  const own = caller.appointments.find(({ kind }) => kind === 'unit')?.party;
  const unit = await deps.reading.status(caller, entered.get('for') ?? own ?? '', {});
  if (isRefusal(unit)) return unit;
  return { form, unit, entered, request: entered.get('request') ?? '' };
}

const Entry = ({ visit, field, entered }: { visit: Known; field: Field; entered: ReadonlyMap<string, string> }) => {
  const { say } = visit;
  const { name, as, zh, en, hint } = field;
  const value = entered.get(name) ?? '';
  const said = say(zh, en);
  if (as === 'tick')
    return (
      <label class="tick">
        <input type="checkbox" name={name} value="yes" checked={value === 'yes'} /> {said}
      </label>
    );
  if (as === 'result')
    return (
      <fieldset>
        <legend>{said}</legend>
        {[
          ['pass', say('通过', 'Pass')],
          ['return', say('退回', 'Return')],
        ].map(([one, word]) => (
          <label class="tick">
            <input type="radio" name={name} value={one} checked={value === one} required /> {word}
          </label>
        ))}
      </fieldset>
    );
  return (
    <>
      <label for={name}>{said}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {say(...hint)}
        </p>
      )}
      {as === 'lines' ? (
        <textarea id={name} name={name} rows={4} aria-describedby={`${name}-hint`}>
          {value}
        </textarea>
      ) : (
        <input
          id={name}
          name={name}
          value={value}
          inputmode="decimal"
          autocomplete="off"
          required
          aria-describedby={`${name}-hint`}
        />
      )}
    </>
  );
};

const about = (visit: Known, { form, unit }: Draft): string => `${actSaid(visit, form.act)} · ${unit.name}（${unit.unit}）`;

/** The first page: fields, and a way to look them over. Nothing is sent by it. */
const filling = (visit: Known, draft: Draft, refusal?: Refusal): Shown => {
  const { form, unit, entered, request } = draft;
  const month = entered.get('month');
  const body = (
    <form method="get" action={`/acts/new/${form.act}/check`}>
      <input type="hidden" name="for" value={unit.unit} />
      <input type="hidden" name="request" value={request} />
      {month !== undefined && (
        <>
          <p>
            {visit.say('月份', 'Month')}：<b>{month}</b>
          </p>
          <input type="hidden" name="month" value={month} />
        </>
      )}
      {form.fields.map((field) => (
        <Entry visit={visit} field={field} entered={entered} />
      ))}
      <button type="submit">{visit.say('下一步：核对', 'Next: check your answers')}</button>
    </form>
  );
  return {
    title: about(visit, draft),
    body,
    ...(refusal ? { wrong: said(refusal), status: visit.deps.statusOf(refusal.refused) } : {}),
  };
};

/** The button that names the act; or why there is none, and what comes first. */
const Sending = ({ visit, draft, children }: { visit: Known; draft: Draft; children: Child }) => {
  const { deps, caller, signed, say, here } = visit;
  const { form, unit } = draft;
  const concerned = { id: unit.unit, district: unit.district, verifiers: [] };
  const may = entitled(caller, { what: form.act, unit: concerned, at: deps.now() });
  if (!isRefusal(may))
    return (
      <Form visit={visit} action={`/acts/new/${form.act}`}>
        {children}
        <button type="submit">{`${say('提交', 'Submit')}：${actSaid(visit, form.act)}`}</button>
      </Form>
    );
  const to = may.refused === 'step-up-required' ? deps.stepUpFirst(signed.session, here) : undefined;
  if (to === undefined) return <p class="notice">{say(may.zh, may.en)}</p>;
  return (
    <>
      <p class="notice">
        {say(
          '此事项代表本单位签章，提交前须验证第二因素；验证后回到本页，所填内容保留。',
          'This act stands for the seal of the unit: show a second factor first. You come back to this page with what you entered.',
        )}
      </p>
      <a class="act" href={to}>
        {say('验证第二因素', 'Show a second factor')}
      </a>
    </>
  );
};

/** The second page: what will be sent, with the button that sends it. */
const checking = (visit: Known, draft: Draft): Shown => {
  const { say, here } = visit;
  const { form, unit, entered, request } = draft;
  const brings = broughtBy(form, entered);
  const definition = definitionOf(form.act);
  const read = definition && parse(definition, brings);
  if (!read || isRefusal(read)) return filling(visit, draft, read ?? noForm(form.act));
  const back = withQuery(here.replace('/check', ''), {});
  const body = (
    <>
      <p>{say('请核对以下内容。尚未提交。', 'Check what you entered. Nothing is sent yet.')}</p>
      <dl class="facts">
        <dt>{say('单位', 'Unit')}</dt>
        <dd>
          {unit.name} <code>{unit.unit}</code>
        </dd>
        <dt>{say('履约周期', 'Cycle')}</dt>
        <dd>{unit.cycle}</dd>
        <dt>{say('内容', 'What it says')}</dt>
        <dd>
          <Brought visit={visit} brings={brings} />
        </dd>
      </dl>
      <p>
        <a href={back}>{say('修改', 'Change')}</a>
      </p>
      <Sending visit={visit} draft={draft}>
        <input type="hidden" name="for" value={unit.unit} />
        <input type="hidden" name="request" value={request} />
        {[...entered].map(([name, value]) =>
          name === 'for' || name === 'request' || name === 'csrf' ? '' : <input type="hidden" name={name} value={value} />,
        )}
      </Sending>
    </>
  );
  return { title: `${say('核对', 'Check')}：${about(visit, draft)}`, body };
};

const receiptAt = (id: string): string => `/acts/${encodeURIComponent(id)}`;

/** Sends what was looked over, under the id of its form: once, however often it is pressed. */
async function submitting(visit: Known, draft: Draft): Promise<Shown> {
  const { form, unit, entered, request } = draft;
  if (request === '') return filling(visit, { ...draft, request: randomUUID() });
  const reply = await visit.deps.front.submit(visit.caller, {
    ...{ id: request, do: form.act, for: unit.unit, with: broughtBy(form, entered) },
  });
  if (reply.state !== 'refused') return { to: receiptAt(request) };
  const kept = reply.refusal.refused === 'id-used' ? undefined : await visit.deps.front.act(visit.caller, request);
  return kept ? { to: receiptAt(request) } : filling(visit, { ...draft, request: randomUUID() }, reply.refusal);
}

const Came = ({ visit, reply }: { visit: Known; reply: Reply }) => {
  const { say } = visit;
  switch (reply.state) {
    case 'stored':
      return (
        <p>
          {reply.suspended
            ? say(
                '已收讫，时间以上述受理时刻为准；案件暂停，恢复后办理，您无须再做任何事。',
                'Stored, and its time counts. The case stands still and takes it up once it is revived; you need do nothing.',
              )
            : say(
                '已收讫，时间以上述受理时刻为准；尚未办结，稍后刷新本页查看。',
                'Stored, and its time counts. It is not decided yet: reload this page a little later.',
              )}
        </p>
      );
    case 'decided':
      return (
        <p>
          {say('已办结，记录在案。', 'Decided and on record.')}
          {reply.next !== undefined &&
            say(` 案件下一个时点：${timeSaid(isoOf(reply.next))}`, ` The case goes on at ${timeSaid(isoOf(reply.next))}.`)}
        </p>
      );
    case 'refused':
      return (
        <div class="notice wrong" role="alert">
          <p>
            <strong lang="zh-CN">{reply.refusal.zh}</strong>
          </p>
          <p lang="en">{reply.refusal.en}</p>
          {reply.refusal.clause !== undefined && <p>{reply.refusal.clause}</p>}
        </div>
      );
    case 'proposed':
      return (
        <p>
          {say('已提出，待另一名人员批准：', 'Proposed; another officer approves it: ')}
          <a href={`/approvals/${encodeURIComponent(reply.approval)}`}>{reply.approval}</a>
        </p>
      );
  }
};

/** The receipt of a request, at its permanent address. */
async function receipt(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const id = c.req.param('id') ?? '';
  const reply = await deps.front.act(caller, id);
  const asked = await deps.front.asked(caller, id);
  if (!reply || !asked)
    return failing(visit, {
      code: 'unknown-act',
      zh: '您没有提出过这一编号的事项。请核对地址；如刚才提交时出错，请返回表单重新提交，不会重复办理。',
      en: 'You have asked nothing by this id. Check the address; if sending failed, go back to the form and send it again: it is done once.',
    });
  const body = (
    <article class="receipt">
      <p class="lead">
        <State visit={visit} state={reply.state} />
      </p>
      <dl class="facts">
        <dt>{say('编号', 'Id')}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{say('事项', 'Act')}</dt>
        <dd>{actSaid(visit, asked.do)}</dd>
        {asked.for !== undefined && (
          <>
            <dt>{say('单位', 'Unit')}</dt>
            <dd>
              <a href={`/units/${encodeURIComponent(asked.for)}`}>{asked.for}</a>
            </dd>
          </>
        )}
        <dt>{say('受理时刻', 'Stamped')}</dt>
        <dd>
          <time datetime={isoOf(reply.at)}>{timeSaid(isoOf(reply.at))}</time> {say('（北京时间）', '(Beijing)')}
        </dd>
        <dt>{say('提交人', 'By')}</dt>
        <dd>{asked.by}</dd>
        <dt>{say('内容', 'What it says')}</dt>
        <dd>
          <Brought visit={visit} brings={asked.with} />
        </dd>
      </dl>
      <Came visit={visit} reply={reply} />
      <p class="hint">{say('本页地址长期有效，可收藏或打印。', 'This page keeps its address: bookmark or print it.')}</p>
    </article>
  );
  const title = reply.state === 'refused' ? say('未受理', 'Refused') : say('回执', 'Receipt');
  return { title: `${title} · ${actSaid(visit, asked.do)}`, body };
}

const withDraft =
  (then: (visit: Known, draft: Draft) => Shown | Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const draft = await draftOf(visit);
    if (isRefusal(draft)) return refusing(visit, draft);
    // the id stands in the address: back, reload and a second press are the same request
    if (draft.request === '' && visit.c.req.method === 'GET') return { to: withQuery(visit.here, { request: randomUUID() }) };
    return then(visit, draft);
  };

/** `GET /acts/new/ACT`, `…/check`, `POST /acts/new/ACT`, `GET /acts/ID`: a plain act, from its form to its receipt. */
export function addActPages(pages: Pages): void {
  pages.known(
    'get',
    '/acts/new/:act',
    withDraft((visit, draft) => filling(visit, draft)),
  );
  pages.known('get', '/acts/new/:act/check', withDraft(checking));
  pages.known('post', '/acts/new/:act', withDraft(submitting));
  pages.known('get', '/acts/:id', receipt);
}
