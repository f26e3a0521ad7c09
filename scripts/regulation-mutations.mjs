// Changes each value of a rulebook and each comparison or operation of a rule, one at a time, in a copy of the checkout, and
// runs the tests of the rules: every change must make one red. Prints the list it tried; exit status 1 when one survives.
// Usage: node scripts/regulation-mutations.mjs [values|rules] [FILE-PART]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [only, part = ''] = process.argv.slice(2);
const copy = mkdtempSync(join(tmpdir(), 'luyue-mutations-'));
for (const folder of ['domain', 'regulation', 'test/rules', 'test/regulation'])
  cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: (path) => !path.endsWith('.lock') });
cpSync(join(root, 'package.json'), join(copy, 'package.json'));
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
const ALL = ['test/rules', 'test/regulation/terms.test.ts'];
const VITEST = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-isolate', '--bail', '1', '--reporter', 'dot'];

const run = (tests) =>
  spawnSync(process.execPath, [...VITEST, ...tests], { cwd: copy, encoding: 'utf8', env: { ...process.env, CI: '1' } });

/** The test that has the name of a changed rule is asked first, the others only if it stays green. */
const nearest = (file) => {
  const name = basename(file, '.ts').replace('collection-order', 'collection');
  const test = `test/rules/${name}.test.ts`;
  return file.startsWith('domain') && existsSync(join(copy, test)) ? [test] : ['test/rules/emissions.test.ts'];
};
// values that no rule of arithmetic reads are told by the list that was typed by hand from the text
const TYPED = 'test/regulation/values.test.ts';
const turnsRed = (file) =>
  run(nearest(file)).status !== 0 || run(ALL).status !== 0 || (file.endsWith('.yaml') && run([TYPED]).status !== 0);

/** One more or less in the last digit; the next day; another word of the list. */
const otherValue = (value) => {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10);
  if (/^\d\d:\d\d:\d\d$/.test(value)) return value.replace(/^\d\d/, '10');
  if (/^\d+(\.\d+)?$/.test(value)) return value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  if (value.startsWith('[')) return value.replace(/\d+/, (digits) => String(Number(digits) + 1));
  return undefined;
};

function* valueMutants() {
  for (const file of ['cycles/2024.yaml', 'annexes/2024.yaml']) {
    const lines = readFileSync(join(root, 'regulation', file), 'utf8').split('\n');
    for (const [index, text] of lines.entries()) {
      const match = /^( {4}value: )(.+)$/.exec(text);
      if (!match) continue;
      const name = lines[index - 1].replace('  - name: ', '');
      const to = otherValue(match[2]);
      // words are readings that the program carries out; another word does not load, so nothing can be changed in silence
      if (to === undefined) continue;
      const changed = lines.with(index, match[1] + to).join('\n');
      yield { name: `${name}: ${match[2]} → ${to}`, file: join('regulation', file), changed };
    }
  }
}

/** What is tried on each line of a rule: a pattern, what it becomes, and how that is called. */
const OPERATORS = [
  [/isLess\(([^(),]+), ([^()]+|[^()]*\([^()]*\))\)/g, '!isLess($2, $1)', 'less → not more'],
  [/!isLess\(/g, 'isLess(', 'not dropped'],
  [/ === /g, ' !== ', '=== → !=='],
  [/ !== /g, ' === ', '!== → ==='],
  [/ <= /g, ' < ', '<= → <'],
  [/ >= /g, ' > ', '>= → >'],
  [/ < (?![A-Za-z]+>)/g, ' <= ', '< → <='],
  [/(?<!=) > /g, ' >= ', '> → >='],
  [/ && /g, ' || ', '&& → ||'],
  [/ \|\| /g, ' && ', '|| → &&'],
  [/(?<![.\w])plus\(/g, 'minus(', 'plus → minus'],
  [/(?<![.\w])minus\(/g, 'plus(', 'minus → plus'],
  [/(?<![.\w])times\(/g, 'plus(', 'times → plus'],
  [/(?<![.\w])smaller\(/g, 'plus(', 'smaller → plus'],
  [/(?<![.\w])rest\(/g, 'minus(', 'rest → minus'],
  [/wholeTonnesDown\(/g, 'wholeTonnesUp(', 'down → up'],
  [/wholeTonnesUp\(/g, 'wholeTonnesDown(', 'up → down'],
  [/wholeTonnesHalfUp\(/g, 'wholeTonnesDown(', 'half up → down'],
  [/hundredthsHalfUp\(/g, 'wholeTonnesHalfUp(', 'hundredths → whole'],
  [/ \? -1 : 1/g, ' ? 1 : -1', 'order turned'],
  [/a\.(\w+) - b\.\1/g, 'b.$1 - a.$1', 'order turned'],
  [/if \(isZero\(([^()]+)\)\)/g, 'if (false)', 'never'],
];

/** A mutant may need an operation that the file does not import yet. */
const withImports = (code) => {
  const have = /import \{([^}]*)\} from '\.\.\/model\/amount\.js';/.exec(code)?.[1] ?? '';
  const names = ['isLess', 'minus', 'plus', 'times', 'rest', 'wholeTonnesDown', 'wholeTonnesUp', 'wholeTonnesHalfUp'];
  const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(have));
  return missing.length > 0 ? `import { ${missing.join(', ')} } from '../model/amount.js';\n${code}` : code;
};

function* ruleMutants() {
  for (const file of readdirSync(join(root, 'domain/rules')).sort()) {
    const code = readFileSync(join(root, 'domain/rules', file), 'utf8');
    const lines = code.split('\n');
    for (const [index, text] of lines.entries()) {
      if (/^\s*(\*|\/\*|\/\/|import|export interface|readonly)/.test(text)) continue;
      for (const [pattern, to, how] of OPERATORS)
        for (const match of text.matchAll(pattern)) {
          const replaced = match[0].replace(new RegExp(pattern.source), to);
          const mutated = text.slice(0, match.index) + replaced + text.slice(match.index + match[0].length);
          // a line of working that only shows
          if (/^\s*(line\(|const step = )/.test(text)) continue;
          const name = `${file}:${String(index + 1)} ${how}: ${text.trim().slice(0, 90)}`;
          yield { name, file: join('domain/rules', file), changed: withImports(lines.with(index, mutated).join('\n')) };
        }
    }
  }
}

const first = run(ALL);
if (first.status !== 0) {
  console.error(`the tests are red before anything is changed\n${first.stdout}${first.stderr}`);
  process.exit(2);
}
const mutants = [...(only === 'rules' ? [] : valueMutants()), ...(only === 'values' ? [] : ruleMutants())].filter(({ name }) =>
  name.includes(part),
);
let survived = 0;
for (const [n, { name, file, changed }] of mutants.entries()) {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, changed);
  const red = turnsRed(file);
  writeFileSync(path, before);
  if (!red) survived += 1;
  console.log(`${String(n + 1)}/${String(mutants.length)} ${red ? 'red     ' : 'SURVIVED'} ${name}`);
}
rmSync(copy, { recursive: true });
console.log(`${String(mutants.length)} changes tried, ${String(survived)} survived`);
process.exitCode = survived > 0 ? 1 : 0;
