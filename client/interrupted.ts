import { printProblem, STREAMS } from './print.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

let leaves = '';
/** Of the program as people start it; nothing is said for whoever calls a command within a process of their own. */
let program: { readonly json: boolean } | undefined;

/** The process is the command's alone. */
export const isProgram = (json: boolean): void => {
  program = { json };
};

/** Ends as the signal would have it, so that a shell sees it, but says first what is left behind. */
const onSignal = (signal: NodeJS.Signals): void => {
  printProblem({ code: 'interrupted', message: leaves, path: [] }, program?.json === true, STREAMS);
  ownSignals();
  process.kill(process.pid, signal);
};

/**
 * Says what an interruption leaves behind from now on. A command that leaves nothing ends at once, without a word: one that listens to
 * signals would not hear them while it computes.
 */
export function ifInterrupted(zh: string, en: string): void {
  if (!program) return;
  leaves = `已中断：${zh} / interrupted: ${en}`;
  for (const signal of SIGNALS) {
    process.off(signal, onSignal);
    process.on(signal, onSignal);
  }
}

/** A command that stops in order by itself takes the signals over. */
export function ownSignals(): void {
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
