import { isPositiveWhole } from '../../domain/model/amount.js';
import type { BalanceLot } from '../../domain/model/first-day.js';
import type { Day } from '../../domain/model/instant.js';
import { error, type Finding } from '../finding.js';
import { dayMeant } from '../register/columns.js';
import { readColumns, type Fields } from '../table/columns.js';
import { readTable } from '../table/read-table.js';
import { isSheet } from '../table/sheet.js';
import { BALANCE_COLUMNS, originMeant, productMeant, type BalanceColumn } from './columns.js';

/** A lot of an account as a line has it. */
export interface Balance {
  readonly line: number;
  readonly unit: string;
  readonly lot: BalanceLot;
}

/** A table of opening balances as read. Lines with errors are left out, and keep the whole table from being carried out. */
export interface Balances {
  readonly lines: number;
  readonly balances: readonly Balance[];
  readonly findings: readonly Finding[];
}

const YEAR = /^[1-9]\d{3}$/;
const TONNES_MAX = 18;
const SOURCE_MAX = 255;

/** One line while it is read: each cell as what it means, and what is wrong with it. */
class Reading {
  readonly findings: Finding[] = [];
  private readonly fields: Fields<BalanceColumn>;

  constructor(fields: Fields<BalanceColumn>) {
    this.fields = fields;
  }

  wrong(code: Finding['code'], column: BalanceColumn, zh: string, en: string): undefined {
    this.findings.push(error(code, { line: this.fields.line, column }, zh, en));
  }

  needed<T>(column: BalanceColumn, read: (said: string) => T | undefined): T | undefined {
    const said = this.fields.of[column];
    return said === '' ? this.wrong('empty-cell', column, '不能为空', 'must not be empty') : read(said);
  }

  /** A day, or none where the cell is empty. */
  day(column: 'recordedOn' | 'expiresOn'): Day | undefined {
    const said = this.fields.of[column];
    if (said === '') return undefined;
    return (
      dayMeant(said) ??
      this.wrong(
        'bad-day',
        column,
        `“${said}”不是日期，请按年-月-日填写，例如 2024-07-01`,
        `${said} is no day: write it like 2024-07-01`,
      )
    );
  }

  /** What stands in a column that does not concern the product. */
  idle(columns: readonly BalanceColumn[], product: string): void {
    for (const column of columns)
      if (this.fields.of[column] !== '')
        this.wrong('not-of-product', column, `${product} 没有此项，留空`, `${product} has none: leave the cell empty`);
  }
}

const product = (reading: Reading) =>
  reading.needed(
    'product',
    (said) =>
      productMeant(said) ??
      reading.wrong(
        'bad-product',
        'product',
        `“${said}”应为“配额”“核证自愿减排量”或“碳普惠”`,
        `${said} must be allowance (配额), ccer (核证自愿减排量) or carbon-inclusive (碳普惠)`,
      ),
  );

const quantity = (reading: Reading) =>
  reading.needed('quantity', (said) =>
    isPositiveWhole(said) && said.length <= TONNES_MAX
      ? said
      : reading.wrong(
          'bad-amount',
          'quantity',
          `“${said}”应为大于零的整数吨，不加分隔符和单位`,
          `${said} must be whole tonnes above zero, without separators or unit`,
        ),
  );

const source = (reading: Reading) =>
  reading.needed('source', (said) =>
    said.length <= SOURCE_MAX
      ? said
      : reading.wrong('bad-name', 'source', `至多 ${String(SOURCE_MAX)} 个字`, `has more than ${String(SOURCE_MAX)} characters`),
  );

function allowance(reading: Reading): { vintage: number; expiresOn?: Day } | undefined {
  reading.idle(['origin', 'recordedOn'], '配额 an allowance');
  const expiresOn = reading.day('expiresOn');
  const vintage = reading.needed('vintage', (said) =>
    YEAR.test(said)
      ? Number(said)
      : reading.wrong('bad-vintage', 'vintage', `“${said}”应为四位年份`, `${said} must be a year of four digits`),
  );
  return vintage === undefined ? undefined : { vintage, ...(expiresOn === undefined ? {} : { expiresOn }) };
}

function offset(reading: Reading): { origin: 'beijing' | 'outside'; recordedOn: Day } | undefined {
  reading.idle(['vintage', 'expiresOn'], '抵销产品 an offset');
  const origin = reading.needed(
    'origin',
    (said) =>
      originMeant(said) ??
      reading.wrong('bad-origin', 'origin', `“${said}”应为“京内”或“京外”`, `${said} must be beijing (京内) or outside (京外)`),
  );
  const recordedOn = reading.needed('recordedOn', () => reading.day('recordedOn'));
  return origin === undefined || recordedOn === undefined ? undefined : { origin, recordedOn };
}

function readLine(fields: Fields<BalanceColumn>): { readonly balance?: Balance; readonly findings: readonly Finding[] } {
  const reading = new Reading(fields);
  const { findings } = reading;
  const { line } = fields;
  const unit = reading.needed('unit', (said) => said);
  const what = product(reading);
  const [tonnes, from] = [quantity(reading), source(reading)];
  if (what === undefined) return { findings };
  const facts = what === 'allowance' ? allowance(reading) : offset(reading);
  if (unit === undefined || tonnes === undefined || from === undefined || !facts || findings.length > 0) return { findings };
  return { balance: { line, unit, lot: { product: what, ...facts, quantity: tonnes, source: from } as BalanceLot }, findings };
}

/** Reads opening balances from the bytes of a file, CSV or xlsx. Never throws for what the file says. */
export async function readBalances(bytes: Uint8Array): Promise<Balances> {
  const sheet = await readTable(bytes);
  if (!isSheet(sheet)) return { lines: 0, balances: [], findings: sheet.findings };
  const { lines, findings } = readColumns(sheet, BALANCE_COLUMNS);
  const frame = [...sheet.findings, ...findings];
  if (findings.some(({ code }) => code === 'missing-column' || code === 'duplicate-column'))
    return { lines: lines.length, balances: [], findings: frame };
  // a lot is left out where a cell of its line does not say what it seems to
  const wrong = new Set(findings.flatMap(({ level, line }) => (level === 'error' ? [line] : [])));
  const read = lines.map(readLine);
  return {
    lines: lines.length,
    balances: read.flatMap(({ balance }) => (balance && !wrong.has(balance.line) ? [balance] : [])),
    findings: [...frame, ...read.flatMap((one) => one.findings)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}
