import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { definitionOf } from '../acts/vocabulary.js';
import { everyWrong } from '../desk/parse.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { entitled } from '../parties/entitled.js';
import type { UnitStanding } from '../views/unit-status.js';
import { ActEntry } from './act-entry.js';
import { broughtBy, dutyOfAct, formOf, type ActForm } from './act-forms.js';
import { ActAbout } from './act-about.js';
import { ActForetold, LookOver, receiptAt } from './act-foretold.js';
import { ActFiles, attaching } from './act-files.js';
import { takesFiles, withoutTaken } from './attached.js';
import { Brought } from './brought.js';
import { wrongIn } from './act-wrong.js';
import type { Said } from './said.js';
import { Form, refusing, type Pages } from './pages.js';
import { receipt } from './receipt.js';
import { actSaid, bracketed } from './words.js';
import { withQuery, type Known, type Shown } from './visit.js';
import { SecondFactorFirst } from './second-factor.js';

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

const about = (visit: Known, { form, unit }: Draft): string =>
  `${actSaid(visit, form.act)} · ${unit.name}${bracketed(visit, unit.unit)}`;

/** The first page: fields, and a way to look them over. Nothing is sent by it. */
const filling = (visit: Known, draft: Draft, refusals: readonly Refusal[] = []): Shown => {
  const { form, unit, entered, request } = draft;
  const month = entered.get('month');
  const body = (
    <form
      method="post"
      noValidate
      action={`/acts/new/${form.act}/check`}
      data-draft={`${form.act}/${unit.unit}/${month ?? request}`}
    >
      <input type="hidden" name="csrf" value={visit.signed.formToken} />
      <input type="hidden" name="for" value={unit.unit} />
      <input type="hidden" name="request" value={request} />
      {dutyOfAct(form.act) !== undefined && <ActAbout visit={visit} act={form.act} unit={unit} month={month} />}
      {month !== undefined && (
        <>
          <p>
            {visit.say('月份：', 'Month: ')}
            <b>{month}</b>
          </p>
          <input type="hidden" name="month" value={month} />
        </>
      )}
      {form.fields.map((field) => (
        <ActEntry visit={visit} field={field} entered={entered} unit={unit} />
      ))}
      <button type="submit">{visit.say('下一步：核对', 'Next: check your answers')}</button>
    </form>
  );
  return {
    title: about(visit, draft),
    body,
    ...wrongIn(visit.deps, draft, refusals),
  };
};

/** The button that names the act; or why there is none, and what comes first. */
const Sending = ({ visit, draft, children }: { visit: Known; draft: Draft; children: Child }) => {
  const { deps, caller, signed, say, here } = visit;
  const { form, unit } = draft;
  const verifiers = caller.appointments.flatMap(({ kind, party }) => (kind === 'verifier' ? [party] : []));
  const concerned = { id: unit.unit, district: unit.district, verifiers };
  const may = entitled(caller, { what: form.act, unit: concerned, at: deps.now(), now: deps.wall() });
  if (!isRefusal(may))
    return (
      <Form visit={visit} action={`/acts/new/${form.act}`}>
        {children}
        <button type="submit">{`${say('提交：', 'Submit: ')}${actSaid(visit, form.act)}`}</button>
      </Form>
    );
  const isLong = visit.c.req.method === 'POST';
  const to = may.refused === 'step-up-required' ? deps.stepUpFirst(signed.session, isLong ? '/' : here) : undefined;
  if (to === undefined) return <p class="notice">{say(may.zh, may.en)}</p>;
  if (isLong)
    return (
      <Form visit={visit} action={`/acts/new/${form.act}/check`}>
        <p class="notice">
          {say('提交前须验证第二因素：', 'Show a second factor first: ')}
          <a href={to} target="_blank" rel="noopener">
            {say('在新窗口验证', 'in another window')}
          </a>
          {say('，然后回到本页继续。', '; then come back here and go on.')}
        </p>
        {children}
        <button type="submit">{say('已验证，继续', 'I have shown it: go on')}</button>
      </Form>
    );
  return (
    <SecondFactorFirst visit={visit} to={to}>
      {say(
        '此事项须由签署人验证第二因素后提交；验证后回到本页，所填内容保留。',
        'This act asks for the second factor of a signer: show it first. You come back to this page with what you entered.',
      )}
    </SecondFactorFirst>
  );
};

/** The second page: what will be sent, with the button that sends it. */
const checking = (visit: Known, draft: Draft, wrong?: Said): Shown => {
  const { say, here } = visit;
  const { form, unit, entered, request } = draft;
  const brings = broughtBy(form, entered);
  const definition = definitionOf(form.act);
  const no = definition ? everyWrong(definition.with, brings) : [noForm(form.act)];
  if (no.length > 0) return filling(visit, draft, no);
  const back = here.replace(/\/check(?=\?|$)/, '');
  const sent = [...entered].filter(([name]) => name !== 'csrf');
  const body = (
    <>
      <LookOver visit={visit} request={request} />
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
      <ActForetold visit={visit} act={form.act} unit={unit.unit} request={request} brings={brings} />
      {form.act === 'surrender' && <ActAbout visit={visit} act={form.act} unit={unit} />}
      {takesFiles(form.act) && <ActFiles visit={visit} act={form.act} unit={unit.unit} entered={entered} />}
      {visit.c.req.method === 'GET' ? (
        <p>
          <a href={back}>{say('修改', 'Change')}</a>
        </p>
      ) : (
        <Form visit={visit} action={`/acts/new/${form.act}/change`}>
          {sent.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="link" type="submit">
            {say('修改', 'Change')}
          </button>
        </Form>
      )}
      <Sending visit={visit} draft={draft}>
        <input type="hidden" name="for" value={unit.unit} />
        <input type="hidden" name="request" value={request} />
        {sent.map(([name, value]) =>
          name === 'for' || name === 'request' ? '' : <input type="hidden" name={name} value={value} />,
        )}
      </Sending>
    </>
  );
  const title = `${say('核对：', 'Check: ')}${about(visit, draft)}`;
  return { title, body, ...(wrong ? { wrong, status: visit.deps.statusOf(wrong.code) } : {}) };
};

/** Sends what was looked over, under the id of its form: once, however often it is pressed. */
async function submitting(visit: Known, draft: Draft): Promise<Shown> {
  const { form, unit, entered, request } = draft;
  if (request === '') return filling(visit, { ...draft, request: randomUUID() });
  const wish = { id: request, do: form.act, for: unit.unit, with: broughtBy(form, entered) };
  const reply = await visit.deps.front.submit(visit.caller, wish);
  if (reply.state !== 'refused') return { to: receiptAt(request) };
  const kept = reply.refusal.refused === 'id-used' ? undefined : await visit.deps.front.act(visit.caller, request);
  return kept ? { to: receiptAt(request) } : filling(visit, { ...draft, request: randomUUID() }, [reply.refusal]);
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

/** What fits in an address stands there, so that back, reload and the second factor find it; what is longer is carried from page to page. */
const ADDRESS_MAX = 6_000;

const addressed = (visit: Known, draft: Draft): Shown => {
  const entered = withoutTaken(draft.entered);
  const { csrf: _, ...sent } = Object.fromEntries(entered);
  const query = new URLSearchParams(sent).toString();
  return query.length > ADDRESS_MAX
    ? checking(visit, { ...draft, entered })
    : { to: `/acts/new/${draft.form.act}/check?${query}` };
};

/** Files beside what was entered: back to where it is looked over. */
async function adding(visit: Known, draft: Draft): Promise<Shown> {
  if (!takesFiles(draft.form.act)) return refusing(visit, noForm(draft.form.act));
  const { entered, wrong } = await attaching(visit, draft.form.act, draft.unit.unit);
  const now = { ...draft, entered, request: entered.get('request') ?? draft.request };
  return wrong ? checking(visit, now, wrong) : addressed(visit, now);
}

/** `GET /acts/new/ACT`, `…/check`, `POST /acts/new/ACT`, `GET /acts/ID`: a plain act, from its form to its receipt. */
export function addActPages(pages: Pages): void {
  pages.known(
    'get',
    '/acts/new/:act',
    withDraft((visit, draft) => filling(visit, draft)),
  );
  pages.known(
    'get',
    '/acts/new/:act/check',
    withDraft((visit, draft) => checking(visit, draft)),
  );
  pages.keeping('/acts/new/:act/check', withDraft(addressed));
  pages.keeping(
    '/acts/new/:act/change',
    withDraft((visit, draft) => filling(visit, draft)),
  );
  pages.sending('/acts/new/:act/files', withDraft(adding));
  pages.known('post', '/acts/new/:act', withDraft(submitting));
  pages.known('get', '/acts/:id', receipt);
}
