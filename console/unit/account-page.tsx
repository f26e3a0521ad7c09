import type { Child } from 'hono/jsx';
import { isZero, sum } from '../../domain/model/amount.js';
import { isoOf } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { CollectionPreview } from '../../views/collection-preview.js';
import type { ShownLine } from '../../views/statement.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { Why } from '../explain.js';
import { Next, refusing, Table, type Pages } from '../pages.js';
import { UnitWays } from '../unit-standing.js';
import { Gap } from './gap.js';
import { ToMakeGood } from './missed.js';
import { eventSaid, inTonnes, productSaid, timeSaid, tonnesSaid } from '../words.js';
import type { Known } from '../visit.js';
import { actorNamed } from '../who.js';

const PAGE = 50;

const Holdings = ({ visit, holdings }: { visit: Known; holdings: UnitStanding['holdings'] }) => {
  const { say } = visit;
  if (holdings.length === 0)
    return (
      <p>
        {say(
          '账户为空：预发、核发或买入之后在此显示批次。',
          'The account is empty: lots are shown once something is issued or bought.',
        )}
      </p>
    );
  const rows = holdings.map(({ lot, product, vintage, origin, quantity, reserved, expiresOn }) => [
    <code>{lot}</code>,
    `${productSaid(visit, product)}${origin === undefined ? '' : ` · ${origin === 'beijing' ? say('本市', 'Beijing') : say('市外', 'elsewhere')}`}`,
    vintage === undefined ? '—' : String(vintage),
    tonnesSaid(quantity),
    tonnesSaid(reserved ?? '0'),
    expiresOn ?? say('不过期', 'does not expire'),
  ]);
  const head = [
    say('批次', 'Lot'),
    say('产品', 'Product'),
    say('年份', 'Vintage'),
    say('数量（吨）', 'Held (t)'),
    say('其中预留（吨）', 'Set aside (t)'),
    say('到期', 'Expires'),
  ];
  return <Table head={head} rows={rows} label={say('账户批次', 'Lots held')} numeric={[3, 4]} />;
};

const Collection = ({ visit, preview, cycle }: { visit: Known; preview: CollectionPreview | Refusal; cycle: number }) => {
  const { say } = visit;
  if (isRefusal(preview)) return <p>{say(preview.zh, preview.en)}</p>;
  const { owed, moves, shortfall, dueOn, rectificationDueOn } = preview;
  return (
    <>
      <p>
        <Why visit={visit} cycle={cycle} what="collection">
          {say(
            `若至 ${dueOn} 仍未清缴，平台将按规定顺序收缴：`,
            `If nothing is surrendered, the platform takes on ${dueOn}, in the prescribed order:`,
          )}
        </Why>
      </p>
      <dl class="facts">
        <dt>{say('届时应缴', 'Owed then')}</dt>
        <dd>{inTonnes(visit, owed)}</dd>
        <dt>{say('将收缴', 'Would be taken')}</dt>
        <dd>
          {moves.length > 1 ? (
            <b>{inTonnes(visit, sum(moves.map(({ quantity }) => quantity)))}</b>
          ) : moves.length === 0 ? (
            '—'
          ) : (
            ''
          )}
          <ul class="plain">
            {moves.map(({ lot, quantity }) => (
              <li>
                <code>{lot}</code> {inTonnes(visit, quantity)}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{say('仍欠', 'Still short')}</dt>
        <dd>
          <b>{inTonnes(visit, shortfall)}</b>
          {rectificationDueOn !== null &&
            say(`，须于 ${rectificationDueOn} 前补足`, `, to be made good by ${rectificationDueOn}`)}
        </dd>
      </dl>
    </>
  );
};

/** What a collection took, once it has run; before that what it would take. */
const Collected = ({ visit, standing, children }: { visit: Known; standing: UnitStanding; children: Child }) => {
  const { say } = visit;
  const facts = standing.cases.map((one) => one.facts).find(({ collectedAt }) => collectedAt !== undefined);
  if (facts?.collectedAt === undefined)
    return (
      <>
        <h2>{say('如果不清缴', 'If nothing is surrendered')}</h2>
        {children}
      </>
    );
  const at = timeSaid(isoOf(facts.collectedAt));
  const taken = sum([facts.collected.allowances, facts.collected.offsets]);
  const t = inTonnes(visit, taken);
  return (
    <>
      <h2>{say('自动收缴', 'Collection')}</h2>
      <p>
        {isZero(taken)
          ? say(`${at}：没有需要收缴的。`, `${at}: there was nothing to collect.`)
          : say(
              `平台已于 ${at} 收缴 ${t}，逐笔见流水。`,
              `The platform collected ${t} at ${at}: each lot stands in the statement.`,
            )}
      </p>
      <ToMakeGood visit={visit} standing={standing} />
    </>
  );
};

const Lines = ({ visit, lines }: { visit: Known; lines: readonly ShownLine[] }) => {
  const { say } = visit;
  if (lines.length === 0) return <p>{say('没有账户变动。', 'Nothing has moved.')}</p>;
  const rows = lines.map((line) => [
    timeSaid(line.at),
    line.event === undefined ? '' : eventSaid(visit, line.event),
    <code>{line.lot}</code>,
    tonnesSaid(line.quantity),
    tonnesSaid(line.balance),
    actorNamed(visit, line.by),
  ]);
  const head = [
    say('时间', 'At'),
    say('事由', 'Cause'),
    say('批次', 'Lot'),
    say('变动（吨）', 'Moved (t)'),
    say('账户余额（吨）', 'Balance (t)'),
    say('办理', 'By'),
  ];
  return <Table head={head} rows={rows} label={say('账户流水', 'Statement')} numeric={[3, 4]} />;
};

/** `GET /units/ID/account`: what a unit holds, what a collection would take, every movement. */
export function addAccountPage(pages: Pages): void {
  pages.known('get', '/units/:id/account', async (visit) => {
    const { c, deps, caller, say } = visit;
    const unit = c.req.param('id') ?? '';
    const standing = await deps.reading.status(caller, unit, {});
    if (isRefusal(standing)) return refusing(visit, standing);
    const after = c.req.query('after');
    const lines = await deps.reading.statement(caller, unit, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(lines)) return refusing(visit, lines);
    const preview = standing.kind === 'key' ? await deps.reading.collectionPreview(caller, unit) : undefined;
    const body = (
      <>
        <UnitWays visit={visit} unit={unit} />
        {after === undefined && <Gap visit={visit} standing={standing} bare />}
        <h2>{say('账户批次', 'Lots held')}</h2>
        <Holdings visit={visit} holdings={standing.holdings} />
        {preview && (
          <Collected visit={visit} standing={standing}>
            <Collection visit={visit} preview={preview} cycle={standing.cycle} />
          </Collected>
        )}
        <h2>{say('账户流水', 'Statement')}</h2>
        <p class="links">
          <a href={`/units/${encodeURIComponent(unit)}/statement.xlsx`}>{say('下载流水（xlsx）', 'The statement as xlsx')}</a>
          <a href={`/units/${encodeURIComponent(unit)}/statement.csv`}>csv</a>
        </p>
        <Lines visit={visit} lines={lines.items} />
        <Next visit={visit} after={lines.after} />
      </>
    );
    return { title: `${say('账户', 'Account')} · ${standing.name}`, body };
  });
}
