import { formOf, latestFormOf } from '../../documents/drafts/reading.js';
import type { DocumentRow } from '../../documents/drafts/rows.js';
import { shapeErrors, type ShapeError } from '../../documents/forms/shape.js';
import { tidy, type Values } from '../../documents/forms/values.js';
import { isIn } from '../asked.js';
import { failing, type Pages } from '../pages.js';
import { wrongFields, type Said } from '../said.js';
import type { Known, Shown } from '../visit.js';
import { conflict } from './conflict-page.js';
import { Errors, FormSection, type Filling } from './fields.js';
import { FormChanged } from './form-changed.js';
import { isFixed, isSaid, opened, paperAt, paperSaid, SavedLine, Steps, type Opened } from './opened.js';
import { asChosen, saysTheSame, valuesIn } from './written.js';

const NOT_OWN: Said = {
  code: 'not-allowed',
  zh: '文件由编制单位填写；您可以查看已报送的版本。',
  en: 'A document is written by the party that makes it: you may read what was filed.',
};

/** What is wrong with what is there; what is still missing is told once it is checked. */
const wrongNow = ({ form }: Opened, values: Values, all: boolean): ShapeError[] =>
  shapeErrors(form, tidy(values)).filter(({ zh }) => all || (zh !== '必填' && !zh.startsWith('至少填写')));

const Workbook = ({ visit, row }: { visit: Known; row: DocumentRow }) => {
  const { say, signed } = visit;
  return (
    <details class="workbook">
      <summary>{say('用工作簿（xlsx）填报', 'Fill it in with a workbook (xlsx)')}</summary>
      <p>
        <a href={paperAt(row, '/workbook.xlsx')}>{say('下载含现有内容的工作簿', 'The workbook with what is here')}</a>
      </p>
      <form method="post" action={paperAt(row, '/workbook')} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={signed.formToken} />
        <input type="hidden" name="revision" value={String(row.revision)} />
        <label for="workbook">{say('填好的工作簿', 'The workbook, filled in')}</label>
        <input id="workbook" name="workbook" type="file" accept=".xlsx,.csv" required />
        <button class="second" type="submit">
          {say('导入：替换下面的内容', 'Import it: it takes the place of what is below')}
        </button>
      </form>
    </details>
  );
};

interface Filled {
  readonly values?: Values;
  readonly wrong?: Said;
  /** What a workbook that was read says otherwise than it is seen. */
  readonly told?: readonly string[];
  readonly isAll?: boolean;
}

/** What stands beside what is written: of the month before, or of another year. */
const periodOf = ({ month }: DocumentRow, cycle: number): readonly [zh: string, en: string] =>
  month === null ? [`${String(cycle)} 年度`, `in ${String(cycle)}`] : ['上月', 'the month before'];

async function filling(
  visit: Known,
  one: Opened,
  { values = one.row.values, wrong, told = [], isAll = false }: Filled = {},
): Promise<Shown> {
  const { row, form } = one;
  const { deps, say, c } = visit;
  const before = await deps.papers.before(row);
  const shown: Filling = {
    visit,
    form,
    values,
    errors: wrongNow(one, values, isAll),
    more: c.req.query('more'),
    ...(before ? { before: { words: periodOf(row, before.cycle), values: before.values } } : {}),
  };
  const body = (
    <>
      <Steps visit={visit} row={row} at="/fill" />
      <SavedLine visit={visit} row={row} />
      <FormChanged visit={visit} one={{ ...one, form: formOf(row) }} />
      {isFixed(row) && (
        <p class="notice">
          {say(
            '此版已签章或报送，保持不变；在此保存即开始新的一版。',
            'This version is sealed or filed, and stays as it is: what you save here begins a new one.',
          )}
        </p>
      )}
      <Workbook visit={visit} row={row} />
      {told.length > 0 && (
        <div class="notice" role="status">
          <p>{say('工作簿已导入并保存，但请核对：', 'The workbook was read and saved; look at this:')}</p>
          <ul>
            {told.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <div data-live>
        <Errors filling={shown} />
      </div>
      <form method="post" action={paperAt(row, '/fill')} novalidate data-save>
        <input type="hidden" name="csrf" value={visit.signed.formToken} />
        <input type="hidden" name="revision" value={String(row.revision)} />
        {/* Enter in a field goes on, and never to a button that adds rows */}
        <button class="sr" type="submit" name="go" value="save" tabindex={-1} aria-hidden="true">
          {say('保存草稿', 'Save the draft')}
        </button>
        {form.sections.map((section) => (
          <FormSection filling={shown} section={section} />
        ))}
        <p class="buttons">
          <button type="submit" name="go" value="files">
            {say('保存并继续：支撑材料', 'Save and go on: files')}
          </button>
          <button class="second" type="submit" name="go" value="save">
            {say('保存草稿', 'Save the draft')}
          </button>
        </p>
        <p class="hint" role="status" data-saving></p>
      </form>
    </>
  );
  return { title: paperSaid(visit, one), body, ...(wrong ? { wrong, status: deps.statusOf(wrong.code) } : {}) };
}

const revisionIn = (said: string | undefined): number => (said !== undefined && /^\d{1,9}$/.test(said) ? Number(said) : 0);

/** Where one goes on from a page of values. */
function onward(row: DocumentRow, go: string): Shown {
  const [where = '', table] = go.split(':');
  if (where === 'more' && table !== undefined)
    return { to: `${paperAt(row, '/fill')}?more=${encodeURIComponent(table)}#t.${encodeURIComponent(table)}` };
  return { to: paperAt(row, where === 'files' || where === 'check' ? `/${where}` : '/fill?saved') };
}

/** Saves values over what the writer saw. The same again is the same; what another has saved since is shown beside it. */
async function saved(
  visit: Known,
  one: Opened,
  asked: { readonly revision: number; readonly values: Values },
): Promise<DocumentRow | Shown> {
  const { row, form } = one;
  const same = saysTheSame(form, asked.values, row.values) && (row.state === 'filed' || form.digest === row.formDigest);
  if (same && (row.latest || isFixed(row))) return row;
  const answer = await visit.deps.papers.save(visit.caller, row.document, asked);
  if (!isSaid(answer)) return answer;
  if (answer.code === 'document-changed') return conflict(visit, one, asked.values);
  return filling(visit, one, { values: asked.values, wrong: answer });
}

const mine =
  (then: (visit: Known, one: Opened) => Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const one = await opened(visit);
    if (isSaid(one)) return failing(visit, one);
    // written by the form as it is now, under which it is saved, whatever it was begun with
    return one.own ? then(visit, { ...one, form: latestFormOf(one.row) }) : failing(visit, NOT_OWN);
  };

async function save(visit: Known, one: Opened): Promise<Shown> {
  const { fields } = visit;
  const values = asChosen(one.form, { mine: valuesIn(one.form, fields), saved: one.row.values }, fields);
  const done = await saved(visit, one, { revision: revisionIn(fields.get('revision')), values });
  return 'document' in done ? onward(done, fields.get('go') ?? 'save') : done;
}

const NO_WORKBOOK = wrongFields([{ name: 'workbook', zh: '请选择工作簿文件', en: 'Choose a workbook first' }]);

async function importing(visit: Known, one: Opened): Promise<Shown> {
  const { c, deps, caller, signed } = visit;
  const sent = await deps.uploads.take(c, { caller, signed, party: one.row.party }, ['workbook']);
  if (isSaid(sent)) return filling(visit, one, { wrong: sent });
  const book = sent.files.find((file) => 'bytes' in file);
  if (!book || !('bytes' in book)) return filling(visit, one, NO_WORKBOOK && { wrong: NO_WORKBOOK });
  const read = await deps.papers.readWorkbook(book.bytes, one.form);
  if (isSaid(read)) return filling(visit, one, { wrong: read });
  const { values, told } = read;
  const done = await saved(visit, one, { revision: revisionIn(sent.fields.get('revision')), values });
  if (!('document' in done)) return done;
  return told.length === 0 ? onward(done, 'save') : filling(visit, { ...one, row: done }, { told });
}

/** `/documents/ID/fill`, `…/workbook`: what is written, kept as a draft on the server with every step. */
export function addFillPages(pages: Pages): void {
  pages.known(
    'get',
    '/documents/:id/fill',
    mine((visit, one) => filling(visit, one, { isAll: isIn(visit, 'all') })),
  );
  pages.keeping('/documents/:id/fill', mine(save));
  pages.known(
    'get',
    '/documents/:id/workbook.xlsx',
    mine(async ({ deps }, { form, row }) => ({
      file: await deps.papers.workbook(form, row.values),
      name: `${row.document}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })),
  );
  pages.sending('/documents/:id/workbook', mine(importing));
}
