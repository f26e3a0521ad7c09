import { owedBy } from '../duties/claim.js';
import { dutyNamed } from '../cases/kinds.js';
import { plus, rest, type Amount } from '../model/amount.js';
import type { Case, Matter } from '../model/case.js';
import { dayOf, type Day } from '../model/instant.js';
import type { Event } from '../model/step.js';
import { tookPlaceAt, tookPlaceOn } from '../model/took-place.js';
import type { CaseFigures } from './projection.js';

type Reason = keyof CaseFigures['issued'];
const REASONS: Readonly<Record<string, Reason | undefined>> = {
  'pre-allocation': 'preAllocation',
  'final-allocation': 'finalAllocation',
  auction: 'auction',
};

/** What an event brings, by the name its type promises. */
type Brought = {
  readonly reason: string;
  readonly lots: readonly { readonly quantity: Amount }[];
  readonly remind: boolean;
  readonly quantity: Amount;
  readonly verifierReport: { readonly verifier: string };
};

/** What the events of a case add up to beyond what the case itself knows. */
export class Counts {
  private readonly issued: Record<Reason, Amount> = { preAllocation: '0', finalAllocation: '0', auction: '0' };
  private readonly missedDuties = new Set<string>();
  private readonly reminded: string[] = [];
  private readonly last = new Map<string, Day>();
  private verifier = '';
  private penalties = 0;

  tell(event: Event): void {
    const { type, turns, duty } = event;
    const brought = (event.with ?? {}) as Brought;
    this.last.set(type, dayOf(tookPlaceAt(event)));
    if (type === 'credited') this.credit(brought);
    if (tookPlaceOn(event) !== undefined) this.allocatedBefore(type, brought);
    if (type === 'penalty-decided') this.penalties += 1;
    if (type === 'verified-report-filed') this.verifier = brought.verifierReport.verifier;
    if (type === 'spot-checked' && brought.remind) this.reminded.push(this.verifier);
    if (duty === undefined) return;
    // one that an amendment opened again is not among those missed
    if (turns === 'overdue') this.missedDuties.add(duty);
    else if (type === 'date-moved' && turns !== undefined) this.missedDuties.delete(duty);
  }

  private credit({ reason, lots }: Brought): void {
    const of = REASONS[reason];
    if (of === undefined) return;
    for (const { quantity } of lots) this.issued[of] = plus(this.issued[of], quantity);
  }

  /** What was allocated before the platform was taken into service counts for the cycle, though it was no credit here. */
  private allocatedBefore(type: string, { quantity }: Brought): void {
    if (type === 'pre-allocated') this.issued.preAllocation = quantity;
    if (type === 'allocated') this.issued.finalAllocation = rest(quantity, this.issued.preAllocation);
  }

  /** The day of the last event of a type. */
  lastOf(type: string): Day | undefined {
    return this.last.get(type);
  }

  /** Not fulfilled in time, fulfilled since or not. */
  isMissed(duty: string): boolean {
    return this.missedDuties.has(duty);
  }

  figures(c: Case): CaseFigures {
    const { confirmed = '0', obligation = '0', takenBack, debt, surrendered, collected, collectedAt, matters } = c.facts;
    const ofKind = (kind: Matter['kind']): Matter[] => matters.filter((matter) => matter.kind === kind);
    const open = (kind: Matter['kind']): Matter[] => ofKind(kind).filter(({ state }) => state === 'open');
    const owners = [...this.missedDuties].flatMap((name) => dutyNamed(c, name)?.owedBy ?? []);
    const missedBy = (owner: string): number => owners.filter((one) => one === owner).length;
    return {
      confirmed,
      obligation,
      issued: { ...this.issued },
      takenBack,
      debt,
      surrendered: { allowances: surrendered.allowances, offsets: surrendered.offsets },
      collected: { allowances: collected.allowances, offsets: collected.offsets },
      short: collectedAt === undefined ? '0' : owedBy(c),
      referrals: { opened: ofKind('referral').length, open: open('referral').length },
      rectifications: {
        opened: ofKind('rectification').length,
        open: open('rectification').map(({ dueOn }) => dueOn ?? null),
      },
      penalties: this.penalties,
      missed: { unit: missedBy('unit'), district: missedBy('district'), city: missedBy('city') },
      reminded: [...this.reminded],
    };
  }
}
