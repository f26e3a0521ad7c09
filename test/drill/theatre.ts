import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { openTheatre, type Theatre } from '../../client/drill/stage.js';
import { readScenario, type Scenario } from '../../simulator/scenario.js';

const FOLDER = fileURLToPath(new URL('../scenarios/', import.meta.url));

/** A scenario of test/scenarios by its name. */
export const scenarioNamed = (name: string, units?: number): Scenario =>
  readScenario(`${FOLDER}${name}.yaml`, units === undefined ? {} : { units });

/** A theatre on the servers of the test run, with a database and a worker of its own; whoever opens it closes it. */
export async function theatreForTests(env: NodeJS.ProcessEnv = {}): Promise<Theatre> {
  process.env['TEMPORAL_ADDRESS'] = inject('temporalAddress');
  process.env['DATABASE_URL'] = inject('databaseUrl');
  process.env['SMTP_URL'] = inject('smtpUrl');
  return openTheatre(() => undefined, env, inject('emptyBook'));
}

/** The same, closed when the test is over. */
export async function testTheatre(env: NodeJS.ProcessEnv = {}): Promise<Theatre> {
  const theatre = await theatreForTests(env);
  onTestFinished(() => theatre.close());
  return theatre;
}

export const quiet = (): void => undefined;
