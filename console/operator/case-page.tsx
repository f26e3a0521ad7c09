import type { CaseRuns } from '../../desk/reviving.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { entitled } from '../../parties/entitled.js';
import { failing, Form, refusing, State, Table, type Pages } from '../pages.js';
import { timeSaid } from '../words.js';
import { actorNamed } from '../who.js';
import { wrongFields } from '../said.js';
import type { Known, Shown } from '../visit.js';

const REASON_MAX = 500;

type Both = readonly [zh: string, en: string];

/** What each state means, and what to do. */
const MEANS: Readonly<Record<CaseRuns['state'], Both>> = {
  'standing-still': [
    '案件已暂停：不再触发任何时点，期间的报送照常收讫，等恢复后按收讫时间办理。先排除下列原因，再恢复。',
    'It stands still: nothing falls due, and what is filed is stored, to be decided under its stamp once it is revived. Mend what is named below first.',
  ],
  lost: [
    '案件仍在进行，但 Temporal 上没有它的运行：恢复后从账簿续办，期间到期的事项按其时点补办。平台每十分钟也会自动查找并恢复。',
    'It goes on and runs nowhere on Temporal: revived, it takes up from the book, and what fell due meanwhile is played at its own instants. The platform looks for such cases every ten minutes too.',
  ],
  running: ['案件正在运行，无须恢复。', 'It runs: there is nothing to revive.'],
  over: ['案件已结束，或者不需要运行，无须恢复。', 'It is over, or of a kind that does not run: there is nothing to revive.'],
  unknown: [
    'Temporal 没有答复，无法得知案件是否在运行。可以先登记恢复，平台在 Temporal 恢复后启动它。',
    'Temporal does not answer, so nobody knows whether it runs. It can be revived all the same: the platform starts it once Temporal is back.',
  ],
};

/** Where a case is looked at by whoever looks after the platform. */
export const casePage = (caseId: string): string => `/attention/case?${new URLSearchParams({ case: caseId }).toString()}`;

const Revivals = ({ visit, runs: { revivals } }: { visit: Known; runs: CaseRuns }) => {
  const { say } = visit;
  if (revivals.length === 0) return <></>;
  const rows = revivals.map(({ by, reason, stoodStill, at }) => [
    timeSaid(at),
    actorNamed(visit, by),
    reason,
    stoodStill ?? say('当时没有运行', 'it ran nowhere'),
  ]);
  const head = [say('时间', 'At'), say('恢复人', 'By'), say('说明', 'Why'), say('当时暂停的原因', 'What had stopped it')];
  return (
    <section>
      <h2>{say('恢复记录', 'Revivals')}</h2>
      <Table head={head} rows={rows} label={say('恢复记录', 'Revivals')} />
    </section>
  );
};

const Revive = ({ visit, runs }: { visit: Known; runs: CaseRuns }) => {
  const { say, deps, caller, fields } = visit;
  if (runs.state === 'running' || runs.state === 'over') return <></>;
  if (isRefusal(entitled(caller, { what: 'revive', at: deps.now(), now: deps.wall() })))
    return <p class="notice">{say('由运行人员恢复。', 'An operator revives it.')}</p>;
  return (
    <section>
      <h2>{say('恢复', 'Revive')}</h2>
      <Form visit={visit} action="/attention/revive" judged>
        <input type="hidden" name="case" value={runs.case} />
        <label for="reason">{say('原因如何排除（记录在案）', 'How the cause was mended (kept on record)')}</label>
        <textarea id="reason" name="reason" rows={3} maxlength={REASON_MAX} required>
          {fields.get('reason') ?? ''}
        </textarea>
        <label class="tick">
          <input type="checkbox" name="sure" value="yes" required checked={fields.get('sure') === 'yes'} />{' '}
          {say('原因已排除，可以续办', 'The cause is mended; it may go on')}
        </label>
        <button type="submit">{say('恢复案件', 'Revive the case')}</button>
      </Form>
    </section>
  );
};

const Runs = ({ visit, runs }: { visit: Known; runs: CaseRuns }) => {
  const { say, deps } = visit;
  const { temporalUrl } = deps;
  return (
    <>
      <p class="lead">
        <State visit={visit} state={runs.state} /> {say(...MEANS[runs.state])}
      </p>
      <dl class="facts">
        <dt>{say('案件', 'Case')}</dt>
        <dd>
          <code>{runs.case}</code> {runs.name}
          {temporalUrl !== undefined && (
            <>
              {' · '}
              <a href={`${temporalUrl}/${encodeURIComponent(runs.case)}`}>{say('Temporal 页面', 'in the Temporal pages')}</a>
            </>
          )}
        </dd>
        <dt>{say('已办理至', 'Played up to')}</dt>
        <dd>{timeSaid(runs.playedTo)}</dd>
        {runs.suspended && (
          <>
            <dt>{say('暂停于', 'Stands still since')}</dt>
            <dd>{timeSaid(runs.suspended.since)}</dd>
            <dt>{say('暂停的原因', 'What stopped it')}</dt>
            <dd class="text">{runs.suspended.why}</dd>
          </>
        )}
      </dl>
      <Revive visit={visit} runs={runs} />
      <Revivals visit={visit} runs={runs} />
      <p>
        <a href="/attention">{say('返回“运行”', 'Back to Running')}</a>
      </p>
    </>
  );
};

async function shown(visit: Known, caseId: string): Promise<Shown> {
  const { deps, caller, say } = visit;
  const may = entitled(caller, { what: 'attention', at: deps.now() });
  if (isRefusal(may) && may.refused !== 'bad-input') return refusing(visit, may);
  const runs = await deps.front.caseRuns(caseId);
  if (!runs)
    return failing(visit, {
      code: 'unknown-unit',
      zh: '账簿中没有此案件：案件编号为 周期/单位/种类，见“运行”页的列表或者 Temporal 页面。',
      en: 'The book has no such case: a case is called cycle/unit/kind, as listed under Running and in the Temporal pages.',
    });
  return { title: say('案件的运行', 'How a case runs'), body: <Runs visit={visit} runs={runs} /> };
}

/** `GET /attention/case?case=`, `POST /attention/revive`: how a case runs, and having it go on. */
export function addCasePage(pages: Pages): void {
  pages.known('get', '/attention/case', (visit) => shown(visit, visit.c.req.query('case') ?? ''));
  pages.keeping('/attention/revive', async (visit) => {
    const { deps, caller, fields } = visit;
    const [caseId, reason] = [fields.get('case') ?? '', (fields.get('reason') ?? '').trim()];
    const wrong = wrongFields([
      (reason === '' || reason.length > REASON_MAX) && {
        name: 'reason',
        zh: '请写明原因如何排除（至多 500 字）。',
        en: 'Say how the cause was mended, in 500 characters at most.',
      },
      fields.get('sure') !== 'yes' && { name: 'sure', zh: '请确认可以续办。', en: 'Confirm that it may go on.' },
    ]);
    if (wrong) return { ...(await shown(visit, caseId)), status: 400, wrong };
    const no = await deps.front.revive(caller, caseId, reason);
    return no ? refusing(visit, no) : { to: casePage(caseId) };
  });
}
