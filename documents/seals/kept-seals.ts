import type pg from 'pg';
import { isoOf } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { certificatesOf, certificateWithHash, type CertificateRow } from '../../records/certificates.js';
import { platformKind, type PlatformKind } from '../../records/platform.js';
import { keepSeal, sealsOf, type SealRow } from '../../records/seals.js';
import { manifestHash, manifestText, type Manifest } from '../manifest.js';
import { faultOf, isCms, isSigner, readCms } from './cms.js';
import { isEnough } from './enough.js';
import { judge, judgeCertificate, type Judged, type Registered, type Registry } from './judging.js';
import { derOf } from './pem.js';
import { sealInvalid } from './reasons.js';
import type { KnownOfRevocation } from './revocation.js';
import type { AskedWitness, BroughtSeal, Seal, SealAlgorithm, SealKind, Seals } from './seals.js';
import { isOfTest, TRUST_NOBODY, type TrustSource } from './trust.js';
import type { WitnessKey } from './witness.js';

export interface SealsOptions {
  readonly trust?: TrustSource;
  /** By which the platform bears witness; without, it bears none. */
  readonly witness?: WitnessKey;
  readonly regulation?: string;
}

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');

const registered = ({ certificate, party, held, sha256, der, chain, revokedAt }: CertificateRow): Registered => ({
  certificate,
  party,
  held,
  sha256,
  der: new Uint8Array(der),
  chain: chain.map((one) => new Uint8Array(Buffer.from(one, 'base64'))),
  ...(revokedAt === null ? {} : { revokedAt }),
});

const registryOf = (pool: pg.Pool): Registry => ({
  of: async (party) => (await certificatesOf(pool, party)).map(registered),
  withHash: async (sha256) => {
    const row = await certificateWithHash(pool, sha256);
    return row && registered(row);
  },
});

const sayKnown = ({ certificate, known, list }: KnownOfRevocation): Json => ({
  certificate,
  known,
  ...(list
    ? {
        list: list.sha256,
        thisUpdate: isoOf(list.thisUpdate),
        ...(list.nextUpdate === undefined ? {} : { nextUpdate: isoOf(list.nextUpdate) }),
      }
    : {}),
});

/** What is kept with a seal: the whole path, what was known of revocation, and of whom a witness was borne. */
const evidenceOf = ({ path, revocation }: Judged, more: Readonly<Record<string, Json>>): Json => ({
  path: path.map(({ der }) => base64(der)),
  revocation: revocation.map(sayKnown),
  test: path.some(isOfTest),
  ...more,
});

const sealOf = (row: SealRow): Seal => ({
  seal: row.seal,
  manifestSha256: row.manifestSha256,
  party: row.party,
  kind: row.kind as SealKind,
  algorithm: row.algorithm as SealAlgorithm,
  ...(row.certificate === null ? {} : { certificate: row.certificate }),
  test: (row.evidence as { readonly test?: boolean }).test === true,
  madeAt: row.madeAt,
  madeBy: row.madeBy,
});

/** Seals on the book. */
export class KeptSeals implements Seals {
  private readonly pool: pg.Pool;
  private readonly options: SealsOptions;
  private readonly registry: Registry;

  constructor(pool: pg.Pool, options: SealsOptions = {}) {
    this.pool = pool;
    this.options = options;
    this.registry = registryOf(pool);
  }

  /** A signature that a party brings: by a key of its own, or by a seal platform that keeps one for it. */
  async seal(brought: BroughtSeal): Promise<Seal | Refusal> {
    const { manifest, party, at } = brought;
    // kept in the one form in which everybody verifies it, however it was sent
    const signature = derOf(derOf(brought.signature, 'CMS'), 'PKCS7');
    const content = Buffer.from(manifestText(manifest), 'utf8');
    const judged = await judge({ content, signature, party, at }, this.registry, await this.trust());
    if (isRefusal(judged)) return judged;
    const { registered: by } = judged;
    return this.keep({ ...brought, signature }, judged, {
      kind: by.held === 'party' ? 'certificate' : 'platform',
      certificate: by.certificate,
    });
  }

  /** The platform's own signature, which says who has just shown the second factor. */
  async witness(asked: AskedWitness): Promise<Seal | Refusal> {
    const { witness: key } = this.options;
    const { manifest, party, at, by, steppedUpAt } = asked;
    if (!key) return sealInvalid('no-witness');
    if (!(await this.isEnough('witness', manifest))) return sealInvalid('kind-not-enough', manifest.act);
    const content = Buffer.from(manifestText(manifest), 'utf8');
    const witnessed = { party, person: by, steppedUpAt };
    const signature = await key.sign(content, witnessed, at);
    const judged = await this.judgeOwn(content, signature, at);
    if (isRefusal(judged)) return judged;
    return this.keep({ ...asked, signature }, judged, { kind: 'witness' }, { witnessed });
  }

  async sealsOf(manifestSha256: string): Promise<readonly Seal[]> {
    return (await sealsOf(this.pool, manifestSha256)).map(sealOf);
  }

  async isSealed(manifest: Manifest, party: string): Promise<true | Refusal> {
    const ours = (await this.sealsOf(manifestHash(manifest))).filter((seal) => seal.party === party);
    for (const { kind } of ours) if (await this.isEnough(kind, manifest)) return true;
    if (ours.length > 0) return sealInvalid('kind-not-enough', manifest.act);
    const { id, version } = manifest.document;
    return refuse(
      'not-sealed',
      `${id} 第 ${String(version)} 版尚未由 ${party} 签章`,
      `version ${String(version)} of ${id} does not carry the seal of ${party} for ${manifest.act}`,
    );
  }

  private trust() {
    return (this.options.trust ?? TRUST_NOBODY).now();
  }

  private async isEnough(kind: SealKind, of: Pick<Manifest, 'act' | 'cycle'>): Promise<boolean> {
    const platform: PlatformKind = (await platformKind(this.pool)) ?? 'service';
    return isEnough(kind, of, platform, this.options.regulation);
  }

  /** Our own signature is believed for the same reasons as everybody's. */
  private async judgeOwn(content: Uint8Array, signature: Uint8Array, at: number): Promise<Judged | Refusal> {
    const cms = readCms(signature);
    const signer = isCms(cms) ? cms.certificates.find((one) => isSigner(cms, one)) : undefined;
    if (!isCms(cms) || !signer) throw new Error('what the witness signed cannot be read');
    const fault = await faultOf(cms, signer, content);
    return fault ? sealInvalid(fault, signer.subject) : judgeCertificate(signer, cms.certificates, await this.trust(), at);
  }

  private async keep(
    { manifest, party, signature, at, by, office }: BroughtSeal,
    judged: Judged,
    as: { readonly kind: SealKind; readonly certificate?: string },
    more: Readonly<Record<string, Json>> = {},
  ): Promise<Seal> {
    const row = await keepSeal(this.pool, {
      manifestSha256: manifestHash(manifest),
      manifest: manifestText(manifest),
      party,
      signature,
      kind: as.kind,
      algorithm: judged.algorithm,
      certificate: as.certificate ?? null,
      evidence: evidenceOf(judged, more),
      madeAt: at,
      madeBy: by,
      ...(office ? { office } : {}),
      lists: judged.revocation.flatMap(({ list }) => (list ? [{ sha256: list.sha256, der: list.der }] : [])),
    });
    return sealOf(row);
  }
}
