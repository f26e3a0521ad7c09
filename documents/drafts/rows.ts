import type pg from 'pg';
import type { Instant, Month } from '../../domain/model/instant.js';
import type { NamedFile } from '../forms/brings.js';
import type { NamedFinding } from '../forms/findings.js';
import type { Computed } from '../forms/totals.js';
import type { Values } from '../forms/values.js';

type Database = pg.Pool | pg.PoolClient;

export type DocumentState = 'draft' | 'checked' | 'sealed' | 'filed';

/** A document with one of its versions, as the book has it. */
export interface DocumentRow {
  readonly document: string;
  readonly form: string;
  /** Who makes it: the unit, or a verifier. */
  readonly party: string;
  readonly unit: string;
  readonly cycle: number;
  readonly month: Month | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly version: number;
  readonly latest: boolean;
  readonly formVersion: number;
  readonly formDigest: string;
  readonly values: Values;
  readonly totals: Computed | null;
  readonly findings: readonly NamedFinding[];
  readonly explanations: Readonly<Record<string, string>>;
  readonly files: readonly NamedFile[];
  readonly sha256: string;
  readonly state: DocumentState;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedBy: string;
  /** Of what was filed: by which request of whom it was, when, and what became of it. */
  readonly filedAt: Instant | null;
  readonly filedAs: string | null;
  readonly outcome: 'stored' | 'decided' | 'refused' | null;
}

const FIELDS = `d.document, d.form, d.party, d.unit, d.cycle, d.month, d.made_at::float8 as "madeAt", d.made_by as "madeBy",
  v.version, not exists (select from document_versions l where l.document = v.document and l.version > v.version) as latest,
  v.form_version as "formVersion", v.form_digest as "formDigest", v."values", v.totals, v.findings, v.explanations, v.files, v.sha256, v.state,
  v.revision, v.saved_at::float8 as "savedAt", v.saved_by as "savedBy", v.filed_at::float8 as "filedAt", r.id as "filedAs",
  case a.state when 'applied' then 'decided' when 'refused' then 'refused' else case when v.filed_act is not null then 'stored' end end as outcome`;
const FROM = `documents d join document_versions v using (document)
  left join requests r on r.act_id = v.filed_act left join acts a on a.act_id = v.filed_act and a.role = 'decides'`;

const ONE = `select ${FIELDS} from ${FROM} where d.document = $1 and ($2::int is null or v.version = $2) order by v.version desc limit 1`;

/** A document in one of its versions, the latest where none is named. */
export const readDocument = async (db: Database, document: string, version?: number): Promise<DocumentRow | undefined> =>
  (await db.query<DocumentRow>({ name: 'document', text: ONE, values: [document, version ?? null] })).rows[0];

const SAME = `select document from documents where party = $1 and unit = $2 and cycle = $3 and form = $4 and coalesce(month, '') = $5`;

/** The party's document of a form about a unit, a cycle and a month, where there is one. */
export const documentOf = async (db: Database, of: Made): Promise<string | undefined> => {
  const values = [of.party, of.unit, of.cycle, of.form, of.month ?? ''];
  return (await db.query<{ document: string }>({ name: 'document-of', text: SAME, values })).rows[0]?.document;
};

const LIST = `select ${FIELDS} from ${FROM} where ($1::text[] is null or d.unit = any ($1)) and ($2::text is null or d.party = $2 or v.state = 'filed')
    and ($3::int is null or d.cycle = $3) and ($4::text is null or d.form = $4) and ($5::text is null or d.document > $5)
    and v.version = (select max(l.version) from document_versions l where l.document = d.document
      and ($2::text is null or d.party = $2 or l.state = 'filed'))
  order by d.n limit $6`;

/** Documents about units, each in its latest version; of those of others only what was filed. */
export const listDocuments = async (
  db: Database,
  asked: {
    readonly units?: readonly string[];
    /** Whoever looks: the party's own drafts are shown too; to an auditor, everybody's. */
    readonly party?: string;
    readonly cycle?: number;
    readonly form?: string;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<DocumentRow[]> => {
  const { units = null, party = null, cycle = null, form = null, after = null, limit } = asked;
  return (await db.query<DocumentRow>({ name: 'documents', text: LIST, values: [units, party, cycle, form, after, limit] })).rows;
};

const FILED = `select ${FIELDS} from ${FROM} where d.unit = any ($1) and v.state = 'filed' and a.state is distinct from 'refused'
    and ($2::bigint is null or v.filed_at <= $2) and v.version = (
      select max(l.version) from document_versions l left join acts la on la.act_id = l.filed_act and la.role = 'decides'
      where l.document = d.document and l.state = 'filed' and la.state is distinct from 'refused' and ($2::bigint is null or l.filed_at <= $2))
  order by v.filed_at desc, d.n desc limit $3`;
/** Of a unit at most: three years with every month. */
export const FILED_MAX = 80;

/** What was filed of units up to an instant, the latest version of each document, the latest first. */
export const filedOf = async (db: Database, units: readonly string[], until?: Instant): Promise<DocumentRow[]> =>
  (
    await db.query<DocumentRow>({
      name: 'documents-filed',
      text: FILED,
      values: [units, until ?? null, FILED_MAX * units.length],
    })
  ).rows;

const NAMING = `select distinct d.unit, f ->> 'name' as name from documents d join document_versions v using (document)
    cross join lateral jsonb_array_elements(v.files) f
  where d.party = any ($1) and d.party <> d.unit and v.state = 'filed' and v.files @> jsonb_build_array(jsonb_build_object('sha256', $2::text))
    and f ->> 'sha256' = $2::text order by 1, 2`;

/** The units about which others filed documents that name a file, each with the name that it has there. */
export const unitsNamedWith = async (
  db: Database,
  parties: readonly string[],
  sha256: string,
): Promise<{ readonly unit: string; readonly name: string }[]> =>
  (await db.query<{ unit: string; name: string }>({ name: 'units-named-with', text: NAMING, values: [parties, sha256] })).rows;

export interface Made {
  readonly form: string;
  readonly party: string;
  readonly unit: string;
  readonly cycle: number;
  readonly month?: Month | undefined;
}

/** What a save writes. */
export interface Saved {
  readonly formVersion: number;
  readonly formDigest: string;
  readonly values: Values;
  readonly totals: Computed | undefined;
  readonly files: readonly NamedFile[];
  readonly sha256: string;
  readonly at: Instant;
  readonly by: string;
}

const MAKE = `insert into documents (form, party, unit, cycle, month, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing returning document`;

/** Enters a document; undefined where the party has one of the same already. */
export const makeDocument = async (db: Database, of: Made, by: string, at: Instant): Promise<string | undefined> => {
  const values = [of.form, of.party, of.unit, of.cycle, of.month ?? null, at, by];
  return (await db.query<{ document: string }>({ name: 'document-make', text: MAKE, values })).rows[0]?.document;
};

const VERSION = `insert into document_versions (document, version, form_version, form_digest, "values", totals, files, sha256, state, saved_at, saved_by,
    explanations)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, $11) on conflict do nothing`;
const SAVE = `update document_versions set form_version = $3, form_digest = $4, "values" = $5, totals = $6, files = $7, sha256 = $8, state = 'draft',
    saved_at = $9, saved_by = $10, revision = revision + 1
  where document = $1 and version = $2 and revision = $11 and state in ('draft', 'checked')`;

const valuesOf = (document: string, version: number, saved: Saved): unknown[] => [
  ...[document, version, saved.formVersion, saved.formDigest, JSON.stringify(saved.values)],
  ...[saved.totals ? JSON.stringify(saved.totals) : null, JSON.stringify(saved.files), saved.sha256, saved.at, saved.by],
];

/** Begins a version, with what was said to the findings of the one before; false where somebody else has begun it. */
export const beginVersion = async (
  db: Database,
  document: string,
  version: number,
  saved: Saved & { readonly explanations?: Readonly<Record<string, string>> },
): Promise<boolean> => {
  const values = [...valuesOf(document, version, saved), JSON.stringify(saved.explanations ?? {})];
  return (await db.query({ name: 'document-version', text: VERSION, values })).rowCount === 1;
};

/** Writes over a version that is being typed into; false where it is not what the writer saw any more. */
export const saveVersion = async (
  db: Database,
  document: string,
  version: number,
  saved: Saved,
  revision: number,
): Promise<boolean> => {
  const values = [...valuesOf(document, version, saved), revision];
  return (await db.query({ name: 'document-save', text: SAVE, values })).rowCount === 1;
};

const UNFILED = `state in ('draft', 'checked', 'sealed')`;
const CHECK = `update document_versions set state = case when state = 'sealed' then state else 'checked' end, findings = $4
  where document = $1 and version = $2 and sha256 = $3 and ${UNFILED}`;
const EXPLAIN = `update document_versions set explanations = explanations || $3::jsonb where document = $1 and version = $2 and ${UNFILED}`;

/** Keeps what was found in a version as it stands; false where it has changed since, or is filed. */
export const keepFindings = async (
  db: Database,
  { document, version, sha256 }: DocumentRow,
  found: readonly NamedFinding[],
): Promise<boolean> =>
  (await db.query({ name: 'document-check', text: CHECK, values: [document, version, sha256, JSON.stringify(found)] }))
    .rowCount === 1;

/** Keeps what is said to findings; false where the version is filed. */
export const keepExplanations = async (
  db: Database,
  { document, version }: DocumentRow,
  said: Readonly<Record<string, string>>,
): Promise<boolean> =>
  (await db.query({ name: 'document-explain', text: EXPLAIN, values: [document, version, JSON.stringify(said)] })).rowCount === 1;

/** Fixes a version that was sealed; false where it is not what was sealed. */
export const fixVersion = async (db: Database, document: string, version: number, sha256: string): Promise<boolean> => {
  const text = `update document_versions set state = 'sealed' where document = $1 and version = $2 and sha256 = $3 and ${UNFILED}`;
  return (await db.query({ name: 'document-fix', text, values: [document, version, sha256] })).rowCount === 1;
};
