import { currentCycle } from '../../regulation/named.js';
import type { Found } from '../deps.js';
import { failing, Form, Table, type Pages } from '../pages.js';
import type { Known, Shown } from '../visit.js';
import { lookOver, PROPOSE_LINES, proposeLines } from './lines-look-over.js';
import { proposableBy } from './proposable.js';

/** As large as a file of decisions may be. */
const FILE_MAX = 4_194_304;
const FINDINGS_MOST = 200;
const YEAR = /^\d{4}$/;

const COLUMNS = [
  ['unit', '单位编号', '', 'id of the unit'],
  ['act', '事项', '核定、核发、预发……，或英文名', 'the act, such as confirm-emissions'],
  ['amount', '数量', '吨，或处罚金额', 'tonnes, or yuan of a penalty'],
  ['result', '决定', '同意 / 不同意', 'accept / reject'],
  ['basis', '依据', '', 'what it rests on'],
  ['with', '其他内容', '以 JSON 写全，代替以上三栏', 'all that it brings, as JSON, in place of those three'],
] as const;

const Ask = ({ visit }: { visit: Known }) => {
  const { say, fields } = visit;
  const rows = COLUMNS.map(([name, zh, hint, en]) => [`${zh} · ${name}`, say(hint, en)]);
  return (
    <>
      <p>
        {say(
          '上传 xlsx 或 CSV 文件，一行一项决定；先逐行显示效果，确认后作为一件提案，由另一人批准。文件本身不保存。',
          'Send an xlsx or CSV file with one decision a line. What each would do is shown first; then all are one proposal, which another approves. The file itself is not kept.',
        )}
      </p>
      <Form visit={visit} action="/batches/look" files judged>
        <label for="cycle">{say('履约周期', 'Cycle')}</label>
        <input id="cycle" name="cycle" value={fields.get('cycle') ?? String(currentCycle())} inputmode="numeric" required />
        <label for="file">{say('文件（xlsx 或 CSV，至多 4 MB）', 'File (xlsx or CSV, 4 MB at most)')}</label>
        <input id="file" name="file" type="file" accept=".xlsx,.csv" required />
        <button type="submit">{say('下一步：逐行查看效果', 'Next: see what each line would do')}</button>
      </Form>
      <details>
        <summary>{say('文件的栏目', 'The columns of the file')}</summary>
        <Table head={[say('栏目', 'Column'), say('内容', 'What it says')]} rows={rows} label={say('栏目', 'Columns')} />
      </details>
    </>
  );
};

const Findings = ({ visit, found }: { visit: Known; found: readonly Found[] }) => {
  const { say } = visit;
  const rows = found
    .slice(0, FINDINGS_MOST)
    .map(({ level, line, column, zh, en }) => [
      level === 'error' ? say('错误', 'error') : say('提示', 'warning'),
      line === undefined ? '—' : String(line),
      column ?? '—',
      say(zh, en),
    ]);
  return (
    <Table
      head={[say('程度', 'Level'), say('行', 'Line'), say('栏目', 'Column'), say('发现', 'Found')]}
      rows={rows}
      label={say('文件中的问题', 'What was found in the file')}
    />
  );
};

const again = (
  visit: Known,
  name: 'file' | 'cycle',
  [zh, en]: readonly [string, string],
  found: readonly Found[] = [],
): Shown => ({
  title: visit.say('文件未能读取', 'The file cannot be taken'),
  status: 400,
  wrong: { code: 'bad-input', zh, en, inForm: [{ name, zh, en }] },
  body: (
    <>
      {found.length > 0 && <Findings visit={visit} found={found} />}
      <Ask visit={visit} />
    </>
  ),
});

async function looking(visit: Known): Promise<Shown> {
  const { files, fields, deps } = visit;
  const file = files.get('file');
  const cycle = fields.get('cycle') ?? '';
  if (!file || file.size === 0)
    return again(visit, 'file', ['没有文件：请选择一个 xlsx 或 CSV 文件。', 'There is no file: choose an xlsx or CSV file.']);
  if (!YEAR.test(cycle)) return again(visit, 'cycle', ['履约周期应写作四位年份。', 'Write the cycle as a year of four digits.']);
  const { lines, found } = await deps.decisionsIn(new Uint8Array(await file.arrayBuffer()), Number(cycle));
  const errors = found.filter(({ level }) => level === 'error').length;
  if (errors > 0 || lines.length === 0)
    return again(
      visit,
      'file',
      [
        `文件有 ${String(errors)} 处错误，全部未提出；请更正后重新上传。`,
        `The file has ${String(errors)} errors and nothing of it was proposed: correct it and send it again.`,
      ],
      found,
    );
  const shown = await lookOver(visit, lines, '/batches/new');
  return 'body' in shown && found.length > 0
    ? {
        ...shown,
        body: (
          <>
            <Findings visit={visit} found={found} />
            {shown.body}
          </>
        ),
      }
    : shown;
}

const officersAlone =
  (show: (visit: Known) => Shown | Promise<Shown>) =>
  async (visit: Known): Promise<Shown> =>
    proposableBy(visit.caller, visit.deps.now()).some(({ ofUnit }) => ofUnit)
      ? show(visit)
      : failing(visit, {
          code: 'not-allowed',
          zh: '批量决定由市生态环境部门经办人提出。',
          en: 'Many decisions at once are proposed by officers of the city authority.',
        });

/** `GET /batches/new`, `POST /batches/look`, `POST /batches`: many decisions from a file, as one proposal. */
export function addBatchPages(pages: Pages): void {
  pages.known(
    'get',
    '/batches/new',
    officersAlone((visit) => ({ title: visit.say('批量提出', 'Propose many'), body: <Ask visit={visit} /> })),
  );
  pages.known('post', '/batches/look', officersAlone(looking), FILE_MAX);
  pages.known('post', PROPOSE_LINES, officersAlone(proposeLines), FILE_MAX);
}
