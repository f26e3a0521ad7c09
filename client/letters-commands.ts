import type { Command } from 'commander';
import { exits } from './exits.js';
import type { LettersOptions, ResendOptions } from './letters.js';
import type { ContactOptions } from './letters-contacts.js';
import type { EffectOptions } from './letters-effect.js';
import type { MuteOptions } from './letters-mute.js';
import type { PreviewOptions } from './letters-preview.js';

function addWhatWent(letters: Command): void {
  letters
    .command('list')
    .description('what was sent, what waits and why, what did not arrive')
    .option('--unit <id>', 'that tell of one unit')
    .option('--waiting', 'only what waits')
    .option('--refused', 'only what was refused for good, or came back')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: LettersOptions) => (await import('./letters.js')).lettersList(options)));
  letters
    .command('show')
    .argument('<id>', 'a letter, as the list names it')
    .description('one letter: what it says, whom it went to, what the server said')
    .option('--json', 'answer as JSON', false)
    .action(
      exits(async (id: string, options: PreviewOptions) => (await import('./letters-preview.js')).lettersShow(id, options)),
    );
  letters
    .command('resend')
    .argument('[ids...]', 'letters that did not arrive, as the list names them')
    .description('have letters that were refused for good, or came back, go once more, the same words')
    .option('--all', 'all of them')
    .option('--as <operator>', 'who does it', 'operator')
    .requiredOption('--reason <text>', 'why they will be taken now')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (ids: string[], options: ResendOptions) => (await import('./letters.js')).lettersResend(ids, options)));
}

function addWhom(letters: Command): void {
  letters
    .command('contact')
    .argument('<party>', 'unit/BJ-0001, district/chaoyang, verifier/V-01, city, operator')
    .description('where a party is reached; without an option, what is known')
    .option('--mail <address>', 'its mail address')
    .option('--telephone <number>', 'its telephone')
    .option('--webhook <url>', 'where its own system is told')
    .option('--json', 'answer as JSON', false)
    .action(
      exits(async (party: string, options: ContactOptions) =>
        (await import('./letters-contacts.js')).lettersContact(party, options),
      ),
    );
  letters
    .command('mute')
    .argument('<person>', 'me, or p-0007 (an operator)')
    .argument('[what...]', 'what they do not want to be written about: nothing that has a consequence; without, everything again')
    .description("keep a person's wish not to be written about some things")
    .option('--as <actor>', 'who does it: operator/x')
    .option('--json', 'answer as JSON', false)
    .action(
      exits(async (person: string, what: string[], options: MuteOptions) =>
        (await import('./letters-mute.js')).lettersMute(person, what, options),
      ),
    );
  letters
    .command('webhook-key')
    .argument('<unit>', 'the unit')
    .description('the key by which the system of a unit knows our messages; WEBHOOK_SECRET is needed')
    .action(exits(async (unit: string) => (await import('./letters-contacts.js')).webhookKey(unit)));
}

/** `luyue letters …` */
export function addLetters(program: Command): void {
  const letters = program
    .command('letters')
    .description('letters: what went out, what waits, what did not arrive, and whether it helped');
  addWhatWent(letters);
  addWhom(letters);
  letters
    .command('preview')
    .description('the next letters and whom each goes to; nothing is sent')
    .option('--until <day>', 'with what cases will tell up to the end of a day, if nobody does anything')
    .option('--text', 'with what they say')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: PreviewOptions) => (await import('./letters-preview.js')).lettersPreview(options)));
  letters
    .command('effect')
    .description('whether reminders were followed, by duty and lead time, and whom to call instead')
    .option('--cycle <cycle>', 'the cycle; the current one where none is named')
    .option('--csv', 'as CSV, for a table')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: EffectOptions) => (await import('./letters-effect.js')).lettersEffect(options)));
}
