import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { changeHands, itemWaiting, type Item } from '../parties/claims.js';
import { colleagueNamed, nameOf, type Colleague } from '../parties/colleagues.js';
import { entitled } from '../parties/entitled.js';
import { officeOf, underOffice } from '../desk/office.js';
import type { Office } from '../records/in-office.js';
import { no, type No } from './no.js';

/** Who has what waits in whose inbox now. */
export interface Held {
  readonly item: string;
  readonly of: string;
  /** Absent where nobody has. */
  readonly claimedBy?: string;
}

type ClaimAct = 'claim' | 'hand-over';

/** What waits, and as what somebody keeps the inbox in which it does. */
interface Kept {
  readonly item: Item;
  readonly office: Office;
}

/** What waits under an id in an inbox that somebody keeps; unknown where it is in none of theirs, or done. */
async function itemOf(pool: pg.Pool, caller: Caller, what: ClaimAct, item: string, at: Instant): Promise<Kept | Refusal | No> {
  const parties = caller.appointments.map(({ party }) => party);
  if (parties.every((party) => isRefusal(entitled(caller, { what, as: party, at }))))
    return refuse(
      'not-allowed',
      `${caller.person} 没有可认领的待办`,
      `${caller.person} keeps no inbox in which things are claimed`,
    );
  const found = await itemWaiting(pool, item, at);
  const may = found && entitled(caller, { what, as: found.party, at });
  return may && !isRefusal(may)
    ? { item: found, office: officeOf(caller, [may]) }
    : no('unknown-item', `您的待办中没有 ${item}`, `there is no ${item} in your inbox now`);
}

const selfOf = ({ person, testActor }: Caller): Colleague => ({ person, testActor: testActor?.actor ?? null });

/** Why somebody cannot be named at a party. */
export const notOf = (path: string, said: string, party: string): Refusal => ({
  ...refuse('bad-input', `${path}：${said} 不在 ${party} 任职`, `${path}: ${said} does not act for ${party} now`),
  path: [path],
});

/** Who takes on what waits: it moves no window, and anybody entitled may act as before. */
export class Claiming {
  private readonly pool: pg.Pool;
  private readonly now: () => Instant;

  constructor(pool: pg.Pool, now: () => Instant) {
    this.pool = pool;
    this.now = now;
  }

  async claim(caller: Caller, item: string): Promise<Held | Refusal | No> {
    const found = await itemOf(this.pool, caller, 'claim', item, this.now());
    return 'office' in found ? this.change(found, caller, selfOf(caller)) : found;
  }

  async release(caller: Caller, item: string): Promise<Held | Refusal | No> {
    const found = await itemOf(this.pool, caller, 'claim', item, this.now());
    return 'office' in found ? this.change(found, caller) : found;
  }

  /** To a colleague, as lists name them. */
  async handOver(caller: Caller, item: string, said: string): Promise<Held | Refusal | No> {
    const at = this.now();
    const found = await itemOf(this.pool, caller, 'hand-over', item, at);
    if (!('office' in found)) return found;
    const { party } = found.item;
    const to = await colleagueNamed(this.pool, said, party, at);
    return to ? this.change(found, caller, to) : notOf('to', said, party);
  }

  private async change({ item, office }: Kept, { person: by }: Caller, to?: Colleague): Promise<Held | Refusal | No> {
    const change = { by, at: this.now(), office, ...(to ? { to } : {}) };
    const claim = await underOffice(this.pool, office, () => changeHands(this.pool, item, change));
    if (claim && isRefusal(claim)) return claim;
    const { item: id, party } = item;
    return { item: id, of: party, ...(claim ? { claimedBy: nameOf(claim, party) } : {}) };
  }
}
