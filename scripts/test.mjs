// `npm test [FILE…]`: builds what is stale, runs the tests with progress, and closes with one plain line:
// `N passed, N failed`. Exit status 0 only when there is something passed and nothing failed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './build-state.mjs';

const RESULTS = join(ROOT, '.luyue', `test-results-${process.pid}.json`);

/** Counts from vitest's own report. A file that could not even be loaded has no tests: it counts as one failed. */
const counts = () => {
  let report;
  try {
    report = JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
};

const vitest = (args) =>
  new Promise((resolve) => {
    const program = createRequire(import.meta.url)
      .resolve('vitest/package.json')
      .replace(/package\.json$/, 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
    const child = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, LUYUE_WORKER: 'built' },
    });
    // Ctrl-C reaches vitest too, which stops its server; this process waits for it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });

const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { cwd: ROOT, stdio: 'inherit' });
mkdirSync(dirname(RESULTS), { recursive: true });
const status = built.status === 0 ? await vitest(process.argv.slice(2)) : 1;
const { passed, failed } = counts();
rmSync(RESULTS, { force: true });
// A failure that belongs to no test (an unhandled error, a server that did not start) is a failure all the same.
const all = status !== 0 && failed === 0 ? 1 : failed;
console.log(`\n${passed} passed, ${all} failed`);
process.exitCode = status !== 0 || all > 0 || passed === 0 ? 1 : 0;
