import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addApprovals } from './approval-commands.js';
import { addVerificationCommands } from './verification-commands.js';
import { addAuction } from './auction-commands.js';
import type { CalcOptions } from './calc.js';
import { addClaims } from './claim-commands.js';
import { addCity } from './city-commands.js';
import { addDocuments } from './document-commands.js';
import { addForms } from './form-commands.js';
import type { DoOptions } from './do.js';
import type { DrillOptions } from './drill.js';
import { exits } from './exits.js';
import { addFileCommands } from './file-commands.js';
import { isProgram } from './interrupted.js';
import { addLedger } from './ledger-commands.js';
import { addPeople } from './people-commands.js';
import { addSeals } from './seal-commands.js';
import { printProblem, STREAMS } from './print.js';
import { addRulebook } from './rulebook-commands.js';
import type { ActOptions } from './act.js';
import { addLetters } from './letters-commands.js';
import type { ReviveOptions } from './revive.js';
import { addSignIn } from './sign-in-commands.js';
import { beStrict } from './strict.js';
import type { StatusOptions } from './over-http.js';
import type { TimetableOptions } from './timetable.js';
import type { RebuildOptions } from './views-rebuild.js';

const EXITS = `
Exit status: 0 done · 1 a refusal (the answer is no) · 2 bad input or usage · 3 something outside failed (server, database, mail).
With --json one JSON document goes to standard output and nothing else; an error is {"error": {"code", "message", "path"}}.
Quantities are decimal strings ("98200", "0.05"), dates YYYY-MM-DD, instants ISO 8601 with +08:00.`;

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('must be a whole number above zero.');
  return Number(text);
};

function addQuestions(program: Command): void {
  program
    .command('calc')
    .argument(
      '<rule>',
      'deadline, emissions, allocation, pre-allocation, true-up, offset-limit, offset-eligibility, spot-check, collection, auction or penalty',
    )
    .description('ask one rule one question: pure arithmetic on a rulebook')
    .option('--cycle <cycle>', 'the cycle by its year, or one of its revisions, YEAR.rN')
    .option('--input <file>', 'a JSON document, or - for standard input', '-')
    .option('--jsonl', 'one input a line, one answer a line')
    .option('--json', 'answer as JSON')
    .action(exits(async (rule: string, options: CalcOptions) => (await import('./calc.js')).calc(rule, options)));
  program
    .command('timetable')
    .description('every date of a cycle')
    .option('--cycle <cycle>', 'the cycle, or one of its revisions')
    .option('--ics', 'as an iCalendar file')
    .option('--json', 'as JSON')
    .action(exits(async (options: TimetableOptions) => (await import('./timetable.js')).timetable(options)));
}

function addPlatform(program: Command): void {
  program
    .command('up')
    .description('start a whole platform on this machine and say where to look; Ctrl-C stops it')
    .option('--demo', 'play a demonstration city to an interesting morning, with a clock of its own that its pages move')
    .option('--fresh', 'with --demo: play it anew')
    .option('--folder <folder>', 'where everything is kept; one folder a platform, several run side by side')
    .action(
      exits(async ({ demo = false, fresh = false, folder }: { demo?: boolean; fresh?: boolean; folder?: string }) =>
        (await import('./up.js')).up({ demo, fresh, ...(folder === undefined ? {} : { folder }) }),
      ),
    );
  program
    .command('do')
    .argument('<act>', 'submit-first-report, surrender, confirm-emissions …')
    .description('one act, as it would come in from outside')
    .requiredOption('--as <actor>', 'who does it: BJ-0001, chaoyang, chaoyang/x, exchange, city/a')
    .option('--unit <id>', 'the unit concerned; a unit itself may leave it out')
    .option('--for <id>', 'the same')
    .option('--with <json>', 'what the act brings, as in a scenario', '{}')
    .option('--approved-by <actor>', 'the second officer of the city')
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .option('--cycle <year>', 'the cycle, where more than one can be meant')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (act: string, options: DoOptions) => (await import('./do.js')).doAct(act, options)));
  program
    .command('status')
    .argument('<unit>', 'BJ-0001')
    .description('where a unit stands, now or at a moment')
    .option('--cycle <year>', 'the cycle; the unit’s latest where none is named')
    .option('--as-of <instant>', 'the moment asked about')
    .option('--known-at <instant>', 'as it was known at that moment')
    .option('--as <actor>', 'who asks, over HTTP')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (unit: string, options: StatusOptions) => (await import('./status.js')).status(unit, options)));
  program
    .command('act')
    .argument('<id>', 'the id that luyue do was given, or printed')
    .description('what became of a request, as it stands now')
    .option('--as <actor>', 'whose, where several use the id')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (id: string, options: ActOptions) => (await import('./act.js')).askAgain(id, options)));
  program
    .command('attention')
    .description(
      'what waits for an operator: suspended cases, undecided requests, alarms, refused letters, messages past the desk',
    )
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: { json?: boolean }) => (await import('./attention.js')).attention(options)));
  program
    .command('revive')
    .argument('[cases...]', 'cases to look at alone, and to start again where they were suspended and the cause is mended')
    .description('start again every open case that the Temporal server has lost; the book has all of them')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (cases: string[], options: ReviveOptions) => (await import('./revive.js')).revive(cases, options)));
}

function addViews(program: Command): void {
  program
    .command('views')
    .description('what inboxes, lists and reports show of the cases')
    .command('rebuild')
    .description('make it anew from the events, case by case, while the platform goes on')
    .option('--json', 'answer as JSON')
    .action(exits(async (options: RebuildOptions) => (await import('./views-rebuild.js')).viewsRebuild(options)));
}

function addDrill(program: Command): void {
  program
    .command('drill')
    .description('play a whole cycle on a real Temporal server, or in memory')
    .requiredOption('--scenario <file>', 'the scenario, a YAML file')
    .option('--units <n>', 'that many units in all: copies of the first', whole)
    .option('--simulate', 'in memory, without a server: the same outcome but for "timing"', false)
    .option('--keep', 'leave all running until Ctrl-C', false)
    .option('--json', 'the outcome as JSON', false)
    .action(exits(async (options: DrillOptions) => (await import('./drill.js')).drill(options)));
}

function makeProgram(): Command {
  const program = new Command('luyue')
    .description("履约: the yearly compliance cycle of Beijing's carbon market")
    .addHelpText('after', EXITS)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  addPlatform(program);
  addSignIn(program);
  addApprovals(program);
  addVerificationCommands(program);
  addClaims(program);
  addFileCommands(program);
  addLetters(program);
  addDrill(program);
  addViews(program);
  addQuestions(program);
  addRulebook(program);
  addForms(program);
  addDocuments(program);
  addAuction(program);
  addCity(program);
  addLedger(program);
  addPeople(program);
  addSeals(program);
  const settle = (command: Command): void => {
    command
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
      .addHelpText('after', EXITS);
    command.commands.forEach(settle);
  };
  program.commands.forEach(settle);
  beStrict(program);
  return program;
}

const USAGE = 2;

const OURS = /^(LUYUE|DATABASE|TEMPORAL|TSA|SMTP|WEBHOOK|TASK)_/;

/** What is set to nothing is not set, here and in what is started from here; what is set has to be what it is for. */
async function readEnvironment(env: NodeJS.ProcessEnv): Promise<void> {
  const ours = Object.keys(env).filter((name) => OURS.test(name));
  for (const name of ours) if (env[name] === '') Reflect.deleteProperty(env, name);
  if (ours.length > 0) (await import('./environment.js')).checkEnvironment(env);
}

async function main(argv: string[]): Promise<void> {
  const json = argv.includes('--json') || argv.includes('--jsonl');
  isProgram(json);
  try {
    await readEnvironment(process.env);
    await makeProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
      if (error.exitCode === 0) return;
      const message =
        error.code === 'commander.help' ? 'name a command; luyue --help lists them' : error.message.replace(/^error: /, '');
      printProblem({ code: 'usage', message: `用法有误 / ${message} (luyue --help)`, path: [] }, json, STREAMS);
      return;
    }
    const { status, ...problem } = (await import('./failure.js')).problemOf(error);
    printProblem(problem, json, STREAMS);
    process.exitCode = status;
  }
}

await main(process.argv);
