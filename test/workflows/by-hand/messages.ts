import type { Announcement } from '../../../domain/auction/announcement.js';
import type { Opening } from '../../../domain/cases/case.js';
import type { CityOpening } from '../../../domain/city-cycle/city-cycle.js';
import type { Case } from '../../../domain/model/case.js';
import type { Clock } from '../../../domain/model/clock.js';
import type { Instant } from '../../../domain/model/instant.js';
import type { NamedAct } from '../../../domain/model/step.js';
import type { Theatre } from '../../../client/drill/stage.js';
import { run } from '../../../embedded/run.js';
import { findTemporal } from '../../../embedded/temporal-binary.js';
import { TYPE_OF, workflowIdOf } from '../../../workflows/ids.js';

/** How long somebody at the command line waits for an answer of a case, which may never come; and of the server, which does. */
const [OF_A_CASE_MS, OF_THE_SERVER_MS] = [8_000, 120_000];

/** What is claimed in a message: an act with whatever stamp, asker and approval. */
export type Claimed = NamedAct;

/**
 * Everything that can be sent to a case with Temporal's own command line, past the desk. The one place that knows what the
 * messages of this version look like.
 */
export async function byHand({ platform, taskQueue, prefix }: Theatre) {
  const binary = await findTemporal(process.env, () => undefined);
  const workflow = (caseId: string): string[] => ['-w', workflowIdOf(caseId, prefix)];
  const temporal = async (...args: readonly string[]): Promise<string> => {
    const server = ['--address', platform.temporalAddress, '--namespace', platform.namespace];
    const waitsMs = args[0] === 'update' ? OF_A_CASE_MS : OF_THE_SERVER_MS;
    return (await run(binary, ['workflow', ...args, ...server], waitsMs)).output;
  };
  const update = (caseId: string, name: string, input: unknown, updateId?: string): Promise<string> =>
    temporal(
      ...['update', 'execute', ...workflow(caseId), '--name', name, '--input', JSON.stringify(input)],
      ...(updateId === undefined ? [] : ['--update-id', updateId]),
    );
  const start = (type: string, id: string, input: unknown, queue = taskQueue): Promise<string> =>
    temporal('start', ...workflow(id), '--type', type, '--task-queue', queue, '--input', JSON.stringify(input));

  return {
    /** The Update by which the desk hands over an act; under another Update's id, where one is named. */
    act: (caseId: string, claimed: Claimed, updateId?: string) => update(caseId, 'act', claimed, updateId),
    catchUp: (caseId: string, stamp: Instant) => update(caseId, 'catchUp', stamp),
    signal: (caseId: string, name: string, input: unknown) =>
      temporal('signal', ...workflow(caseId), '--name', name, '--input', JSON.stringify(input)),
    terminate: (caseId: string) => temporal('terminate', ...workflow(caseId), '--reason', 'by hand'),
    /** Takes a case back to before its first step. */
    reset: (caseId: string) => temporal('reset', ...workflow(caseId), '--type', 'FirstWorkflowTask', '--reason', 'by hand'),
    cancel: (caseId: string) => temporal('cancel', ...workflow(caseId)),
    /** Loses whatever the server has of a case. */
    lose: (caseId: string) => temporal('delete', ...workflow(caseId)),
    /** Starts a workflow of any type, with any input; under another workflow id and on another queue, where they are named. */
    startAs: (type: string, caseId: string, more: object = {}, as = caseId, queue = taskQueue) =>
      start(type, as, { caseId, prefix, ...more }, queue),
    /** Starts a case with an opening, a clock and a state of one's own; under another workflow id, where one is named. */
    start: (opening: Opening, clock: Clock, { state, as }: { state?: Case; as?: string } = {}) => {
      const input = { caseId: opening.id, prefix, clock, opening, ...(state ? { case: state } : {}) };
      return start(TYPE_OF.get(opening.kind) ?? '', as ?? opening.id, input);
    },
    /** Starts a cycle of the city's, with an opening of one's own. */
    startCity: (opening: CityOpening, clock: Clock) =>
      start(TYPE_OF.get('city-cycle') ?? '', opening.id, { caseId: opening.id, clock, opening, prefix }),
    /** Starts an auction that nobody has announced. */
    startAuction: (announcement: Announcement, clock: Clock) =>
      start(TYPE_OF.get('auction') ?? '', announcement.caseId, { caseId: announcement.caseId, clock, announcement, prefix }),
  };
}

export type ByHand = Awaited<ReturnType<typeof byHand>>;
