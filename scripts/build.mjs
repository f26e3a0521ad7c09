// Builds dist/: TypeScript to JavaScript, the data files beside it, and the workflows as one bundle.
// Does nothing when nothing has changed. `npm ci` runs it (script "prepare").
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beginning, DIST, hasSameFiles, isFresh, markBuilt, ROOT, sources } from './build-state.mjs';

const began = performance.now();

// `npx luyue` links this checkout into npm's cache, which runs "prepare", and remembers a half-made link for ever
// when that fails. So it never fails there: bin/luyue.js says that nothing is built, and what to do.
const FAILED = process.env.npm_command === 'exec' ? 0 : 1;

const compile = () => {
  let compiler;
  try {
    compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    console.error('缺少 TypeScript 编译器,无法构建。请执行 npm ci(不要加 --omit=dev)。');
    console.error('The TypeScript compiler is missing, so nothing can be built. Run npm ci (without --omit=dev).');
    process.exit(FAILED);
  }
  const incremental = ['--incremental', '--tsBuildInfoFile', join(DIST, '.tsbuildinfo')];
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json', ...incremental], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error('构建失败:以上类型错误须先改正。 The build failed: correct the type errors above.');
  process.exit(FAILED);
};

const copyData = () => {
  for (const file of sources().filter((name) => !/\.tsx?$/.test(name))) {
    mkdirSync(dirname(join(DIST, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(DIST, file));
  }
};

const bundle = async () => {
  const entry = join(DIST, 'workflows/index.js');
  if (!existsSync(entry)) return;
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const preloadModules = [join(DIST, 'workflows/preloaded.js')];
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, preloadModules, logger: new DefaultLogger('WARN') });
  const target = join(DIST, 'workflow-bundle.js');
  writeFileSync(`${target}.${process.pid}`, code);
  renameSync(`${target}.${process.pid}`, target);
};

if (isFresh()) process.exit(0);
console.error('正在构建 · building dist/ …');
if (!hasSameFiles()) rmSync(DIST, { recursive: true, force: true });
const begun = beginning();
compile();
copyData();
await bundle();
markBuilt(begun);
console.error(`构建完成 · built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
