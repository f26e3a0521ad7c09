import { z } from '@hono/zod-openapi';
import { unitKnown } from '../documents/drafts/concerned.js';
import { documentChanged } from '../documents/drafts/documents.js';
import { unknownDocument } from '../documents/forms/unfit.js';
import { manifestFor, notSeen } from '../documents/drafts/filing.js';
import { formOf } from '../documents/drafts/reading.js';
import { fixVersion, readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import { manifestHash, manifestText, type Manifest } from '../documents/manifest.js';
import { SEAL_ALGORITHMS, SEAL_KINDS, type Seal, type Seals } from '../documents/seals/seals.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { certificatesAfter, type CertificateRow } from '../records/certificates.js';
import type { Book } from '../records/book.js';
import { documentId, versionIn } from './document-shapes.js';
import { readable } from './documents-seen.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { SEES_ALL } from './may-see.js';
import { instantOut, named, paging } from './shapes.js';

export interface SealParts {
  readonly book: Book;
  readonly seals: Seals;
  /** The business clock: by it a certificate counts or does not. */
  readonly now: () => Instant;
}

const BASE64_MAX = 90_000;
const sealOut = z
  .object({
    ...{ seal: z.string(), party: z.string(), manifestSha256: z.string() },
    kind: z.enum(SEAL_KINDS).openapi({
      description:
        'certificate: by the party’s own key; platform: by a seal platform that keeps it; witness: by this platform after a second factor',
    }),
    ...{ algorithm: z.enum(SEAL_ALGORITHMS), certificate: z.string().optional() },
    test: z.boolean().openapi({ description: 'by a test authority: worth nothing outside of a rehearsal' }),
    ...{ madeAt: instantOut, madeBy: z.string() },
  })
  .openapi('Seal');
const sealsOut = z.object({ seals: z.array(sealOut) });
const manifestOut = z.object({ manifest: z.string(), sha256: z.string() }).openapi('Manifest');
const certificateOut = z
  .object({
    ...{ certificate: z.string(), party: z.string(), held: z.enum(['party', 'platform']), algorithm: z.enum(SEAL_ALGORITHMS) },
    ...{ sha256: z.string(), subject: z.string(), test: z.boolean() },
    ...{ validFrom: instantOut, validUntil: instantOut, registeredAt: instantOut, revokedAt: instantOut.optional() },
  })
  .openapi('Certificate');
export const certificatesOut = z.object({ certificates: z.array(certificateOut) });

const written = (seal: Seal) => ({ ...seal, madeAt: isoOf(seal.madeAt) });
const shown = (row: CertificateRow) => ({
  ...{ certificate: row.certificate, party: row.party, held: row.held, algorithm: row.algorithm },
  ...{ sha256: row.sha256, subject: row.subject, test: row.test },
  ...{ validFrom: isoOf(row.validFrom), validUntil: isoOf(row.validUntil), registeredAt: isoOf(row.registeredAt) },
  ...(row.revokedAt === null ? {} : { revokedAt: isoOf(row.revokedAt) }),
});

/** What of a version is signed: for the act that files its form. */
const manifestIn = (row: DocumentRow): Manifest | Refusal => {
  const { act, zh, en } = formOf(row);
  return act === undefined
    ? refuse('not-required', `${zh}不单独报送，无须签章`, `a ${en} is filed by no act: nothing of it is sealed`)
    : manifestFor(row, act);
};

const params = z.object({ id: documentId });
const ONE = { path: '/api/v1/documents/{id}', tag: 'documents', params } as const;
const ofVersion = z.strictObject({ version: versionIn.optional() });

/** `/documents/{id}/seal…`: what is to be signed, the signature that comes back, the witness, and the seals there are. */
export function addSeals(app: Gateway, guard: Guard, parts: SealParts): void {
  const { book, seals, now } = parts;
  const manifestShown = async (caller: Caller, id: string, version: string | undefined): Promise<Manifest | Refusal> => {
    const row = await readable(book.pool, caller, id, {
      version: version === undefined ? undefined : Number(version),
      at: now(),
    });
    return isRefusal(row) ? row : manifestIn(row);
  };
  add(app, guard, {
    ...{ ...ONE, method: 'get', path: `${ONE.path}/manifest`, summary: '待签清单 · what a seal signs, to the byte' },
    query: ofVersion,
    answers: { 200: manifestOut },
    refuses: ['unknown-document', 'not-required'],
    async handle({ caller, params: { id }, query: { version } }): Promise<Answer | Refusal> {
      const manifest = await manifestShown(caller, id, version);
      return isRefusal(manifest) ? manifest : { json: { manifest: manifestText(manifest), sha256: manifestHash(manifest) } };
    },
  });
  add(app, guard, {
    ...{ ...ONE, method: 'get', path: `${ONE.path}/seals`, summary: '签章 · the seals of a document' },
    query: ofVersion,
    answers: { 200: sealsOut },
    refuses: ['unknown-document', 'not-required'],
    async handle({ caller, params: { id }, query: { version } }): Promise<Answer | Refusal> {
      const manifest = await manifestShown(caller, id, version);
      if (isRefusal(manifest)) return manifest;
      return { json: { seals: (await seals.sealsOf(manifestHash(manifest))).map(written) } };
    },
  });
  addSealing(app, guard, parts);
  addCertificates(app, guard, parts);
}

function addSealing(app: Gateway, guard: Guard, { book, seals, now }: SealParts): void {
  const sealing = async (caller: Caller, id: string, what: 'seal-document' | 'witness-seal') => {
    const at = now();
    const row = await readDocument(book.pool, id);
    if (!row || !caller.appointments.some(({ party }) => party === row.party)) return unknownDocument(id);
    const unit = (await unitKnown(book.pool, row.unit)) ?? { id: row.unit, district: '' };
    const may = entitled(caller, { what, as: row.party, unit, at, now: Date.now() });
    if (isRefusal(may)) return may;
    const manifest = manifestIn(row);
    return isRefusal(manifest) ? manifest : { row, asked: { manifest, party: row.party, at, by: actorOf(caller, row.party) } };
  };
  const kept = async (row: DocumentRow, seal: Seal | Refusal): Promise<Answer | Refusal> => {
    if (isRefusal(seal)) return seal;
    return row.state === 'filed' || (await fixVersion(book.pool, row.document, row.version, row.sha256))
      ? { json: written(seal) }
      : documentChanged(row.document, row.version);
  };
  add(app, guard, {
    ...{ ...ONE, method: 'post', path: `${ONE.path}/seal`, summary: '签章 · hand in a signature over the manifest' },
    body: z
      .strictObject({
        signature: z
          .string()
          .regex(/^[A-Za-z0-9+/]+={0,2}$/, '应为 base64 | must be base64')
          .max(BASE64_MAX)
          .openapi({ description: 'a detached CMS in DER, or a raw SM2 signature (GM/T 0009), in base64' }),
      })
      .openapi('NewSeal'),
    // the file that another program wrote, as it is: a detached CMS in DER or PEM, or a raw SM2 signature
    raws: ['application/pkcs7-signature', 'application/octet-stream'],
    answers: { 200: sealOut },
    refuses: ['unknown-document', 'document-changed', 'seal-invalid', 'not-required'],
    async handle({ caller, params: { id }, body, raw }): Promise<Answer | Refusal> {
      const may = await sealing(caller, id, 'seal-document');
      if (isRefusal(may)) return may;
      const signature = raw ?? new Uint8Array(Buffer.from(body.signature, 'base64'));
      return kept(may.row, await seals.seal({ ...may.asked, signature }));
    },
  });
  add(app, guard, {
    ...{
      ...ONE,
      method: 'post',
      path: `${ONE.path}/witness`,
      summary: '见证签章 · have the platform bear witness, after a second factor',
    },
    query: z.strictObject({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, '应为 SHA-256 | must be a SHA-256 in lower-case hex')
        .openapi({ description: 'of the document as you saw it; may be left out by whoever saved it last' })
        .optional(),
    }),
    answers: { 200: sealOut },
    refuses: ['unknown-document', 'document-changed', 'not-sealed', 'seal-invalid', 'step-up-required', 'not-required'],
    async handle({ caller, params: { id }, query: { sha256 } }): Promise<Answer | Refusal> {
      const may = await sealing(caller, id, 'witness-seal');
      if (isRefusal(may)) return may;
      const no = notSeen(may.row, { by: may.asked.by, sha256 });
      if (no) return no;
      return kept(may.row, await seals.witness({ ...may.asked, steppedUpAt: caller.steppedUpAt ?? Date.now() }));
    },
  });
}

function addCertificates(app: Gateway, guard: Guard, { book }: SealParts): void {
  add(app, guard, {
    ...{ method: 'get', path: '/api/v1/certificates', tag: 'people', summary: '证书 · by which parties seal' },
    query: z.strictObject({ party: named('of one party', 'BJ-0001').optional(), ...paging }),
    answers: { 200: certificatesOut },
    async handle({ caller, query: { party, after, limit } }): Promise<Answer | Refusal> {
      const seesAll = caller.appointments.some(({ kind }) => SEES_ALL.includes(kind));
      const own = caller.appointments.map((one) => one.party);
      const of = party ?? (seesAll ? undefined : own[0]);
      if (!seesAll && (of === undefined || !own.includes(of)))
        return refuse('not-allowed', '只能查看本方的证书', 'only certificates of one’s own party are shown');
      const asked = { ...(of === undefined ? {} : { party: of }), ...(after === undefined ? {} : { after }), limit };
      return { json: { certificates: (await certificatesAfter(book.pool, asked)).map(shown) } };
    },
  });
}
