import type { Command } from 'commander';
import { exits } from './exits.js';
import type { LoginOptions } from './login.js';

/** `luyue login`, `logout`. */
export function addSignIn(program: Command): void {
  program
    .command('login')
    .description('sign this command line in at the platform that LUYUE_URL names, or the one here, on a page of a browser')
    .option('--step-up', 'with a second factor, for what must be sealed or approved within five minutes', false)
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: LoginOptions) => (await import('./login.js')).login(options)));
  program
    .command('logout')
    .description('end the sign-in of this command line, there and here')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: { json: boolean }) => (await import('./login.js')).logout(options)));
}
