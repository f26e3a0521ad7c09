import { latestFormOf } from '../../documents/drafts/reading.js';
import { formChanges, type FormChange } from '../../documents/forms/between-forms.js';
import type { Known } from '../visit.js';
import { bracketed } from '../words.js';
import { paperAt, type Opened } from './opened.js';

const HOW: Readonly<Record<FormChange['how'], readonly [zh: string, en: string]>> = {
  added: ['新增', 'new'],
  changed: ['填法有变', 'asked otherwise'],
  dropped: ['不再需要', 'asked no more'],
};

/** That the form has changed since a draft was saved: what is asked otherwise, and what to do. What is filed stays as it was. */
export const FormChanged = ({ visit, one: { row, form, own } }: { visit: Known; one: Opened }) => {
  const { say } = visit;
  const now = latestFormOf(row);
  if (!own || !row.latest || row.state === 'filed' || now.digest === row.formDigest) return <></>;
  const changes = formChanges(form, now, row.values);
  return (
    <div class="notice">
      <p>
        <strong>{say('上次保存之后，表单有更新', 'The form has changed since this was saved last')}</strong>
        {row.formVersion !== now.version &&
          bracketed(
            visit,
            say(
              `第 ${String(row.formVersion)} 版 → 第 ${String(now.version)} 版`,
              `version ${String(row.formVersion)} → ${String(now.version)}`,
            ),
          )}
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ zh, en, how, was }) => (
            <li>
              {say(...HOW[how])}
              {say('：', ': ')}
              {say(zh, en)}
              {was !== undefined && bracketed(visit, say(`原填 ${was}`, `you had written ${was}`))}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={paperAt(row, '/fill')}>{say('按新表单核对并保存', 'Look it over by the new form, and save it')}</a>
        {row.state === 'sealed'
          ? say('：保存即为新的一版，须重新签章。', ': that begins a new version, which has to be sealed anew.')
          : say(
              '，再检查和报送；不保存而报送的，按原表单受理。',
              ', then check and file it; filed without that, it counts by the form that it was saved under.',
            )}
      </p>
    </div>
  );
};
