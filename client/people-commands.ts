import type { Command } from 'commander';
import { exits } from './exits.js';
import type {
  ActOptions,
  AppointOptions,
  ClientOptions,
  EnterOptions,
  FoundOptions,
  ListOptions,
  MissingOptions,
} from './people.js';

const many = (one: string, all: readonly string[]): readonly string[] => [...all, one];

/** Who asks, and who approves where two are needed. */
const asked = (command: Command): Command =>
  command
    .requiredOption('--as <actor>', 'who asks: a registrar (city/a), a unit for its filers (BJ-0001), an operator')
    .option('--approved-by <actor>', 'the second registrar')
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .option('--json', 'as JSON', false);

function addClients(people: Command): void {
  const load = () => import('./people.js');
  const client = people.command('client').description('programs that sign in by a key of their own, each for one appointment');
  asked(client.command('register').argument('<appointment>', 'its number').description('let a program sign in: two registrars'))
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--key <file>', 'its public key, a JWK')
    .requiredOption('--acts <acts>', 'what it may do: submit-monthly-evidence,surrender')
    .action(exits(async (number: string, options: ClientOptions) => (await load()).peopleClient(number, options)));
  asked(client.command('end').argument('<client>', 'c-0001').description('let it sign in no more: its unit or an operator alone'))
    .requiredOption('--basis <text>', 'on what basis')
    .action(exits(async (id: string, options: ActOptions) => (await load()).peopleEndClient(id, options)));
}

function addViews(people: Command): void {
  const load = () => import('./people.js');
  people
    .command('list')
    .description('who acts for whom, now or later')
    .option('--of <party>', 'for one party: BJ-0001, V-01, chaoyang, city')
    .option('--after <number>', 'after that appointment: at most 200 are shown at once')
    .option('--json', 'as JSON', false)
    .action(exits(async (options: ListOptions) => (await load()).peopleList(options)));
  people
    .command('missing')
    .description('units that nobody signs for, with what they owe next')
    .option('--after <unit>', 'after that unit: at most 200 are shown at once')
    .option('--soon', 'only where a deadline is 30 days away or less', false)
    .option('--json', 'as JSON', false)
    .action(exits(async (options: MissingOptions) => (await load()).peopleMissing(options)));
}

/** `luyue people …`: persons, whom they act for, and since when. */
export function addPeople(program: Command): void {
  const people = program.command('people').description('people and whom they act for: recorded acts, never edits');
  const load = () => import('./people.js');
  people
    .command('found')
    .description('name the first two registrars, at the machine, once, only while there is none')
    .requiredOption('--registrar <name:mail>', 'given twice', many, [])
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .option('--json', 'as JSON', false)
    .action(exits(async (options: FoundOptions) => (await load()).peopleFound(options)));
  asked(people.command('enter').description('enter somebody: gives a number; what is known of a person stands in no chain'))
    .requiredOption('--name <name>', 'the name')
    .requiredOption('--mail <address>', 'the mail address')
    .option('--telephone <number>', 'the telephone number')
    .option('--issuer <url>', 'whose sign-in: the issuer of OpenID Connect …')
    .option('--subject <sub>', '… and its subject')
    .action(exits(async (options: EnterOptions) => (await load()).peopleEnter(options)));
  asked(people.command('appoint').argument('<person>', 'p-0007').description('appoint somebody to act for a party'))
    .requiredOption('--party <party>', 'BJ-0001, V-01, chaoyang, city, exchange, operator, auditor')
    .requiredOption('--role <role>', 'filer, signer; verifier, signer; reviewer, officer; officer, approver, registrar; clerk; …')
    .requiredOption('--basis <text>', 'on what basis')
    .option('--from <day>', 'from that day; at once where none is named')
    .option('--until <day>', 'to the end of that day')
    .action(exits(async (person: string, options: AppointOptions) => (await load()).peopleAppoint(person, options)));
  asked(people.command('end').argument('<appointment>', 'its number').description('end an appointment; it stays in the record'))
    .requiredOption('--basis <text>', 'on what basis')
    .action(exits(async (number: string, options: ActOptions) => (await load()).peopleEnd(number, options)));
  for (const [name, what, description] of [
    ['suspend', 'suspend-person', 'let nobody sign in as this person: an operator alone, with a reason, or two registrars'],
    ['lift', 'lift-suspension', 'let somebody sign in again: two registrars'],
    ['erase', 'erase-person', 'erase what is known of somebody who acts for nobody any more'],
  ] as const)
    asked(people.command(name).argument('<person>', 'p-0007').description(description))
      .requiredOption('--reason <text>', 'why')
      .action(exits(async (person: string, options: ActOptions) => (await load()).peopleAbout(what, person, options)));
  addClients(people);
  addViews(people);
}
