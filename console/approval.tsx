import type { ApprovalAnswer, OutcomeOfLine } from '../desk/approvals/saying.js';
import { isRefusal } from '../domain/model/refusal.js';
import { samePerson } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { approverOf } from '../parties/permissions.js';
import { Foreseen } from './approval-preview.js';
import { Brought } from './brought.js';
import { Form, State } from './pages.js';
import { actSaid, timeSaid } from './words.js';
import type { Known } from './visit.js';
import { actorNamed } from './who.js';

/** The form by which a proposal is approved, which lines are taken out of. */
const APPROVE = 'approve';
/** So many lines of what came of a long proposal stand on its page. */
const LINES_MOST = 200;

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
  const over = lines.filter((line) => line.state !== 'waiting');
  if (state === 'waiting' && over.length === 0) return <></>;
  const left = lines.length - over.length;
  return (
    <section>
      <h2>{say('结果', 'Outcome')}</h2>
      {state === 'waiting' && (
        <p class="notice">
          {say(
            `已决定 ${String(over.length)} 项；其余 ${String(left)} 项的效果在批准时已与所看不同，没有批准，列在下方，请重新查看后决定。`,
            `${String(over.length)} are decided. The other ${String(left)} would do something else than was shown when the rest were approved: they were not approved, stand below, and want another look.`,
          )}
        </p>
      )}
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
      {over.length > 0 && (
        <ol>
          {over.slice(0, LINES_MOST).map((line) => (
            <li value={line.line}>
              {line.for} {actSaid(visit, line.act)} <State visit={visit} state={line.state} /> {line.reason}
              {line.outcome && <Outcome visit={visit} outcome={line.outcome} />}
            </li>
          ))}
        </ol>
      )}
      {over.length > LINES_MOST && (
        <p>{say(`另有 ${String(over.length - LINES_MOST)} 项。`, `${String(over.length - LINES_MOST)} more.`)}</p>
      )}
    </section>
  );
};

interface Deciding {
  readonly visit: Known;
  readonly approval: ApprovalAnswer;
  readonly request: string;
  readonly page: string;
  /** What the units are called. */
  readonly names: ReadonlyMap<string, string>;
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

const isOfMany = ({ preview }: ApprovalAnswer): boolean => (preview?.totals.lines ?? 0) > 1;

/** Lines are taken out where they stand, or here by their numbers. */
const TakenOut = ({ visit: { say } }: { visit: Known }) => (
  <details>
    <summary>{say('按项号剔除', 'Take lines out by their numbers')}</summary>
    <label for="out">{say('项号，以逗号分开', 'Numbers of lines, with commas between')}</label>
    <input id="out" name="out" autocomplete="off" />
    <label for="why">{say('剔除理由（未另写理由的各项）', 'Why (for those without a reason of their own)')}</label>
    <textarea id="why" name="why" rows={2} maxlength={500}></textarea>
  </details>
);

const Buttons = ({ visit, approval, request, page }: Omit<Deciding, 'names'>) => {
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
      <Form visit={visit} action={`${page}/approve`} id={APPROVE}>
        <input type="hidden" name="request" value={request} />
        <input type="hidden" name="digest" value={approval.previewDigest ?? ''} />
        {isOfMany(approval) && <TakenOut visit={visit} />}
        <button type="submit">
          {say('批准：', 'Approve: ')}
          {actSaid(visit, approval.act)}
        </button>
      </Form>
      <Form visit={visit} action={`${page}/return`} judged>
        <input type="hidden" name="request" value={`${request}-r`} />
        <label for="reason">{say('退回理由', 'Why it is returned')}</label>
        <textarea id="reason" name="reason" rows={3} maxlength={500} required>
          {visit.fields.get('reason') ?? ''}
        </textarea>
        <button class="second" type="submit">
          {say('退回', 'Return')}
        </button>
      </Form>
    </section>
  );
};

/** A proposal: what, by whom, what it would do or what came of it, and what the reader may do about it. */
export const Approval = ({ visit, approval, request, page, names }: Deciding) => {
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
              <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {names.get(unit)}
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
              <Brought visit={visit} brings={brings} act={act} />
            </dd>
          </>
        )}
        <dt>{say('提出', 'Proposed')}</dt>
        <dd>
          {actorNamed(visit, proposedBy)} · <time datetime={at}>{timeSaid(at)}</time>
        </dd>
        <dt>{say('逾期失效', 'Lapses')}</dt>
        <dd>{say(`${lapsesOn} 之后未批准即失效`, `unless approved by ${lapsesOn}`)}</dd>
      </dl>
      <CameOf visit={visit} approval={approval} />
      {preview && (
        <Foreseen
          visit={visit}
          preview={preview}
          names={names}
          takeOut={isOfMany(approval) && !hindered(visit, approval, page) ? APPROVE : undefined}
        />
      )}
      <Buttons visit={visit} approval={approval} request={request} page={page} />
    </>
  );
};
