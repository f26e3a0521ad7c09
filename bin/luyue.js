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

// What is told beside it may have no reader, or no room: that ends nothing that goes on.
process.stderr.on('error', () => undefined);

// Whatever nobody caught is no refusal, which is what status 1 would say.
process.on('uncaughtException', (error) => {
  console.error(`luyue: failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
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
