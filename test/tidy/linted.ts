import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { read, ROOT } from '../../scripts/sources.js';

const Said = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
});
const SETTINGS = '{ "compilerOptions": { "strict": true, "target": "ES2022", "module": "NodeNext", "types": [] } }';

/** What the linter answers to a question. */
export const oxlint = (asked: readonly string[], cwd = ROOT): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(join(ROOT, 'node_modules/.bin/oxlint'), asked, { cwd, maxBuffer: 2 ** 26 }, (_, out, err) => {
      if (err === '') resolve(out);
      else reject(new Error(err));
    });
  });

/** What is said of files, of each by its path: rule and reason, by the rules of this repository as if they stood in it. */
export async function linted(files: Readonly<Record<string, string>>): Promise<(path: string) => string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-lint-'));
  try {
    const rules = ['.oxlintrc.json', 'scripts/lint-rules.mjs'].map((path) => [path, read(path)]);
    for (const [path = '', text = ''] of [...rules, ['tsconfig.json', SETTINGS], ...Object.entries(files)]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { diagnostics } = Said.parse(JSON.parse(await oxlint(['--format', 'json'], folder)));
    const said = diagnostics.map(({ code = '', message, filename }) => ({ filename, said: `${code}: ${message}` }));
    return (path) => said.flatMap((one) => (one.filename === path ? [one.said] : []));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
