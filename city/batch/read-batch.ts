import type { RawAct } from '../../desk/admit.js';
import { definitionInCases } from '../../acts/vocabulary.js';
import { readJson } from '../../desk/written/json.js';
import { WrittenError } from '../../desk/written/written-error.js';
import type { Json } from '../../domain/model/json.js';
import { canonical, sha256 } from '../../records/chain.js';
import { error, type Finding } from '../finding.js';
import { readColumns, type Fields } from '../table/columns.js';
import { readTable } from '../table/read-table.js';
import { isSheet } from '../table/sheet.js';
import { actMeant, amountOf, BATCH_COLUMNS, PROPOSAL_COLUMNS, resultMeant, type BatchColumn } from './columns.js';

/** One decision about one unit, as its line states it. */
export interface Decision {
  readonly line: number;
  /** Of what the whole batch says and the line: the same line of the same batch is the same act, however often it is sent or saved. */
  readonly id: string;
  readonly unit: string;
  readonly raw: RawAct;
}

/** A batch as read. Lines with errors are left out of `decisions`, and keep the whole batch from being carried out. */
export interface Batch {
  /** `sha256:…` over what the batch says in its cycle: saved anew, as another kind of file too, it is the same batch. */
  readonly digest: string;
  readonly decisions: readonly Decision[];
  readonly findings: readonly Finding[];
}

const ID_DIGITS = 16;

type Place = (column: BatchColumn) => { line: number; column: string };

/** Why an act has no place in a batch: it is another party's, or concerns every case at once, or no unit. */
function notADecision(act: string, place: Place): Finding[] {
  const definition = definitionInCases(act);
  if (!definition) return [];
  const { party, concerns } = definition;
  const no = (zh: string, en: string): Finding[] => [error('not-a-decision', place('act'), `${act} ${zh}`, `${act} ${en}`)];
  if (party !== 'city') return no('不由市生态环境部门办理', 'is no decision of the city');
  if (concerns === 'city') return no('涉及全部案件，不能按单位批量办理', 'concerns every case at once: do it by itself');
  if (concerns === 'register') return no('请用 register import 导入', 'is an entry of the register: luyue register import');
  return concerns === 'alarms' ? no('不涉及任何单位，不能按单位批量办理', 'concerns no unit: do it by itself') : [];
}

/** What the act brings where it is written out as JSON; a finding where that is no object, or would not be kept as it is written. */
function withWritten(said: string, place: Place): { with: Json } | { findings: Finding[] } {
  let [why, because] = ['', ''];
  try {
    const written = readJson(said);
    if (typeof written === 'object' && written !== null && !Array.isArray(written)) return { with: written };
  } catch (problem) {
    if (!(problem instanceof WrittenError)) throw problem;
    [why, because] = [`（${problem.zh}）`, ` (${problem.en})`];
  }
  return {
    findings: [error('bad-json', place('with'), `应为 JSON 对象${why}`, `must be a JSON object, as in a scenario${because}`)],
  };
}

/** What the act brings, from amount, result and basis; or every reason why it cannot be told. */
function withOf(of: Fields<BatchColumn>['of'], act: string, place: Place): { with: Json } | { findings: Finding[] } {
  if (of.with !== '') {
    if (of.amount !== '' || of.result !== '' || of.basis !== '')
      return {
        findings: [
          error(
            'two-spellings',
            place('with'),
            '不能与数量、决定、依据并用',
            'takes the place of amount, result and basis: write one or the other',
          ),
        ],
      };
    return withWritten(of.with, place);
  }
  const findings: Finding[] = [];
  const field = amountOf(act);
  if (of.amount !== '' && field === undefined && definitionInCases(act))
    findings.push(
      error(
        'no-amount',
        place('amount'),
        `${act} 没有数量，请在“其他内容”中填写`,
        `${act} brings no amount of its own: write it in the column with`,
      ),
    );
  const result = resultMeant(of.result);
  if (of.result !== '' && result === undefined)
    findings.push(error('bad-result', place('result'), '应为“同意”或“不同意”', 'must be accept (同意) or reject (不同意)'));
  if (findings.length > 0) return { findings };
  return {
    with: {
      ...(of.amount === '' ? {} : { [field ?? 'amount']: of.amount }),
      ...(result === undefined ? {} : { result }),
      ...(of.basis === '' ? {} : { basis: of.basis }),
    },
  };
}

/** In a proposal nobody writes down who is another officer. */
const namesOfficers = ({ by, approvedBy }: Fields<BatchColumn>['of'], place: Place): Finding[] =>
  (['by', 'approvedBy'] as const).flatMap((column) =>
    (column === 'by' ? by : approvedBy) === ''
      ? []
      : [
          error(
            'names-officers',
            place(column),
            '由登录者提出、另一人以本人身份批准，此栏留空',
            'leave it empty: whoever has signed in proposes, and another officer approves by a request of their own',
          ),
        ],
  );

/** As whom a line is looked at that somebody is still to propose. */
const PROPOSER = 'city/officer';

function readDecision({ line, of }: Fields<BatchColumn>, proposes: boolean): Omit<Decision, 'id'> | { findings: Finding[] } {
  const place: Place = (column) => ({ line, column });
  const needed = proposes ? (['unit', 'act'] as const) : (['unit', 'act', 'by', 'approvedBy'] as const);
  const empty = needed.filter((column) => of[column] === '');
  const act = actMeant(of.act);
  const brings = withOf(of, act, place);
  const findings = [
    ...empty.map((column) => error('empty-cell', place(column), '不能为空', 'must not be empty')),
    ...notADecision(act, place),
    ...(proposes ? namesOfficers(of, place) : []),
    ...('findings' in brings ? brings.findings : []),
  ];
  if (findings.length > 0 || 'findings' in brings) return { findings };
  const raw: RawAct = {
    do: act,
    for: of.unit,
    with: brings.with,
    ...(proposes ? { by: PROPOSER } : { by: of.by, approvedBy: of.approvedBy }),
  };
  return { line, unit: of.unit, raw };
}

/**
 * Reads a batch of a cycle's decisions from the bytes of a file, CSV or xlsx; `proposes`: to be proposed by whoever has signed in. What the
 * law says of them is for the preview.
 */
export async function readBatch(bytes: Uint8Array, cycle: number, proposes = false): Promise<Batch> {
  const made = (lines: readonly Omit<Decision, 'id'>[], findings: readonly Finding[]): Batch => {
    const digest = sha256(canonical({ cycle, decisions: lines.map(({ raw }) => raw) }));
    const decisions = lines.map((one, n) => ({ ...one, id: `batch-${digest.slice(0, ID_DIGITS)}-${String(n + 1)}` }));
    return { digest: `sha256:${digest}`, decisions, findings };
  };
  const sheet = await readTable(bytes);
  if (!isSheet(sheet)) return made([], sheet.findings);
  const { lines, findings } = readColumns(sheet, proposes ? PROPOSAL_COLUMNS : BATCH_COLUMNS);
  const frame = [...sheet.findings, ...findings];
  if (findings.some(({ code }) => code === 'missing-column' || code === 'duplicate-column')) return made([], frame);
  const wrong = new Set(findings.flatMap(({ level, line }) => (level === 'error' ? [line] : [])));
  const read = lines.map((fields) => readDecision(fields, proposes));
  return made(
    read.flatMap((one) => ('findings' in one || wrong.has(one.line) ? [] : [one])),
    [...frame, ...read.flatMap((one) => ('findings' in one ? one.findings : []))],
  );
}
