import { dayOf } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import type { VerificationShown } from '../../views/verifications.js';
import { mayDo } from '../act-forms.js';
import { Brought } from '../brought.js';
import { isSaid, paperAt } from '../documents/opened.js';
import { leftSaid } from '../left.js';
import { failing, State, Table, type Pages } from '../pages.js';
import { actSaid, bracketed, colon, timeSaid, tonnesSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';
import { actorNamed } from '../who.js';
import { formSaid } from '../documents/form-said.js';
import { formAt } from './verification-list.js';

const PAGE = 50;
/** What each stage asks of whom. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  engaged: ['accept-engagement', 'decline-engagement'],
  accepted: ['raise-query', 'issue-verification-report', 'decline-engagement'],
  returned: ['raise-query', 'issue-verification-report', 'decline-engagement'],
  issued: ['raise-query', 'issue-verification-report'],
};

const Acts = ({ visit, shown }: { visit: Known; shown: VerificationShown }) => {
  const { say, caller } = visit;
  const acts = ASKS[shown.stage] ?? [];
  const mine = acts.filter((act) => mayDo(caller, act, shown.verifier));
  const isVerifier = caller.appointments.some(({ party }) => party === shown.verifier);
  if (!isVerifier) return <></>;
  if (acts.length === 0) return <p>{say('目前没有需要本机构办理的事项。', 'Nothing waits for you here at present.')}</p>;
  return (
    <>
      <p class="buttons">
        {mine.map((act, n) => (
          <a
            class={act === 'decline-engagement' ? undefined : n === 0 ? 'act' : 'act second'}
            href={formAt(act, { for: shown.unit })}
          >
            {actSaid(visit, act)}
          </a>
        ))}
      </p>
      {mine.length < acts.length && (
        <p class="hint">
          {say('由本机构签署人办理：', 'For a signer of yours: ')}
          {acts
            .filter((act) => !mine.includes(act))
            .map((act) => actSaid(visit, act))
            .join(say('、', ', '))}
        </p>
      )}
    </>
  );
};

type Query = VerificationShown['queries'][number];
const KINDS = { query: ['疑问', 'query'], 'non-conformity': ['不符合项', 'non-conformity'] } as const;

const OneQuery = ({ visit, shown, query }: { visit: Known; shown: VerificationShown; query: Query }) => {
  const { say, caller } = visit;
  const number = String(query.query);
  const [zh, en] = KINDS[query.kind];
  const isOpen = query.state === 'open' || query.state === 'answered';
  return (
    <li>
      <h3>
        {number}. {say(zh, en)}
        {colon(visit)}
        {query.about} <State visit={visit} state={query.state === 'open' ? 'unanswered' : query.state} />
        {query.overdue && <State visit={visit} state="overdue" />}
      </h3>
      <p class="text">{query.text}</p>
      <p class="hint">{say(`${query.dueOn} 24:00 前答复`, `to be answered by the end of ${query.dueOn}`)}</p>
      {query.answers.map((answer) => (
        <blockquote>
          <p class="text">{answer.text}</p>
          {answer.files.length > 0 && (
            <ul class="files">
              {answer.files.map(({ name, sha256 }) => (
                <li>
                  <a href={`/files/${sha256}`}>{name}</a>
                </li>
              ))}
            </ul>
          )}
          <p class="hint">
            {say('答复', 'Answered')} {timeSaid(answer.at)} · {actorNamed(visit, answer.by)}
          </p>
        </blockquote>
      ))}
      {query.closed?.reason !== undefined && <p class="text">{query.closed.reason}</p>}
      {isOpen && (
        <p class="buttons">
          {mayDo(caller, 'answer-query', shown.unit) && (
            <a class="act" href={formAt('answer-query', { for: shown.unit, verifier: shown.verifier, query: number })}>
              {say('答复', 'Answer')}
              <span class="sr"> {number}</span>
            </a>
          )}
          {mayDo(caller, 'close-query', shown.verifier) && (
            <a class="act second" href={formAt('close-query', { for: shown.unit, query: number })}>
              {say('了结', 'Close')}
              <span class="sr"> {number}</span>
            </a>
          )}
        </p>
      )}
    </li>
  );
};

/** The reports and evidence of the unit that its verifier reads: what was filed, of this unit alone. */
const Evidence = async ({ visit, unit }: { visit: Known; unit: string }) => {
  const { deps, caller, say } = visit;
  const found = await deps.papers.list(caller, { unit, limit: PAGE });
  if (isSaid(found)) return <p class="notice">{say(found.zh, found.en)}</p>;
  const rows = found.rows.map((row) => [
    <a href={paperAt(row)}>{formSaid(visit, row)}</a>,
    row.month ?? String(row.cycle),
    <State visit={visit} state={row.state} />,
    row.totals ? tonnesSaid(row.totals.total) : '—',
  ]);
  return rows.length === 0 ? (
    <p>{say('该单位尚未报送文件。', 'The unit has filed no document yet.')}</p>
  ) : (
    <Table
      head={[say('文件', 'Document'), say('所属', 'Of'), say('状态', 'State'), say('计算排放量（吨）', 'Computed emissions (t)')]}
      rows={rows}
      label={say('报告与存证', 'Reports and evidence')}
      numeric={[3]}
    />
  );
};

/** The document that a report was filed as; none of a rehearsal's short form. */
const DocumentOf = ({ visit, report }: { visit: Known; report: Json }) => {
  const { document } = report as { readonly document?: { readonly id?: string } };
  return document?.id === undefined ? (
    <></>
  ) : (
    <p>
      <a href={paperAt({ document: document.id })}>{visit.say('打开报告全文', 'Open the report whole')}</a>
    </p>
  );
};

/** Stages in which the verifier is still to bring its report. */
const IN_HAND: readonly string[] = ['engaged', 'accepted', 'returned'];

async function onePage(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const shown = await deps.reading.verification(caller, c.req.param('id') ?? '');
  if (isSaid(shown)) return failing(visit, shown);
  const { unit, name, verifier, cycle, stage, since, dueOn, queries, reports, independence, scores, findings } = shown;
  const isParty = caller.appointments.some(
    ({ kind, party }) => (kind === 'verifier' && party === verifier) || kind !== 'verifier',
  );
  const body = (
    <>
      <p class="lead">
        <State visit={visit} state={stage} /> {since}
        {dueOn !== null && ` · ${say(`单位报送期限 ${dueOn} 24:00`, `the unit files by the end of ${dueOn}`)}`}
        {dueOn !== null && IN_HAND.includes(stage) && ` · ${leftSaid(visit, dayOf(deps.now()), dueOn)}`}
      </p>
      <Acts visit={visit} shown={shown} />
      <h2>{say('疑问与不符合项', 'Queries and non-conformities')}</h2>
      {queries.length === 0 ? (
        <p>{say('尚未提出。', 'None has been raised.')}</p>
      ) : (
        <ol class="queries plain">
          {queries.map((query) => (
            <OneQuery visit={visit} shown={shown} query={query} />
          ))}
        </ol>
      )}
      {reports.length > 0 && (
        <>
          <h2>{say('核查报告', 'Verification reports')}</h2>
          {reports.map((report) => (
            <>
              <Brought visit={visit} brings={report} />
              <DocumentOf visit={visit} report={report} />
            </>
          ))}
        </>
      )}
      {findings.length + scores.length > 0 && (
        <>
          <h2>{say('提示与评估', 'Findings and assessments')}</h2>
          {[...findings, ...scores].map((one) => (
            <Brought visit={visit} brings={one} />
          ))}
        </>
      )}
      {isParty && stage !== 'ended' && stage !== 'declined' && (
        <>
          <h2>{say('该单位的报告与存证', 'Reports and evidence of the unit')}</h2>
          <Evidence visit={visit} unit={unit} />
        </>
      )}
      {independence !== undefined && (
        <details>
          <summary>{say('独立性声明', 'Declaration of independence')}</summary>
          <Brought visit={visit} brings={independence} />
        </details>
      )}
    </>
  );
  return { title: `${say('核查', 'Verification')} · ${name}${bracketed(visit, unit)} · ${verifier} · ${String(cycle)}`, body };
}

/** `/verifications/ID`: a verifier's work for a unit, and what the unit sees of it. */
export function addVerificationPage(pages: Pages): void {
  pages.known('get', '/verifications/:id', onePage);
}
