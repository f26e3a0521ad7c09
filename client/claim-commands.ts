import type { Command } from 'commander';
import { exits } from './exits.js';
import type { ClaimOptions, SubstituteOptions } from './claims.js';

/** `luyue claim | release | hand-over | substitute | no-substitute`: who takes on what waits in an inbox. */
export function addClaims(program: Command): void {
  const load = () => import('./claims.js');
  const as = (command: Command): Command =>
    command.option('--as <actor>', 'who does it: chaoyang/x').option('--json', 'answer as JSON', false);
  const item = (name: string): Command => as(program.command(name).argument('<item>', 'as luyue inbox names it'));
  item('claim')
    .description('take on what waits in your inbox: it moves no window, and colleagues may act as before')
    .action(exits(async (id: string, options: ClaimOptions) => (await load()).claim(id, options)));
  item('release')
    .description('give back what you, or somebody for whom you stand in, have claimed')
    .action(exits(async (id: string, options: ClaimOptions) => (await load()).release(id, options)));
  item('hand-over')
    .description('hand it over to a colleague')
    .requiredOption('--to <actor>', 'a colleague at the same party: chaoyang/p-0007')
    .action(exits(async (id: string, options: ClaimOptions & { to: string }) => (await load()).handOver(id, options)));
  const party = (command: Command): Command => as(command).option('--party <party>', 'at which of your parties');
  party(program.command('substitute'))
    .description('name who stands in while you are away: what you have claimed is then theirs too')
    .requiredOption('--by <actor>', 'a colleague at the same party: chaoyang/p-0007')
    .requiredOption('--from <day>', 'the first day')
    .requiredOption('--until <day>', 'the last day')
    .action(exits(async (options: SubstituteOptions) => (await load()).substitute(options)));
  party(program.command('no-substitute'))
    .description('nobody stands in for you any more')
    .action(exits(async (options: ClaimOptions & { party?: string }) => (await load()).noSubstitute(options)));
}
