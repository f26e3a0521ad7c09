import type { Command } from 'commander';
import { exits } from './exits.js';
import type { DecideOptions } from './city-decide.js';
import type { DecisionsOptions } from './city-decisions.js';
import type { InboxOptions, ViewOptions } from './over-http.js';
import { addFirstDay } from './first-day-commands.js';
import type { ImportOptions } from './register.js';
import type { TemplateOptions } from './register-template.js';

const view = (command: Command): Command =>
  command
    .option('--cycle <year>', 'the cycle by its year')
    .option('--as-of <instant>', 'the moment asked about; now where none is named')
    .option('--json', 'as JSON');

/** `luyue register`, `inbox`, `punctuality`, `city …`: what the authorities see of all cases, and do to many of them. */
export function addCity(program: Command): void {
  const register = program.command('register').description('the list of units');
  register
    .command('template')
    .description('a list to fill in, with its headings and one line as an example')
    .option('--out <file>', 'a new file, .csv or .xlsx; standard output where none is named')
    .action(exits(async (options: TemplateOptions) => (await import('./register-template.js')).registerTemplateTo(options)));
  register
    .command('import')
    .argument(
      '<file>',
      'CSV (UTF-8 or GB18030) or xlsx: id, name, kind, district, mail, and what else the template (luyue register template) has',
    )
    .description('look at a register line by line; with --commit open a case for every unit that has none')
    .option('--cycle <cycle>', 'the cycle by its year, or one of its revisions, YEAR.rN')
    .option('--opens <day>', 'the day from whose midnight the cases run; today where none is named')
    .option('--as <actor>', 'who proposes, on a platform in service (a test person); signed in, nobody need be named')
    .option('--commit', 'open the cases, in service propose their units; without it nothing is written')
    .option('--json', 'as JSON')
    .action(exits(async (file: string, options: ImportOptions) => (await import('./register.js')).registerImport(file, options)));
  register
    .command('diff')
    .argument('<file>', 'the new list')
    .argument('<last>', 'the last one')
    .description('who stays, comes and leaves by a new list, by id and by name')
    .option('--json', 'as JSON')
    .action(
      exits(async (file: string, last: string, options: { json?: boolean }) =>
        (await import('./register-diff.js')).registerDiff(file, last, options),
      ),
    );
  addFirstDay(program);
  view(program.command('inbox').description('what waits for a party, what is overdue first'))
    .option(
      '--of <party>',
      'city, a district authority, a unit, or a verifier: city, chaoyang, BJ-0001, V-01; over HTTP one’s own where none is named',
    )
    .option('--as <actor>', 'who asks, over HTTP')
    .option('--mine', 'over HTTP: only what one has claimed, or stands in for who has')
    .action(exits(async (options: InboxOptions) => (await import('./city.js')).inbox(options)));
  view(program.command('punctuality').description('how punctual each district is with its checks')).action(
    exits(async (options: ViewOptions) => (await import('./city.js')).punctuality(options)),
  );
  const city = program.command('city').description("the city authority's own work: overdue, decide, report");
  view(city.command('overdue').description('its own decisions that are overdue')).action(
    exits(async (options: ViewOptions) => (await import('./city.js')).cityOverdue(options)),
  );
  view(city.command('report').description('how a cycle stands, or how it ended')).action(
    exits(async (options: ViewOptions) => (await import('./city.js')).cityReport(options)),
  );
  city
    .command('decisions')
    .description('what is in force for all cases of a cycle, and how far each decision for all of them has come')
    .option('--cycle <year>', 'the cycle by its year')
    .option('--json', 'as JSON')
    .action(exits(async (options: DecisionsOptions) => (await import('./city-decisions.js')).cityDecisions(options)));
  city
    .command('decide')
    .argument('<file>', 'CSV or xlsx: unit, act, amount, result, basis, with, by, approvedBy')
    .description('show what each line of a batch would do; with --commit carry it out, unit by unit')
    .option('--cycle <year>', 'the cycle by its year')
    .option('--as <actor>', 'who proposes, on a platform in service (a test person); signed in, nobody need be named')
    .option('--commit', 'carry the decisions out, in service propose them; without it nothing is written')
    .option('--json', 'as JSON')
    .action(exits(async (file: string, options: DecideOptions) => (await import('./city-decide.js')).cityDecide(file, options)));
}
