import { once } from 'node:events';
import { join } from 'node:path';
import { tailOf } from '../embedded/log-file.js';
import { simulate } from '../simulator/simulate.js';
import type { Outcome } from '../simulator/outcome.js';
import { readScenario, type Scenario } from '../simulator/scenario.js';
import { run, type Timing } from './drill/run.js';
import { sayOutcome } from './drill/say-outcome.js';
import { openTheatre } from './drill/stage.js';
import { ifInterrupted, ownSignals } from './interrupted.js';

export interface DrillOptions {
  readonly scenario: string;
  readonly units?: number;
  readonly simulate: boolean;
  readonly json: boolean;
  readonly keep: boolean;
}

/** What a drill that failed shows of its worker. */
const WORKER_LOG_LINES = 20;
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const print = (outcome: Outcome & { readonly timing: Partial<Timing> }, json: boolean): void =>
  void process.stdout.write(json ? `${JSON.stringify(outcome, null, 2)}\n` : sayOutcome(outcome));

async function onTemporal(scenario: Scenario, options: DrillOptions): Promise<void> {
  ifInterrupted('演练作废，其服务随即停止，数据删除', 'nothing came out of the drill; its servers end and its data goes');
  const began = performance.now();
  const theatre = await openTheatre(log);
  const { folder } = theatre.platform;
  try {
    print(await run(theatre, scenario, performance.now() - began, log), options.json);
    if (!options.keep) return;
    const { temporalUi, temporalAddress, databaseUrl, mailsFolder } = theatre.platform;
    log(`仍在运行，按 Ctrl-C 结束 · still running, Ctrl-C ends it:`);
    log(
      `  Temporal ${temporalUi ?? temporalAddress}\n  PostgreSQL ${databaseUrl}${mailsFolder === undefined ? '' : `\n  mails ${mailsFolder}`}`,
    );
    ownSignals();
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  } catch (error) {
    log(tailOf(join(folder, 'worker.log'), WORKER_LOG_LINES));
    throw error;
  } finally {
    await theatre.close();
  }
}

/** Plays a scenario, in memory or on Temporal, and prints what came out. Throws a ScenarioError where the file is wrong. */
export async function drill(options: DrillOptions): Promise<number> {
  const scenario = readScenario(options.scenario, options.units === undefined ? {} : { units: options.units });
  if (!options.simulate) {
    await onTemporal(scenario, options);
    return 0;
  }
  const began = performance.now();
  const outcome = simulate(scenario);
  const timing = { wallSeconds: Math.round(performance.now() - began) / 1_000 };
  print({ ...outcome, timing }, options.json);
  return 0;
}
