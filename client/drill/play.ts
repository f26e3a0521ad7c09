import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import type { Answered, Desk } from '../../desk/desk.js';
import type { Received } from '../../desk/door.js';
import type { Opening } from '../../domain/cases/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../../domain/model/refusal.js';
import { workflowIdOf } from '../../workflows/ids.js';
import type { Clock } from '../../domain/model/clock.js';
import type { Item } from './schedule.js';
import { virtualClock, type VirtualClock } from './virtual-clock.js';

/** What becomes of the clocks of cases that were closed and are revived: by case, told what it has played up to. */
export type Revivals = Map<string, (playedTo: Instant) => Clock>;

export interface Stage {
  readonly desk: Desk;
  /** Asked by the desk's `revivedAt`. */
  readonly revivals?: Revivals;
  readonly connection: Connection;
  readonly namespace: string;
  readonly prefix: string;
  /** The first instant that is not played any more. */
  readonly endsAt: Instant;
  /** When the play began on the server's clock, where it is one that goes on. */
  readonly wall0?: number;
  /** Ends the play between two acts. */
  readonly stop?: AbortSignal;
  /** Told of each act once it is answered; the play waits for it. */
  readonly after?: (item: Item, answer: Answered | Refusal) => Promise<void>;
}

/** Between the whole seconds at which timers are due. */
const ASIDE_MS = 500;
/** Acts are stored this long before they are played, so that no instant between them can pass one that is still to come. */
const STORED_AHEAD_MS = 3_600_000;

/** A case that did not say when it wakes: its clock is moved to be sure. */
const UNKNOWN: Instant = 0;
const NEVER: Instant = Infinity;

const LOOK_AGAIN_MS = 50;
const LOOKS = 1_200;

interface Actor {
  readonly clock: VirtualClock;
  /** The server's time less business time. */
  shift: number;
  /** When the case wakes next by itself, as far as it said. */
  wakes: Instant;
}

/** Lets a case play what is due up to an instant; its clock stands still where nothing is. */
const reach = async ({ clock, shift, wakes }: Actor, at: Instant): Promise<void> => {
  if (wakes <= at) await clock.to(at + shift + ASIDE_MS);
};

/** Moves a case past the end and waits until what was due before it is written. */
async function finish({ desk, endsAt }: Stage, caseId: string, actor: Actor): Promise<void> {
  if (actor.wakes >= endsAt) return;
  await reach(actor, endsAt);
  for (let looks = 0; ((await desk.standing(caseId))?.next ?? NEVER) < endsAt; looks += 1) {
    if (looks === LOOKS) throw new Error(`case ${caseId} has not played what was due before ${String(endsAt)}`);
    await pause(LOOK_AGAIN_MS);
  }
}

/** Plays cases that move each other, with their acts in order: one driver, one thing at a time. */
export async function play(stage: Stage, openings: readonly Opening[], items: readonly Item[]): Promise<void> {
  const { desk, connection, namespace, prefix, endsAt } = stage;
  const actors = new Map<string, Actor>();
  const actor = (caseId: string): Actor => {
    const found = actors.get(caseId);
    if (!found) throw new Error(`case ${caseId} is not on this stage`);
    return found;
  };
  for (const opening of openings) {
    stage.stop?.throwIfAborted();
    const wall0 = stage.wall0 ?? Date.now();
    const done = await desk.open(opening, { wall0, business0: opening.opensAt, endsAt, skips: true });
    const clock = virtualClock(connection, namespace, workflowIdOf(opening.id, prefix));
    if (stage.wall0 !== undefined) await clock.read();
    const mine: Actor = { clock, shift: wall0 - opening.opensAt, wakes: done.next ?? NEVER };
    actors.set(opening.id, mine);
    stage.revivals?.set(opening.id, (playedTo) => {
      const now = Date.now();
      mine.clock.forget();
      mine.shift = now - playedTo;
      return { wall0: now, business0: playedTo, endsAt, skips: true };
    });
  }

  const stored: Received[] = [];
  const storeUpTo = async (until: Instant): Promise<void> => {
    for (let item = items[stored.length]; item && item.at <= until; item = items[stored.length]) {
      const received = await item.receive(desk);
      if (isRefusal(received)) throw new Error(`an admitted act was refused at the desk: ${sayRefusal(received)}`);
      stored.push(received);
    }
  };
  for (const [n, item] of items.entries()) {
    stage.stop?.throwIfAborted();
    await storeUpTo(item.at + STORED_AHEAD_MS);
    for (const caseId of item.cases) await reach(actor(caseId), item.at);
    const received = stored[n];
    if (!received) throw new Error(`act ${String(n)} of the play was not stored`);
    const answer = await desk.handOver(received);
    for (const caseId of item.cases)
      actor(caseId).wakes = !isRefusal(answer) && answer.wakes.has(caseId) ? (answer.wakes.get(caseId) ?? NEVER) : UNKNOWN;
    await stage.after?.(item, answer);
  }
  for (const [caseId, one] of actors) {
    stage.stop?.throwIfAborted();
    await finish(stage, caseId, one);
  }
}
