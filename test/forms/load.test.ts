import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../acts/vocabulary.js';
import { isProvisional } from '../../domain/model/rulebook.js';
import { pageOf } from '../../documents/forms/page.js';
import { RegulationError } from '../../regulation/errors.js';
import { checkRegulation } from '../../regulation/check.js';
import { formsOf, loadForm } from '../../regulation/forms/load.js';
import { shipped } from '../../regulation/source.js';

const made: string[] = [];
const copied = (): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'luyue-forms-')), 'regulation');
  made.push(folder);
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
  return folder;
};
const FILE = 'forms/2024/monthly-evidence.yaml';
/** A copy of the regulation with one form changed. */
const changed = (from: string | RegExp, to: string): string => {
  const folder = copied();
  const before = readFileSync(join(folder, FILE), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change: ${String(from)}`);
  writeFileSync(join(folder, FILE), after);
  return folder;
};
const faultOf = (folder: string): RegulationError => {
  try {
    loadForm({ name: 'monthly-evidence', cycle: 2024 }, folder);
  } catch (error) {
    if (error instanceof RegulationError) return error;
    throw error;
  }
  throw new Error('it loads');
};
const lineOf = (folder: string, text: string): number =>
  readFileSync(join(folder, FILE), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

afterAll(() => made.forEach((folder) => rmSync(join(folder, '..'), { recursive: true })));

describe('附件1 — a form says what it must, or names file and line', () => {
  it.each([
    ['a key that it does not know', 'unknown-key', 'most: 60 }', 'most: 60, color: red }', 'color: red'],
    [
      'a clause that is none',
      'dead-citation',
      'required: no, cite: jhf-2024-8 二(一) }',
      'required: no, cite: jhf-2024-8 二(九) }',
      '二(九)',
    ],
    ['a number without a unit', 'missing-key', /type: amount\n {8}unit: MWh/, 'type: amount', '      - name: electricityMWh'],
    ['a field twice', 'duplicate-field', 'name: heatGJ, zh', 'name: electricityMWh, zh', 'name: electricityMWh, zh'],
    [
      'a field called as what every object has',
      'bad-shape',
      'name: heatGJ, zh',
      'name: constructor, zh',
      'name: constructor, zh',
    ],
    ['a total of a field that is none', 'unknown-field', 'heatGJ: { plus: [heatGJ] }', 'heatGJ: { plus: [steamGJ] }', 'steamGJ'],
    ['a total of a text', 'unknown-field', 'heatGJ: { plus: [heatGJ] }', 'heatGJ: { plus: [proofs.file] }', 'proofs.file'],
    ['a check that nobody makes', 'bad-shape', 'check: of-the-month', 'check: of-the-week', 'check: of-the-week'],
    ['a check that is not told enough', 'missing-key', /    column: period\n/, '', 'check: of-the-month'],
    [
      'a choice without options',
      'bad-shape',
      'name: meter, zh: 电表编号, en: meter, type: text',
      'name: meter, zh: 电表编号, en: meter, type: choice',
      'type: choice, most: 60',
    ],
    ['a month of a form that is of none', 'unknown-field', 'monthly: yes\n', '', 'month: yes'],
    ['another name than the file', 'wrong-name', 'form: monthly-evidence', 'form: weekly-evidence', 'form: weekly-evidence'],
    [
      'called decided, without the words',
      'decided-without-quote',
      'status: expected\nverified',
      'status: decided\nverified',
      'form:',
    ],
  ])('%s: %s', (_what, fault, from, to, line) => {
    const folder = changed(from, to);
    const error = faultOf(folder);
    expect([error.fault, error.file]).toEqual([fault, `regulation/${FILE}`]);
    if (line !== 'form:') expect(error.line).toBe(lineOf(folder, line));
  });

  it('a form that nobody has is not found, with those there are', () => {
    expect(() => loadForm({ name: 'tax-return', cycle: 2024 })).toThrow(/no form tax-return; there are .*first-report/);
  });

  it('the check of the whole regulation reads the forms too', () => {
    expect(checkRegulation(changed('check: of-the-month', 'check: of-the-week')).problems).toEqual([
      expect.stringContaining('monthly-evidence.yaml'),
    ]);
  });
});

describe('the seven forms', () => {
  const forms = formsOf(2024);

  it('are those of the filings, each with the act that files it', () => {
    expect(forms.map(({ name, act }) => [name, act])).toEqual([
      ['adjustment-application', 'apply-for-adjustment'],
      ['data-quality-plan', 'submit-data-quality-plan'],
      ['first-report', 'submit-first-report'],
      ['general-report', 'submit-general-report'],
      ['monthly-evidence', 'submit-monthly-evidence'],
      ['verification-report', 'issue-verification-report'],
      ['verified-report', 'submit-verified-report'],
    ]);
    for (const { act } of forms) expect(Object.keys(VOCABULARY)).toContain(act);
  });

  it('are expected or placeholders, each field with its source: the annexes are not in hand', () => {
    for (const form of forms)
      for (const { fields, tables } of pageOf(form).sections)
        for (const field of [...fields, ...tables.flatMap(({ columns }) => columns)]) {
          expect(isProvisional(field.status), `${form.name} ${field.path}`).toBe(true);
          expect(field.cite).toMatch(/\S \S/);
        }
  });

  it('of a cycle without forms of its own are those of the notice before it', () => {
    expect(formsOf(2025).map(({ digest }) => digest)).toEqual(forms.map(({ digest }) => digest));
  });

  it('keep what was asked under an older version when an annex changes them', () => {
    const folder = copied();
    const text = readFileSync(join(folder, FILE), 'utf8');
    writeFileSync(
      join(folder, FILE.replace('.yaml', '.v2.yaml')),
      text.replace('version: 1', 'version: 2').replace('zh: 电力\n', 'zh: 电力（修订）\n'),
    );
    const now = loadForm({ name: 'monthly-evidence', cycle: 2024 }, folder);
    const before = loadForm({ name: 'monthly-evidence', cycle: 2024, version: 1 }, folder);
    expect([now.version, before.version]).toEqual([2, 1]);
    expect(before.digest).toBe(loadForm({ name: 'monthly-evidence', cycle: 2024 }).digest);
    expect(now.digest).not.toBe(before.digest);
  });
});
