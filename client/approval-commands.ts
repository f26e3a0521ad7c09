import type { Command } from 'commander';
import { exits } from './exits.js';
import type { ApprovalOptions, ApproveOptions } from './approvals.js';

/** `luyue approvals | approve | return | withdraw`, and `luyue token`. */
export function addApprovals(program: Command): void {
  const load = () => import('./approvals.js');
  const as = (command: Command): Command =>
    command.option('--as <actor>', 'who does it: city/b').option('--json', 'answer as JSON', false);
  as(program.command('approvals'))
    .description('what officers have proposed, and what became of it')
    .option('--of <party>', 'of the city authority, which has them all', 'city')
    .option('--state <state>', 'waiting, approved, returned, withdrawn, lapsed or refused')
    .option('--after <id>', 'what comes after this one')
    .action(exits(async (options: ApprovalOptions & { state?: string }) => (await load()).approvals(options)));
  as(program.command('approve').argument('<id>', 'AP-000123'))
    .description('approve what another officer has proposed: shows what it would do, and asks')
    .option('--preview <digest>', 'the digest of the preview that was seen; nothing is asked then')
    .option('--id <id>', 'the same id is the same request, however often it is sent')
    .option('--without <line:reason...>', 'lines of a batch that are taken out, each with its reason: 3:it has left')
    .action(exits(async (id: string, options: ApproveOptions) => (await load()).approve(id, options)));
  as(program.command('return').argument('<id>', 'AP-000123'))
    .description('send a proposal back to who made it')
    .requiredOption('--reason <text>', 'why')
    .action(
      exits(async (id: string, options: ApprovalOptions & { reason: string }) => (await load()).returnProposal(id, options)),
    );
  as(program.command('withdraw').argument('<id>', 'AP-000123'))
    .description('take a proposal of one’s own back')
    .action(exits(async (id: string, options: ApprovalOptions) => (await load()).withdraw(id, options)));
  program
    .command('token')
    .description('a bearer token for a test person of the platform in this folder, and nothing else; refused in service')
    .requiredOption('--as <actor>', 'BJ-0001, chaoyang/x, city/a, V-01, exchange, operator/x, auditor/x')
    .option('--json', 'refusals as JSON', false)
    .action(exits(async (options: { as: string; json?: boolean }) => (await import('./token.js')).token(options)));
}
