import { z } from '@hono/zod-openapi';
import { manifestHash, manifestText } from '../documents/manifest.js';
import { SEAL_ALGORITHMS, SEAL_KINDS, type Seal } from '../documents/seals/seals.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { certificatesAfter, type CertificateRow } from '../records/certificates.js';
import { documentId, versionIn } from './document-shapes.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { SEES_ALL } from './may-see.js';
import { SealCalls, type SealParts } from './seal-calls.js';
import { instantOut, named, paging } from './shapes.js';

const BASE64_MAX = 90_000;
const sealOut = z
  .object({
    seal: z.string(),
    party: z.string(),
    manifestSha256: z.string(),
    kind: z.enum(SEAL_KINDS).openapi({
      description:
        'certificate: by the party’s own key; platform: by a seal platform that keeps it; witness: by this platform after a second factor',
    }),
    algorithm: z.enum(SEAL_ALGORITHMS),
    certificate: z.string().optional(),
    test: z.boolean().openapi({ description: 'by a test authority: worth nothing outside of a rehearsal' }),
    madeAt: instantOut,
    madeBy: z.string(),
  })
  .openapi('Seal');
const sealsOut = z.object({ seals: z.array(sealOut) });
const manifestOut = z.object({ manifest: z.string(), sha256: z.string() }).openapi('Manifest');
const certificateOut = z
  .object({
    certificate: z.string(),
    party: z.string(),
    held: z.enum(['party', 'platform']),
    algorithm: z.enum(SEAL_ALGORITHMS),
    sha256: z.string(),
    subject: z.string(),
    test: z.boolean(),
    validFrom: instantOut,
    validUntil: instantOut,
    registeredAt: instantOut,
    revokedAt: instantOut.optional(),
  })
  .openapi('Certificate');
const certificatesOut = z.object({ certificates: z.array(certificateOut) });

const written = (seal: Seal) => ({ ...seal, madeAt: isoOf(seal.madeAt) });
const shown = (row: CertificateRow) => ({
  certificate: row.certificate,
  party: row.party,
  held: row.held,
  algorithm: row.algorithm,
  sha256: row.sha256,
  subject: row.subject,
  test: row.test,
  validFrom: isoOf(row.validFrom),
  validUntil: isoOf(row.validUntil),
  registeredAt: isoOf(row.registeredAt),
  ...(row.revokedAt === null ? {} : { revokedAt: isoOf(row.revokedAt) }),
});

const params = z.object({ id: documentId });
const ONE = { path: '/api/v1/documents/{id}', tag: 'documents', params } as const;
const versionOf = (said: string | undefined): number | undefined => (said === undefined ? undefined : Number(said));
const ofVersion = z.strictObject({ version: versionIn.optional() });

/** `/documents/{id}/seal…`: what is to be signed, the signature that comes back, the witness, and the seals there are. */
export function addSeals(app: Gateway, guard: Guard, parts: SealParts): void {
  const calls = new SealCalls(parts);
  add(app, guard, {
    ...ONE,
    method: 'get',
    path: `${ONE.path}/manifest`,
    summary: '待签清单 · what a seal signs, to the byte',
    query: ofVersion,
    answers: { 200: manifestOut },
    refuses: ['unknown-document', 'not-required'],
    async handle({ caller, params: { id }, query: { version } }): Promise<Answer | Refusal> {
      const manifest = await calls.manifest(caller, id, versionOf(version));
      return isRefusal(manifest) ? manifest : { json: { manifest: manifestText(manifest), sha256: manifestHash(manifest) } };
    },
  });
  add(app, guard, {
    ...ONE,
    method: 'get',
    path: `${ONE.path}/seals`,
    summary: '签章 · the seals of a document',
    query: ofVersion,
    answers: { 200: sealsOut },
    refuses: ['unknown-document', 'not-required'],
    async handle({ caller, params: { id }, query: { version } }): Promise<Answer | Refusal> {
      const seals = await calls.sealsOf(caller, id, versionOf(version));
      return isRefusal(seals) ? seals : { json: { seals: seals.map(written) } };
    },
  });
  addSealing(app, guard, calls);
  addCertificates(app, guard, parts);
}

const answered = (seal: Seal | Refusal): Answer | Refusal => (isRefusal(seal) ? seal : { json: written(seal) });

function addSealing(app: Gateway, guard: Guard, calls: SealCalls): void {
  add(app, guard, {
    ...ONE,
    method: 'post',
    path: `${ONE.path}/seal`,
    summary: '签章 · hand in a signature over the manifest',
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
    handle: async ({ caller, params: { id }, body, raw }) =>
      answered(await calls.seal(caller, id, raw ?? new Uint8Array(Buffer.from(body.signature, 'base64')))),
  });
  add(app, guard, {
    ...ONE,
    method: 'post',
    path: `${ONE.path}/witness`,
    summary: '见证签章 · have the platform bear witness, after a second factor',
    query: z.strictObject({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, '应为 SHA-256 | must be a SHA-256 in lower-case hex')
        .openapi({ description: 'of the document as you saw it; may be left out by whoever saved it last' })
        .optional(),
    }),
    answers: { 200: sealOut },
    refuses: ['unknown-document', 'document-changed', 'not-sealed', 'seal-invalid', 'step-up-required', 'not-required'],
    handle: async ({ caller, params: { id }, query: { sha256 } }) => answered(await calls.witness(caller, id, sha256)),
  });
}

function addCertificates(app: Gateway, guard: Guard, { book }: SealParts): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/certificates',
    tag: 'people',
    summary: '证书 · by which parties seal',
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
