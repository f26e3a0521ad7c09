import { definitionOf } from '../../acts/vocabulary.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { VerificationRow } from '../../views/verifications.js';
import { mayDo } from '../act-forms.js';
import { Next, refusing, State, Table, type Pages } from '../pages.js';
import { UnitWays } from '../unit-standing.js';
import { actSaid } from '../words.js';
import type { Known } from '../visit.js';

const PAGE = 50;
const at = (id: string): string => `/verifications/${encodeURIComponent(id)}`;

/** The form of an act about a verification. */
export const formAt = (act: string, query: Readonly<Record<string, string>>): string => {
  const form = definitionOf(act)?.form;
  return `${form === undefined ? `/acts/new/${act}` : `/documents/new/${form}`}?${new URLSearchParams(query).toString()}`;
};

/** Verifications, each with where it stands and until when. */
export const VerificationList = ({ visit, rows }: { visit: Known; rows: readonly VerificationRow[] }) => {
  const { say } = visit;
  return (
    <Table
      head={[
        say('单位', 'Unit'),
        say('核查机构', 'Verifier'),
        say('周期', 'Cycle'),
        say('状态', 'State'),
        say('报告期限', 'Report due'),
        say('办理', 'To do'),
      ]}
      rows={rows.map(({ id, unit, name, verifier, cycle, stage, dueOn }) => [
        <>
          {name} <code>{unit}</code>
        </>,
        verifier,
        String(cycle),
        <State visit={visit} state={stage} />,
        dueOn ?? '—',
        <a href={at(id)}>
          {say('打开', 'Open')}
          <span class="sr"> {id}</span>
        </a>,
      ])}
      label={say('核查', 'Verifications')}
    />
  );
};

/** `/verifications`, `/units/ID/verifications`: what a verifier does for its units, and who verifies a unit. */
export function addVerificationLists(pages: Pages): void {
  pages.known('get', '/verifications', async (visit) => {
    const { c, deps, caller, say } = visit;
    const after = c.req.query('after');
    const found = await deps.reading.verifications(caller, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(found)) return refusing(visit, found);
    const body = (
      <>
        {found.items.length === 0 ? (
          <p>
            {say(
              '没有核查：单位在平台上委托核查机构之后在此列出。',
              'There is no verification: once a unit engages a verifier on the platform, it is listed here.',
            )}
          </p>
        ) : (
          <VerificationList visit={visit} rows={found.items} />
        )}
        <Next visit={visit} after={found.after} />
      </>
    );
    return { title: say('核查', 'Verifications'), body };
  });
  pages.known('get', '/units/:id/verifications', async (visit) => {
    const { c, deps, caller, say } = visit;
    const unit = c.req.param('id') ?? '';
    const standing = await deps.reading.status(caller, unit, {});
    if (isRefusal(standing)) return refusing(visit, standing);
    const found = await deps.reading.verifications(caller, { unit, limit: PAGE });
    if (isRefusal(found)) return refusing(visit, found);
    const body = (
      <>
        <UnitWays visit={visit} unit={unit} />
        {found.items.length === 0 ? (
          <p>{say('本年度尚未在平台上委托核查机构。', 'No verifier is engaged on the platform in this cycle yet.')}</p>
        ) : (
          <VerificationList visit={visit} rows={found.items} />
        )}
        {mayDo(caller, 'engage-verifier', unit) && standing.kind === 'key' && (
          <p class="buttons">
            <a class="act" href={formAt('engage-verifier', { for: unit })}>
              {actSaid(visit, 'engage-verifier')}
            </a>
            <a href={formAt('appoint-verifier', { for: unit })}>
              {say('核查机构不在平台上工作：仅登记其编号', 'It does not work on the platform: only name it')}
            </a>
          </p>
        )}
      </>
    );
    return { title: `${say('核查', 'Verifications')} · ${standing.name}`, body };
  });
}
