import { blank, fold, onAct } from '../domain/cases/case.js';
import type { Case } from '../domain/model/case.js';
import { shownBy } from '../domain/model/clock.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { letIn } from '../domain/model/step.js';
import type { Concern } from '../records/acts.js';
import type { Book } from '../records/book.js';
import { verificationsOf } from '../records/cases.js';
import type { CaseRecord } from '../records/whole-cases.js';
import { readCity } from '../records/city-cycles.js';
import { verificationTerms } from '../regulation/verification-terms.js';
import { caseIdOf, cityCaseIdOf, verificationIdOf } from '../workflows/ids.js';
import { notEngaged, type Admitted } from './admit.js';
import type { Asked, Planned } from './door.js';

/** The cases that stand around an act: who hears of it once it is decided, and a verification that it opens. */
interface Around {
  readonly concerns: readonly Concern[];
  readonly opens?: NonNullable<Planned['opens']>;
}

const foldedFrom = ({ opening, steps }: CaseRecord): Case => {
  const c = blank(opening);
  for (const { key, events, head } of steps) fold(c, key, events, head);
  return c;
};

/** What a verification is opened with: what is in force, and the unit as it is listed now. */
async function openingOf(
  book: Book,
  cycle: number,
  { opening, ...record }: CaseRecord,
  { verifier, asked, regulation }: { readonly verifier: string; readonly asked: Asked; readonly regulation?: string | undefined },
): Promise<NonNullable<Planned['opens']>> {
  const { unit, terms, allowProvisional, facts } = foldedFrom({ ...record, opening });
  const { clock } = record;
  const { rehearsal } = opening;
  const city = rehearsal ? undefined : await readCity(book.pool, cityCaseIdOf(cycle));
  const extendedTo = facts.extended?.['verified-report'];
  const struckOff = city?.struckOff ?? facts.struckOff ?? [];
  return {
    clock,
    opening: {
      id: verificationIdOf(cycle, unit.id, verifier),
      kind: 'verification',
      unit,
      allowProvisional,
      holdings: [],
      terms: verificationTerms(city?.terms ?? terms, regulation),
      opensAt: asked.stamp ?? shownBy(clock, Date.now()),
      verification: { verifier, ...(extendedTo === undefined ? {} : { extendedTo }) },
      ...(struckOff.length > 0 ? { struckOff } : {}),
      ...(city ? { cityEvent: city.seq } : {}),
      ...(rehearsal ? { rehearsal } : {}),
    },
  };
}

/** Refused where nothing could come of it: a verification is not opened for what the unit's own case refuses. */
function refusedAlready(c: Case, { act }: Admitted, { stamp }: Asked, clock: CaseRecord['clock']): Refusal | undefined {
  const answer = onAct(c, letIn({ ...act, id: '', at: Math.max(c.playedTo, stamp ?? shownBy(clock, Date.now())) }));
  return isRefusal(answer) ? answer : undefined;
}

/** What an act has to do with the verifications of its unit. Refused where it belongs to one that there is not. */
export async function verifying(
  book: Book,
  cycle: number,
  admitted: Admitted,
  asked: Asked,
  regulation?: string,
): Promise<Around | Refusal> {
  const { unit, verifier, opens, heardBy = [], everyCase } = admitted;
  const touches = verifier !== undefined || opens !== undefined || heardBy.length > 0 || everyCase === true;
  if (unit === '' || !touches) return { concerns: [] };
  const there = (await verificationsOf(book.pool, unit, cycle)).map(({ caseId }) => caseId);
  if (verifier !== undefined && !there.includes(verificationIdOf(cycle, unit, verifier))) return notEngaged(unit, verifier);
  const hear = heardBy.includes('verification') || everyCase === true ? there : [];
  const own: Concern[] = heardBy.includes('compliance-cycle')
    ? [{ case: caseIdOf(cycle, unit, 'compliance-cycle'), role: 'after' }]
    : [];
  const concerns = [...own, ...hear.map((one): Concern => ({ case: one, role: everyCase ? 'each' : 'after' }))];
  const its = opens === undefined ? undefined : verificationIdOf(cycle, unit, opens);
  if (opens === undefined || its === undefined || there.includes(its)) return { concerns };
  const record = await book.readCase(caseIdOf(cycle, unit, 'compliance-cycle'));
  if (!record) return { concerns };
  const no = refusedAlready(foldedFrom(record), admitted, asked, record.clock);
  if (no) return no;
  const opened = await openingOf(book, cycle, record, { verifier: opens, asked, regulation });
  return { concerns: [...concerns, { case: its, role: 'after' }], opens: opened };
}
