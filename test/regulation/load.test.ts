import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RegulationError } from '../../regulation/errors.js';
import { loadRulebook } from '../../regulation/load.js';
import { shipped } from '../../regulation/source.js';

const made: string[] = [];
/** A copy of the regulation with one file changed. */
const changed = (file: string, from: string | RegExp, to: string): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'luyue-law-')), 'regulation');
  made.push(folder);
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change in ${file}: ${String(from)}`);
  writeFileSync(join(folder, file), after);
  return folder;
};
const faultOf = (folder: string, cycle = 2024, revision = 1): RegulationError => {
  try {
    loadRulebook(cycle, revision, folder);
  } catch (error) {
    if (error instanceof RegulationError) return error;
    throw error;
  }
  throw new Error('it loads');
};
/** The line, from 1, on which a text first stands in a file. */
const lineIn = (folder: string, file: string, text: string): number =>
  readFileSync(join(folder, file), 'utf8')
    .slice(0, readFileSync(join(folder, file), 'utf8').indexOf(text))
    .split('\n').length;

afterAll(() => made.forEach((folder) => rmSync(join(folder, '..'), { recursive: true })));

const CYCLE = 'cycles/2024.yaml';
describe('a rulebook that does not say what it must', () => {
  it.each([
    ['an unknown key', 'unknown-key', '    quote: 使用比例', '    quotation: 使用比例', 'quotation: 使用比例'],
    [
      'a missing unit',
      'missing-key',
      '    unit: t/MWh\n    status: expected',
      '    status: expected',
      'name: electricity.factor',
    ],
    ['a wrong unit', 'wrong-unit', 'unit: t/MWh\n    status: expected', 'unit: kg/MWh\n    status: expected', 'unit: kg/MWh'],
    ['a share in per cent', 'bad-value', 'value: 0.05', 'value: 5%', 'value: 5%'],
    ['a share above one', 'bad-value', 'value: 0.05', 'value: 5', 'value: 5\n    unit: share'],
    ['a share of nothing', 'missing-of', /of: the spot-checked amount\n {4}/, '', 'name: spot-check.share'],
    ['a day that does not exist', 'bad-value', 'value: 2024-11-15', 'value: 2024-11-31', 'value: 2024-11-31'],
    ['dates in the wrong order', 'wrong-order', 'value: 2024-11-15', 'value: 2024-09-14', 'value: 2024-09-14'],
    ['a dead citation', 'dead-citation', 'cite: jhf-2024-16 全文', 'cite: jhf-2024-61 全文', 'cite: jhf-2024-61'],
    ['a clause that is none', 'dead-citation', 'cite: jhf-2024-8 四(一)', 'cite: jhf-2024-8 四(九)', 'cite: jhf-2024-8 四(九)'],
    [
      'decided without a quote',
      'decided-without-quote',
      /status: decided(\n {4}cite: jhf-2024-8 三\(四\)\n) {4}quote: 碳排放配额清缴.*\n/,
      'status: decided # here$1',
      'status: decided # here',
    ],
    [
      'a quote that does not stand in the text',
      'quote-not-in-text',
      '不得高于当年核定碳排放量的5%',
      '不得高于当年核定碳排放量的50%',
      'quote: 使用比例',
    ],
    ['a name that no rule reads', 'unknown-parameter', 'name: heat.factor', 'name: steam.factor', 'name: steam.factor'],
    [
      'a value twice',
      'duplicate-parameter',
      'name: heat.factor',
      'name: electricity.factor # twice',
      'name: electricity.factor # twice',
    ],
    ['a status that is none', 'bad-shape', 'status: placeholder', 'status: guessed', 'status: guessed'],
    [
      'a reading that the program does not know',
      'bad-value',
      'value: whole-down',
      'value: whole-sideways',
      'value: whole-sideways',
    ],
    ['no YAML', 'not-yaml', 'cycle: 2024', 'cycle: [2024', 'cycle: [2024'],
    ['another cycle than its name', 'wrong-name', 'cycle: 2024', 'cycle: 2023', 'cycle: 2023'],
    ['a notice that is none', 'dead-citation', 'notice: jhf-2024-8', 'notice: jhf-2024-9', 'notice: jhf-2024-9'],
  ])('%s is %s, with file and line', (_what, fault, from, to, at) => {
    const folder = changed(CYCLE, from, to);
    const error = faultOf(folder);
    expect([error.fault, error.file]).toEqual([fault, 'regulation/cycles/2024.yaml']);
    const line = lineIn(folder, CYCLE, at);
    expect(Math.abs(error.line - line)).toBeLessThanOrEqual(fault === 'not-yaml' ? 3 : 1);
    expect(error.message).toContain(`regulation/cycles/2024.yaml:${String(error.line)}: ${fault}: `);
  });

  it('a required value that is missing, and not called unknown, is named', () => {
    const folder = changed(CYCLE, /  - name: heat\.factor\n(?: {4}.*\n)+/, '');
    expect(faultOf(folder)).toMatchObject({
      fault: 'missing-parameter',
      message: expect.stringContaining('heat.factor') as string,
    });
  });
  it('a policy without our reading', () => {
    const folder = changed(CYCLE, /    reading: Each cap, down to whole tonnes\.\n/, '');
    expect(faultOf(folder)).toMatchObject({ fault: 'missing-key' });
  });
  it('a sketch that calls unknown what it has', () => {
    const folder = changed('cycles/2026.yaml', 'name: surrender.due', 'name: pre-allocation.due');
    expect(faultOf(folder, 2026)).toMatchObject({ fault: 'unknown-parameter' });
  });
  it('a sketch that takes over what there is not', () => {
    const folder = changed('cycles/2023.yaml', '- heat.factor', '- steam.factor');
    expect(faultOf(folder, 2023)).toMatchObject({ fault: 'unknown-parameter', file: 'regulation/cycles/2023.yaml' });
  });
  it('an amendment with another number than its name', () => {
    const folder = changed('cycles/2022.r2.yaml', 'revision: 2', 'revision: 3');
    expect(faultOf(folder, 2022, 2)).toMatchObject({ fault: 'wrong-name' });
  });
  it('an annex that says what belongs into the cycle', () => {
    const folder = changed(
      'annexes/2024.yaml',
      /name: benchmark\.heat[\s\S]*/,
      'name: offsets.rounding\n    value: whole-down\n    unit: word\n    status: policy\n    cite: jhf-2024-8 三(四)\n    reading: x\n    verified: 2024-05-10\n',
    );
    expect(faultOf(folder)).toMatchObject({ fault: 'unknown-parameter', file: 'regulation/annexes/2024.yaml' });
  });
  it('a clause that carries nothing and does not say why', () => {
    const folder = changed('instruments.yaml', /        modelled: no\n        because: Budgets.*\n/, '');
    expect(faultOf(folder)).toMatchObject({ fault: 'missing-key', file: 'regulation/instruments.yaml' });
  });
});

describe('how a file is read', () => {
  it('keeps what is written: 0.70 stays 0.70, 43.070 stays 43.070', () => {
    const { parameters } = loadRulebook(2024);
    expect([parameters['pre-allocation.share']?.value, parameters['fuel.gasoline.ncv']?.value]).toEqual(['0.70', '43.070']);
  });
  it('gives the same digest for the same content and another for any change', () => {
    const same = changed(CYCLE, '# Cycle 2024:', '# The cycle of 2024:');
    const other = changed(CYCLE, 'A Saturday; it stands.', 'A Saturday; it stands still.');
    expect(loadRulebook(2024, 1, same).digest).toBe(loadRulebook(2024).digest);
    expect(loadRulebook(2024, 1, other).digest).not.toBe(loadRulebook(2024).digest);
  });
  it('附件4 — a benchmark put into the annex file is there without code', () => {
    const entry =
      '  - name: benchmark.cement\n    value: 0.8\n    unit: t per unit of activity\n    of: a t of clinker\n    status: placeholder\n    cite: jhf-2024-8 附件4\n    verified: 2024-05-10\n';
    const folder = changed('annexes/2024.yaml', 'parameters:\n', `parameters:\n${entry}`);
    expect(loadRulebook(2024, 1, folder).parameters['benchmark.cement']?.value).toBe('0.8');
  });
});
