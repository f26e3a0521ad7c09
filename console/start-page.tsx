import { isRefusal } from '../domain/model/refusal.js';
import { samePerson } from '../parties/caller.js';
import { ApprovalList, namesIn } from './approval-pages.js';
import { ForExchange } from './exchange-start.js';
import { InboxList } from './inbox-page.js';
import { failing, NOBODY, type Pages } from './pages.js';
import { Standing } from './unit-standing.js';
import { AskedByVerifier } from './unit/asked-by-verifier.js';
import { Engaged } from './verifier/engaged.js';
import type { Known, Shown, Visit } from './visit.js';
import { partyNamed } from './who.js';

const MOST = 20;

const GROUPS = [
  ['unit', '碳排放单位', 'Units'],
  ['district', '区生态环境部门', 'Districts'],
  ['city', '市生态环境部门', 'The city'],
  ['verifier', '核查机构', 'Verifiers'],
  ['rest', '其他', 'Others'],
] as const;

const TestPeople = async ({ visit }: { visit: Visit }) => {
  const { deps, say } = visit;
  const people = (await deps.testPeople?.()) ?? [];
  if (people.length === 0) return <></>;
  const groups = GROUPS.map(([group, zh, en]) => ({
    title: say(zh, en),
    members: people.filter((one) => (one.group ?? 'rest') === group),
  }));
  return (
    <section>
      <h2>{say('以测试人员身份进入', 'Go in as a test person')}</h2>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ title, members }) => (
          <>
            <h3>{title}</h3>
            <ul class="people">
              {members.map(({ actor, zh, en }) => (
                <li>
                  <a href={`/sign-in/start?as=${encodeURIComponent(actor)}&to=/`}>{say(zh, en)}</a> <code>{actor}</code>
                </li>
              ))}
            </ul>
          </>
        ))}
    </section>
  );
};

/** For whoever has not signed in: what this is, and where to go. */
function strangers(visit: Visit): Shown {
  const { say } = visit;
  const body = (
    <>
      <p class="lead">
        {say(
          '北京市碳排放权交易管理：报告、核查、核定、配额、清缴，各项义务的期限与办理。',
          'The yearly compliance cycle of the carbon market of Beijing: reports, verification, allowances and surrender, each by its date.',
        )}
      </p>
      <p>
        <a class="act" href="/sign-in">
          {say('登录', 'Sign in')}
        </a>
      </p>
      <TestPeople visit={visit} />
      <h2>{say('无须登录', 'Open to all')}</h2>
      <ul>
        <li>
          <a href="/timetable">{say('履约日历与进度', 'Every date of the cycle, and how far it is')}</a>
        </li>
        <li>
          <a href="/receipts">{say('核验一份回执', 'Check a receipt')}</a>
        </li>
        <li>
          <a href="/api/v1/timetable.ics">{say('履约日历（可导入日历软件）', 'The timetable, for a calendar')}</a>
        </li>
        <li>
          <a href="/docs">{say('接口说明', 'How programs speak to it')}</a>
        </li>
      </ul>
    </>
  );
  return { title: say('履约管理', 'Compliance'), body };
}

const Attention = async ({ visit }: { visit: Known }) => {
  const { deps, say } = visit;
  const counts = await deps.reading.attention();
  const sorts = [
    [counts.suspended, say('暂停的案件', 'cases that stand still')],
    [counts.undecided, say('已收讫未办结的请求', 'requests stored and not decided')],
    [counts.alarms, say('未解除的警报', 'open alarms')],
    [counts.refusedLetters, say('被拒收的邮件', 'letters refused for good')],
    [counts.attempts, say('绕过受理的消息', 'messages past the desk')],
    [counts.troubles, say('文件与回执的问题', 'files and receipts in trouble')],
  ];
  return (
    <section>
      <h2>{say('运行', 'Running')}</h2>
      <dl class="counts">
        {sorts.map(([many, what]) => (
          <div class={many === 0 ? '' : 'some'}>
            <dt>{what}</dt>
            <dd>{many}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/attention">{say('逐项查看与处理', 'Look at each, and act on it')}</a>
      </p>
      {deps.temporalUrl !== undefined && (
        <p>
          <a href={deps.temporalUrl}>{say('Temporal 案件页面', 'The cases in the Temporal pages')}</a>
        </p>
      )}
    </section>
  );
};

const Search = ({ visit }: { visit: Known }) => (
  <form method="get" action="/units" role="search">
    <label for="q">{visit.say('查找单位（编号或名称）', 'Find a unit (id or name)')}</label>
    <div class="row">
      <input id="q" name="q" type="search" />
      <button type="submit">{visit.say('查找', 'Find')}</button>
    </div>
  </form>
);

/** 审计: what auditors come for. */
const FOR_AUDITORS = [
  ['/compare', '一个单位在两个时刻的差别', 'A unit at two moments, and what differs'],
  ['/verify', '核验账簿：是否有改动', 'Verify the book: whether anything was changed'],
  ['/season', '全市履约情况', 'The season of the whole city'],
  ['/approvals?all', '全部提案和批准', 'Every proposal and its approval'],
  ['/units', '导出：打开单位的“文件”和“账户”', 'Export: open the documents and the account of a unit'],
] as const;
const ForAuditors = ({ visit }: { visit: Known }) => (
  <ul>
    {FOR_AUDITORS.map(([to, zh, en]) => (
      <li>
        <a href={to}>{visit.say(zh, en)}</a>
      </li>
    ))}
  </ul>
);

const Decisions = async ({ visit }: { visit: Known }) => {
  const { deps, caller, say } = visit;
  const found = await deps.reading.proposals(caller, { all: false, limit: MOST });
  if (isRefusal(found)) return <></>;
  const mine = found.items.filter(({ proposedBy }) => samePerson(caller, proposedBy));
  const names = await namesIn(visit, found.items);
  return (
    <>
      <h2>{say('他人提出、等待批准', 'Proposals of others that wait for approval')}</h2>
      <ApprovalList
        visit={visit}
        approvals={found.items.filter((one) => !mine.includes(one))}
        names={names}
        none={say('没有他人提出的待批事项。', 'Nobody else has proposed anything.')}
      />
      <h2>{say('本人提出、待他人批准', 'Proposed by you, waiting for another officer')}</h2>
      <ApprovalList
        visit={visit}
        approvals={mine}
        names={names}
        none={say('本人没有待批的提案。', 'None of your proposals waits.')}
      />
    </>
  );
};

const Waiting = async ({ visit, of }: { visit: Known; of: string }) => {
  const { deps, caller, say } = visit;
  const found = await deps.reading.inbox(caller, of, { limit: MOST, itemsAlone: true });
  if (isRefusal(found)) return <></>;
  return (
    <>
      <h2>
        {say('待办', 'What waits')} · {partyNamed(visit, found.of)} · {found.cycle}
      </h2>
      <InboxList visit={visit} items={found.items} of={found.of} />
      {found.after !== undefined && <a href={`/inbox?of=${encodeURIComponent(of)}`}>{say('全部待办', 'All of it')}</a>}
    </>
  );
};

const OwnUnit = async ({ visit, unit }: { visit: Known; unit: string }) => {
  const found = await visit.deps.reading.status(visit.caller, unit, {});
  if (isRefusal(found))
    return (
      <p class="notice">
        {visit.say(
          `${unit} 尚无案件：登记入册后在此显示。`,
          `${unit} has no case yet: it is shown here once the register lists it.`,
        )}
      </p>
    );
  return (
    <>
      <AskedByVerifier visit={visit} unit={unit} />
      <Standing visit={visit} standing={found} />
    </>
  );
};

/** What waits for whoever has signed in, by the parties that they act for. */
function theirs(visit: Known): Shown {
  const { caller, say } = visit;
  const parties = new Map(caller.appointments.map(({ party, kind }) => [party, kind]));
  const has = (...kinds: string[]): boolean => [...parties.values()].some((kind) => kinds.includes(kind));
  const units = [...parties].flatMap(([party, kind]) => (kind === 'unit' ? [party] : []));
  const officials = [...parties].flatMap(([party, kind]) => (['district', 'city', 'verifier'].includes(kind) ? [party] : []));
  const body = (
    <>
      {units.map((unit) => (
        <OwnUnit visit={visit} unit={unit} />
      ))}
      {has('city') && <Decisions visit={visit} />}
      {officials.map((of) => (
        <Waiting visit={visit} of={of} />
      ))}
      {has('operator') && <Attention visit={visit} />}
      {has('auditor') && <ForAuditors visit={visit} />}
      {has('auditor', 'operator') && <Search visit={visit} />}
      {has('verifier') && <Engaged visit={visit} />}
      {has('exchange') && <ForExchange visit={visit} />}
    </>
  );
  return { title: units.length > 0 ? say('我的年度', 'My year') : say('首页', 'Start'), body };
}

/** `GET /`: what this is, or what waits for whoever has signed in. */
export function addStartPage(pages: Pages): void {
  pages.open('/', (visit) => {
    const { signed, caller } = visit;
    if (!signed) return Promise.resolve(strangers(visit));
    return Promise.resolve(caller ? theirs({ ...visit, signed, caller }) : failing(visit, NOBODY));
  });
}
