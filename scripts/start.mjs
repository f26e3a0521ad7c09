// `npm start`: from a fresh clone to a case that plays, in one command. Installs what is missing, builds what
// is stale, then becomes `luyue up --demo` (in this process, so that Ctrl-C reaches it and nothing else).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return {};
  }
};

/** Whether node_modules holds what the lock names; npm writes its own list there last, when all is in place. */
const isInstalled = () => {
  const installed = packagesIn('node_modules/.package-lock.json');
  const needed = Object.entries(packagesIn('package-lock.json')).filter(([path, { optional }]) => path !== '' && !optional);
  return needed.every(([path, { version }]) => installed[path]?.version === version);
};

const checkNode = () => {
  const oldest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '');
  const [needMajor, needMinor] = oldest.split('.').map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`luyue 需要 Node.js ${oldest} 或更高版本,当前为 ${process.versions.node}。请升级后再执行 npm start。`);
  console.error(
    `luyue needs Node.js ${oldest} or newer; this is ${process.versions.node}. Upgrade it, then run npm start again.`,
  );
  process.exit(3);
};

const run = (program, args, chinese, english) => {
  console.error(`${chinese} · ${english}`);
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`失败:${program} ${args.join(' ')}${error ? `(${error.message})` : ''}。请看上面的原因,改正后再执行 npm start。`);
  console.error(`Failed: ${program} ${args.join(' ')}. See the reason above, then run npm start again.`);
  process.exit(3);
};

checkNode();
if (!isInstalled()) {
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    '正在安装依赖(首次约一分钟)',
    'installing dependencies (about a minute the first time)',
  );
}
const { isFresh } = await import('./build-state.mjs');
if (!isFresh()) run(process.execPath, ['scripts/build.mjs'], '检查构建', 'checking the build');
const launcher = join(ROOT, 'bin/luyue.js');
process.argv = [process.argv[0], launcher, 'up', '--demo', ...process.argv.slice(2)];
await import('../bin/luyue.js');
