import type { Command } from 'commander';
import { exits } from './exits.js';
import type { ImportsOptions } from './first-day.js';

const firstDay = (of: Command, file: string, what: string): Command =>
  of
    .command('import')
    .argument('<file>', file)
    .description(what)
    .option('--cycle <year>', 'the cycle by its year')
    .option('--as <actor>', 'who decides, or in service proposes (a test person); signed in, nobody need be named')
    .option('--approved-by <actor>', 'the second officer, on a platform of one machine')
    .option('--commit', 'carry it out, in service propose it; without it nothing is written')
    .option('--json', 'as JSON');

/** `luyue balances import`, `luyue takeover import`: what it takes to begin. */
export function addFirstDay(program: Command): void {
  firstDay(
    program.command('balances').description('what accounts hold on the day on which the platform is taken into service'),
    'CSV or xlsx: unit, product, vintage, origin, recordedOn, expiresOn, quantity, source; one line a lot',
    'look at opening balances line by line; with --commit enter them, or what is another since',
  ).action(exits(async (file: string, options: ImportsOptions) => (await import('./balances.js')).balancesImport(file, options)));
  firstDay(
    program.command('takeover').description('what was done in a cycle before the platform was taken into service'),
    'CSV or xlsx: unit, act, on, month, amount, verifier, result, takenBack, offsets, outside, lots, document; one line an act',
    'look at what was done before line by line, and tell what is due next and what is late; with --commit take it over',
  ).action(exits(async (file: string, options: ImportsOptions) => (await import('./takeover.js')).takeoverImport(file, options)));
}
