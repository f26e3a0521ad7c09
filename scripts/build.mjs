// Builds dist/: TypeScript to JavaScript, the data files beside it, and the workflows as one bundle.
// Does nothing when nothing has changed. `npm ci` runs it (script "prepare").
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { beginning, DIST, hasSameFiles, isFresh, markBuilt, ROOT, sources } from './build-state.mjs';

const began = performance.now();

// `npx luyue` links this checkout into npm's cache, which runs "prepare", and remembers a half-made link for ever
// when that fails. So it never fails there: bin/luyue.js says that nothing is built, and what to do.
const FAILED = process.env.npm_command === 'exec' ? 0 : 1;

/** A file that is written whole or not at all. */
const write = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
};

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Takes the types away, file by file, which tsconfig.json makes possible (isolatedModules); they are judged by `npm run types`. */
const compile = () => {
  let ts;
  try {
    ts = createRequire(import.meta.url)('typescript');
  } catch {
    console.error('缺少 TypeScript 编译器,无法构建。请执行 npm ci(不要加 --omit=dev)。');
    console.error('The TypeScript compiler is missing, so nothing can be built. Run npm ci (without --omit=dev).');
    process.exit(FAILED);
  }
  const read = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  // one file by itself does not see package.json, which says that all of them are ES modules
  const asModule = { ...read.config.compilerOptions, module: 'ESNext', moduleResolution: 'Bundler' };
  const { options } = ts.convertCompilerOptionsFromJson(asModule, ROOT);
  const wrong = [];
  for (const file of sources().filter((name) => /\.tsx?$/.test(name))) {
    const target = join(DIST, file.replace(/\.tsx?$/, '.js'));
    if (changedAt(target) > Math.max(changedAt(join(ROOT, file)), changedAt(join(ROOT, 'tsconfig.json')))) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    const made = ts.transpileModule(text, { compilerOptions: options, fileName: join(ROOT, file), reportDiagnostics: true });
    wrong.push(...made.diagnostics);
    const map = JSON.parse(made.sourceMapText);
    write(`${target}.map`, JSON.stringify({ ...map, sources: [relative(dirname(target), join(ROOT, file))] }));
    write(target, made.outputText);
  }
  if (wrong.length === 0) return;
  console.error(
    ts.formatDiagnostics(wrong, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => ROOT,
      getNewLine: () => '\n',
    }),
  );
  console.error('构建失败:以上错误须先改正。 The build failed: correct the errors above.');
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
  write(join(DIST, 'workflow-bundle.js'), code);
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
