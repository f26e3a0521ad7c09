import type { WorkflowClient } from '@temporalio/client';
import type { CreditAward } from '../domain/auction/delivery.js';
import { refuse } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { bidderIn } from './auction-bidders.js';
import { Desk } from './desk.js';

/** One attempt's patience with a winner's case; the next attempt finds the act stored under its first stamp. */
const PATIENCE_MS = 10_000;

/** Brings lots to their winners by the act `credit-auction`, through the door like everybody's acts. */
export function creditThroughDesk(book: Book, client: WorkflowClient, taskQueue: string): CreditAward {
  return async ({ cycle, award, price, act, announcedBy, stamp, prefix }) => {
    const { bidder, quantity } = award;
    const unit = await bidderIn(book, cycle, bidder);
    if (!unit)
      return refuse(
        'unknown-unit',
        `${bidder} 在本周期没有账户`,
        `${bidder} has no account in this cycle: the lot stays with the authority`,
        '三(三)2',
      );
    const register = { units: new Map([[unit.id, unit]]) };
    const desk = new Desk({ book, client, taskQueue, cycle, prefix, register, patienceMs: PATIENCE_MS });
    const raw = { by: 'exchange', do: 'credit-auction', with: { to: bidder, quantity, price } };
    const asked = { raw, id: act, asker: 'platform', ...(stamp === undefined ? {} : { stamp }) };
    const outcome = await desk.finish(
      await desk.take({ ...asked, ...(announcedBy === undefined ? {} : { causedBy: announcedBy }) }),
    );
    if (outcome.state === 'stored') throw new Error(`${bidder}: the case of the winner has not answered yet`);
    return outcome.state === 'refused' ? outcome.refusal : { at: outcome.at };
  };
}
