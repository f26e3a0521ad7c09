import { z } from '@hono/zod-openapi';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { waysTo } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { currentCycle } from '../regulation/named.js';
import {
  verification,
  verificationNamed,
  verifications,
  type Of,
  type VerificationShown,
  type VerificationsQuestion,
} from '../views/verifications.js';
import { listed } from './answers.js';
import { add, type Gateway, type Guard } from './endpoint.js';
import { no, type No } from './no.js';
import { afterOut, anything, cycleIn, dayOut, instantOut, named, paging, quantityOut, unitId } from './shapes.js';

const rowOut = z
  .object({
    id: z.string().openapi({ example: '2024:BJ-0001:V-01' }),
    case: z.string(),
    unit: z.string(),
    name: z.string(),
    district: z.string(),
    verifier: z.string(),
    cycle: z.int(),
    stage: z.string().openapi({ description: 'engaged, accepted, declined, issued, filed, returned, completed, ended, closed' }),
    dueOn: dayOut.optional(),
  })
  .openapi('VerificationRow');
export const verificationsOut = z.object({ verifications: z.array(rowOut), after: afterOut }).openapi('Verifications');

const queryOut = z.looseObject({
  query: z.int(),
  kind: z.string(),
  about: z.string(),
  text: z.string(),
  dueOn: dayOut,
  state: z.string(),
  overdue: z.boolean(),
  answers: z.array(z.looseObject({ at: instantOut, by: z.string(), text: z.string() })),
});
const reportOut = z.looseObject({ report: z.int(), at: instantOut, by: z.string(), emissions: quantityOut, opinion: z.string() });
export const verificationOut = z
  .looseObject({
    ...rowOut.shape,
    since: dayOut,
    because: z.string().optional(),
    dueOn: dayOut.nullable(),
    engagements: z.int(),
    independence: anything.optional(),
    queries: z.array(queryOut),
    reports: z.array(reportOut),
    scores: z.array(anything),
    findings: z.array(anything),
  })
  .openapi('Verification');

const unknown = (id: string) =>
  no('unknown-verification', `没有您可以查看的核查 ${id}`, `there is no verification ${id} that you may see`);

/** Whose verifications somebody may see, by the parties that they act for; undefined: everybody's. */
function theirs(caller: Caller, at: Instant): Of | undefined | Refusal {
  const ways = waysTo(caller, 'verifications', at);
  if (ways.length === 0)
    return refuse('not-allowed', `${caller.person} 无权查看核查`, `${caller.person} may not look at verifications`);
  if (ways.some(({ whose }) => whose === 'any')) return undefined;
  const of = (kind: string): string[] => ways.filter((one) => one.kind === kind).map(({ party }) => party);
  return { units: of('unit'), verifiers: of('verifier'), districts: of('district') };
}

const isTheirs = (
  of: Of | undefined,
  { unit, verifier, district }: { readonly [K in 'unit' | 'verifier' | 'district']: string },
) => of === undefined || of.units.includes(unit) || of.verifiers.includes(verifier) || of.districts.includes(district);

/** Verifications that somebody may see. */
export async function verificationsFor(
  book: Book,
  caller: Caller,
  { at, ...question }: Omit<VerificationsQuestion, 'of' | 'cycle'> & { readonly cycle?: number; readonly at: Instant },
) {
  const of = theirs(caller, at);
  if (of && isRefusal(of)) return of;
  return listed(() => verifications(book, { cycle: currentCycle(), ...question, ...(of ? { of } : {}) }));
}

/** One of them whole; unknown where it is another's. */
export async function verificationFor(
  book: Book,
  caller: Caller,
  id: string,
  at: Instant,
): Promise<VerificationShown | Refusal | No> {
  const of = theirs(caller, at);
  if (of && isRefusal(of)) return of;
  const meant = verificationNamed(id);
  const found = meant && (await verification(book, meant));
  return found && isTheirs(of, found) ? found : unknown(id);
}

/** `GET /verifications…`: to a unit those of its own, to a verifier its own, to others what they may see of units. */
export function addVerifications(app: Gateway, guard: Guard, book: Book, now: () => Instant): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/verifications',
    tag: 'verifications',
    summary: '核查 · verifications that you may see',
    query: z.strictObject({
      cycle: cycleIn.optional(),
      unit: unitId.optional(),
      verifier: named('the verifier', 'V-01').optional(),
      ...paging,
    }),
    answers: { 200: verificationsOut },
    async handle({ caller, query: { cycle, unit, verifier, after, limit } }) {
      const found = await verificationsFor(book, caller, {
        at: now(),
        limit,
        ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
        ...(unit === undefined ? {} : { unit }),
        ...(verifier === undefined ? {} : { verifier }),
        ...(after === undefined ? {} : { after }),
      });
      return isRefusal(found) ? found : { json: found };
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/verifications/{id}',
    tag: 'verifications',
    summary: '核查 · one verification',
    params: z.object({ id: named('the verification', 'BJ-0001:V-01').openapi({ example: '2024:BJ-0001:V-01' }) }),
    answers: { 200: verificationOut },
    refuses: ['unknown-verification'],
    async handle({ caller, params: { id } }) {
      const found = await verificationFor(book, caller, id, now());
      return 'queries' in found ? { json: found } : found;
    },
  });
}
