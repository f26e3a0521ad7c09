// `npm run check`: types, lint, format, layers and what is unused, side by side. Tells of each as it ends, and in full
// of those that found something. Exit status 0 only when none did.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';

const CHECKS = ['lint', 'types', 'layers', 'unused', 'format'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const check = (name) =>
  new Promise((resolve) => {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', name], { cwd: ROOT, shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', (error) => resolve(tell(name, began, 1, error.message)));
    child.on('close', (status) => resolve(tell(name, began, status ?? 1, said)));
  });

const tell = (name, began, status, said) => {
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (status !== 0) console.log(`${said.trimEnd()}\n`);
  return status;
};

const waiting = [...CHECKS];
let failed = 0;
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) if ((await check(name)) !== 0) failed += 1;
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
console.log(failed === 0 ? 'all good' : `${failed} of ${CHECKS.length} found something`);
process.exitCode = failed === 0 ? 0 : 1;
