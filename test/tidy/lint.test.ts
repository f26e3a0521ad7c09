import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { read } from '../../scripts/sources.js';
import { linted, oxlint } from './linted.js';
import { BY_FOLDER, EXCEPTIONS, FAULTS, IN_SCRIPTS } from './planted-faults.js';

interface Planted {
  readonly path: string;
  readonly rule: string;
  readonly text: string;
}

const planted = (folder: string, ending: string, faults: Readonly<Record<string, readonly string[]>>): Planted[] =>
  Object.entries(faults).flatMap(([rule, texts]) =>
    texts.map((text, n) => ({ path: `${folder}/${rule.replace('/', '-')}-${String(n)}${ending}`, rule, text })),
  );
const WRONG = [
  ...planted('desk', '.ts', FAULTS),
  ...planted('console/pages', '.tsx', FAULTS),
  ...['.js', '.mjs', '.cjs'].flatMap((ending) => planted('scripts/of', ending, IN_SCRIPTS)),
  ...Object.entries(BY_FOLDER).flatMap(([folder, faults]) => planted(folder, '.ts', faults)),
];
const NOT_WRONG = EXCEPTIONS.map(([path, rule, text]) => ({ path, rule, text }));
const DISABLED = 'export const a = 1; // oxlint-disable-line no-var -- there was one';
const OF_ANOTHER = '// eslint-disable-next-line no-var\nexport var a = 1;';
const AWAITED = 'const save = (): Promise<void> => Promise.resolve();\nawait save();\nexport {};\n';

/** As the linter names a rule: `house/no-sm2` is `house(no-sm2)`. */
const code = (rule: string): string => rule.replace(/^(?!.*\/)/, 'eslint/').replace(/\/(.*)/, '($1)');

describe('each rule of the linter runs, where it should', () => {
  let said: (path: string) => string[];
  beforeAll(async () => {
    said = await linted({
      ...Object.fromEntries([...WRONG, ...NOT_WRONG].map(({ path, text }) => [path, text])),
      'desk/disabled.ts': DISABLED,
      'desk/of-another.ts': OF_ANOTHER,
      'desk/awaited.ts': AWAITED,
    });
  });
  const finds = ({ path, rule }: Planted): boolean => said(path).some((one) => one.startsWith(`${code(rule)}:`));

  it('a fault that is planted is found', () => {
    expect(WRONG.filter((one) => !finds(one))).toEqual([]);
    // and what is planted can be read
    expect([...WRONG, ...NOT_WRONG].filter(({ path }) => said(path).some((one) => one.startsWith(': ')))).toEqual([]);
  });

  it('what a rule does not ask of a file is not asked', () => {
    expect(NOT_WRONG.filter(finds)).toEqual([]);
    expect(said('desk/awaited.ts')).toEqual([]);
  });

  it('a rule says why', () => {
    expect(said('desk/house-no-sm2-0.ts').join()).toContain('GM/T 0009');
    expect(said('views/house-no-clock-0.ts').join()).toContain('Business time is handed in');
    expect(said('workflows/no-restricted-globals-0.ts').join()).toContain('Only the durable shell waits');
  });

  it('a fault is let pass by a comment that is needed, and by none of another linter', () => {
    expect(said('desk/disabled.ts').join()).toContain('Unused oxlint-disable');
    expect(said('desk/of-another.ts').join()).toContain('no-var');
  });

  it('there is a fault for every rule that needs no types', async () => {
    const Rules = z.array(z.object({ scope: z.string(), value: z.string(), type_aware: z.boolean() }));
    const typed = Rules.parse(JSON.parse(await oxlint(['--rules', '--format', 'json'])))
      .filter(({ type_aware }) => type_aware)
      .map(({ scope, value }) => `${scope}/${value}`);
    const asked = [...read('.oxlintrc.json').matchAll(/^ +"([a-z/-]+)": (?:\[\s*)?"error"/gm)].map(([, rule = '']) => rule);
    expect(asked.length).toBeGreaterThan(80);
    const without = asked.filter((rule) => !typed.includes(rule) && !WRONG.some((one) => one.rule === rule));
    expect(without).toEqual([]);
  });
});
