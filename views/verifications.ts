import { isEqual } from '../domain/model/amount.js';
import { isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { ReceiptFile } from '../documents/receipts/receipt.js';
import type { Json } from '../domain/model/json.js';
import type { Event } from '../domain/model/step.js';
import type { Query, Stage, Verification } from '../domain/model/verification.js';
import type { Book } from '../records/book.js';
import { readRun } from '../records/whole-cases.js';
import { sameVerifierYears } from '../regulation/verification-terms.js';
import { caseIdOf, verificationIdOf } from '../domain/model/case-ids.js';
import { caseAt } from './case-history.js';
import { filesIn } from './files-named.js';
import { afterKey, pageOf, type Cursor, type Paging } from './paging.js';

/** What is listed of a verification; the rest is read by its id. */
export interface VerificationRow {
  /** `2024:BJ-0001:V-01`. */
  readonly id: string;
  readonly case: string;
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly verifier: string;
  readonly cycle: number;
  readonly stage: Stage | 'closed';
  /** The unit's report date, while the verifier has still to issue its report. */
  readonly dueOn?: Day;
}

/** Which verifications are meant: of these units, verifiers or districts; of all where nothing is said. */
export interface Of {
  readonly units: readonly string[];
  readonly verifiers: readonly string[];
  readonly districts: readonly string[];
}

export interface VerificationsQuestion extends Paging {
  readonly cycle: number;
  readonly of?: Of;
  readonly unit?: string;
  readonly verifier?: string;
}

const LIST = `select v.case_id as "case", v.unit, v.name, v.district, v.verifier, v.cycle, v.phase as stage, d.due_on::text as "dueOn"
  from case_views v left join case_duties d on d.case_id = v.case_id and d.waits
  where v.kind = 'verification' and v.cycle = $1 and ($2::text is null or v.unit = $2) and ($3::text is null or v.verifier = $3)
    and ($4::text[] is null or v.unit = any ($4) or v.verifier = any ($5) or v.district = any ($6))
    and ($7::text is null or v.case_id collate "C" > $7)
  order by v.case_id collate "C" limit $8`;

type Row = Omit<VerificationRow, 'id' | 'dueOn'> & { readonly dueOn: Day | null };

const verificationName = (cycle: number, unit: string, verifier: string): string => [cycle, unit, verifier].join(':');

/** What an id names; undefined for what is none. */
export function verificationNamed(
  id: string,
): { readonly cycle: number; readonly unit: string; readonly verifier: string } | undefined {
  const [, cycle, unit, verifier] = /^(\d{4}):([A-Za-z0-9._-]{1,64}):([A-Za-z0-9._-]{1,64})$/.exec(id) ?? [];
  return cycle === undefined || unit === undefined || verifier === undefined
    ? undefined
    : { cycle: Number(cycle), unit, verifier };
}

/** The verifications of a cycle by unit and verifier, as the book keeps them. Throws BadCursor. */
export async function verifications(
  { pool }: Book,
  { cycle, of, unit, verifier, ...paging }: VerificationsQuestion,
): Promise<{ readonly verifications: readonly VerificationRow[]; readonly after?: Cursor }> {
  const [last = null] = afterKey(paging, 1) ?? [];
  const limit = paging.limit === undefined ? null : paging.limit + 1;
  const theirs = of ? [of.units, of.verifiers, of.districts] : [null, null, null];
  const values = [cycle, unit ?? null, verifier ?? null, ...theirs, last, limit];
  const { rows } = await pool.query<Row>({ name: 'view-verifications', text: LIST, values });
  const { page, after } = pageOf(rows, paging, (row) => [row.case]);
  const shown = page.map(({ dueOn, ...row }): VerificationRow => ({
    id: verificationName(row.cycle, row.unit, row.verifier),
    ...row,
    ...(dueOn === null ? {} : { dueOn }),
  }));
  return { verifications: shown, ...(after === undefined ? {} : { after }) };
}

/** A question with its words and answers. */
interface ShownQuery extends Query {
  readonly about: string;
  readonly text: string;
  readonly overdue: boolean;
  readonly answers: readonly {
    readonly at: string;
    readonly by: string;
    readonly text: string;
    readonly files: readonly ReceiptFile[];
  }[];
  readonly closed?: { readonly at: string; readonly reason?: string };
}

/** A verification whole. */
export interface VerificationShown extends Omit<VerificationRow, 'stage' | 'dueOn'> {
  readonly stage: Stage;
  readonly since: Day;
  readonly because?: string;
  readonly dueOn: Day | null;
  readonly engagements: number;
  readonly independence?: Json;
  readonly queries: readonly ShownQuery[];
  readonly reports: readonly Json[];
  /** 四(二): how the city assessed the verifier in this unit's cycle. */
  readonly scores: readonly Json[];
  /** For people to look at; nothing is refused for them. */
  readonly findings: readonly Json[];
}

const brought = (event: Event | undefined): Readonly<Record<string, Json>> => (event?.with ?? {}) as Record<string, Json>;
const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const said = ({ at, by, with: its }: Event): Json => ({ at: isoOf(at), by, ...(its as Record<string, Json>) });

function queryOf(query: Query, events: readonly Event[]): ShownQuery {
  const about = events.filter((event) => brought(event)['query'] === query.query);
  const of = (type: string): Event[] => about.filter((event) => event.type === type);
  const raised = brought(of('query-raised')[0]);
  const [closed] = of('query-closed');
  const reason = brought(closed)['reason'];
  return {
    ...query,
    about: textIn(raised['about']),
    text: textIn(raised['text']),
    overdue: of('query-unanswered').length > 0,
    answers: of('query-answered').map((event) => {
      const { text, files } = brought(event);
      return { at: isoOf(event.at), by: event.by, text: textIn(text), files: filesIn(files ?? null) };
    }),
    ...(closed ? { closed: { at: isoOf(closed.at), ...(reason === undefined ? {} : { reason: textIn(reason) }) } } : {}),
  };
}

/** The years before this one, without a gap, in which the same verifier verified the unit, and this one: a finding where they are many. */
async function sameVerifier(book: Book, { cycle, unit, verifier }: Named): Promise<Json[]> {
  const many = sameVerifierYears(cycle);
  const years = [cycle];
  while (years.length < many) {
    const before = cycle - years.length;
    const run = await readRun(book.pool, caseIdOf(before, unit, 'compliance-cycle'));
    if (run?.case.facts.verified?.verifier !== verifier) return [];
    years.push(before);
  }
  return [{ finding: 'same-verifier', cycles: [...years].reverse() }];
}

/** What the unit filed other than what was verified. */
const filedOtherwise = (events: readonly Event[], verifier: string): Json[] =>
  events.flatMap((event) => {
    const { verifierReport, stated, emissions } = brought(event);
    const its = (verifierReport as { readonly verifier?: string } | undefined)?.verifier === verifier;
    if (event.type !== 'verified-report-filed' || !its || stated === undefined) return [];
    if (isEqual(textIn(stated), textIn(emissions))) return [];
    return [{ finding: 'emissions-differ', at: isoOf(event.at), stated, verified: emissions ?? null }];
  });

type Named = NonNullable<ReturnType<typeof verificationNamed>>;

/** A verification with everything said in it; undefined where there is none. */
export async function verification(book: Book, named: Named, until: Instant = Infinity): Promise<VerificationShown | undefined> {
  const { cycle, unit, verifier } = named;
  const caseId = verificationIdOf(cycle, unit, verifier);
  const [record, ofCycle] = await Promise.all([book.readCase(caseId), book.readCase(caseIdOf(cycle, unit, 'compliance-cycle'))]);
  const c = record && caseAt(record, until);
  const its: Verification | undefined = c?.facts.verification;
  if (!record || !c || !its) return undefined;
  const events = record.events.filter(({ at }) => at <= until);
  const cycleEvents = ofCycle?.events.filter(({ at }) => at <= until) ?? [];
  const { stage, since, because, engagements, queries } = its;
  const accepted = events.findLast(({ type }) => type === 'engagement-accepted');
  const issued = events.filter(({ type }) => type === 'verification-report-issued');
  const assessed = cycleEvents.filter((event) => event.type === 'verifier-assessed' && brought(event)['verifier'] === verifier);
  const [dueOn = null] = Object.values(c.duties).map((duty) => duty.dueOn);
  return {
    id: verificationName(cycle, unit, verifier),
    case: caseId,
    unit,
    name: c.unit.name,
    district: c.unit.district,
    verifier,
    cycle,
    stage,
    since,
    ...(because === undefined ? {} : { because }),
    dueOn,
    engagements,
    ...(accepted ? { independence: said(accepted) } : {}),
    queries: queries.map((query) => queryOf(query, events)),
    reports: issued.map(said),
    scores: assessed.map(said),
    findings: [
      ...issued.flatMap((event) => (brought(event)['findings'] as Json[] | undefined) ?? []),
      ...filedOtherwise(cycleEvents, verifier),
      ...(await sameVerifier(book, named)),
    ],
  };
}
