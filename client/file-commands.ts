import type { Command } from 'commander';
import { exits } from './exits.js';
import type { FileOptions, GetOptions, PutOptions, VerifyOptions } from './file.js';

/** `luyue file put | get | list | verify`: what is filed with documents. */
export function addFileCommands(program: Command): void {
  const load = () => import('./file.js');
  const file = program.command('file').description('files that are filed with documents, each kept once under its SHA-256');
  const as = (command: Command): Command =>
    command.option('--as <actor>', 'who asks: BJ-0001, V-01, auditor/x').option('--json', 'answer as JSON', false);
  as(file.command('put').argument('<files...>', 'pdf, xlsx, docx, csv, png, jpg, zip'))
    .description('send files, to be named in a document or an act')
    .option('--for <party>', 'for which of your parties, where there are several')
    .action(exits(async (paths: string[], options: PutOptions) => (await load()).filePut(paths, options)));
  as(file.command('get').argument('<sha256>'))
    .description('fetch a file as it came')
    .option('--out <path>', 'where to write it; its own name where nothing is said')
    .action(exits(async (sha256: string, options: GetOptions) => (await load()).fileGet(sha256, options)));
  as(file.command('list'))
    .description('what your parties have sent, the latest first')
    .action(exits(async (options: FileOptions) => (await load()).fileList(options)));
  file
    .command('verify')
    .description('read files in the store again, at the machine that keeps them, and compare them with their hashes')
    .option('--since <day>', 'those taken in since that day')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (options: VerifyOptions) => (await load()).fileVerify(options)));
}
