import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { workerEnvironment, type startWorkerProcess } from '../../embedded/worker-process.js';
import { runWorker } from '../../worker/run.js';
import { readSettings } from '../../worker/settings.js';

const BUNDLE = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));

// what workers say of steps that a test has fail is nobody's to read
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});

/**
 * A worker in the process of the test, from the workflows that were built: it loads nothing that the tests have not loaded, which takes a
 * process of its own three seconds of the processor. It cannot be killed.
 */
export const startWorkerHere: typeof startWorkerProcess = async (options) => {
  const settings = readSettings({ WORKFLOW_BUNDLE: BUNDLE, ...workerEnvironment(options) });
  let stopping = new AbortController();
  let running: Promise<void>;
  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      stopping = new AbortController();
      running = runWorker(settings, stopping.signal, resolve);
      running.catch(reject);
    });
  const stop = async (): Promise<void> => {
    stopping.abort();
    await running;
  };
  await start();
  return {
    pid: process.pid,
    stop,
    kill: () => Promise.reject(new Error('this worker is no process: ask for one')),
    async restart() {
      await stop();
      await start();
    },
  };
};
