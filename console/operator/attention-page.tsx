import type { AttentionItem, AttentionList } from '../../views/attention.js';
import { failing, Table, type Pages } from '../pages.js';
import type { Running } from '../../views/running.js';
import { actSaid, timeSaid, platformSaid } from '../words.js';
import type { Known } from '../visit.js';
import { casePage } from './case-page.js';

type Sort = keyof AttentionList;
type Both = readonly [zh: string, en: string];

/** What each sort is, what to do about it, and why there is none. */
const SORTS: Readonly<Record<Sort, { readonly is: Both; readonly remedy: Both; readonly none: Both }>> = {
  suspended: {
    is: ['暂停的案件', 'Cases that stand still'],
    remedy: [
      '排除原因后，打开案件恢复它；期间的报送照常受理。',
      'Mend what is wrong, then open the case and revive it; what is filed meanwhile is stored.',
    ],
    none: ['没有暂停的案件。', 'No case stands still.'],
  },
  undecided: {
    is: ['已收讫未办结的请求', 'Requests stored and not decided'],
    remedy: [
      '平台每分钟自动重试；持续存在时查看案件为何不答复。',
      'The platform tries again each minute; where one stays, see why its case does not answer.',
    ],
    none: ['没有积压：收讫的都已办结。', 'Nothing is left over: all that was stored is decided.'],
  },
  alarms: {
    is: ['未解除的警报', 'Open alarms'],
    remedy: [
      '核对后在“提出”页提出解除，由市局批准人批准；解除前不收缴所涉单位。',
      'Look into it and propose its release, which a city approver approves; nothing is collected from whom it concerns before.',
    ],
    none: ['没有未解除的警报：夜间核对未发现差异。', 'No alarm is open: the nightly check found no difference.'],
  },
  refusedLetters: {
    is: ['被拒收的邮件', 'Letters refused for good'],
    remedy: [
      '更正地址、电话通知该单位，然后在“未送达的信件”页重发。',
      'Correct the address, telephone the unit, then send it again on the page of letters not delivered.',
    ],
    none: ['没有被拒收的邮件。', 'No letter was refused.'],
  },
  attempts: {
    is: ['绕过受理的消息', 'Messages past the desk'],
    remedy: [
      '这些消息没有生效；查明是谁直接向案件发送消息。',
      'None of them had any effect; find out who sends messages to cases by hand.',
    ],
    none: ['没有：所有消息都经受理。', 'None: every message came by the desk.'],
  },
  troubles: {
    is: ['文件与回执', 'Files and receipts'],
    remedy: [
      '不影响任何人办理；按所述原因修复文件存储或者字体。',
      'It holds nobody up; mend the store of files or the font as it says.',
    ],
    none: ['没有：文件与回执均完好。', 'None: files and receipts are as they should be.'],
  },
};

const where = (visit: Known, caseId: string | undefined): string | undefined => {
  const { temporalUrl } = visit.deps;
  return temporalUrl === undefined || caseId === undefined || caseId === ''
    ? undefined
    : `${temporalUrl}/${encodeURIComponent(caseId)}`;
};

const List = ({ visit, items, sort }: { visit: Known; items: readonly AttentionItem[]; sort: Sort }) => {
  const { say } = visit;
  const { is, remedy, none } = SORTS[sort];
  const title = say(...is);
  if (items.length === 0)
    return (
      <>
        <h2 id={sort}>{title}</h2>
        <p>{say(...none)}</p>
      </>
    );
  const rows = items.map(({ caseId = '', what, why, since }) => {
    const href = where(visit, caseId);
    return [
      <>
        {caseId === '' ? <code>{what}</code> : <a href={casePage(caseId)}>{what}</a>}
        {href !== undefined && (
          <>
            {' '}
            <a href={href}>
              Temporal<span class="sr"> {what}</span>
            </a>
          </>
        )}
      </>,
      why,
      since === undefined ? '—' : timeSaid(since),
    ];
  });
  return (
    <>
      <h2 id={sort}>
        {title} <small>{String(items.length)}</small>
      </h2>
      <p>{say(...remedy)}</p>
      <Table head={[say('对象', 'What'), say('原因', 'Why'), say('自', 'Since')]} rows={rows} label={title} />
    </>
  );
};

/** Any case by its name: one that was lost stands in no list. */
const FindCase = ({ visit }: { visit: Known }) => {
  const { say } = visit;
  return (
    <form action="/attention/case" method="get">
      <label for="case">{say('查看一个案件的运行', 'How a case runs')}</label>
      <p class="hint" id="case-hint">
        {say('案件编号：周期/单位/种类，种类例如 compliance-cycle', 'Its name: cycle/unit/kind, a kind being compliance-cycle')}
      </p>
      <input id="case" name="case" required autocomplete="off" aria-describedby="case-hint" />
      <button class="second" type="submit">
        {say('查看', 'Look')}
      </button>
    </form>
  );
};

/** A schedule stands beside the workflows in the Temporal pages. */
const scheduleAt = (temporalUrl: string): string => temporalUrl.replace(/\/workflows$/, '/schedules');

const RollOuts = ({ visit, running }: { visit: Known; running: Running }) => {
  const { say } = visit;
  const title = say('向全部案件下达的决定', 'Decisions on their way to all cases');
  if (running.rollOuts.length === 0)
    return (
      <>
        <h2>{title}</h2>
        <p>{say('没有正在下达的决定。', 'None is on its way.')}</p>
      </>
    );
  const rows = running.rollOuts.map(({ case: caseId, do: what, applied, waiting, refused }) => {
    const href = where(visit, caseId);
    return [
      href === undefined ? actSaid(visit, what) : <a href={href}>{actSaid(visit, what)}</a>,
      ...[applied, waiting, refused].map(String),
    ];
  });
  const head = [say('事项', 'What'), say('已适用', 'Applied'), say('未到', 'Still to come'), say('被拒绝', 'Refused')];
  return (
    <>
      <h2>{title}</h2>
      <Table head={head} rows={rows} label={title} numeric={[1, 2, 3]} />
    </>
  );
};

/** The answer first: what waits, each with the way to it; or that nothing does. */
const Answer = ({ visit, all }: { visit: Known; all: AttentionList }) => {
  const waiting = (Object.keys(SORTS) as Sort[]).filter((sort) => all[sort].length > 0);
  if (waiting.length === 0) return <p class="lead">{visit.say('目前没有需要处理的事项。', 'Nothing waits for an operator.')}</p>;
  return (
    <p class="lead">
      {visit.say('需要处理：', 'To look at: ')}
      {waiting.map((sort, n) => (
        <>
          {n > 0 && visit.say('、', ', ')}
          <a href={`#${sort}`}>{`${visit.say(...SORTS[sort].is)} ${String(all[sort].length)}`}</a>
        </>
      ))}
    </p>
  );
};

const Runs = ({ visit, running }: { visit: Known; running: Running }) => {
  const { say, deps } = visit;
  const { kind, outbox, cycles, version } = running;
  const { temporalUrl } = deps;
  return (
    <>
      <h2>{say('平台', 'The platform')}</h2>
      <dl class="facts">
        <dt>{say('版本', 'Version')}</dt>
        <dd>
          {version} · {platformSaid(visit, kind)} ·{' '}
          {cycles.map(({ cycle, revision }) => `${String(cycle)}.r${String(revision)}`).join(say('、', ', '))}
        </dd>
        <dt>{say('待发信件', 'Letters not gone out yet')}</dt>
        <dd>
          {outbox.waiting}
          {outbox.since !== null && ` · ${say('最早应发于', 'the first was to go at')} ${timeSaid(outbox.since)}`} ·{' '}
          <a href="/letters/undelivered">{say('未送达的信件', 'letters not delivered')}</a> ·{' '}
          <a href="/letters/effect">{say('提醒的效果', 'whether reminders helped')}</a>
        </dd>
        {temporalUrl !== undefined && (
          <>
            <dt>{say('Temporal 页面', 'The Temporal pages')}</dt>
            <dd>
              <a href={temporalUrl}>{say('全部案件', 'every case')}</a> ·{' '}
              <a href={`${temporalUrl}/outbox`}>{say('发信', 'the outbox')}</a> ·{' '}
              <a href={`${scheduleAt(temporalUrl)}/nightly-check`}>
                {say('夜间核对的计划', 'the schedule of the nightly check')}
              </a>
            </dd>
          </>
        )}
      </dl>
    </>
  );
};

/** `GET /attention`: what waits for an operator, one by one, each with the way to its case in the Temporal pages. */
export function addAttentionPage(pages: Pages): void {
  pages.known('get', '/attention', async (visit) => {
    const { caller, deps, say } = visit;
    if (!caller.appointments.some(({ kind }) => kind === 'operator' || kind === 'city' || kind === 'auditor'))
      return failing(visit, {
        code: 'not-allowed',
        zh: '运行情况由运行人员、市生态环境部门和审计人员查看。',
        en: 'How the platform runs is for operators, the city authority and auditors.',
      });
    const [all, running] = await Promise.all([deps.reading.attentionList(), deps.reading.running()]);
    const body = (
      <>
        <Answer visit={visit} all={all} />
        <Runs visit={visit} running={running} />
        {(Object.keys(SORTS) as Sort[]).map((sort) => (
          <List visit={visit} items={all[sort]} sort={sort} />
        ))}
        <RollOuts visit={visit} running={running} />
        <FindCase visit={visit} />
      </>
    );
    return { title: say('运行', 'Running'), body };
  });
}
