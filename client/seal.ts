import { writeFileSync } from 'node:fs';
import { PeopleDesk } from '../desk/people.js';
import { bytesIn } from '../desk/written/file.js';
import { readCertificate } from '../documents/seals/certificate.js';
import { faultOf, isCms, readCms } from '../documents/seals/cms.js';
import { dersIn } from '../documents/seals/pem.js';
import { sealSettings, trustIn, type SealSettings } from '../documents/seals/settings.js';
import { readSigningKey, sign } from '../documents/seals/signing.js';
import { isBySm2 } from '../documents/seals/sm2.js';
import { isoOf } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { TestAuthority } from '../embedded/authority/authority.js';
import { authorityIn, testSeals } from '../embedded/authority/for-platform.js';
import { KEY_KINDS, type KeyKind } from '../embedded/authority/making.js';
import type { Book } from '../records/book.js';
import { certificatesAfter, type CertificateRow } from '../records/certificates.js';
import { platformKind } from '../records/platform.js';
import { askPeople, type Asked } from './ask-people.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { FOLDER, withBook } from './service.js';

export interface SignOptions {
  readonly key: string;
  readonly cert: string;
  readonly to?: string;
}
export interface RevokeOptions extends Asked {
  readonly basis: string;
}
export interface RegisterOptions extends RevokeOptions {
  readonly party: string;
  readonly platform: boolean;
}
export interface ListOptions {
  readonly of?: string;
  readonly after?: string;
  readonly json: boolean;
}
export interface IssueOptions {
  readonly keyKind: string;
  readonly to?: string;
}

const AT_ONCE = 200;

const read = (file: string): Buffer => {
  try {
    return bytesIn(file);
  } catch (error) {
    throw new UsageError(`无法读取 ${file} / ${file} cannot be read: ${(error as Error).message}`, 'bad-input', ['file']);
  }
};
const certificatesIn = (file: string): Uint8Array[] => {
  const ders = dersIn(read(file).toString('latin1'), 'CERTIFICATE');
  if (ders.length === 0)
    throw new UsageError(`${file} 中没有证书（PEM） / ${file} holds no certificate (PEM)`, 'bad-input', ['certificate']);
  return ders;
};

const byOpenssl = ({ key, cert }: SignOptions, file: string, to: string, isSm2: boolean): string =>
  isSm2
    ? `openssl pkeyutl -sign -inkey ${key} -in ${file} -rawin -digest sm3 -pkeyopt distid:1234567812345678 -out ${to}`
    : `openssl cms -sign -binary -in ${file} -signer ${cert} -certfile ${cert} -inkey ${key} -md sha256 -outform DER -out ${to}`;

/** `luyue seal FILE`: signs a manifest with one's own key, and says how openssl does the same. */
export async function sealSign(file: string, options: SignOptions, streams: Streams = STREAMS): Promise<number> {
  const content = read(file);
  const certificates = certificatesIn(options.cert);
  const passphrase = process.env['LUYUE_KEY_PASSPHRASE'];
  const key = await readSigningKey(read(options.key).toString('latin1'), passphrase).catch((error: unknown) => {
    throw new UsageError(`${options.key}: 无法读取密钥 / this key cannot be read: ${(error as Error).message}`, 'bad-input', [
      'key',
    ]);
  });
  const signature = await sign(content, { key, certificates }, Date.now());
  const isSm2 = key.kind === 'gm';
  const own = readCertificate(certificates[0] ?? new Uint8Array());
  const cms = isSm2 ? undefined : readCms(signature);
  const point = own?.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView ?? new Uint8Array();
  const holds = own && (isCms(cms) ? (await faultOf(cms, own, content)) === undefined : isBySm2(point, content, signature));
  if (!holds)
    throw new UsageError(
      `${options.cert} 不是 ${options.key} 的证书 / ${options.cert} is not the certificate of ${options.key}`,
      'bad-input',
      ['cert'],
    );
  const to = options.to ?? `${file}${isSm2 ? '.sm2' : '.p7s'}`;
  writeFileSync(to, signature);
  streams.out(`${to}\n# 也可用 the same by: ${byOpenssl(options, file, to, isSm2)}\n`);
  return DONE;
}

/** Whom the platform here trusts: in service what the environment says, and nobody else. */
const settingsOn = async (book: Book): Promise<SealSettings> =>
  (await platformKind(book.pool)) === 'service' ? sealSettings(process.env) : testSeals(FOLDER, process.env);

const ask = (what: string, brings: Json, options: RevokeOptions, streams: Streams): Promise<number> =>
  askPeople(
    { do: what, with: brings },
    options,
    streams,
    async (book) => new PeopleDesk(book, { trust: trustIn(await settingsOn(book)) }),
  );

/** `luyue seal register`: the act `register-certificate`. */
export function sealRegister(file: string, options: RegisterOptions, streams: Streams = STREAMS): Promise<number> {
  const certificates = certificatesIn(file).map((der) => Buffer.from(der).toString('base64'));
  const { party, platform, basis } = options;
  return ask('register-certificate', { party, certificates, held: platform ? 'platform' : 'party', basis }, options, streams);
}

/** `luyue seal revoke`: the act `revoke-certificate`. */
export const sealRevoke = (certificate: string, options: RevokeOptions, streams: Streams = STREAMS): Promise<number> =>
  ask('revoke-certificate', { certificate, basis: options.basis }, options, streams);

const say = ({ certificate, party, held, algorithm, subject, validFrom, validUntil, revokedAt, test }: CertificateRow): string =>
  [
    ...[certificate, party, held === 'party' ? '自有 own' : '代管 kept by a seal platform', algorithm],
    `${isoOf(validFrom)} – ${isoOf(validUntil)}`,
    ...(revokedAt === null ? [] : [`已注销 revoked ${isoOf(revokedAt)}`]),
    ...(test ? ['测试 TEST'] : []),
    subject,
  ].join('  ');

/** `luyue seal list`: certificates by which parties seal. */
export async function sealList({ of: party, after, json }: ListOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const asked = { ...(party === undefined ? {} : { party }), ...(after === undefined ? {} : { after }), limit: AT_ONCE };
    const rows = await certificatesAfter(book.pool, asked);
    const shown = rows.map(({ der: _, chain: __, ...row }) => row);
    return printAnswer(shown, rows.map(say), json, streams);
  });
}

/** `luyue seal test-certificate`: by the test authority of the platform on this machine; there is none in service. */
export async function sealTestCertificate(
  party: string,
  { keyKind, to = party }: IssueOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const kind = KEY_KINDS.find((one): one is KeyKind => one === keyKind);
  if (!kind)
    throw new UsageError(
      `--key-kind 应为 ${KEY_KINDS.join('、')} 之一 / --key-kind is one of ${KEY_KINDS.join(', ')}, not ${keyKind}`,
      'bad-input',
      ['keyKind'],
    );
  const authority = await TestAuthority.open(authorityIn(FOLDER));
  const { key, certificates } = await authority.issue({ name: party, key: kind });
  writeFileSync(`${to}.key`, key, { mode: 0o600 });
  writeFileSync(`${to}.crt`, certificates);
  streams.out(`${to}.key ${to}.crt  测试，无法律效力 TEST ONLY\n`);
  return DONE;
}
