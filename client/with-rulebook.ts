import { QuestionError } from '../domain/rules/working.js';
import { RegulationError } from '../regulation/errors.js';
import { BAD_INPUT, printProblem, REFUSED, type Streams } from './print.js';

/** Carries a command on the regulation out: its refusals and bad input become a clear line and an exit status. */
export async function onRegulation(json: boolean, streams: Streams, work: () => number | Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QuestionError) {
      printProblem({ code: error.code, message: error.message, path: error.path }, json, streams);
      return error.code !== 'bad-input' ? REFUSED : BAD_INPUT;
    }
    if (!(error instanceof RegulationError)) throw error;
    printProblem(
      { code: error.fault === 'not-found' ? 'unknown-cycle' : error.fault, message: error.message, path: [] },
      json,
      streams,
    );
    return error.fault === 'not-known' ? REFUSED : BAD_INPUT;
  }
}
