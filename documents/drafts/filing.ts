import { refuse, type Refusal } from '../../domain/model/refusal.js';
import { filingOf, type Filing } from '../forms/filing.js';
import { manifestOf, type Manifest } from '../manifest.js';
import { notByThisAct, unknownDocument, unshaped } from '../forms/unfit.js';
import { documentChanged, type Documents } from './documents.js';
import { unknownFile } from './known-files.js';
import { formOf } from './reading.js';
import { keepFindings, readDocument, type DocumentRow } from './rows.js';

/** Which document an act names. */
export interface DocumentNamed {
  readonly document: string;
  readonly version?: number | undefined;
  /** Of the document as whoever files it saw it. */
  readonly sha256?: string | undefined;
}
/** The act that files it, of whom, about which unit; whether it bears a seal. */
export interface FilingAct {
  readonly do: string;
  readonly unit: string;
  readonly party: string;
  /** Who does it. */
  readonly by: string;
  readonly seal: boolean;
}

/** Whether a party has sealed a manifest in a way that is enough for its act; else why not. */
export interface SealAsked {
  isSealed(manifest: Manifest, party: string): Promise<true | Refusal>;
}

/** What a seal of a version signs. */
export const manifestFor = (row: DocumentRow, act: string): Manifest =>
  manifestOf({
    act,
    cycle: row.cycle,
    unit: row.unit,
    files: row.files,
    document: { id: row.document, sha256: row.sha256, version: row.version },
  });

/**
 * A second factor stands for what its bearer saw: for what they saved themselves, or for what they name by its hash. Refused:
 * `document-changed`, `not-sealed`.
 */
export function notSeen(
  row: DocumentRow,
  { by, sha256 }: { readonly by: string; readonly sha256?: string | undefined },
): Refusal | undefined {
  if (sha256 !== undefined) return sha256 === row.sha256 ? undefined : documentChanged(row.document, row.version);
  if (row.savedBy === by) return undefined;
  return refuse(
    'not-sealed',
    `${row.document} 由 ${row.savedBy} 保存，请先查看并注明其 sha256，再验证身份签章`,
    `${row.document} was saved by ${row.savedBy}: look at it and name its sha256, for a second factor seals only what its bearer saw`,
  );
}

/** The first thing that keeps a version from being filed: its shape, or a file that its party has not sent. */
async function unfit(documents: Documents, row: DocumentRow): Promise<Refusal | undefined> {
  const no = unshaped(row.document, formOf(row, documents.regulation), row.values);
  if (no) return no;
  const [missing] = await documents.missingFiles(row);
  if (missing === undefined) return undefined;
  const name = row.files.find(({ sha256 }) => sha256 === missing)?.name ?? missing;
  return unknownFile(name, missing, ['with', 'document']);
}

/** The first thing for which a version cannot be filed by this act, as it stands. */
async function notAsItIs(
  documents: Documents,
  row: DocumentRow,
  { named, act, isSealKept }: { readonly named: DocumentNamed; readonly act: FilingAct; readonly isSealKept: boolean },
): Promise<Refusal | undefined> {
  const { sha256 } = named;
  const isIt = row.latest && (sha256 ?? row.sha256) === row.sha256;
  return (
    notByThisAct(row.document, formOf(row, documents.regulation), act.do) ??
    (isIt ? undefined : documentChanged(row.document, row.version)) ??
    // where nothing keeps seals, the signer's second factor is the seal
    (act.seal && !isSealKept && row.state !== 'sealed' ? notSeen(row, { by: act.by, sha256 }) : undefined) ??
    (await unfit(documents, row))
  );
}

/**
 * What an act that names a document brings: its short form, computed from the version that is named, the latest where none is. Findings
 * are looked for now, whatever was found when it was checked or sealed: a seal fixes what it signs. Refused: `unknown-document`,
 * `document-changed`, `bad-input`, `unknown-file`.
 */
export async function fileDocument(
  documents: Documents,
  named: DocumentNamed,
  act: FilingAct,
  seals?: SealAsked,
): Promise<Filing | Refusal> {
  const row = await readDocument(documents.pool, named.document, named.version);
  if (!row || row.unit !== act.unit || row.party !== act.party) return unknownDocument(named.document);
  const no = await notAsItIs(documents, row, { named, act, isSealKept: seals !== undefined });
  if (no) return no;
  const isFixed = row.state === 'filed';
  const findings = isFixed ? row.findings : await documents.found(row);
  if (!isFixed && !(await keepFindings(documents.pool, row, findings))) return documentChanged(row.document, row.version);
  const form = formOf(row, documents.regulation);
  const sealed = act.seal ? !seals || (await seals.isSealed(manifestFor(row, act.do), row.party)) === true : undefined;
  const filed = { ...row, id: row.document, month: row.month ?? undefined, totals: row.totals ?? undefined, findings };
  return filingOf(form, filed, sealed);
}

/** The cycle that a document is of. */
export const cycleOfDocument = async (documents: Pick<Documents, 'pool'>, id: string): Promise<number | undefined> =>
  (await readDocument(documents.pool, id))?.cycle;
