import type { Command } from 'commander';
import { exits } from './exits.js';
import type { DocumentOptions, FileOptions, ImportOptions, NewOptions } from './document.js';
import type { ExportOptions } from './document-export.js';
import type { CleanOptions } from './document-clean.js';

const as = (command: Command): Command =>
  command
    .option('--as <actor>', 'who does it: BJ-0001, V-01; whoever has signed in where none is named')
    .option('--json', 'answer as JSON', false);
const about = (command: Command): Command =>
  as(command)
    .option('--unit <id>', 'about which unit; one’s own where none is named')
    .option('--cycle <year>', 'the cycle, where more than one can be meant')
    .option('--month <month>', 'of a form that is of a month, YYYY-MM');

/** `luyue document …`: what is filed, from the workbook to the filing. */
export function addDocuments(program: Command): void {
  const document = program
    .command('document')
    .description('documents: new, import, list, show, check, explain, diff, file, export, verify');
  const load = () => import('./document.js');
  about(
    document
      .command('new')
      .argument('<form>', 'first-report, monthly-evidence …')
      .description('begin a document, or find the one that is begun'),
  )
    .option('--values <file>', 'a JSON document of its values')
    .action(exits(async (form: string, options: NewOptions) => (await load()).documentNew(form, options)));
  about(
    document
      .command('import')
      .argument('<file>', 'the workbook of a form, filled in (xlsx)')
      .description('save what a workbook holds as a draft'),
  )
    .option('--attach <name=sha256>', 'a file that was sent, by its name there and its hash; again for each', collect, [])
    .action(exits(async (file: string, options: ImportOptions) => (await load()).documentImport(file, options)));
  as(document.command('list').description('documents that you may see'))
    .option('--unit <id>', 'about which unit')
    .option('--form <name>', 'of one form')
    .option('--cycle <year>', 'of one cycle')
    .action(exits(async (options: NewOptions & { form?: string }) => (await load()).documentList(options)));
  const one = (name: string, what: string): Command =>
    as(document.command(name).argument('<id>', 'DOC-000001').description(what));
  one('show', 'what stands in it')
    .option('--of-version <n>', 'a version before the latest')
    .action(exits(async (id: string, options: DocumentOptions) => (await load()).documentShow(id, options)));
  one('check', 'what keeps it from being filed, and what the district would see').action(
    exits(async (id: string, options: DocumentOptions) => (await load()).documentCheck(id, options)),
  );
  one('explain', 'say something to a finding')
    .argument('<finding>', 'the finding by its key')
    .argument('<text>', 'what is said')
    .action(
      exits(async (id: string, finding: string, text: string, options: DocumentOptions) =>
        (await load()).documentExplain(id, { [finding]: text }, options),
      ),
    );
  one('diff', 'what changed beside the version before')
    .option('--from <n>', 'from which version')
    .option('--to <n>', 'to which version')
    .action(
      exits(async (id: string, options: DocumentOptions & { from?: string; to?: string }) =>
        (await load()).documentDiff(id, options),
      ),
    );
  one('file', 'file it, by the act that its form names')
    .option('--of-version <n>', 'only if this is still the latest version')
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .action(exits(async (id: string, options: FileOptions) => (await load()).documentFile(id, options)));
  addExport(document);
  as(program.command('check-clean'))
    .description('packages in a district’s inbox in which nothing was found; with --commit pass them')
    .argument('<act>', 'check-monthly-evidence, first-check, check-general-report')
    .option('--month <month>', 'of one month, YYYY-MM')
    .option('--cycle <year>', 'the cycle by its year')
    .option('--commit', 'pass them; without it nothing is done', false)
    .action(exits(async (act: string, options: CleanOptions) => (await import('./document-clean.js')).checkClean(act, options)));
}

function addExport(document: Command): void {
  const load = () => import('./document-export.js');
  document
    .command('export')
    .argument('<id>', 'DOC-000001')
    .description('a version with its files and seals as a folder that sh, openssl and sha256sum verify')
    .option('--to <folder>', 'where; a folder of the name of the document where none is named')
    .option('--of-version <n>', 'a version before the latest')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (id: string, options: ExportOptions) => (await load()).documentExport(id, options)));
  document
    .command('verify')
    .argument('<folder>', 'an exported document')
    .description('verify an exported document, as its own verify.sh does')
    .option('--json', 'answer as JSON', false)
    .action(exits(async (folder: string, options: { json: boolean }) => (await load()).documentVerify(folder, options)));
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
