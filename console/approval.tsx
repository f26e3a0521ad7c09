import type { ApprovalAnswer, OutcomeOfLine } from '../desk/approvals/saying.js';
import { isRefusal } from '../domain/model/refusal.js';
import { samePerson } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { approverOf } from '../parties/permissions.js';
import { Brought } from './brought.js';
import { Form, State, Table } from './pages.js';
import { actSaid, dutySaid, eventSaid, timeSaid } from './words.js';
import type { Known } from './visit.js';

type Preview = NonNullable<ApprovalAnswer['preview']>;
type PreviewLine = Preview['lines'][number];

const Events = ({ visit, line }: { visit: Known; line: PreviewLine }) => {
  const { refusal, events = [] } = line;
  if (refusal)
    return (
      <>
        <State visit={visit} state="refused" /> {visit.say(refusal.message.zh, refusal.message.en)}
      </>
    );
  return (
    <ul class="plain">
      {events.map(({ event, duty, dueOn, with: brings }) => (
        <li>
          {eventSaid(visit, event)}
          {duty !== undefined && ` · ${dutySaid(visit, duty)}`}
          {dueOn !== undefined && ` · ${dueOn}`}
          {brings !== undefined && <Brought visit={visit} brings={brings} />}
        </li>
      ))}
    </ul>
  );
};

/** What each line would do, as things stand now. */
export const Foreseen = ({ visit, preview }: { visit: Known; preview: Preview }) => {
  const { say } = visit;
  const { lines, wouldBeDone, wouldBeRefused } = preview.totals;
  const rows = preview.lines.map((line) => [
    String(line.line),
    <>
      {line.for !== undefined && <a href={`/units/${encodeURIComponent(line.for)}`}>{line.for}</a>} {actSaid(visit, line.act)}
    </>,
    <Events visit={visit} line={line} />,
    line.allowances ? `${line.allowances.before} → ${line.allowances.after}` : '—',
  ]);
  const head = [
    say('项', 'Line'),
    say('事项', 'Act'),
    say('将产生', 'What it would do'),
    say('配额（吨）：前 → 后', 'Allowances (t): before → after'),
  ];
  return (
    <section>
      <h2>{say('批准后的效果', 'What it would do')}</h2>
      <p>
        {say(
          `共 ${String(lines)} 项，可办理 ${String(wouldBeDone)} 项，将被拒绝 ${String(wouldBeRefused)} 项。按现在的情况推算，尚未办理。`,
          `${String(lines)} lines: ${String(wouldBeDone)} would be done, ${String(wouldBeRefused)} refused, as things stand now. Nothing is done yet.`,
        )}
      </p>
      <Table head={head} rows={rows} label={say('预览', 'Preview')} />
    </section>
  );
};

const Outcome = ({ visit, outcome }: { visit: Known; outcome: OutcomeOfLine }) => {
  const { say } = visit;
  return (
    <>
      <State visit={visit} state={outcome.state} /> {timeSaid(outcome.at)}
      {outcome.state === 'refused' && ` ${say(outcome.message.zh, outcome.message.en)}`}
    </>
  );
};

/** What became of each line of what is no longer waiting. */
const CameOf = ({ visit, approval }: { visit: Known; approval: ApprovalAnswer }) => {
  const { say } = visit;
  const { outcome, lines = [], because, state } = approval;
  if (state === 'waiting') return <></>;
  return (
    <section>
      <h2>{say('结果', 'Outcome')}</h2>
      <p>
        <State visit={visit} state={state} /> {because}
      </p>
      {outcome ? (
        <p>
          <Outcome visit={visit} outcome={outcome} />
        </p>
      ) : (
        state === 'approved' &&
        lines.length === 0 && (
          <p>{say('已收讫，等待案件办理；刷新本页查看。', 'Stored and waiting for its case: reload this page to see.')}</p>
        )
      )}
      {lines.length > 0 && (
        <ol>
          {lines.map((line) => (
            <li>
              {line.for} {actSaid(visit, line.act)} <State visit={visit} state={line.state} /> {line.reason}
              {line.outcome && <Outcome visit={visit} outcome={line.outcome} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

interface Deciding {
  readonly visit: Known;
  readonly approval: ApprovalAnswer;
  readonly request: string;
  readonly page: string;
}

/** Why one may not, in place of the button; undefined where one may, a link where a second factor comes first. */
function hindered(
  visit: Known,
  { proposedBy, act }: ApprovalAnswer,
  page: string,
): { readonly why: string; readonly to?: string } | undefined {
  const { caller, deps, signed, say } = visit;
  if (samePerson(caller, proposedBy))
    return { why: say('由您本人提出，须由另一名人员批准。', 'You proposed it: another officer has to approve it.') };
  const at = deps.now();
  const may = entitled(caller, { what: 'approve', as: 'city', role: approverOf(act), at, now: deps.wall() });
  if (!isRefusal(may)) return undefined;
  if (may.refused !== 'step-up-required')
    return { why: say('您不是此类事项的批准人。', 'You are no approver of what is proposed here.') };
  const to = deps.stepUpFirst(signed.session, page);
  const why = say(
    '批准和退回须在五分钟内验证过第二因素。',
    'To approve or return, show a second factor; it counts for five minutes.',
  );
  return to === undefined ? { why } : { why, to };
}

const Buttons = ({ visit, approval, request, page }: Deciding) => {
  const { say, caller } = visit;
  if (approval.state !== 'waiting') return <></>;
  const no = hindered(visit, approval, page);
  const title = say('决定', 'Decide');
  if (no)
    return (
      <section>
        <h2>{title}</h2>
        <p class="notice">{no.why}</p>
        {no.to !== undefined && (
          <a class="act" href={no.to}>
            {say('验证第二因素，然后回到本页', 'Show a second factor and come back here')}
          </a>
        )}
        {samePerson(caller, approval.proposedBy) && (
          <Form visit={visit} action={`${page}/withdraw`}>
            <input type="hidden" name="request" value={request} />
            <button class="second" type="submit">
              {say('撤回提案', 'Withdraw the proposal')}
            </button>
          </Form>
        )}
      </section>
    );
  return (
    <section>
      <h2>{title}</h2>
      <Form visit={visit} action={`${page}/approve`}>
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="digest" value={approval.previewDigest ?? ''} />
        <button type="submit">
          {say('批准', 'Approve')}：{actSaid(visit, approval.act)}
        </button>
      </Form>
      <Form visit={visit} action={`${page}/return`}>
        <input type="hidden" name="request" value={`${request}-r`} />
        <label for="reason">{say('退回理由', 'Why it is returned')}</label>
        <textarea id="reason" name="reason" rows={3} maxlength={500} required></textarea>
        <button class="second" type="submit">
          {say('退回', 'Return')}
        </button>
      </Form>
    </section>
  );
};

/** A proposal: what, by whom, what it would do or what came of it, and what the reader may do about it. */
export const Approval = ({ visit, approval, request, page }: Deciding) => {
  const { say } = visit;
  const { act, for: unit, with: brings, proposedBy, at, lapsesOn, state, preview, cycle } = approval;
  return (
    <>
      <dl class="facts">
        <dt>{say('状态', 'State')}</dt>
        <dd>
          <State visit={visit} state={state} />
        </dd>
        <dt>{say('事项', 'Act')}</dt>
        <dd>{actSaid(visit, act)}</dd>
        {unit !== undefined && (
          <>
            <dt>{say('单位', 'Unit')}</dt>
            <dd>
              <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a>
            </dd>
          </>
        )}
        {cycle !== undefined && (
          <>
            <dt>{say('履约周期', 'Cycle')}</dt>
            <dd>{cycle}</dd>
          </>
        )}
        {brings !== undefined && (
          <>
            <dt>{say('内容', 'What it says')}</dt>
            <dd>
              <Brought visit={visit} brings={brings} />
            </dd>
          </>
        )}
        <dt>{say('提出', 'Proposed')}</dt>
        <dd>
          {proposedBy} · {timeSaid(at)}
        </dd>
        <dt>{say('逾期失效', 'Lapses')}</dt>
        <dd>{say(`${lapsesOn} 之后未批准即失效`, `unless approved by ${lapsesOn}`)}</dd>
      </dl>
      <CameOf visit={visit} approval={approval} />
      {preview && <Foreseen visit={visit} preview={preview} />}
      <Buttons visit={visit} approval={approval} request={request} page={page} />
    </>
  );
};
