import type pg from 'pg';
import type { Instant, Month } from '../../domain/model/instant.js';
import type { NamedFinding } from '../forms/findings.js';

/** What was filed, of whom: in the place in which a check looks for it. */
export interface FiledPlace {
  readonly unit: string;
  readonly cycle: number;
  readonly form: string;
  readonly month?: Month | undefined;
}
/** The document that was filed last there, with what was found in it and what its makers say to that. */
export interface FiledFindings {
  readonly document: string;
  readonly version: number;
  readonly sha256: string;
  readonly findings: readonly (NamedFinding & { readonly explanation?: string })[];
}

interface Row extends Omit<FiledFindings, 'findings'> {
  readonly place: string;
  readonly findings: readonly NamedFinding[];
  readonly explanations: Readonly<Record<string, string>>;
}

const PLACE = `concat_ws(' ', d.unit, d.cycle, d.form, d.month)`;
const FILED = `select distinct on (d.document) ${PLACE} as place, d.document, v.version, v.sha256, v.findings, v.explanations
  from documents d join document_versions v using (document) left join acts a on a.act_id = v.filed_act and a.role = 'decides'
  where d.unit = any ($1) and d.party = d.unit and ${PLACE} = any ($2) and v.state = 'filed' and a.state is distinct from 'refused'
    and ($3::bigint is null or v.filed_at <= $3)
  order by d.document, v.version desc`;

export const placeOf = ({ unit, cycle, form, month }: FiledPlace): string =>
  [unit, String(cycle), form, ...(month === undefined ? [] : [month])].join(' ');

/** What was found in what was filed, by place, up to an instant. */
export async function filedFindings(
  db: pg.Pool,
  places: readonly FiledPlace[],
  until?: Instant,
): Promise<ReadonlyMap<string, FiledFindings>> {
  if (places.length === 0) return new Map();
  const values = [[...new Set(places.map(({ unit }) => unit))], places.map(placeOf), until ?? null];
  const { rows } = await db.query<Row>({ name: 'filed-findings', text: FILED, values });
  return new Map(
    rows.map(({ place, document, version, sha256, findings, explanations }) => [
      place,
      {
        document,
        version,
        sha256,
        findings: findings.map((one) => {
          const explanation = explanations[one.key];
          return explanation === undefined ? one : { ...one, explanation };
        }),
      },
    ]),
  );
}

/** The names of the findings of what was filed last in a place. */
export const filedKeys = async (db: pg.Pool, place: FiledPlace): Promise<readonly string[]> =>
  ((await filedFindings(db, [place])).get(placeOf(place))?.findings ?? []).map(({ key }) => key);
