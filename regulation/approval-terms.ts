import { addWorkingDays, dayOf, instantOf, type Day, type Instant } from '../domain/model/instant.js';
import { currentCycle, rulebookNamed } from './named.js';
import { valueOf } from './terms.js';

/** When the approvers of what is proposed at an instant are reminded, and the last day on which it can be approved. */
export function approvalTerms(at: Instant, cycle: number, folder?: string): { remindAt: readonly Instant[]; lapsesOn: Day } {
  const rulebook = rulebookNamed(String(cycle > 0 ? cycle : currentCycle(folder)), folder);
  const counts = (name: string): number[] => [valueOf(rulebook, name)].flat().map(Number);
  const after = (days: number): Day => addWorkingDays(dayOf(at), days, rulebook.calendar);
  const time = String(valueOf(rulebook, 'reminders.at'));
  return {
    remindAt: counts('approval.reminders').map((days) => instantOf(after(days), time)),
    lapsesOn: after(counts('approval.lapse')[0] ?? 0),
  };
}
