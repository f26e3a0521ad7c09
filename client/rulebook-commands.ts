import type { Command } from 'commander';
import { exits } from './exits.js';
import type { AdoptOptions } from './rulebook-adopt.js';
import type { JsonOption } from './rulebook.js';

/** `luyue rulebook …`: what the law says, where it says so, and what changed. */
export function addRulebook(program: Command): void {
  const rulebook = program.command('rulebook').description('the law as data: list, show, check, diff, explain, adopt');
  const load = () => import('./rulebook.js');
  rulebook
    .command('list')
    .description('every rulebook on file')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await load()).rulebookList(options)));
  rulebook
    .command('show')
    .argument('[name]', 'a cycle by its year, or one of its revisions, YEAR.rN')
    .description('every value with its source')
    .option('--json', 'as JSON')
    .action(exits(async (name: string | undefined, options: JsonOption) => (await load()).rulebookShow(name, options)));
  rulebook
    .command('check')
    .description('load every file and compare with the lock')
    .option('--json', 'as JSON')
    .action(exits(async (options: JsonOption) => (await load()).rulebookCheck(options)));
  rulebook
    .command('diff')
    .argument('<a>', 'one rulebook')
    .argument('<b>', 'another')
    .description('what changes, and for whom')
    .option('--json', 'as JSON')
    .action(exits(async (a: string, b: string, options: JsonOption) => (await load()).rulebookDiff(a, b, options)));
  rulebook
    .command('explain')
    .argument('<what>', 'a duty or a rule')
    .description('a value: how it came about, quote, reading, status')
    .option('--cycle <cycle>', 'the cycle, or one of its revisions')
    .option('--json', 'as JSON')
    .action(
      exits(async (what: string, options: JsonOption & { cycle?: string }) => (await load()).rulebookExplain(what, options)),
    );
  rulebook
    .command('adopt')
    .argument('<name>', 'the rulebook')
    .argument('[parameter]', 'the value that the authority adopts')
    .description('adopt a value, or lock a revision as in force')
    .option('--value <value>', 'the value adopted')
    .option('--on <day>', 'the day of the decision')
    .option('--basis <text>', 'what it rests on')
    .option('--by <officer>', 'who adopts')
    .option('--approved-by <officer>', 'who approves')
    .option('--json', 'as JSON')
    .action(
      exits(async (name: string, parameter: string | undefined, options: AdoptOptions) =>
        (await load()).rulebookAdopt(name, { ...options, ...(parameter === undefined ? {} : { parameter }) }),
      ),
    );
}
