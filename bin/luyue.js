#!/usr/bin/env node
// The command `luyue`: starts the built client, or says what is missing.
import { existsSync } from 'node:fs';

const OLDEST = [20, 20];
const [major, minor] = process.versions.node.split('.').map(Number);
const client = new URL('../dist/client/main.js', import.meta.url);

// Whoever reads our output may stop reading, as `head` does: that is no error of ours.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  console.error(`luyue: cannot-write: 输出无法写入 / what is printed cannot be written: ${error.message}`);
  process.exit(3);
});

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`luyue 需要 Node.js ${OLDEST.join('.')} 或更高版本,当前为 ${process.versions.node}。请升级后再试。`);
  console.error(`luyue needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}. Upgrade it and try again.`);
  process.exitCode = 3;
} else if (!existsSync(client)) {
  console.error('luyue 尚未构建。请在项目目录执行 npm ci(或 npm run build)。');
  console.error('luyue is not built yet. Run npm ci (or npm run build) in the project folder.');
  process.exitCode = 3;
} else {
  await import(client.href);
}
