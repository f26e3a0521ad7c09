import { dutiesOf } from '../cases/kinds.js';
import type { Opening } from '../cases/case.js';
import type { Duty } from '../duties/duty.js';
import type { Event } from '../model/step.js';
import { tookPlaceAt } from '../model/took-place.js';
import type { CheckView } from './projection.js';

type Window = { -readonly [K in keyof CheckView]: CheckView[K] };

const isRunning = (window: Window | undefined): window is Window =>
  window !== undefined && window.checkedAt === null && !window.overtaken;

/** The windows of the checks of a case, in the order in which they began. */
export class CheckWindows {
  private readonly checks: readonly Duty[];
  private readonly windows: Window[] = [];

  constructor(opening: Opening) {
    this.checks = dutiesOf(opening).filter((duty) => duty.checks);
  }

  /** Brings an event to them; `district` is responsible from this event on. */
  tell(event: Event, district: string): void {
    for (const duty of this.checks) this.tellOne(duty, event, district);
  }

  private open(check: string, district: string, filedAt: number): void {
    const none = { missedAt: null, checkedAt: null, checkedBy: null, overtaken: false };
    this.windows.push({ n: this.windows.length, check, district, filedAt, ...none });
  }

  private tellOne(duty: Duty, event: Event, district: string): void {
    const current = this.windows.findLast(({ check }) => check === duty.name);
    const running = isRunning(current) ? current : undefined;
    const at = tookPlaceAt(event);
    // a window that has not ended goes with the unit; one that was missed stays with who missed it
    if (running?.missedAt === null) running.district = district;
    if (event.duty === duty.checks?.name && event.turns === 'done') {
      // a refiling that nobody had looked at yet starts the window anew, unless it was missed before
      if (running?.missedAt === null) running.filedAt = at;
      else this.open(duty.name, district, at);
    }
    if (event.duty !== duty.name || !running) return;
    if (event.turns === 'overdue') running.missedAt = at;
    else if (event.turns === 'done') Object.assign(running, { checkedAt: at, checkedBy: district });
    else if (event.type === 'overtaken') running.overtaken = true;
    else if (event.type === 'date-moved' && event.turns !== undefined) {
      // an amendment that moves the window's end beyond today opens it again, for who is responsible now
      running.missedAt = null;
      running.district = district;
    }
  }

  shown(): CheckView[] {
    return this.windows.map((window) => ({ ...window }));
  }
}
