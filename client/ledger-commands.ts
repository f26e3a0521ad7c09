import type { Command } from 'commander';
import { exits } from './exits.js';
import type { ReleaseOptions } from './alarms.js';
import type { AsOfOptions, JsonOption, PreviewOptions, StatementOptions } from './ledger.js';

/** `luyue ledger …` and `luyue audit …`: the account book, and the second pair of eyes on it. */
export function addLedger(program: Command): void {
  const ledger = program.command('ledger').description('the account book: balances, statements, previews, the checker');
  const load = () => import('./ledger.js');
  ledger
    .command('balances')
    .argument('[account]', 'a unit, or issuance, surrendered/YEAR, taken-back, expired, cancelled; all of them without it')
    .description('what accounts hold')
    .option('--as-of <instant>', 'at that moment of business time')
    .option('--known-at <instant>', 'as it was recorded by that moment')
    .option('--json', 'as JSON')
    .action(exits(async (unit: string | undefined, options: AsOfOptions) => (await load()).ledgerBalances(unit, options)));
  ledger
    .command('statement')
    .argument('<account>', 'a unit, or another side of the book')
    .description('every movement of an account with its cause')
    .option('--as-of <instant>', 'up to that moment of business time')
    .option('--known-at <instant>', 'as it was recorded by that moment')
    .option('--csv <file>', 'write it to a file of comma-separated values')
    .option('--xlsx <file>', 'write it to a workbook')
    .option('--json', 'as JSON')
    .action(exits(async (unit: string, options: StatementOptions) => (await load()).ledgerStatement(unit, options)));
  ledger
    .command('auctions')
    .description('what each auction offered and delivered, and what stays with the authority')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await load()).ledgerAuctions(options)));
  ledger
    .command('preview-collection')
    .argument('<unit>', 'BJ-0001')
    .description('what a forced collection would take of what is on the account now; writes nothing')
    .option('--now', 'as if it ran now, rather than when it is due')
    .option('--json', 'as JSON')
    .action(exits(async (unit: string, options: PreviewOptions) => (await load()).ledgerPreview(unit, options)));
  ledger
    .command('verify')
    .description('recompute the whole book; a difference is recorded as an alarm and holds up the collections it concerns')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await load()).ledgerVerify(options)));
  ledger
    .command('alarms')
    .description('every difference that the checker has found, and whose collections it holds up')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await import('./alarms.js')).ledgerAlarms(options)));
  ledger
    .command('release')
    .argument('<alarm>', 'its number')
    .description('two officers let collections go on')
    .requiredOption('--as <officer>', 'city/a')
    .requiredOption('--approved-by <officer>', 'another one: city/b')
    .requiredOption('--reason <text>', 'why')
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .option('--json', 'as JSON')
    .action(exits(async (alarm: string, options: ReleaseOptions) => (await import('./alarms.js')).ledgerRelease(alarm, options)));
  addAudit(program);
}

function addAudit(program: Command): void {
  const audit = program.command('audit').description('the book recomputed');
  const load = () => import('./audit.js');
  audit
    .command('verify')
    .description('every hash chain, event by event, every transaction, every anchor')
    .option(
      '--anchor <day=hash>',
      'an anchor kept outside the database; may be given again',
      (one: string, all: string[]) => [...all, one],
      [],
    )
    .option('--since <day>', 'read only files taken in since that day; all of them otherwise')
    .option('--json', 'as JSON')
    .action(
      exits(async (options: JsonOption & { readonly anchor: string[]; readonly since?: string }) =>
        (await load()).auditVerify(options),
      ),
    );
  audit
    .command('anchors')
    .description('the heads of all cases under one hash a day, to be kept elsewhere')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await load()).auditAnchors(options)));
}
