import { FAILED } from './failure.js';
import { printProblem, STREAMS } from './print.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a command that is interrupted leaves behind, for whoever interrupts it. */
let leaves = '';

/** Says from now on what an interruption leaves behind. */
export const ifInterrupted = (zh: string, en: string): void => {
  leaves = `：${zh} / ${en}`;
};

let json = false;

/** Ends as the signal would have it, so that a shell sees it, but says so first. */
const onSignal = (signal: NodeJS.Signals): void => {
  printProblem({ code: 'interrupted', message: `已中断${leaves === '' ? ' / interrupted' : leaves}`, path: [] }, json, STREAMS);
  process.exitCode = FAILED;
  ownSignals();
  process.kill(process.pid, signal);
};

/** A command that stops in order by itself takes the signals over. */
export function ownSignals(): void {
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** No command ends without a word. */
export function tellInterruptions(asJson: boolean): void {
  json = asJson;
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
