import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { openTheatre, type Theatre } from '../../client/drill/stage.js';
import { readScenario, type Scenario } from '../../simulator/scenario.js';

const FOLDER = fileURLToPath(new URL('../scenarios/', import.meta.url));

/** A scenario of test/scenarios by its name. */
export const scenarioNamed = (name: string, units?: number): Scenario =>
  readScenario(`${FOLDER}${name}.yaml`, units === undefined ? {} : { units });

/** Which pauses a worker makes around its commits, so that it can be killed there, and which build it is. */
const OF_A_PROCESS = /^(PAUSE_|BUILD_ID$)/;

/**
 * A theatre on the servers of the test run, with a database and a worker of its own; whoever opens it closes it. The worker is in the
 * process of the test, unless it is to be killed.
 */
export async function theatreForTests(env: NodeJS.ProcessEnv = {}, isKilled = false): Promise<Theatre> {
  process.env['TEMPORAL_ADDRESS'] = inject('temporalAddress');
  process.env['DATABASE_URL'] = inject('databaseUrl');
  process.env['SMTP_URL'] = inject('smtpUrl');
  const ownProcess =
    isKilled || process.env['LUYUE_WORKER'] !== 'built' || Object.keys(env).some((name) => OF_A_PROCESS.test(name));
  const { startWorkerHere } = await import('./worker-here.js');
  return openTheatre(() => undefined, env, {
    emptyBook: inject('emptyBook'),
    ...(ownProcess ? {} : { startWorker: startWorkerHere }),
  });
}

/** The same, closed when the test is over. */
export async function testTheatre(env: NodeJS.ProcessEnv = {}): Promise<Theatre> {
  const theatre = await theatreForTests(env);
  onTestFinished(() => theatre.close());
  return theatre;
}

export const quiet = (): void => undefined;
