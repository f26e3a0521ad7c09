import { isoOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { changesBetween } from '../../documents/forms/changes.js';
import { failing, Next, refusing, State, Table, type Pages } from '../pages.js';
import { timeSaid } from '../words.js';
import { UnitWays } from '../unit-standing.js';
import type { Known, Shown } from '../visit.js';
import { actorNamed } from '../who.js';
import { isFixed, isSaid, opened, paperAt, paperSaid, versionIn, type Opened } from './opened.js';
import { formSaid } from './form-said.js';
import { DocumentSaid } from './said-document.js';
import { SealsSaid } from './submit-page.js';

const PAGE = 50;

/** What a version changed of the one before. */
const Changes = async ({ visit, one }: { visit: Known; one: Opened }) => {
  const { say, deps, caller } = visit;
  const { row, form } = one;
  if (row.version === 1) return <></>;
  const before = await deps.papers.read(caller, row.document, row.version - 1);
  if (isSaid(before)) return <></>;
  const changes = changesBetween(form, before, row);
  return (
    <details open>
      <summary>{say(`与第 ${String(before.version)} 版相比`, `What changed since version ${String(before.version)}`)}</summary>
      {changes.length === 0 ? (
        <p>{say('没有不同。', 'Nothing.')}</p>
      ) : (
        <Table
          head={[say('项目', 'Field'), say('原', 'Before'), say('现', 'Now')]}
          rows={changes.map((one) => [say(one.zh, one.en), one.before ?? '—', one.after ?? '—'])}
          label={say('修改对照', 'What changed')}
        />
      )}
    </details>
  );
};

const Versions = ({ visit, one }: { visit: Known; one: Opened }) => {
  const { row } = one;
  if (row.version === 1) return <></>;
  return (
    <p>
      {visit.say('各版：', 'Versions: ')}
      {Array.from({ length: row.version }, (_, n) => (
        <>
          <a href={paperAt(row, `?version=${String(n + 1)}`)}>{String(n + 1)}</a>{' '}
        </>
      ))}
    </p>
  );
};

async function documentPage(visit: Known): Promise<Shown> {
  const { deps, caller, say } = visit;
  const one = await opened(visit);
  if (isSaid(one)) return failing(visit, one);
  const { row, form, own } = one;
  const seals = form.act === undefined ? [] : await deps.papers.seals(caller, row.document);
  const body = (
    <>
      <p class="lead">
        <State visit={visit} state={row.state} /> <code>{row.document}</code>{' '}
        {say(`第 ${String(row.version)} 版`, `version ${String(row.version)}`)} · {timeSaid(isoOf(row.savedAt))} ·{' '}
        {actorNamed(visit, row.savedBy)}
      </p>
      {row.filedAt !== null && (
        <p>
          {say('报送于', 'Filed at')} {timeSaid(isoOf(row.filedAt))} · <State visit={visit} state={row.outcome ?? 'stored'} />
          {own && row.filedAs !== null && (
            <>
              {' '}
              · <a href={`/acts/${encodeURIComponent(row.filedAs)}`}>{say('回执', 'Receipt')}</a>
            </>
          )}
        </p>
      )}
      {own && row.latest && (
        <p class="buttons">
          {!isFixed(row) && (
            <a class="act" href={paperAt(row, '/fill')}>
              {say('继续填报', 'Go on')}
            </a>
          )}
          {row.state === 'sealed' && (
            <a class="act" href={paperAt(row, '/submit')}>
              {say('报送', 'File it')}
            </a>
          )}
          {isFixed(row) && <a href={paperAt(row, '/fill')}>{say('更正：开始新的一版', 'Correct it: begin a new version')}</a>}
        </p>
      )}
      {!isSaid(seals) && seals.length > 0 && <SealsSaid visit={visit} seals={seals} />}
      <Changes visit={visit} one={one} />
      <DocumentSaid visit={visit} one={one} />
      <Versions visit={visit} one={one} />
      <p>
        {isFixed(row) && (
          <>
            <a href={paperAt(row, `/export.zip?version=${String(row.version)}`)}>
              {say('导出（含材料、签章与验证方法）', 'Export it, with files, seals and how to verify them')}
            </a>{' '}
            ·{' '}
          </>
        )}
        <a href={`/units/${encodeURIComponent(row.unit)}/documents`}>{say('该单位的全部文件', 'All documents of the unit')}</a>
      </p>
    </>
  );
  return { title: paperSaid(visit, one), body };
}

async function listPage(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const id = c.req.param('id') ?? '';
  const unit = await deps.reading.status(caller, id, {});
  if (isRefusal(unit)) return refusing(visit, unit);
  const after = c.req.query('after');
  const found = await deps.papers.list(caller, { unit: id, limit: PAGE, ...(after === undefined ? {} : { after }) });
  if (isSaid(found)) return failing(visit, found);
  const rows = found.rows.map((row) => {
    return [
      <a href={paperAt(row)}>{row.document}</a>,
      formSaid(visit, row),
      [String(row.cycle), row.month ?? ''].join(' ').trim(),
      String(row.version),
      <State visit={visit} state={row.state} />,
      `${timeSaid(isoOf(row.savedAt))} · ${actorNamed(visit, row.savedBy)}`,
    ];
  });
  const head = [
    say('编号', 'Id'),
    say('表单', 'Form'),
    say('周期', 'Cycle'),
    say('版', 'Version'),
    say('状态', 'State'),
    say('保存', 'Saved'),
  ];
  const body = (
    <>
      <UnitWays visit={visit} unit={id} />
      {rows.length === 0 ? (
        <p>
          {say(
            '尚无文件：从“年度”中的事项开始填报后，草稿和已报送的文件在此列出。',
            'No documents yet: begin one from a duty of the year, and drafts and filings are listed here.',
          )}
        </p>
      ) : (
        <Table head={head} rows={rows} label={say('文件', 'Documents')} />
      )}
      <Next visit={visit} after={found.after} />
      {found.rows.some(({ state, version }) => state === 'filed' || version > 1) && (
        <p>
          <a href={`/units/${encodeURIComponent(id)}/documents.zip`}>
            {say('下载全部已报送的文件（zip）', 'All that was filed, as one archive (zip)')}
          </a>
        </p>
      )}
    </>
  );
  return { title: `${say('文件', 'Documents')} · ${unit.name}`, body };
}

async function archivePage(visit: Known): Promise<Shown> {
  const { c, deps, caller } = visit;
  const found = await deps.papers.archive(caller, c.req.param('id') ?? '', versionIn(visit));
  return isSaid(found) ? failing(visit, found) : found;
}

async function archiveOfUnit(visit: Known): Promise<Shown> {
  const found = await visit.deps.papers.archiveOf(visit.caller, visit.c.req.param('id') ?? '');
  return isSaid(found) ? failing(visit, found) : found;
}

/** `/documents/ID`, `/units/ID/documents`, and the same to keep: what was written and filed, for whoever may read it. */
export function addDocumentPages(pages: Pages): void {
  pages.known('get', '/documents/:id', documentPage);
  pages.known('get', '/documents/:id/export.zip', archivePage);
  pages.known('get', '/units/:id/documents', listPage);
  pages.known('get', '/units/:id/documents.zip', archiveOfUnit);
}
