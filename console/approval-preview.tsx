import type { ApprovalAnswer } from '../desk/approvals/saying.js';
import { wholeIn } from './asked.js';
import { Brought } from './brought.js';
import { State, Table } from './pages.js';
import { actSaid, dutySaid, eventSaid, tonnesSaid } from './words.js';
import { withQuery, type Known } from './visit.js';

type Preview = NonNullable<ApprovalAnswer['preview']>;
type PreviewLine = Preview['lines'][number];

/** So many lines of a long proposal stand on one page. */
const PAGE = 100;

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

/** 剔除: a line that is not approved with the others, and why. */
const TakeOut = ({ visit, line, form }: { visit: Known; line: number; form: string }) => {
  const { say } = visit;
  const n = String(line);
  return (
    <>
      <label class="tick">
        <input type="checkbox" name={`out.${n}`} value="yes" form={form} /> {say('剔除', 'Take out')}
      </label>
      <input name={`why.${n}`} form={form} aria-label={say(`第 ${n} 项剔除理由`, `Why line ${n} is taken out`)} maxlength={500} />
    </>
  );
};

const pageOf = (visit: Known, preview: Preview): { readonly shown: readonly PreviewLine[]; readonly from: number } => {
  const from = wholeIn(visit, 'from');
  // what would be refused is what somebody has to look at
  const first = [...preview.lines].sort(
    (a, b) => Number(b.state === 'would-be-refused') - Number(a.state === 'would-be-refused'),
  );
  return { shown: first.slice(from, from + PAGE), from };
};

/** What each line would do, as things stand now, those that would be refused first; `takeOut`: the form by which lines are taken out. */
export const Foreseen = ({
  visit,
  preview,
  takeOut,
  names,
}: {
  visit: Known;
  preview: Preview;
  takeOut?: string | undefined;
  /** What the units are called, where it is known. */
  names?: ReadonlyMap<string, string>;
}) => {
  const { say } = visit;
  const { lines, wouldBeDone, wouldBeRefused } = preview.totals;
  const { shown, from } = pageOf(visit, preview);
  const rows = shown.map((line) => [
    String(line.line),
    <>
      {line.for !== undefined && <a href={`/units/${encodeURIComponent(line.for)}`}>{line.for}</a>} {names?.get(line.for ?? '')}{' '}
      {actSaid(visit, line.act)}
    </>,
    <Events visit={visit} line={line} />,
    line.allowances ? `${tonnesSaid(line.allowances.before)} → ${tonnesSaid(line.allowances.after)}` : '—',
    ...(takeOut === undefined ? [] : [<TakeOut visit={visit} line={line.line} form={takeOut} />]),
  ]);
  const head = [
    say('项', 'Line'),
    say('事项', 'Act'),
    say('将产生', 'What it would do'),
    say('配额（吨）：前 → 后', 'Allowances (t): before → after'),
    ...(takeOut === undefined ? [] : [say('剔除', 'Take out')]),
  ];
  const next = from + PAGE;
  return (
    <section>
      <h2>{say('批准后的效果', 'What it would do')}</h2>
      <p>
        {say(
          `共 ${String(lines)} 项，可办理 ${String(wouldBeDone)} 项，将被拒绝 ${String(wouldBeRefused)} 项。按现在的情况推算，尚未办理。`,
          `${String(lines)} ${lines === 1 ? 'line' : 'lines'}: ${String(wouldBeDone)} would be done, ${String(wouldBeRefused)} refused, as things stand now. Nothing is done yet.`,
        )}
      </p>
      <Table head={head} rows={rows} label={say('预览', 'Preview')} />
      {lines > PAGE && (
        <p>
          {say(
            `第 ${String(from + 1)}–${String(Math.min(next, lines))} 项，共 ${String(lines)} 项`,
            `${String(from + 1)} to ${String(Math.min(next, lines))} of ${String(lines)}`,
          )}{' '}
          {visit.c.req.method === 'GET' && next < lines && (
            <a href={withQuery(visit.here, { from: String(next) })}>{say('下一页', 'Next page')}</a>
          )}
        </p>
      )}
    </section>
  );
};
