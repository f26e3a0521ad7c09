import type { WishedLine } from '../../desk/wishes.js';
import { ungrouped } from '../../domain/model/grouped.js';
import type { ToConfirm } from '../../views/to-confirm.js';
import { districtSaid } from '../who.js';
import { failing, Form, Next, Table, type Pages } from '../pages.js';
import { tonnesSaid } from '../words.js';
import { wrongFields, type Said } from '../said.js';
import { withQuery, type Known, type Shown } from '../visit.js';
import { lookOver } from './lines-look-over.js';
import { proposableBy } from './proposable.js';

const ACT = 'confirm-emissions';
const PAGE = 50;

/** What binds, as the rules have it: the experts' amount, else the spot check's, else the verified one. */
const likely = ({ experts, spotChecked, verified }: ToConfirm): string => experts ?? spotChecked ?? verified ?? '';

const shownOf = (amount: string | null): string => (amount === null ? '—' : tonnesSaid(amount));

interface Choosing {
  readonly visit: Known;
  readonly units: readonly ToConfirm[];
  readonly cycle: number;
}

/** What is proposed already and waits is not ticked: a second proposal would be refused. */
const Choose = async ({ visit, units, cycle }: Choosing) => {
  const { say, deps, caller, fields } = visit;
  const proposed = await deps.reading.proposedFor(
    caller,
    units.map(({ unit }) => unit),
  );
  const waiting = ({ unit }: ToConfirm): string | undefined => proposed.get(`${unit} ${ACT}`);
  // shown again it is as it was sent
  const isPicked = (one: ToConfirm): boolean =>
    fields.size > 0 ? fields.has(`pick.${one.unit}`) : likely(one) !== '' && waiting(one) === undefined;
  const rows = units.map((one) => [
    <>
      <label class="tick">
        <input type="checkbox" name={`pick.${one.unit}`} value="yes" checked={isPicked(one)} /> {one.unit} {one.name}
      </label>
      {waiting(one) !== undefined && (
        <small>
          {say('待批 ', 'proposed: ')}
          <a href={`/approvals/${encodeURIComponent(waiting(one) ?? '')}`}>{waiting(one)}</a>
        </small>
      )}
    </>,
    districtSaid(visit, one.district),
    one.dueOn ?? '—',
    ...[one.verified, one.spotChecked, one.experts].map(shownOf),
    <input
      name={`amount.${one.unit}`}
      value={fields.get(`amount.${one.unit}`) ?? likely(one)}
      inputmode="decimal"
      autocomplete="off"
      aria-label={say(`${one.unit} 核定量（吨）`, `${one.unit}: emissions to confirm (t)`)}
    />,
  ]);
  const head = [
    say('单位', 'Unit'),
    say('区', 'District'),
    say('截止日', 'Last day'),
    say('经核查（吨）', 'Verified (t)'),
    say('抽查（吨）', 'Spot check (t)'),
    say('专家（吨）', 'Experts (t)'),
    say('核定量（吨）', 'To confirm (t)'),
  ];
  return (
    <Form visit={visit} action={withQuery('/confirm/look', { after: visit.c.req.query('after') })} judged>
      <input type="hidden" name="cycle" value={String(cycle)} />
      <p>
        {say(
          '核定量预填为专家评审量；没有的填抽查量，再没有的填经核查量。取消勾选即不列入；下一步先逐项显示效果。',
          'The amount to confirm is that of the experts, else of the spot check, else the verified one. Untick what is not to be proposed; the next page shows what each would do.',
        )}
      </p>
      <Table head={head} rows={rows} label={say('待核定的单位', 'Units that wait to be confirmed')} numeric={[3, 4, 5]} />
      <label for="basis">{say('依据（各项相同）', 'Basis (of all of them)')}</label>
      <textarea id="basis" name="basis" rows={2} maxlength={500} required>
        {fields.get('basis') ?? ''}
      </textarea>
      <button type="submit">{say('下一步：逐项查看效果', 'Next: see what each would do')}</button>
    </Form>
  );
};

function linesIn({ fields }: Known): WishedLine[] {
  const [cycle, basis] = [Number(fields.get('cycle')), (fields.get('basis') ?? '').trim()];
  return [...fields].flatMap(([name, value]) => {
    if (!name.startsWith('pick.') || value !== 'yes') return [];
    const unit = name.slice('pick.'.length);
    const emissions = ungrouped((fields.get(`amount.${unit}`) ?? '').trim());
    return [{ do: ACT, for: unit, cycle, with: { emissions, basis } }];
  });
}

const confirmersAlone =
  (show: (visit: Known) => Promise<Shown>) =>
  (visit: Known): Promise<Shown> =>
    proposableBy(visit.caller, visit.deps.now()).some(({ act }) => act === ACT)
      ? show(visit)
      : Promise.resolve(
          failing(visit, {
            code: 'not-allowed',
            zh: '核定由市生态环境部门经办人提出。',
            en: 'Confirmations are proposed by officers of the city authority.',
          }),
        );

/** The units that wait, a page of them, and what is wrong with what was sent. */
async function choosing(visit: Known, wrong?: Said): Promise<Shown> {
  const { c, deps, say } = visit;
  const after = c.req.query('after');
  const found = await deps.reading.toConfirm({ limit: PAGE, ...(after === undefined ? {} : { after }) });
  const body =
    found.units.length === 0 ? (
      <p>
        {say(
          '没有待核定的单位：报告经核查、检查之后，单位会列在这里，并有信件通知。',
          'No unit waits to be confirmed: once a report is verified and checked, its unit stands here, and a letter says so.',
        )}
      </p>
    ) : (
      <>
        <Choose visit={visit} units={found.units} cycle={found.cycle} />
        <Next visit={visit} after={found.after} />
      </>
    );
  return { title: say('批量核定', 'Confirm many'), body, ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}) };
}

/** `GET /confirm`, `POST /confirm/look`: the units that wait to be confirmed, many at once. */
export function addConfirmPages(pages: Pages): void {
  pages.known(
    'get',
    '/confirm',
    confirmersAlone((visit) => choosing(visit)),
  );
  pages.keeping(
    '/confirm/look',
    confirmersAlone((visit) => {
      const lines = linesIn(visit);
      const wrong = wrongFields([
        lines.length === 0 && {
          name: 'pick',
          zh: '没有勾选任何单位：请勾选要核定的单位。',
          en: 'No unit is ticked: tick those to confirm.',
        },
        (visit.fields.get('basis') ?? '').trim() === '' && { name: 'basis', zh: '请填写依据。', en: 'Write the basis.' },
      ]);
      return wrong ? choosing(visit, wrong) : lookOver(visit, lines, '/confirm');
    }),
  );
}
