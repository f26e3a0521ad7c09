import { DefaultLogger, Runtime } from '@temporalio/worker';
import { lastWords } from '../records/last-words.js';
import { runWorker } from './run.js';
import { readSettings } from './settings.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** A worker that was asked to stop is gone by then, whatever hangs: what it held is done by another. */
const GONE_MS = 40_000;

/** Runs the worker of this process until it is asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const stopping = new AbortController();
  for (const signal of STOP_SIGNALS)
    process.on(signal, () => {
      stopping.abort();
      setTimeout(() => process.exit(1), GONE_MS).unref();
    });
  await runWorker(settings, stopping.signal, () => process.stdout.write('worker ready\n'));
}

main().catch((error: unknown) => {
  const { text, status } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exit(status);
});
