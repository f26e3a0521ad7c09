import type { Command } from 'commander';
import { exits } from './exits.js';
import type { ApprovalOptions } from './approvals.js';
import type { VerificationsOptions } from './verifications.js';

/** `luyue verification list | show`: what verifiers do, to whom it is to be seen. */
export function addVerificationCommands(program: Command): void {
  const load = () => import('./verifications.js');
  const verification = program.command('verification').description('what verifiers do for their units');
  const as = (command: Command): Command =>
    command.option('--as <actor>', 'who looks: V-01, BJ-0001').option('--json', 'answer as JSON', false);
  as(verification.command('list'))
    .description('verifications that one may see, by unit and verifier')
    .option('--cycle <year>', 'the cycle by its year')
    .option('--unit <unit>', 'of one unit')
    .option('--verifier <verifier>', 'of one verifier')
    .option('--after <place>', 'what comes after this place')
    .action(exits(async (options: VerificationsOptions) => (await load()).listVerifications(options)));
  as(verification.command('show').argument('<id>', 'as the list names it, CYCLE:BJ-0001:V-01'))
    .description('one verification: how far it has come, questions and answers, reports, findings')
    .action(exits(async (id: string, options: ApprovalOptions) => (await load()).showVerification(id, options)));
}
