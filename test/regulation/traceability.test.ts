import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DUTY_FACTS } from '../../views/duty-facts.js';
import { movedBy } from '../../views/moved.js';
import { DEADLINE_DUTIES } from '../../domain/rules/deadline.js';
import { REQUIRED_NAMES } from '../../regulation/catalogue.js';
import { RESTS_OF, RULE_NAMES } from '../../regulation/ask.js';
import { loadLibrary } from '../../regulation/instruments.js';
import { loadRulebook } from '../../regulation/load.js';
import { matrix } from '../../regulation/matrix.js';

const root = join(import.meta.dirname, '../..');
const clauses = loadLibrary().instruments.flatMap(({ id, clauses: all }) => all.map((clause) => ({ id, ...clause })));
const notice = clauses.filter(({ id }) => id === 'jhf-2024-8');
const book = loadRulebook(2024);

/** Questions that acts ask at the door, not rules of arithmetic. */
const AT_THE_DOOR = ['sealed'];
/** Values that no rule of arithmetic reads: when to remind, what must be sealed, what people decide with. */
const READ_ELSEWHERE = [
  /^reminders\./,
  /^filing\.seal$/,
  /^rating\./,
  /^missing-report\./,
  /^adjustment\./,
  /^auction\.floor-multiple$/,
];

describe('from the notice to the code', () => {
  it('every section of the notice is a clause, and every clause is modelled or says why not', () => {
    const sections = ['一', '二(一)', '二(二)', '二(三)', '三(一)1', '三(一)2', '三(二)', '三(三)1', '三(三)2', '三(四)'];
    const rest = [
      '四(一)',
      '四(二)',
      '四(三)',
      '五(一)',
      '五(二)',
      '五(三)',
      '五(四)',
      '附件1',
      '附件2',
      '附件3',
      '附件4',
      '附件5',
    ];
    expect(notice.map(({ clause }) => clause)).toEqual([...sections, ...rest]);
  });
  it('every clause that names duties names such as exist, in force under that clause', () => {
    for (const { id, clause, duties = [] } of clauses)
      for (const duty of duties) expect([...DEADLINE_DUTIES], `${id} ${clause}`).toContain(duty);
  });
  it('every clause that names rules names such as can be asked', () => {
    for (const { id, clause, rules = [] } of clauses)
      for (const rule of rules) expect([...RULE_NAMES, ...AT_THE_DOOR], `${id} ${clause}`).toContain(rule);
  });
});

describe('from the code to the notice', () => {
  it('every duty stands in the clause of the notice that it cites', () => {
    for (const { duty, clause } of DUTY_FACTS) expect(notice.find((one) => one.clause === clause)?.duties, duty).toContain(duty);
  });
  it('every rule stands in a clause of the notice', () => {
    const inNotice = notice.flatMap(({ rules = [] }) => rules);
    for (const rule of RULE_NAMES.filter((name) => name !== 'annual-match')) expect(inNotice).toContain(rule);
  });
  it('every rule has its file and its test, and cites at least one value', () => {
    for (const rule of RULE_NAMES) {
      expect(existsSync(join(root, 'domain/rules', `${rule}.ts`)), rule).toBe(true);
      expect(existsSync(join(root, 'test/rules', `${rule}.test.ts`)), rule).toBe(true);
      expect(RESTS_OF[rule].length).toBeGreaterThan(0);
      for (const name of RESTS_OF[rule]) expect(book.parameters[name], `${rule} rests on ${name}`).toBeDefined();
    }
  });
  it('every value is read by a rule, or is known to be read elsewhere', () => {
    const read = new Set(RULE_NAMES.flatMap((rule) => RESTS_OF[rule]));
    for (const name of REQUIRED_NAMES)
      expect(read.has(name) || READ_ELSEWHERE.some((pattern) => pattern.test(name)), name).toBe(true);
  });
  it('every date and window moves a duty', () => {
    for (const name of REQUIRED_NAMES.filter((one) => /\.(due|window)$/.test(one) && one !== 'rectification.window'))
      expect(movedBy(name).duties.length, name).toBeGreaterThan(0);
  });
  it('every test of a rule begins its titles with a clause, a policy or a published source', () => {
    for (const rule of RULE_NAMES) {
      const text = readFileSync(join(root, 'test/rules', `${rule}.test.ts`), 'utf8');
      for (const [, title = ''] of text.matchAll(/^describe\('([^']+)'/gm))
        expect(title, rule).toMatch(/^([一二三四五]|附件|policy|other cycles)/);
    }
  });
  it('no year, and no share of the law, is a literal in a rule', () => {
    for (const file of readdirSync(join(root, 'domain/rules'))) {
      const code = readFileSync(join(root, 'domain/rules', file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '');
      expect(code, file).not.toMatch(/\b(19|20)\d\d\b/);
      expect(code, file).not.toMatch(/\b0\.\d+/);
    }
  });
});

describe('docs/rulebook-matrix.md', () => {
  it('is what would be generated now: node --import tsx scripts/regulation-matrix.mjs', () => {
    expect(readFileSync(join(root, 'docs/rulebook-matrix.md'), 'utf8')).toBe(matrix());
  });
});
