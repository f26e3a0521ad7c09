import { ChooseFiles } from './choose-files.js';
import { definitionOf } from '../acts/vocabulary.js';
import { attachedIn, withFiles } from './attached.js';
import type { Said } from './deps.js';
import { isSaid } from './documents/opened.js';
import { Form } from './pages.js';
import type { Known } from './visit.js';

const AT_MOST = 20;

/** Which of the caller's parties an act is done for. */
const partyOf = ({ caller }: Known, act: string, unit: string): string => {
  const kind = definitionOf(act)?.party;
  return kind === 'unit' ? unit : (caller.appointments.find((one) => one.kind === kind)?.party ?? '');
};

/** What was entered with the files of a form, those attached before among it; and why they were not taken. */
export interface Attaching {
  readonly entered: ReadonlyMap<string, string>;
  readonly wrong?: Said;
}

/** Takes in the files of the form, beside those attached before. Where they are refused, what was entered is kept. */
export async function attaching(visit: Known, act: string, unit: string): Promise<Attaching> {
  const { c, deps, caller, signed } = visit;
  const sent = await deps.uploads.take(c, { caller, signed, party: partyOf(visit, act, unit) }, []);
  if (isSaid(sent)) return { entered: sent.fields ?? new Map(), wrong: sent };
  const before = attachedIn(sent.fields);
  const added = sent.files.flatMap(({ name, ...file }) => ('sha256' in file ? [{ name, sha256: file.sha256 }] : []));
  const notTaken = (code: string, zh: string, en: string): Attaching => ({
    entered: sent.fields,
    wrong: { code, zh, en, inForm: [{ name: 'file', zh, en }] },
  });
  if (added.length === 0) return notTaken('bad-input', '请先选择文件', 'Choose a file first');
  const all = [
    ...before,
    ...added.filter(({ name, sha256 }) => !before.some((one) => one.sha256 === sha256 && one.name === name)),
  ];
  const most = String(AT_MOST);
  return all.length <= AT_MOST
    ? { entered: withFiles(sent.fields, all) }
    : notTaken('too-many', `至多附 ${most} 个文件`, `At most ${most} files go with it`);
}

/** What goes with the act so far, and a way to add more. */
export const ActFiles = ({
  visit,
  act,
  unit,
  entered,
}: {
  visit: Known;
  act: string;
  unit: string;
  entered: ReadonlyMap<string, string>;
}) => {
  const { say } = visit;
  const files = attachedIn(entered);
  const carried = [...entered].filter(([name]) => name !== 'csrf');
  return (
    <section>
      <h2>{say('随附文件（选填）', 'Files that go with it (optional)')}</h2>
      {files.length > 0 && (
        <Form visit={visit} action={`/acts/new/${act}/check`}>
          {carried.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ul class="files">
            {files.map(({ name, sha256 }) => (
              <li>
                <a href={`/files/${sha256}`}>{name}</a>{' '}
                <button class="link" type="submit" name="take-out" value={`${sha256} ${name}`}>
                  {say('移除', 'Remove')}
                  <span class="sr"> {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      <Form visit={visit} action={`/acts/new/${act}/files?${new URLSearchParams({ for: unit }).toString()}`} files>
        {carried.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ChooseFiles visit={visit} />
      </Form>
    </section>
  );
};
