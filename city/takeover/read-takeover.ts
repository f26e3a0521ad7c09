import { VOCABULARY } from '../../acts/vocabulary.js';
import { isPositiveWhole } from '../../domain/model/amount.js';
import type { Before } from '../../domain/duties/before.js';
import { FORMER } from '../../domain/duties/every.js';
import type { Former } from '../../domain/model/first-day.js';
import { isMonth } from '../../domain/model/instant.js';
import { own } from '../../domain/model/own.js';
import { error, type Finding } from '../finding.js';
import { dayMeant } from '../register/columns.js';
import { readColumns, type Fields } from '../table/columns.js';
import { readTable } from '../table/read-table.js';
import { isSheet } from '../table/sheet.js';
import { COLUMN_OF, formerMeant, OF_AN_ACT, resultOf, TAKEOVER_COLUMNS, type TakeoverColumn } from './columns.js';

/** Something that was done before, as a line has it. */
export interface Taken {
  readonly line: number;
  readonly unit: string;
  readonly took: Former;
}

/** A table of what is to be taken over as read. Lines with errors are left out, and keep the whole table from being carried out. */
export interface Takeover {
  readonly lines: number;
  readonly taken: readonly Taken[];
  readonly findings: readonly Finding[];
}

/** `BJ-0001/L2:100; BJ-0001/L3:50` */
function lotsMeant(said: string): { lot: string; quantity: string }[] | undefined {
  const lots = said
    .split(/[;；]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [lot = '', quantity = ''] = one.split(/[:：]/u).map((part) => part.trim());
      return { lot, quantity };
    });
  return lots.length > 0 && lots.every(({ lot, quantity }) => lot !== '' && isPositiveWhole(quantity)) ? lots : undefined;
}

type Said = Readonly<Record<TakeoverColumn, string>>;

/** What one cell says of an act of before; a finding where it cannot be. */
function read(act: string, column: TakeoverColumn, said: string): { readonly is: unknown } | Omit<Finding, 'level' | 'line'> {
  const no = (code: Finding['code'], zh: string, en: string) => ({ code, column, zh, en });
  switch (column) {
    case 'month':
      return isMonth(said)
        ? { is: said }
        : no('bad-month', `“${said}”不是月份，应为 YYYY-MM`, `${said} is no month: write YYYY-MM`);
    case 'result': {
      const result = resultOf(act, said);
      const [zh, en] = act.startsWith('decide-')
        ? ['“同意”或“不同意”', 'accept or reject']
        : ['“通过”或“退回”', 'pass or return'];
      return result === undefined ? no('bad-result', `应为${zh}`, `must be ${en}`) : { is: result };
    }
    case 'lots': {
      const lots = lotsMeant(said);
      return lots ? { is: lots } : no('bad-lots', '应为“批次:吨数; 批次:吨数”', 'must be LOT:TONNES; LOT:TONNES');
    }
    default:
      return { is: said };
  }
}

/** What the act brings by the cells of its own; or what is wrong with them. */
function broughtBy(act: string, { zh, says = [], may = [] }: Before, of: Said) {
  const findings: Omit<Finding, 'level' | 'line'>[] = [];
  const brings: Record<string, unknown> = {};
  for (const column of OF_AN_ACT) {
    const said = of[column];
    const field = [...says, ...may].find((one) => COLUMN_OF[one] === column);
    if (said === '' && field && says.includes(field))
      findings.push({ code: 'empty-cell', column, zh: `${zh}须填写此项`, en: `must not be empty for ${act}` });
    else if (said !== '' && !field)
      findings.push({ code: 'not-of-act', column, zh: `${zh}没有此项，留空`, en: `${act} brings none: leave the cell empty` });
    else if (said !== '' && field) {
      const made = read(act, column, said);
      if ('code' in made) findings.push(made);
      else brings[field] = made.is;
    }
  }
  return { brings, findings };
}

/** The same shapes that the desk parses by say what else is wrong. */
function wrongByShape(took: object, line: number): Finding[] {
  const name = 'month' in took ? 'take-over-evidence' : 'take-over';
  const parsed = VOCABULARY[name].with.safeParse({ took: [took], basis: '接收' }, { reportInput: true });
  return (parsed.error?.issues ?? []).slice(0, 1).map(({ path, message }) => {
    const column = own<TakeoverColumn>({ ...COLUMN_OF, document: 'document' }, String(path[2])) ?? 'act';
    const [zh = message, en = message] = message.split(' | ');
    return error('bad-amount', { line, column }, zh, en);
  });
}

function readLine({ line, of }: Fields<TakeoverColumn>): { readonly taken?: Taken; readonly findings: readonly Finding[] } {
  const empty = (['unit', 'act', 'on', 'document'] as const).filter((column) => of[column] === '');
  const findings: Finding[] = empty.map((column) => error('empty-cell', { line, column }, '不能为空', 'must not be empty'));
  const [act, on] = [formerMeant(of.act), dayMeant(of.on)];
  if (of.act !== '' && act === undefined)
    findings.push(
      error(
        'not-taken-over',
        { line, column: 'act' },
        `“${of.act}”不能接收；可接收：${[...FORMER.values()].map(({ zh }) => zh).join('、')}`,
        `${of.act} cannot be taken over; what can: ${[...FORMER.keys()].join(', ')}`,
      ),
    );
  if (of.on !== '' && on === undefined)
    findings.push(
      error(
        'bad-day',
        { line, column: 'on' },
        `“${of.on}”不是日期，例如 2024-07-01`,
        `${of.on} is no day: write it like 2024-07-01`,
      ),
    );
  const before = act === undefined ? undefined : FORMER.get(act);
  const made = act !== undefined && before ? broughtBy(act, before, of) : undefined;
  findings.push(
    ...(made?.findings ?? []).map(({ code, column, zh, en }) => error(code, { line, ...(column ? { column } : {}) }, zh, en)),
  );
  if (findings.length > 0 || !made) return { findings };
  const took = { do: act, on, document: of.document, ...made.brings };
  const wrong = wrongByShape(took, line);
  return wrong.length > 0 ? { findings: wrong } : { taken: { line, unit: of.unit, took: took as Taken['took'] }, findings };
}

/** Reads what is to be taken over from the bytes of a file, CSV or xlsx. Never throws for what the file says. */
export async function readTakeover(bytes: Uint8Array): Promise<Takeover> {
  const sheet = await readTable(bytes);
  if (!isSheet(sheet)) return { lines: 0, taken: [], findings: sheet.findings };
  const { lines, findings } = readColumns(sheet, TAKEOVER_COLUMNS);
  const frame = [...sheet.findings, ...findings];
  if (findings.some(({ code }) => code === 'missing-column' || code === 'duplicate-column'))
    return { lines: lines.length, taken: [], findings: frame };
  const wrong = new Set(findings.flatMap(({ level, line }) => (level === 'error' ? [line] : [])));
  const made = lines.map(readLine);
  return {
    lines: lines.length,
    taken: made.flatMap(({ taken }) => (taken && !wrong.has(taken.line) ? [taken] : [])),
    findings: [...frame, ...made.flatMap((one) => one.findings)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}
