import { holdsOpen } from '../acts/closing.js';
import { blank, dueNext, foldUnkeyed, type Opening } from '../cases/case.js';
import { dutiesOf } from '../cases/kinds.js';
import { openDuties, phaseOf, type Standing } from '../cases/standing.js';
import { unitStatus } from '../cases/unit-status.js';
import { holdsAccount, type Case } from '../model/case.js';
import type { Instant } from '../model/instant.js';
import type { Event } from '../model/step.js';
import { CheckWindows } from './check-windows.js';
import { Counts } from './counts.js';
import { mattersOf } from './matters.js';
import type { CaseView, DutyView, Projection, Watch } from './projection.js';

/** A case of a unit, with what its events tell beyond the case: since when each duty waits, windows, counts. */
export class UnitWatch implements Watch {
  readonly c: Case;
  private readonly counts = new Counts();
  private readonly windows: CheckWindows;
  private open: readonly Standing[] = [];
  private waiting = new Map<string, Instant>();

  constructor(opening: Opening) {
    this.c = blank(opening);
    this.windows = new CheckWindows(opening);
  }

  /** What is shown says nothing of steps' keys. */
  fold(_key: string, events: readonly Event[], head: string): void {
    for (const event of events) {
      foldUnkeyed(this.c, [event], head);
      this.counts.tell(event);
      this.windows.tell(event, this.c.unit.district);
      this.open = openDuties(this.c);
      this.wait(event.at);
    }
  }

  private wait(at: Instant): void {
    const before = this.waiting;
    this.waiting = new Map<string, Instant>();
    for (const { duty } of this.open) this.waiting.set(duty.name, before.get(duty.name) ?? at);
  }

  shown(): Projection {
    const { c, counts } = this;
    return { view: this.view(), duties: this.duties(), matters: mattersOf(c, counts), checks: this.windows.shown() };
  }

  private view(): CaseView {
    const { c, open } = this;
    const next = dueNext(c);
    const first = open.find(({ duty }) => duty.atItsEnd !== 'lapses');
    return {
      name: c.unit.name,
      district: c.unit.district,
      unitKind: c.unit.kind,
      phase: phaseOf(c),
      status: holdsAccount(c.kind) ? unitStatus(c) : null,
      closed: c.closed === true,
      nextAt: next?.at ?? null,
      nextDuty: next?.duty ?? null,
      nextWhat: next?.what ?? null,
      waitsFor: first?.duty.name ?? null,
      waitsOn: first?.duty.owedBy ?? null,
      waitsUntil: first?.record.dueOn ?? null,
      holds: c.closed === true ? [] : holdsOpen(c, dutiesOf(c)),
      figures: c.kind === 'verification' ? null : this.counts.figures(c),
      verifier: c.verifier ?? c.facts.verifier ?? null,
    };
  }

  /** What was due before the case began is none of its duties. */
  private duties(): DutyView[] {
    const { c, waiting } = this;
    const rows: DutyView[] = [];
    for (const [n, { name, owedBy }] of dutiesOf(c).entries()) {
      const record = c.duties[name];
      if (!record || record.before) continue;
      const { state, dueOn, doneAt = null, late = null } = record;
      const since = waiting.get(name) ?? null;
      const missed = this.counts.isMissed(name);
      rows.push({ n, duty: name, owedBy, state, dueOn, doneAt, late, waits: since !== null, since, missed });
    }
    return rows;
  }
}
