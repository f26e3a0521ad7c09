/**
 * A real mail server as a process of its own, so that it can be stopped, or killed: `PORT FILE`. Writes each mail that it has taken to FILE, a line of
 * JSON, before it says so. Receivers at `gone.example` are refused for good, those at `slow.example` are answered late.
 */
import { appendFileSync } from 'node:fs';
import { startReceiver } from './receiver.js';

const [port = '0', file = ''] = process.argv.slice(2);
const SLOW_MS = 1_500;

const receiver = await startReceiver(
  {
    rcpt: (to) => (to.endsWith('@gone.example') ? { code: 550, text: '5.1.1 no such mailbox' } : undefined),
    delayMs: (to) => (to.endsWith('@slow.example') ? SLOW_MS : 0),
    taken: ({ to, messageId }) => {
      appendFileSync(file, `${JSON.stringify({ to: to[0], messageId })}\n`);
    },
  },
  Number(port),
);
process.stdout.write(`${receiver.url}\n`);
// whoever started it may be gone without a word
process.stdin.on('end', () => process.exit()).resume();
