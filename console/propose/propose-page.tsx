import { randomUUID } from 'node:crypto';
import { isForetold } from '../../desk/approvals/foreseeing.js';
import { everyWrong } from '../../desk/parse.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { entitled } from '../../parties/entitled.js';
import { Brought } from '../brought.js';
import { withComma } from '../comma.js';
import { Form, refusing, type Pages } from '../pages.js';
import { allSaid, askedFor, withQuery, type Known, type Shown } from '../visit.js';
import { actSaid } from '../words.js';
import { Entry } from './entry.js';
import { fieldsOf, shapeOf } from './fields.js';
import { knownFor } from './known.js';
import { WouldDo } from './look-over.js';
import { atField, draftOf, isCycle, wishOf, type Draft } from './draft.js';
import { addToPropose } from './to-propose.js';
import { SecondFactorFirst } from '../second-factor.js';

/** As much of an address as servers take, less what browsers add to it. */
const ADDRESS_MAX = 12_000;

const titled = (visit: Known, { one, unit }: Draft): string =>
  `${visit.say('提出：', 'Propose: ')}${actSaid(visit, one.act)}${unit ? ` · ${unit.name}` : ''}`;

const AboutUnit = ({ visit, draft }: { visit: Known; draft: Draft }) => {
  const { say } = visit;
  const { one, unit, entered } = draft;
  const cycle = entered.get('cycle') ?? (unit ? String(unit.cycle) : '');
  return (
    <>
      {one.ofUnit && (
        <>
          <label for="for">{say('单位编号', 'Unit')}</label>
          <input id="for" name="for" value={entered.get('for') ?? ''} required autocomplete="off" />
        </>
      )}
      {one.group !== 'people' && (
        <>
          <label for="cycle">
            {say('履约周期', 'Cycle')} <small>{say('（选填）', '(optional)')}</small>
          </label>
          <input id="cycle" name="cycle" value={cycle} inputmode="numeric" autocomplete="off" />
        </>
      )}
    </>
  );
};

/** The same about the same unit is not proposed twice at a time: the way to what waits. */
async function Proposed({ visit, draft: { one, unit } }: { visit: Known; draft: Draft }) {
  if (!unit) return <></>;
  const { deps, caller, say } = visit;
  const waits = (await deps.reading.proposedFor(caller, [unit.unit])).get(`${unit.unit} ${one.act}`);
  if (waits === undefined) return <></>;
  return (
    <p class="notice">
      {say('对该单位的同一事项已提出，正在待批：', 'The same about this unit is proposed and waits: ')}
      <a href={`/approvals/${encodeURIComponent(waits)}`}>{waits}</a>
      {say('。如需改动，请先撤回或者退回它。', '. To change it, withdraw or return that first.')}
    </p>
  );
}

/** The first page: the fields of the act, from its shape. Nothing is sent by it. */
const filling = (visit: Known, draft: Draft, refusals: readonly Refusal[] = []): Shown => {
  const { one, entered, request, unit } = draft;
  const { act } = one;
  const known = knownFor(visit, act, unit);
  const form = { visit, entered, known, more: visit.c.req.query('more') ?? '' };
  const body = (
    <>
      <Proposed visit={visit} draft={draft} />
      <form method="get" noValidate action={`/propose/${act}/look`} data-draft={`${act}/${entered.get('for') ?? ''}`}>
        <input type="hidden" name="request" value={request} />
        <AboutUnit visit={visit} draft={draft} />
        {fieldsOf(act).map((field) => (
          <Entry filling={form} field={field} path={`with.${field.name}`} />
        ))}
        <button type="submit">{visit.say('下一步：查看效果', 'Next: see what it would do')}</button>
      </form>
    </>
  );
  const [first, ...more] = refusals.map((refusal) => askedFor(withComma(atField(refusal, act), entered)));
  return {
    title: titled(visit, draft),
    body,
    ...(first ? { wrong: allSaid([first, ...more]), status: visit.deps.statusOf(first.refused) } : {}),
  };
};

/** The button that proposes; or the second factor that comes first. */
const Sending = ({ visit, draft }: { visit: Known; draft: Draft }) => {
  const { deps, caller, signed, say, here } = visit;
  const { one, entered } = draft;
  const may = entitled(caller, { what: one.act, at: deps.now(), now: deps.wall() });
  const to = isRefusal(may) && may.refused === 'step-up-required' ? deps.stepUpFirst(signed.session, here) : undefined;
  if (to !== undefined)
    return (
      <SecondFactorFirst visit={visit} to={to}>
        {say(
          '提出此类事项须先验证第二因素；验证后回到本页，所填内容保留。',
          'To propose this, show a second factor first. You come back to this page with what you entered.',
        )}
      </SecondFactorFirst>
    );
  const alone = !isRefusal(may) && may.alone === true;
  return (
    <Form visit={visit} action={`/propose/${one.act}`}>
      {[...entered].map(([name, value]) =>
        name === 'csrf' || name === 'more' ? '' : <input type="hidden" name={name} value={value} />,
      )}
      <button type="submit">
        {alone ? say('办理：', 'Do: ') : say('提出：', 'Propose: ')}
        {actSaid(visit, one.act)}
      </button>
    </Form>
  );
};

const TOO_LONG = refuse(
  'too-large',
  '所填内容过多，不能在一页上提出；请用文件批量提出，或者通过接口办理',
  'this is too much for one page: propose it by a file, or by the API',
);

const NO_UNIT: Refusal = {
  ...refuse('bad-input', '请填写单位编号，例如在“单位”页所列', 'name the unit by its id, as listed under "Units"'),
  path: ['for'],
};

const NO_CYCLE: Refusal = {
  ...refuse('bad-input', '履约周期应写作四位年份，或者留空', 'write the cycle as a year of four digits, or leave it empty'),
  path: ['cycle'],
};

/** What is wrong with what surrounds an act: the unit and the cycle that it is about. */
const wrongAbout = ({ one, unit, entered }: Draft): readonly Refusal[] => [
  ...(one.ofUnit && !unit ? [NO_UNIT] : []),
  ...(isCycle((entered.get('cycle') ?? '').trim()) ? [] : [NO_CYCLE]),
];

/** The second page: what will be proposed, and what it would do. */
async function looking(visit: Known, draft: Draft): Promise<Shown> {
  const { say, here, deps, caller } = visit;
  const { one, unit } = draft;
  if (here.length > ADDRESS_MAX) return filling(visit, draft, [TOO_LONG]);
  const shape = shapeOf(one.act);
  const wish = wishOf(draft);
  const no = [...wrongAbout(draft), ...(shape ? everyWrong(shape, wish.with) : [])];
  if (no.length > 0) return filling(visit, draft, no);
  const { id: _, ...line } = wish;
  const preview = isForetold(one.act) ? await deps.front.foresee(caller, [line]) : undefined;
  const body = (
    <>
      <p>{say('请核对以下内容。尚未提出。', 'Check what you entered. Nothing is proposed yet.')}</p>
      <dl class="facts">
        {unit && (
          <>
            <dt>{say('单位', 'Unit')}</dt>
            <dd>
              <a href={`/units/${encodeURIComponent(unit.unit)}`}>{unit.name}</a> <code>{unit.unit}</code>
            </dd>
          </>
        )}
        <dt>{say('事项', 'Act')}</dt>
        <dd>{actSaid(visit, one.act)}</dd>
        {wish.cycle !== undefined && (
          <>
            <dt>{say('履约周期', 'Cycle')}</dt>
            <dd>{wish.cycle}</dd>
          </>
        )}
        <dt>{say('内容', 'What it says')}</dt>
        <dd>
          <Brought visit={visit} brings={wish.with ?? {}} />
        </dd>
      </dl>
      <p>
        <a href={here.replace('/look', '')}>{say('修改', 'Change')}</a>
      </p>
      <WouldDo visit={visit} preview={preview} />
      <Sending visit={visit} draft={draft} />
    </>
  );
  return { title: titled(visit, draft), body };
}

/** Proposes what was looked over, under the id of its form: once, however often it is pressed. */
async function proposing(visit: Known, draft: Draft): Promise<Shown> {
  const { request } = draft;
  if (request === '') return filling(visit, { ...draft, request: randomUUID() });
  const wrong = wrongAbout(draft);
  if (wrong.length > 0) return filling(visit, draft, wrong);
  const reply = await visit.deps.front.submit(visit.caller, wishOf(draft));
  if (reply.state === 'proposed') return { to: `/approvals/${encodeURIComponent(reply.approval)}` };
  if (reply.state !== 'refused') return { to: `/acts/${encodeURIComponent(request)}` };
  return filling(visit, { ...draft, request: randomUUID() }, [reply.refusal]);
}

const withDraft =
  (then: (visit: Known, draft: Draft) => Shown | Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const draft = await draftOf(visit);
    if (isRefusal(draft)) return refusing(visit, draft);
    if (draft.request === '' && visit.c.req.method === 'GET') return { to: withQuery(visit.here, { request: randomUUID() }) };
    return then(visit, draft);
  };

/** `GET /propose`, `GET /propose/ACT`, `…/look`, `POST /propose/ACT`: what two people decide, from its fields to the page where another approves it. */
export function addProposePages(pages: Pages): void {
  addToPropose(pages);
  pages.known(
    'get',
    '/propose/:act',
    withDraft((visit, draft) => filling(visit, draft)),
  );
  pages.known('get', '/propose/:act/look', withDraft(looking));
  pages.known('post', '/propose/:act', withDraft(proposing));
}
