import type pg from 'pg';
import { countOf } from '../documents/forms/findings.js';
import { unknownDocument } from '../documents/forms/unfit.js';
import { unitKnown, type UnitKnown } from '../documents/drafts/concerned.js';
import { readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { officeOf } from '../desk/office.js';
import type { Office } from '../records/in-office.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { UnitConcerned } from '../parties/whose.js';
import { lookedAtBy } from '../records/engaged.js';

/** Who makes a document, for whom, about which unit. */
export interface Maker {
  readonly party: string;
  readonly by: string;
  readonly unit: UnitKnown;
  /** As what: still so when it is written. */
  readonly office: Office;
}

const unknownUnit = (unit: string): Refusal =>
  refuse('unknown-unit', `没有您可以办理的单位 ${unit}`, `there is no unit ${unit} that is yours to write about`);

/** For which of one's parties a document is made, and about which unit: one's own where none is named. */
export async function makerOf(
  pool: pg.Pool,
  caller: Caller,
  { unit, as, at }: { readonly unit?: string | undefined; readonly as?: string | undefined; readonly at: Instant },
): Promise<Maker | Refusal> {
  const own = caller.appointments.filter(({ kind }) => kind === 'unit').map(({ party }) => party);
  const [only, ...others] = [...new Set(own)];
  const meant = unit ?? as ?? (others.length === 0 ? only : undefined);
  const known = meant === undefined ? undefined : await unitKnown(pool, meant);
  const concerned = known ?? { id: meant ?? '', district: '' };
  const may = entitled(caller, { what: 'draft-document', ...(as === undefined ? {} : { as }), unit: concerned, at });
  if (isRefusal(may)) return may;
  if (!known) return unknownUnit(meant ?? '');
  const { party } = may.appointment;
  return { party, by: actorOf(caller, party), unit: known, office: officeOf(caller, [may]) };
}

/** A document that somebody may write on: of one of their parties. */
export async function writable(
  pool: pg.Pool,
  caller: Caller,
  id: string,
  at: Instant,
): Promise<{ readonly row: DocumentRow; readonly by: string; readonly office: Office } | Refusal> {
  const row = await readDocument(pool, id);
  if (!row || !caller.appointments.some(({ party }) => party === row.party)) return unknownDocument(id);
  const unit = (await unitKnown(pool, row.unit)) ?? { id: row.unit, district: '' };
  const may = entitled(caller, { what: 'draft-document', as: row.party, unit, at });
  return isRefusal(may) ? may : { row, by: actorOf(caller, row.party), office: officeOf(caller, [may]) };
}

/** What one verifier wrote of a unit no other reads, though it may look at the unit. */
export const withoutVerifiers = (caller: Caller): Caller => ({
  ...caller,
  appointments: caller.appointments.filter(({ kind }) => kind !== 'verifier'),
});

/** Whether somebody may read what a party wrote about a unit: their own party's, the unit's own where they look at the unit. */
function mayRead(caller: Caller, { party, unit: about }: DocumentRow, unit: UnitConcerned, at: Instant): boolean {
  const isOwn = caller.appointments.some((one) => one.party === party);
  const reader = isOwn || party === about ? caller : withoutVerifiers(caller);
  return !isRefusal(entitled(reader, { what: 'documents', ...(isOwn ? { as: party } : {}), unit, at }));
}

/** Those of a list that somebody may read, where only what is filed of others stands in it. */
export async function readableOf(
  pool: pg.Pool,
  caller: Caller,
  rows: readonly DocumentRow[],
  at: Instant,
): Promise<readonly DocumentRow[]> {
  const units = await lookedAtBy(
    pool,
    rows.map(({ unit }) => unit),
  );
  return rows.filter((row) => mayRead(caller, row, { id: row.unit, district: '', ...units.get(row.unit) }, at));
}

/** A document that somebody may read: their party's as it is written, another's once it is filed. */
export async function readable(
  pool: pg.Pool,
  caller: Caller,
  id: string,
  { version, at }: { readonly version?: number | undefined; readonly at: Instant },
): Promise<DocumentRow | Refusal> {
  let row = await readDocument(pool, id, version);
  if (!row) return unknownDocument(id);
  const { party } = row;
  const isOwn = caller.appointments.some((one) => one.party === party);
  const unit = (await unitKnown(pool, row.unit)) ?? { id: row.unit, district: '' };
  if (!mayRead(caller, row, unit, at)) return unknownDocument(id);
  while (!isOwn && row && row.state !== 'filed')
    row = version === undefined && row.version > 1 ? await readDocument(pool, id, row.version - 1) : undefined;
  return row ?? unknownDocument(id);
}

export const briefOf = (row: DocumentRow) => ({
  id: row.document,
  form: row.form,
  party: row.party,
  unit: row.unit,
  cycle: row.cycle,
  ...(row.month === null ? {} : { month: row.month }),
  version: row.version,
  state: row.state,
  revision: row.revision,
  sha256: row.sha256,
  savedAt: isoOf(row.savedAt),
  savedBy: row.savedBy,
  ...(row.filedAt === null
    ? {}
    : { filed: { at: isoOf(row.filedAt), request: row.filedAs ?? '', outcome: row.outcome ?? 'stored' } }),
  counts: countOf(row.findings),
});

export const wholeOf = (row: DocumentRow) => ({
  ...briefOf(row),
  formVersion: row.formVersion,
  formDigest: row.formDigest,
  values: row.values,
  files: row.files,
  ...(row.totals === null ? {} : { totals: row.totals }),
  findings: row.findings.map((one) => {
    const explanation = row.explanations[one.key];
    return explanation === undefined ? one : { ...one, explanation };
  }),
});
