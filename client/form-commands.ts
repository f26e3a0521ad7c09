import type { Command } from 'commander';
import { exits } from './exits.js';
import type { FormOptions, FormTemplateOptions } from './form.js';

/** `luyue form …`: what each filing asks, and a workbook to fill in. */
export function addForms(program: Command): void {
  const form = program.command('form').description('the forms of the filings: list, show, template');
  const load = () => import('./form.js');
  const common = (command: Command): Command =>
    command.option('--cycle <year>', 'the cycle by its year').option('--json', 'as JSON', false);
  common(form.command('list').description('every form, its version and how sure it is')).action(
    exits(async (options: FormOptions) => (await load()).formList(options)),
  );
  common(form.command('show').argument('<name>', 'first-report, monthly-evidence …').description('every field with its source'))
    .option('--form-version <n>', 'a version before the latest')
    .action(exits(async (name: string, options: FormOptions) => (await load()).formShow(name, options)));
  common(
    form.command('template').argument('<name>', 'first-report, monthly-evidence …').description('a workbook (xlsx) to fill in'),
  )
    .option('--out <file>', 'a new file, .xlsx; named after the form where none is named')
    .action(exits(async (name: string, options: FormTemplateOptions) => (await load()).formTemplate(name, options)));
}
