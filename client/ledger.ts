import type { AccountName } from '../domain/model/account.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { allBalances, balancesOf, statementOf, type AsOf } from '../ledger/statement.js';
import { wordsOf } from '../ledger/checker/checker.js';
import type { Book } from '../records/book.js';
import { businessNow } from '../records/business-clock.js';
import { inspect } from '../records/inspect.js';
import { collectionPreview } from '../views/collection-preview.js';
import { accountNamed, shownLine } from '../views/statement.js';
import { sayConcern } from './alarms.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';
import { instantNamed } from './instant-option.js';

export interface JsonOption {
  readonly json?: boolean;
}
/** For which moment (business time), and as known when (time of recording). */
export interface AsOfOptions extends JsonOption {
  readonly asOf?: string;
  readonly knownAt?: string;
}

const asOfOf = ({ asOf, knownAt }: AsOfOptions): AsOf => {
  const at = instantNamed('--as-of', asOf);
  const known = instantNamed('--known-at', knownAt);
  return { ...(at === undefined ? {} : { at }), ...(known === undefined ? {} : { knownAt: new Date(known) }) };
};

/** The moments asked about, as they are told back. */
const momentsOf = ({ asOf, knownAt }: AsOfOptions) => {
  const [at, known] = [instantNamed('--as-of', asOf), instantNamed('--known-at', knownAt)];
  return { asOf: at === undefined ? null : isoOf(at), knownAt: known === undefined ? null : isoOf(known) };
};

/** A unit's account, or another side of the book by its own name. Throws a UsageError where there is none. */
async function accountMeant(book: Book, name: string): Promise<AccountName> {
  const account = await accountNamed(book, name);
  if (account) return account;
  throw new UsageError(
    `账簿中没有 ${name} 的账户 / no account of ${name} is in the book; name a unit, or issuance, surrendered/YEAR, taken-back, expired, cancelled`,
    'unknown-unit',
    ['unit'],
  );
}

/** `luyue ledger balances [UNIT]`: what an account holds by lot, or what every account holds by product. */
export const ledgerBalances = (unit: string | undefined, options: AsOfOptions, streams: Streams = STREAMS): Promise<number> =>
  withBook(async (book) => {
    const asOf = asOfOf(options);
    if (unit === undefined) {
      const balances = await allBalances(book.pool, asOf);
      const lines = balances.map(({ account, product, quantity }) => `${account.padEnd(24)} ${product.padEnd(17)} ${quantity}`);
      const said = lines.length > 0 ? lines : '没有分录 no postings';
      return printAnswer({ ...momentsOf(options), balances }, said, options.json, streams);
    }
    const account = await accountMeant(book, unit);
    const balances = await balancesOf(book.pool, account, asOf);
    const lines = balances.map(({ lot, product, quantity }) => `${lot.padEnd(24)} ${product.padEnd(17)} ${quantity}`);
    const said = [account, ...lines.map((line) => `  ${line}`)];
    return printAnswer({ account, ...momentsOf(options), balances }, said, options.json, streams);
  });

export interface StatementOptions extends AsOfOptions {
  readonly csv?: string;
  readonly xlsx?: string;
}

/** `luyue ledger statement UNIT`: every movement with its cause, in business time; printed, or written to a file. */
export const ledgerStatement = (unit: string, options: StatementOptions, streams: Streams = STREAMS): Promise<number> =>
  withBook(async (book) => {
    if (options.csv !== undefined && options.xlsx !== undefined)
      throw new UsageError('--csv 与 --xlsx 不能并用 / --csv and --xlsx exclude each other');
    const account = await accountMeant(book, unit);
    const found = await statementOf(book.pool, account, asOfOf(options));
    const file = options.csv ?? options.xlsx;
    if (file !== undefined)
      await (await import('./ledger-export.js')).writeStatement(file, options.csv === undefined ? 'xlsx' : 'csv', account, found);
    const shown = found.map(shownLine);
    const lines =
      file === undefined
        ? shown.map(
            ({ at, lot, product, quantity, balance, by, transaction }) =>
              `${at}  ${lot.padEnd(16)} ${product.padEnd(17)} ${quantity.padStart(12)} ${balance.padStart(12)}  ${by}  ${transaction}`,
          )
        : [`已写入 written: ${file} (${String(shown.length)})`];
    const document = { account, ...momentsOf(options), ...(file === undefined ? {} : { file }), lines: shown };
    return printAnswer(document, [account, ...lines], options.json, streams);
  });

/** `luyue ledger verify`: the checker's look at the whole book; a difference is named, recorded as an alarm and mailed. */
export const ledgerVerify = (options: JsonOption, streams: Streams = STREAMS): Promise<number> =>
  withBook(async (book) => {
    const { differences, raised, open } = await inspect(book.pool, await businessNow(book.pool));
    const agrees = differences.length === 0;
    const alarms = open.map(({ id, check, subject, units }) => ({ alarm: id, check, subject, units }));
    const said = [
      agrees ? '账簿一致 the book agrees with itself' : `不符 differences: ${String(differences.length)}`,
      ...differences.flatMap(({ check, subject, found }) => [`  ${check}  ${subject}: ${found}`, `    ${wordsOf(check)}`]),
      ...alarms.map(
        ({ alarm, check, subject, units }) =>
          `  未解除的警报 open alarm ${String(alarm)}: ${check} ${subject}, ${sayConcern({ units })}`,
      ),
    ];
    const document = { agrees, differences, raised: raised.map(({ id }) => id), openAlarms: alarms };
    printAnswer(document, said, options.json, streams);
    return agrees ? DONE : REFUSED;
  });

/** `luyue ledger auctions`: what auctions offered and delivered, and what stays with the authority. */
export const ledgerAuctions = (options: JsonOption, streams: Streams = STREAMS): Promise<number> =>
  withBook(async (book) => (await import('./auction/pool.js')).printPool(book, options.json === true, streams));

export interface PreviewOptions extends JsonOption {
  /** As if it ran now, rather than when it is due. */
  readonly now?: boolean;
}

/** `luyue ledger preview-collection UNIT`: what a collection would take of what is on the account now. Writes nothing. */
export const ledgerPreview = (unit: string, options: PreviewOptions, streams: Streams = STREAMS): Promise<number> =>
  withBook(async (book) => {
    const preview = await collectionPreview(book, unit, options.now === true ? { at: await businessNow(book.pool) } : {});
    if (!preview)
      throw new UsageError(`账簿中没有 ${unit} 的年度案件 / no compliance cycle of ${unit} is in the book`, 'unknown-unit', [
        'unit',
      ]);
    if (isRefusal(preview)) {
      printProblem({ code: preview.refused, message: `${preview.zh} / ${preview.en}` }, options.json === true, streams);
      return REFUSED;
    }
    const { at, owed, moves, allowances, offsets, shortfall, expires, rectificationDueOn } = preview;
    const name = (await book.readCase(preview.case))?.opening.unit.name ?? '';
    const said = [
      `${name} ${unit}: 如于 ${at} 收缴 · if collected then (by what is on the account now)`,
      `  尚欠 owed        ${owed}`,
      ...moves.map(({ lot, quantity }) => `  收缴 takes       ${lot}  ${quantity}`),
      `  配额 allowances  ${allowances}`,
      `  抵销 offsets     ${offsets}`,
      `  缺口 shortfall   ${shortfall}${rectificationDueOn === null ? '' : ` (限期改正 to be put right by ${rectificationDueOn})`}`,
      ...expires.map(({ lot, quantity }) => `  失效 expires     ${lot}  ${quantity}`),
    ];
    return printAnswer(preview, said, options.json, streams);
  });
