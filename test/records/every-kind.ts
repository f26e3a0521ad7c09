import { onAuctionAct } from '../../domain/auction/acts.js';
import { blankAuction, foldAuction, type AuctionStep } from '../../domain/auction/auction.js';
import { awaiting, creditIdOf, onDelivery, publish } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import { blank, fold, onAct, type Opening } from '../../domain/cases/case.js';
import { onCityAct } from '../../domain/city-cycle/acts.js';
import { blankCity, foldCity, openingCity, toRollOut, type CityStep } from '../../domain/city-cycle/city-cycle.js';
import { cityDue, onCityInstant, onRolledOut } from '../../domain/city-cycle/instants.js';
import type { Case } from '../../domain/model/case.js';
import { isoOf } from '../../domain/model/instant.js';
import { isRefusal, refuse } from '../../domain/model/refusal.js';
import { letIn, type NamedAct } from '../../domain/model/step.js';
import type { Concern } from '../../records/acts.js';
import { openAuction, postAuction } from '../../records/auctions.js';
import type { Book } from '../../records/book.js';
import { openCity, postCity } from '../../records/city-cycles.js';
import type { Answer, Written } from '../../records/posted.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { ANNOUNCEMENT, BIDDING, CLOSES, nonceOf, OPENING, OPENING_ENDS } from '../auction/room.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { approvedFor } from '../ledger/approving.js';
import { release } from '../ledger/releasing.js';
import { peopled } from './people/peopled.js';
import { after, allowances, openingOf, SKIPPING } from './steps.js';

const written = (answer: Answer): Written => {
  if (!('head' in answer)) throw new Error(`not written: ${JSON.stringify(answer)}`);
  return answer;
};

/** Two units, and one case of every other kind, each as its own rules make it. */
export class EveryKind {
  private readonly book: Book;
  private readonly cases = new Map<string, Case>();

  constructor(book: Book) {
    this.book = book;
  }

  async play(): Promise<void> {
    for (const id of ['BJ-1', 'BJ-2'])
      await this.open({ ...openingOf(id), id: `2024/${id}/compliance-cycle`, holdings: [allowances('100')] });
    await this.city();
    await this.auction();
    await this.trade();
    await raiseAlarms(
      this.book.pool,
      [{ check: 'chain-end', subject: 'tried', found: 'for the test', units: ['BJ-1'] }],
      after(1),
    );
    await release(this.book, 1);
    await raiseAlarms(this.book.pool, [], after(2), { all: true });
    await this.people();
    await approvedFor(this.book, '2024/BJ-2/compliance-cycle', 'BJ-2');
  }

  /** Besides: a clerk's appointment ends and what is known of him is erased, the program of another has its end, a certificate is revoked. */
  private async people(): Promise<void> {
    const town = await peopled(this.book);
    const person = await town.enter('leaving');
    const appointment = await town.appoint(person, 'exchange', 'clerk');
    for (const [what, brings] of [
      ['end-appointment', { appointment, basis: '离任' }],
      ['erase-person', { person, reason: '本人申请' }],
      ['end-client', { client: 'c-0001', basis: '停用' }],
      ['revoke-certificate', { certificate: 's-0001', basis: '密钥遗失' }],
    ] as const) {
      const done = await town.both(what, brings);
      if (done.state !== 'decided') throw new Error(`${what}: ${JSON.stringify(done)}`);
    }
  }

  private async open(opening: Opening): Promise<void> {
    const c = blank(opening);
    const { events, head } = written(await this.book.open(opening, SKIPPING));
    fold(c, 'open', events, head);
    this.cases.set(opening.unit.id, c);
  }

  private async store(
    act: Omit<NamedAct, 'id'>,
    concerns: readonly Concern[],
    asker = act.by,
    id = `${act.do} ${String(act.at)} ${act.by}`,
  ) {
    const { at: stamp, ...rest } = act;
    const { act: number } = await this.book.store({ ...rest, asker, id, asked: id, stamp, cases: concerns });
    return { ...act, id: number };
  }

  private async decide(unit: string, act: NamedAct): Promise<void> {
    const c = this.cases.get(unit)!;
    const step = onAct(c, letIn(act));
    if (isRefusal(step)) {
      await this.book.refuseAct(act.id, c.id, step);
      return;
    }
    const { events, head } = written(
      await this.book.post({ caseId: c.id, unit, seq: c.seq, head: c.head, step, district: c.unit.district, act }),
    );
    fold(c, step.key, events, head);
  }

  /** Struck off for all, brought to both units, one of which has it already; then the pre-allocation's date passes. */
  private async city(): Promise<void> {
    const { terms } = openingOf('BJ-1');
    const c = blankCity({ id: '2024/city/city-cycle', terms, opensAt: after(0) });
    const take = async (step: CityStep, act?: NamedAct): Promise<void> => {
      const posted = { caseId: c.opening.id, seq: c.seq, head: c.head, step, ...(act ? { act } : {}) };
      const { events, head } = written(
        step.key === 'open' ? await openCity(this.book.pool, c.opening, SKIPPING) : await postCity(this.book.pool, posted),
      );
      foldCity(c, step.key, events, head);
    };
    await take(openingCity(c.opening));
    const city = { by: 'city/a', approvedBy: 'city/b' };
    const brings = { verifier: 'V-01', basis: '决定书' };
    const all = ['BJ-1', 'BJ-2'].map((unit): Concern => ({ case: this.cases.get(unit)!.id, role: 'each' }));
    const before = await this.store({ ...city, do: 'strike-off-verifier', at: after(1), with: brings }, [
      { ...all[1]!, role: 'decides' },
    ]);
    await this.decide('BJ-2', before);
    const act = await this.store({ ...city, do: 'strike-off-verifier', at: after(2), with: brings }, [
      { case: c.opening.id, role: 'decides' },
      ...all,
    ]);
    await take(onCityAct(c, letIn(act)) as CityStep, act);
    for (const unit of ['BJ-1', 'BJ-2']) await this.decide(unit, act);
    const out = { cases: 2, applied: 1, refused: [{ case: all[1]!.case, code: 'already-done' }] };
    await take(onRolledOut(c, toRollOut(c)!, out, after(3)));
    await take(onCityInstant(cityDue(c)!, { 'pre-allocation': ['BJ-1', 'BJ-2'] }));
  }

  /** Two bid the same; both win, one gets its lot, the other's case says no. */
  private async auction(): Promise<void> {
    const { auction, at, by, approvedBy, lot, floor, minimumCover, voluntary, basis, opensAt, closesAt, openingEndsAt } =
      ANNOUNCEMENT;
    const brings = {
      auction,
      lot,
      floor,
      minimumCover,
      voluntary,
      basis,
      opensAt: isoOf(opensAt),
      closesAt: isoOf(closesAt),
      openingEndsAt: isoOf(openingEndsAt),
    };
    const { id } = await this.store({ do: 'announce-auction', by, approvedBy, at, with: brings }, []);
    const announcement = { ...ANNOUNCEMENT, act: id };
    const a = blankAuction(announcement);
    const { caseId } = announcement;
    const first = written(await openAuction(this.book.pool, { announcement, clock: SKIPPING }));
    foldAuction(a, 'open', first.events, first.head);
    const take = async (step: AuctionStep, act?: NamedAct): Promise<void> => {
      const { events, head } = written(
        await postAuction(this.book.pool, { caseId, seq: a.seq, head: a.head, step, ...(act ? { act } : {}) }),
      );
      foldAuction(a, step.key, events, head);
    };
    const does = async (what: string, who: string, stamp: number, bring: object): Promise<void> => {
      const act = await this.store(
        { do: what, by: who, at: stamp, with: { auction, ...bring } },
        [{ case: caseId, role: 'decides' }],
        who,
        `${what} ${JSON.stringify(bring)}`,
      );
      await take(onAuctionAct(a, letIn(act)) as AuctionStep, act);
    };
    const lines = [{ price: '110.00', quantity: '100' }];
    for (const bidder of ['BJ-1', 'BJ-2']) {
      await does('record-cover', 'exchange', BIDDING, { bidder, kind: 'key', name: bidder, cover: '20000.00' });
      await does('file-bid', bidder, BIDDING, { commitment: commitmentOf({ caseId, bidder, nonce: nonceOf(bidder), lines }) });
    }
    await take(onAuctionInstant(a, { at: CLOSES, what: 'close' }));
    for (const bidder of ['BJ-1', 'BJ-2']) {
      const fits = commitmentOf({ caseId, bidder, nonce: nonceOf(bidder), lines });
      await does('open-bid', bidder, OPENING, { nonce: nonceOf(bidder), lines, fits });
    }
    await take(onAuctionInstant(a, auctionDue(a)!));
    for (const award of awaiting(a)) {
      const { bidder, quantity } = award;
      const credit = {
        do: 'credit-auction',
        by: 'exchange',
        at: OPENING_ENDS,
        with: { to: bidder, quantity, price: a.cleared?.price ?? '0' },
      };
      const act = await this.store(
        credit,
        [{ case: this.cases.get(bidder)!.id, role: 'decides' }],
        'platform',
        creditIdOf(caseId, bidder),
      );
      const no = refuse('overtaken', '本周期清缴已结束', 'this cycle is settled');
      if (bidder === 'BJ-1') await this.decide(bidder, act);
      else await this.book.refuseAct(act.id, this.cases.get(bidder)!.id, no);
      await take(onDelivery(a, award, bidder === 'BJ-1' ? { at: act.at } : no));
    }
    await take(publish(a));
  }

  private async trade(): Promise<void> {
    const [from, to] = [this.cases.get('BJ-1')!, this.cases.get('BJ-2')!];
    const brings = { from: 'BJ-1', to: 'BJ-2', quantity: '3', price: '100.00' };
    const cases: Concern[] = [
      { case: from.id, role: 'decides' },
      { case: to.id, role: 'told' },
    ];
    const act = await this.store({ do: 'settle-trade', by: 'exchange', at: OPENING_ENDS + 1, with: brings }, cases);
    await this.book.markReady(to.id, [act.id]);
    await this.decide('BJ-1', act);
  }
}
