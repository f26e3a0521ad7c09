import { changesBetween } from '../../documents/forms/changes.js';
import { tidy, type Values } from '../../documents/forms/values.js';
import { isoOf } from '../../domain/model/instant.js';
import { failing, Form as PostForm, Table } from '../pages.js';
import { timeSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';
import { actorNamed } from '../who.js';
import { isSaid, paperAt, paperSaid, type Opened } from './opened.js';
import { sentFor, takeName } from './written.js';

/** Two have written at once, or one in two tabs: both are shown, and nothing is lost whichever is kept. */
export async function conflict(visit: Known, one: Opened, values: Values): Promise<Shown> {
  const { deps, caller, say } = visit;
  const now = await deps.papers.read(caller, one.row.document);
  if (isSaid(now)) return failing(visit, now);
  const [mine, theirs] = [tidy(values), now.values];
  const changes = changesBetween(one.form, { values: theirs, files: [] }, { values: mine, files: [] });
  const rows = changes.map(({ path, zh, en, before, after }) => [
    say(zh, en),
    before ?? '—',
    after ?? '—',
    <select name={takeName(path)} aria-label={`${say('采用', 'Keep')} ${say(zh, en)}`}>
      <option value="mine">{say('您填写的', 'what you wrote')}</option>
      <option value="saved">{say('已保存的', 'what is saved')}</option>
    </select>,
  ]);
  const body = (
    <>
      <p>
        {say(
          `您打开本页之后，${actorNamed(visit, now.savedBy)} 于 ${timeSaid(isoOf(now.savedAt))} 保存了新内容。两者不同之处如下，请逐项选择；您的内容尚未保存，也没有丢失。`,
          `${actorNamed(visit, now.savedBy)} saved something else at ${timeSaid(isoOf(now.savedAt))}, after you had opened the page. This is where the two differ: choose for each. Yours is not saved yet, and not lost.`,
        )}
      </p>
      <PostForm visit={visit} action={paperAt(now, '/fill')}>
        <input type="hidden" name="revision" value={String(now.revision)} />
        {sentFor(one.form, mine).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Table
          head={[say('项目', 'Field'), say('已保存的', 'What is saved'), say('您填写的', 'What you wrote'), say('采用', 'Keep')]}
          rows={rows}
          label={say('不同之处', 'Where they differ')}
        />
        <p class="buttons">
          <button type="submit" name="go" value="save">
            {say('按所选保存', 'Save as chosen')}
          </button>
          <a class="act second" href={paperAt(now, '/fill')}>
            {say('放弃我填写的，全部采用已保存的', 'Drop what I wrote, and take all that is saved')}
          </a>
        </p>
      </PostForm>
    </>
  );
  return {
    title: `${say('内容有冲突：', 'Two have written: ')}${paperSaid(visit, one)}`,
    body,
    status: deps.statusOf('document-changed'),
    no: { code: 'document-changed', zh: '内容有冲突', en: 'two have written' },
  };
}
