import type { Checked } from '../../documents/drafts/documents.js';
import type { Computed } from '../../documents/forms/totals.js';
import { TOTALS } from '../../regulation/forms/form.js';
import { failing, Form as PostForm, Table, type Pages } from '../pages.js';
import { tonnesSaid } from '../words.js';
import type { Known, Shown, Visit } from '../visit.js';
import { Errors } from './fields.js';
import { FilingForetold } from './filing-foretold.js';
import { FindingSaid } from './finding-said.js';
import { FormChanged } from './form-changed.js';
import { isFixed, isSaid, opened, paperAt, paperSaid, SavedLine, Steps, type Opened } from './opened.js';

type Words = readonly [zh: string, en: string];
const TOTAL_WORDS: Readonly<Record<keyof Computed, Words>> = {
  fossil: ['化石燃料', 'fossil fuels'],
  electricity: ['电力', 'electricity'],
  heat: ['热力', 'heat'],
  process: ['过程', 'process'],
  total: ['合计', 'total'],
};

/** What the platform computes of it: that figure counts. */
export const Totals = ({ visit, totals }: { visit: Visit; totals: Computed }) => {
  const { say } = visit;
  return (
    <div class="narrow">
      <h2>{say('按活动数据计算的排放量', 'Emissions, computed from the activity data')}</h2>
      <Table
        head={[say('来源', 'Source'), say('吨二氧化碳', 't of CO2')]}
        rows={TOTALS.map((name) =>
          name === 'total'
            ? [<b>{say(...TOTAL_WORDS[name])}</b>, <b>{tonnesSaid(totals[name])}</b>]
            : [say(...TOTAL_WORDS[name]), tonnesSaid(totals[name])],
        )}
        label={say('排放量', 'Emissions')}
        numeric={[1]}
      />
    </div>
  );
};

const EXPLANATION_MAX = 4_000;

const Findings = ({ visit, checked }: { visit: Known; checked: Checked }) => {
  const { say } = visit;
  const { findings, document } = checked;
  return (
    <>
      <h2>{say('区生态环境部门将看到的提示', 'What the district will see')}</h2>
      <p>
        {say('提示不影响报送；写下说明，可省去一次退回。', 'None of these stops the filing; an explanation may save a return.')}
      </p>
      <ol class="findings">
        {findings.map((finding, n) => {
          const id = `e-${String(n)}`;
          return (
            <li>
              <div id={`${id}-what`}>
                <FindingSaid visit={visit} finding={finding} />
              </div>
              <label for={id}>{say('说明（选填）', 'Explanation (optional)')}</label>
              <input type="hidden" name={`key-${String(n)}`} value={finding.key} />
              <textarea id={id} name={id} rows={2} maxlength={EXPLANATION_MAX} aria-describedby={`${id}-what`}>
                {document.explanations[finding.key] ?? ''}
              </textarea>
            </li>
          );
        })}
      </ol>
    </>
  );
};

async function checkPage(visit: Known, one: Opened): Promise<Shown> {
  const { deps, caller, say } = visit;
  const checked = await deps.papers.check(caller, one.row.document);
  if (isSaid(checked)) return failing(visit, checked);
  const { errors, findings, document: row } = checked;
  const files = errors.filter(({ path }) => path[0] === 'files');
  const shapes = errors.filter((error) => !files.includes(error));
  const body = (
    <>
      <Steps visit={visit} row={row} at="/check" />
      <SavedLine visit={visit} row={row} />
      <FormChanged visit={visit} one={{ ...one, row }} />
      {errors.length > 0 ? (
        <>
          <Errors filling={{ visit, form: one.form, values: row.values, errors: shapes, to: paperAt(row, '/fill?all') }} />
          {files.map(({ zh, en }) => (
            <p class="notice wrong">{say(zh, en)}</p>
          ))}
        </>
      ) : (
        <p class="lead">
          {findings.length === 0
            ? say('内容完整，没有提示，可以报送。', 'It is whole, nothing was found, and it can be filed.')
            : say(
                `内容完整，可以报送；有 ${String(findings.length)} 条提示。`,
                `It is whole and can be filed; ${String(findings.length)} things were found.`,
              )}
        </p>
      )}
      <FilingForetold visit={visit} one={{ ...one, row }} />
      {row.totals && <Totals visit={visit} totals={row.totals} />}
      <PostForm visit={visit} action={paperAt(row, '/check')}>
        {findings.length > 0 && <Findings visit={visit} checked={checked} />}
        <p class="buttons">
          {errors.length > 0 ? (
            <a class="act" href={paperAt(row, '/fill?all')}>
              {say('返回更正', 'Go back and put it right')}
            </a>
          ) : (
            <button type="submit" name="go" value="submit">
              {say('下一步：核对', 'Next: look it over')}
            </button>
          )}
          {findings.length > 0 && !isFixed(row) && (
            <button class="second" type="submit" name="go" value="check">
              {say('保存说明', 'Keep the explanations')}
            </button>
          )}
        </p>
      </PostForm>
    </>
  );
  return { title: `${say('检查：', 'Check: ')}${paperSaid(visit, one)}`, body };
}

/** Keeps what is said to findings, those that the page showed. */
async function explaining(visit: Known, { row }: Opened): Promise<Shown> {
  const { deps, caller, fields } = visit;
  const said: Record<string, string> = {};
  for (const [name, key] of fields) {
    const [, n] = /^key-(\d{1,3})$/.exec(name) ?? [];
    const text = n === undefined ? '' : (fields.get(`e-${n}`) ?? '').trim();
    if (text !== '' && text !== row.explanations[key]) said[key] = text.slice(0, EXPLANATION_MAX);
  }
  if (Object.keys(said).length > 0) {
    const kept = await deps.papers.explain(caller, row.document, said);
    if (isSaid(kept)) return failing(visit, kept);
  }
  return { to: paperAt(row, fields.get('go') === 'check' ? '/check' : '/submit') };
}

const mine =
  (then: (visit: Known, one: Opened) => Promise<Shown>) =>
  async (visit: Known): Promise<Shown> => {
    const one = await opened(visit);
    return isSaid(one) ? failing(visit, one) : then(visit, one);
  };

/** `/documents/ID/check`: what would be seen of it, and what its makers say to that. Looking keeps what was found, and changes nothing else. */
export function addPaperCheckPages(pages: Pages): void {
  pages.known('get', '/documents/:id/check', mine(checkPage));
  pages.keeping('/documents/:id/check', mine(explaining));
}
