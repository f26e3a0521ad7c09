import { randomUUID } from 'node:crypto';
import type { ApprovalAnswer } from '../desk/approvals/saying.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { ProposalLine } from '../views/proposals.js';
import { isIn } from './asked.js';
import { Approval } from './approval.js';
import { takenOut } from './taken-out.js';
import { Next, refusing, State, Table, type Pages } from './pages.js';
import { actSaid, timeSaid } from './words.js';
import { said, type Known, type Shown } from './visit.js';
import { actorNamed } from './who.js';

const PAGE = 50;

type Names = ReadonlyMap<string, string>;

/** What the units of a proposal are called. */
const namesOf = ({ deps }: Known, { for: unit, lines = [] }: ApprovalAnswer): Promise<Names> =>
  deps.reading.names([...new Set([unit, ...lines.map((one) => one.for)].filter((one) => one !== undefined))]);

/** The same of those in a list. */
export const namesIn = ({ deps }: Known, listed: readonly ProposalLine[]): Promise<Names> =>
  deps.reading.names([...new Set(listed.flatMap(({ for: unit }) => unit ?? []))]);

const addressOf = (id: string): string => `/approvals/${encodeURIComponent(id)}`;

/** Proposals, each with its way to the page where it is decided. */
export const ApprovalList = ({
  visit,
  approvals,
  none,
  names,
}: {
  visit: Known;
  approvals: readonly ProposalLine[];
  none: string;
  names: Names;
}) => {
  const { say } = visit;
  if (approvals.length === 0) return <p>{none}</p>;
  const rows = approvals.map(({ id, act, for: unit, lines, cycle, proposedBy, at, lapsesOn, state }) => [
    <a href={addressOf(id)}>{id}</a>,
    actSaid(visit, act),
    unit !== null
      ? `${unit} ${names.get(unit) ?? ''}`.trim()
      : lines > 1
        ? say(`${String(lines)} 项`, `${String(lines)} lines`)
        : '—',
    cycle === 0 ? '—' : String(cycle),
    actorNamed(visit, proposedBy),
    timeSaid(at),
    lapsesOn,
    <State visit={visit} state={state} />,
  ]);
  const head = [
    say('编号', 'Id'),
    say('事项', 'Act'),
    say('单位', 'Unit'),
    say('周期', 'Cycle'),
    say('提出人', 'Proposed by'),
    say('提出时间', 'At'),
    say('失效日', 'Lapses on'),
    say('状态', 'State'),
  ];
  return <Table head={head} rows={rows} label={say('提案', 'Proposals')} />;
};

async function shownWith(visit: Known, approval: ApprovalAnswer, refusal?: Refusal): Promise<Shown> {
  const { deps } = visit;
  const names = await namesOf(visit, approval);
  return {
    title: `${approval.id} · ${actSaid(visit, approval.act)}`,
    body: <Approval visit={visit} approval={approval} request={randomUUID()} page={addressOf(approval.id)} names={names} />,
    ...(refusal ? { wrong: said(refusal), status: deps.statusOf(refusal.refused) } : {}),
  };
}

async function onePage(visit: Known, refusal?: Refusal): Promise<Shown> {
  const { c, deps, caller } = visit;
  const found = await deps.front.approvals.read(caller, c.req.param('id') ?? '');
  return isRefusal(found) ? refusing(visit, found) : shownWith(visit, found, refusal);
}

type Decide = (visit: Known, id: string, request: string) => Promise<ApprovalAnswer | Refusal>;

const BLANK: Refusal = {
  refused: 'bad-input',
  zh: '退回须写明理由，请在下方填写后重新提交。',
  en: 'A return needs its reason: write it below and send it again.',
  path: ['reason'],
};

const REASON_MAX = 500;

const DECISIONS: Readonly<Record<'approve' | 'return' | 'withdraw', Decide>> = {
  approve: ({ deps, caller, fields }, id, request) => {
    const without = takenOut(fields);
    return isRefusal(without)
      ? Promise.resolve(without)
      : deps.front.approvals.approve(caller, id, {
          request,
          previewDigest: fields.get('digest') ?? '',
          ...(without.length > 0 ? { without } : {}),
        });
  },
  return: ({ deps, caller, fields }, id, request) => {
    const reason = (fields.get('reason') ?? '').trim();
    if (reason === '' || reason.length > REASON_MAX) return Promise.resolve(BLANK);
    return deps.front.approvals.return(caller, id, { request, reason });
  },
  withdraw: ({ deps, caller }, id, request) => deps.front.approvals.withdraw(caller, id, { request }),
};

/** `GET /approvals`, `GET /approvals/AP-…` and what is decided there. */
export function addApprovalPages(pages: Pages): void {
  pages.known('get', '/approvals', async (visit) => {
    const { c, deps, caller, say } = visit;
    const [after, all] = [c.req.query('after'), isIn(visit, 'all')];
    const found = await deps.reading.proposals(caller, { all, limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(found)) return refusing(visit, found);
    const none = all ? say('还没有提案。', 'Nothing has been proposed yet.') : say('没有待批的提案。', 'No proposal waits.');
    const body = (
      <>
        <p>
          {all ? (
            <a href="/approvals">{say('只看待批', 'Only those that wait')}</a>
          ) : (
            <a href="/approvals?all">{say('查看全部', 'All of them')}</a>
          )}
        </p>
        <ApprovalList visit={visit} approvals={found.items} none={none} names={await namesIn(visit, found.items)} />
        <Next visit={visit} after={found.after} />
      </>
    );
    return { title: all ? say('提案', 'Proposals') : say('待批', 'Waiting for approval'), body };
  });
  pages.known('get', '/approvals/:id', (visit) => onePage(visit));
  for (const [what, decide] of Object.entries(DECISIONS))
    pages.keeping(`/approvals/:id/${what}`, async (visit) => {
      const id = visit.c.req.param('id') ?? '';
      const decided = await decide(visit, id, visit.fields.get('request') ?? '');
      return isRefusal(decided) ? onePage(visit, decided) : { to: addressOf(id) };
    });
}
