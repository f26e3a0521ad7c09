import { isRefusal } from '../../domain/model/refusal.js';
import { RegulationError } from '../../regulation/errors.js';
import { changesBetween, type Change } from '../../regulation/diff.js';
import { rulebookNamed } from '../../regulation/named.js';
import type { CaseMoved } from '../../desk/approvals/for-all.js';
import type { Amendable, OpenDuty } from '../../views/amendable.js';
import { movedBy } from '../../views/moved.js';
import { oneIn, wholeIn } from '../asked.js';
import { failing, refusing, Table, type Pages } from '../pages.js';
import { Sure } from '../explain.js';
import { parameterSaid } from '../parameter-words.js';
import { colon, dutySaid } from '../words.js';
import { withQuery, type Known, type Shown } from '../visit.js';

/** Each is foretold from its own history. */
const PAGE = 12;

const nameOf = (cycle: number, revision: number): string =>
  revision > 1 ? `${String(cycle)}.r${String(revision)}` : String(cycle);
const addressOf = (cycle: number, revision: number): string => `/amendments/${String(cycle)}/${String(revision)}`;

const List = ({ visit, found }: { visit: Known; found: readonly Amendable[] }) => {
  const { say } = visit;
  if (found.length === 0)
    return (
      <p>{say('还没有任何周期：登记单位之后列在这里。', 'There is no cycle yet: one stands here once units are listed.')}</p>
    );
  return (
    <>
      {found.map(({ cycle, inForce, onFile }) => (
        <section>
          <h2>
            {say('履约周期', 'Cycle')} {cycle}
          </h2>
          <p>
            {say('现行：', 'In force: ')}
            <code>{nameOf(cycle, inForce)}</code>
          </p>
          {onFile.length === 0 ? (
            <p>
              {say(
                '没有可采纳的修订。主管部门发布修订通知后，把修订放入规则文件（regulation/cycles），随下一版本部署，即列在这里。',
                'No revision can be adopted. Once the authority issues one, it is written into the rulebook (regulation/cycles), comes with the next release, and stands here.',
              )}
            </p>
          ) : (
            <ul>
              {onFile.map((revision) => (
                <li>
                  <a href={addressOf(cycle, revision)}>{nameOf(cycle, revision)}</a>
                  {revision < inForce && ` ${say('（早于现行）', '(before the one in force)')}`}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
};

const later = ({ say }: Known, days: number | undefined): string =>
  days === undefined || days === 0
    ? ''
    : days > 0
      ? say(`推迟 ${String(days)} 天`, `${String(days)} days later`)
      : say(`提前 ${String(-days)} 天`, `${String(-days)} days earlier`);

const casesOpen = (name: string, open: readonly OpenDuty[]): number => {
  const duties: readonly string[] = movedBy(name).duties.map(({ duty }) => duty);
  return open.reduce((all, { duty, cases }) => all + (duties.includes(duty.split('/')[0] ?? '') ? cases : 0), 0);
};

const Changes = ({ visit, changes, open }: { visit: Known; changes: readonly Change[]; open: readonly OpenDuty[] }) => {
  const { say } = visit;
  const rows = changes.map(({ name, from, to, days, statusTo }) => [
    <>
      {movedBy(name)
        .duties.map(({ duty }) => dutySaid(visit, duty))
        .join(say('、', ', '))}{' '}
      <small>{parameterSaid(visit, name)}</small>
    </>,
    from ?? '—',
    <>
      <b>{to ?? '—'}</b> {later(visit, days)}
    </>,
    statusTo === null ? '—' : <Sure visit={visit} status={statusTo} />,
    String(casesOpen(name, open)),
  ]);
  const head = [
    say('事项', 'What'),
    say('现行', 'Now'),
    say('修订后', 'Then'),
    say('依据', 'How sure'),
    say('尚未办完的件数', 'Still open'),
  ];
  return <Table head={head} rows={rows} label={say('修订内容', 'What changes')} numeric={[4]} />;
};

const Moves = ({ visit, shown }: { visit: Known; shown: readonly CaseMoved[] }) => {
  const { say } = visit;
  const rows = shown.map(({ unit, case: caseId, moves, refused }) => [
    <>
      <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> <small>{caseId.split('/')[2]}</small>
    </>,
    refused ? (
      say(refused.zh, refused.en)
    ) : moves.length === 0 ? (
      say('日期不变', 'no date moves')
    ) : (
      <ul class="plain">
        {moves.map(({ duty, from, to }) => (
          <li>
            {dutySaid(visit, duty)}
            {colon(visit)}
            {from === undefined ? '' : `${from} → `}
            <b>{to}</b>
          </li>
        ))}
      </ul>
    ),
  ]);
  return <Table head={[say('案件', 'Case'), say('日期', 'Dates')]} rows={rows} label={say('所涉案件', 'Cases that move')} />;
};

/** As our links spell one: 0x7E8 is none. */
const numberOf = (text = ''): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN);

async function onePage(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const [cycle, revision] = [numberOf(c.req.param('cycle')), numberOf(c.req.param('revision'))];
  const its = (await deps.reading.amendable()).find((one) => one.cycle === cycle);
  if (!its?.onFile.includes(revision))
    return failing(visit, {
      code: 'unknown-revision',
      zh: '没有这一修订：可采纳的修订见“修订”页。',
      en: 'There is no such revision: those on file are listed under "Amendments".',
    });
  const from = wholeIn(visit, 'from');
  const expressly = oneIn(visit, 'expressly', ['yes']) !== undefined;
  const wish = { do: 'adopt-revision', cycle, with: { revision, ...(expressly ? { expressly: true as const } : {}) } };
  const [before, after] = [rulebookNamed(nameOf(cycle, its.inForce)), rulebookNamed(nameOf(cycle, revision))];
  const changes = changesBetween(before, after);
  const concerned = [...new Set(changes.flatMap(({ name }) => movedBy(name).duties.map(({ duty }) => duty)))];
  const [all, open] = await Promise.all([
    deps.front.foreseeForAll(caller, wish, { from, limit: PAGE }),
    deps.reading.openDuties(cycle, concerned),
  ]);
  const ask = `/propose/adopt-revision?cycle=${String(cycle)}&with.revision=${String(revision)}`;
  const body = (
    <>
      <p class="lead">{after.basis ?? after.notice}</p>
      <h2>{say('修订内容', 'What changes')}</h2>
      <Changes visit={visit} changes={changes} open={open} />
      <h2>{say('所涉案件', 'Cases that move')}</h2>
      {isRefusal(all) ? (
        <p class="notice wrong">{say(all.zh, all.en)}</p>
      ) : (
        <>
          <p>
            {say(
              `适用于 ${String(all.cases)} 个进行中的案件；以下为第 ${String(from + 1)} 起的 ${String(all.shown.length)} 个，按现在的情况推算。`,
              `It is for ${String(all.cases)} running cases; these are ${String(all.shown.length)} of them from number ${String(from + 1)}, as things stand now.`,
            )}
          </p>
          {all.shown.some(({ refused }) => refused?.refused === 'revision-shortens') && (
            <p>
              <a href={withQuery(visit.here, { expressly: 'yes', from: undefined })}>
                {say('按“明示缩短期限”查看', 'Look at it as one that expressly takes time away')}
              </a>
            </p>
          )}
          <Moves visit={visit} shown={all.shown} />
          {from + PAGE < all.cases && (
            <a href={withQuery(visit.here, { from: String(from + PAGE) })}>{say('下一页', 'Next page')}</a>
          )}
          <p>
            <a class="act" href={`${ask}${expressly ? '&with.expressly=yes' : ''}`}>
              {say('提出采纳此修订', 'Propose its adoption')}
            </a>
          </p>
        </>
      )}
    </>
  );
  return { title: `${say('修订', 'Amendment')} ${nameOf(cycle, revision)}`, body };
}

const forTheCity =
  (show: (visit: Known) => Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    if (!visit.caller.appointments.some(({ kind }) => kind === 'city'))
      return failing(visit, {
        code: 'not-allowed',
        zh: '修订由市生态环境部门查看和采纳；各单位的新日期见其年度页。',
        en: 'Amendments are looked at and adopted by the city authority; what they change for a unit stands on its page.',
      });
    try {
      return await show(visit);
    } catch (error) {
      if (!(error instanceof RegulationError)) throw error;
      const { file, line, zh, en } = error;
      return refusing(visit, {
        refused: 'bad-input',
        zh: `规则文件不能读取：${file} 第 ${String(line)} 行：${zh}`,
        en: `the rulebook cannot be read: ${file}:${String(line)}: ${en}`,
      });
    }
  };

/** `GET /amendments`, `GET /amendments/CYCLE/REVISION`: what a revision on file changes, and which cases it moves. */
export function addAmendmentPages(pages: Pages): void {
  pages.known(
    'get',
    '/amendments',
    forTheCity(async (visit) => ({
      title: visit.say('修订', 'Amendments'),
      body: <List visit={visit} found={await visit.deps.reading.amendable()} />,
    })),
  );
  pages.known('get', '/amendments/:cycle/:revision', forTheCity(onePage));
}
