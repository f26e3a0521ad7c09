import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NOT_AWAITED = 'const save = (): Promise<void> => Promise.resolve();\nsave();\n';
const HALF_A_SWITCH =
  "type Kind = 'key' | 'general';\nexport const seen = (kind: Kind): void => {\n  switch (kind) {\n    case 'key':\n      break;\n  }\n};\n";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-lint-'));
  await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "ES2022" } }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is said of a text, by the rules of this repository. */
async function said(text: string): Promise<string> {
  await writeFile(join(folder, 'a.ts'), text);
  const asked = ['-c', join(ROOT, '.oxlintrc.json'), '--format', 'unix', folder];
  return new Promise((resolve) => {
    execFile(join(ROOT, 'node_modules/.bin/oxlint'), asked, (_, out, err) => {
      resolve(out + err);
    });
  });
}

it.each([
  ['a promise that nobody awaits', NOT_AWAITED, 'no-floating-promises'],
  ['a switch that forgets a kind', HALF_A_SWITCH, 'switch-exhaustiveness-check'],
])('%s is found: the rules that need types run', async (_, text, rule) => {
  expect(await said(text)).toContain(rule);
});

it('the same, awaited, is found fault with by nobody', async () => {
  expect(await said(NOT_AWAITED.replace('\nsave', '\nawait save') + 'export {};\n')).not.toContain('Error');
});
