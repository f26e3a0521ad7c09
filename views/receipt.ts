import type pg from 'pg';
import { definitionOf } from '../acts/vocabulary.js';
import { codeFor } from '../documents/receipts/codes.js';
import { sealedText } from '../documents/receipts/lines.js';
import type { Receipt, ReceiptFile, ReceiptSealer } from '../documents/receipts/receipt.js';
import { dutyCalled } from '../domain/letters/names.js';
import { closesAt, type Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { StoredAct } from '../records/acts.js';
import type { Book } from '../records/book.js';
import { platformKind } from '../records/platform.js';
import { caseAt, unitAt, type CaseHistory } from './case-history.js';
import { filesIn } from './files-named.js';

/** Which duty is done by an act, where the case has not said so yet. */
const DUTY_OF: Readonly<Record<string, string>> = {
  'submit-first-report': 'first-report',
  'submit-data-quality-plan': 'data-quality-plan',
  'submit-verified-report': 'verified-report',
  'submit-general-report': 'general-report',
  'submit-monthly-evidence': 'monthly-evidence',
  'apply-for-adjustment': 'adjustment-application',
  'apply-for-offsets': 'offset-application',
  surrender: 'surrender',
};

interface Row {
  readonly asked: string;
  readonly seq: number | null;
  readonly hash: string | null;
  readonly duty: string | null;
}

const ROW = `select r.asked, e.seq, e.hash, e.body ->> 'duty' as duty from requests r
  left join lateral (select seq, hash, body from events where case_id = $2 and step_key = 'act:' || $1 order by seq limit 1) e on true
  where r.act_id = $1`;

const textIn = (brings: Json, field: string): string | undefined => {
  const value = (brings as Readonly<Record<string, Json>> | null)?.[field];
  return typeof value === 'string' ? value : undefined;
};

const SIZES = 'select sha256, size::float8 as size from files where sha256 = any ($1)';

/** The same with their sizes, as far as they were sent. */
async function sized(pool: pg.Pool, files: readonly ReceiptFile[]): Promise<ReceiptFile[]> {
  if (files.length === 0) return [];
  const { rows } = await pool.query<{ sha256: string; size: number }>(SIZES, [files.map(({ sha256 }) => sha256)]);
  const sizes = new Map(rows.map(({ sha256, size }) => [sha256, size]));
  return files.map((file) => {
    const size = file.size ?? sizes.get(file.sha256);
    return size === undefined ? file : { ...file, size };
  });
}

/** Until when it was to be done, as that stood when it was stamped: what is moved later makes no receipt another. */
function deadlineOf(history: CaseHistory, duty: string | undefined, at: Instant): Pick<Receipt, 'deadline'> {
  const found = duty === undefined ? undefined : dutyCalled(duty);
  const dueOn = duty === undefined ? undefined : caseAt(history, at - 1)?.duties[duty]?.dueOn;
  if (!found || dueOn === undefined) return {};
  return { deadline: { zh: found.zh.trim(), clause: found.clause, dueOn, inTime: at < closesAt(dueOn) } };
}

const documentIn = (brings: Json): Pick<Receipt, 'document'> => {
  const { id, version, sha256 } = ((brings as { readonly document?: unknown } | null)?.document ?? {}) as Partial<
    NonNullable<Receipt['document']>
  >;
  return id !== undefined && version !== undefined && sha256 !== undefined ? { document: { id, version, sha256 } } : {};
};

/** What of the unit and its dates stands on a receipt. */
async function ofUnit(book: Book, act: StoredAct, duty: string | null): Promise<Pick<Receipt, 'unit' | 'cycle' | 'deadline'>> {
  const record = act.caseId === '' ? undefined : await book.readCase(act.caseId);
  if (!record || !('unit' in record.opening)) return {};
  const history: CaseHistory = { opening: record.opening, events: record.events };
  const { id, name } = unitAt(history, act.at);
  const month = textIn(act.with, 'month');
  const usual = DUTY_OF[act.do];
  const named = duty ?? (usual === 'monthly-evidence' && month !== undefined ? `${usual}/${month}` : usual);
  return { unit: { id, name }, cycle: record.opening.terms.cycle, ...deadlineOf(history, named, act.at) };
}

const FINDINGS = `select f ->> 'zh' as zh, f ->> 'en' as en from document_versions, jsonb_array_elements(findings) with ordinality e (f, n)
  where filed_act = $1 order by e.n`;

/** What the check found in the document, as it was filed with it. */
const findingsOf = async (pool: pg.Pool, act: string): Promise<Receipt['findings']> =>
  (await pool.query<Receipt['findings'][number]>({ name: 'receipt-findings', text: FINDINGS, values: [act] })).rows;

/** What of it was asked: by its own words alone. */
function ofAsked(
  act: StoredAct,
): Pick<Receipt, 'id' | 'by' | 'at' | 'do' | 'state' | 'month' | 'emissions' | 'document' | 'refusal'> {
  const words = definitionOf(act.do)?.words;
  const emissions = textIn(act.with, 'emissions');
  const month = textIn(act.with, 'month');
  return {
    id: act.askedAs,
    by: act.by,
    at: act.at,
    do: { name: act.do, zh: words?.zh ?? act.do, en: words?.en ?? act.do },
    state: act.refusal ? 'refused' : act.state === 'applied' ? 'decided' : 'received',
    ...(month === undefined ? {} : { month }),
    ...(emissions === undefined ? {} : { emissions }),
    ...documentIn(act.with),
    ...(act.refusal ? { refusal: { zh: act.refusal.zh, en: act.refusal.en } } : {}),
  };
}

/**
 * The receipt of a request, by the desk's number of it; the same words each time while it stands as it stands. Undefined where nobody has
 * asked such a thing.
 */
export async function receiptOf(book: Book, number: string, sealer?: ReceiptSealer): Promise<Receipt | undefined> {
  const [act] = await book.actsById(number);
  if (!act) return undefined;
  const { rows } = await book.pool.query<Row>(ROW, [number, act.caseId]);
  const { asked = '', seq = null, hash = null, duty = null } = rows[0] ?? {};
  const receipt: Receipt = {
    code: await codeFor(book.pool, number),
    request: asked,
    ...ofAsked(act),
    ...(await ofUnit(book, act, duty)),
    files: await sized(book.pool, filesIn(act.with)),
    findings: await findingsOf(book.pool, number),
    ...(seq === null || hash === null ? {} : { event: { case: act.caseId, seq, hash } }),
    test: (await platformKind(book.pool)) !== 'service',
  };
  const seal = await sealer?.sealOf(sealedText(receipt));
  return seal ? { ...receipt, seal } : receipt;
}
