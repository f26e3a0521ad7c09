import { ChooseFiles } from '../choose-files.js';
import type { NamedFile } from '../../documents/forms/brings.js';
import { failing, Form as PostForm, type Pages } from '../pages.js';
import type { Said } from '../deps.js';
import type { Known, Shown } from '../visit.js';
import { isSaid, opened, paperAt, paperSaid, SavedLine, Steps, type Opened } from './opened.js';

const KB = 1_024;
const sizeSaid = (bytes: number): string =>
  bytes < KB * KB ? `${String(Math.max(1, Math.round(bytes / KB)))} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;

export const FileList = ({
  visit,
  files,
  children,
}: {
  visit: Known;
  files: readonly NamedFile[];
  children?: (file: NamedFile) => object;
}) => (
  <ul class="files">
    {files.map((file) => (
      <li>
        <a href={`/files/${file.sha256}`}>{file.name}</a> <span class="hint">{sizeSaid(file.size)}</span>{' '}
        <code title="SHA-256">{file.sha256.slice(0, 12)}…</code> {children ? children(file) : ''}
        <span class="sr">{visit.say('（下载）', ' (to download)')}</span>
      </li>
    ))}
  </ul>
);

function filesPage(visit: Known, one: Opened, wrong?: Said): Shown {
  const { row, form } = one;
  const { say, signed, deps } = visit;
  const body = (
    <>
      <Steps visit={visit} row={row} at="/files" />
      <SavedLine visit={visit} row={row} />
      {row.files.length === 0 ? (
        <p>
          {form.files === 'needed'
            ? say(
                '尚未附支撑材料。缺少材料不影响报送时间，但区生态环境部门会看到并要求补充。',
                'No proof is attached yet. That does not stop the filing, but the district sees it and will ask for it.',
              )
            : say('尚未附文件（选填）。', 'No file is attached yet; none is required.')}
        </p>
      ) : (
        <PostForm visit={visit} action={paperAt(row, '/files/remove')}>
          <input type="hidden" name="revision" value={String(row.revision)} />
          <FileList visit={visit} files={row.files}>
            {(file) => (
              <button class="link" type="submit" name="remove" value={`${file.sha256} ${file.name}`}>
                {say('移除', 'Remove')}
                <span class="sr"> {file.name}</span>
              </button>
            )}
          </FileList>
        </PostForm>
      )}
      <form method="post" action={paperAt(row, '/files')} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={signed.formToken} />
        <input type="hidden" name="revision" value={String(row.revision)} />
        <ChooseFiles visit={visit} />
      </form>
      <p class="buttons">
        <a class="act" href={paperAt(row, '/check')}>
          {say('下一步：检查', 'Next: check')}
        </a>
        <a href={paperAt(row, '/fill')}>{say('返回填报', 'Back to the form')}</a>
      </p>
    </>
  );
  return {
    title: `${say('支撑材料：', 'Files: ')}${paperSaid(visit, one)}`,
    body,
    ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}),
  };
}

const mine =
  (then: (visit: Known, one: Opened) => Shown | Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const one = await opened(visit);
    if (isSaid(one)) return failing(visit, one);
    const no = { code: 'not-allowed', zh: '附件由编制单位增减', en: 'Files are attached by the party that makes the document' };
    return one.own ? then(visit, one) : failing(visit, no);
  };

/** Saves which files it has, over the document as it is now: files of others stay. */
async function attach(visit: Known, one: Opened, files: readonly Pick<NamedFile, 'name' | 'sha256'>[]): Promise<Shown> {
  const { deps, caller } = visit;
  const saved = await deps.papers.save(caller, one.row.document, { revision: one.row.revision, files });
  return isSaid(saved) ? filesPage(visit, one, saved) : { to: paperAt(saved, '/files') };
}

async function uploading(visit: Known, one: Opened): Promise<Shown> {
  const { c, deps, caller, signed } = visit;
  const sent = await deps.uploads.take(c, { caller, signed, party: one.row.party }, []);
  if (isSaid(sent)) return filesPage(visit, one, sent);
  const added = sent.files.flatMap((file) => ('sha256' in file ? [{ name: file.name, sha256: file.sha256 }] : []));
  if (added.length === 0) return filesPage(visit, one, { code: 'bad-input', zh: '请先选择文件', en: 'Choose a file first' });
  // files may take minutes to arrive: what was saved meanwhile stays
  const now = await opened(visit);
  if (isSaid(now)) return failing(visit, now);
  const isNew = ({ name, sha256 }: { readonly name: string; readonly sha256: string }): boolean =>
    !now.row.files.some((file) => file.name === name && file.sha256 === sha256);
  return attach(visit, now, [...now.row.files, ...added.filter(isNew)]);
}

const removing = (visit: Known, one: Opened): Promise<Shown> => {
  const said = visit.fields.get('remove') ?? '';
  const kept = one.row.files.filter(({ name, sha256 }) => `${sha256} ${name}` !== said);
  if (kept.length === one.row.files.length) return Promise.resolve({ to: paperAt(one.row, '/files') });
  return attach(visit, one, kept);
};

/** `/documents/ID/files`: what proves it; `/files/SHA256`: one of them, handed out. */
export function addFilesPages(pages: Pages): void {
  pages.known('get', '/documents/:id/files', mine(filesPage));
  pages.sending('/documents/:id/files', mine(uploading));
  pages.known('post', '/documents/:id/files/remove', mine(removing));
  pages.known('get', '/files/:sha256', async (visit) => {
    const found = await visit.deps.uploads.open(visit.caller, visit.c.req.param('sha256') ?? '');
    return isSaid(found) ? failing(visit, found) : found;
  });
}
