import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as asn1 from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { textOfFile } from '../../records/bounded-file.js';
import { ENGINE } from '../../documents/seals/engine.js';
import { dersIn } from '../../documents/seals/pem.js';
import { writeWhole } from '../../records/whole-file.js';
import { rootFile, TestAuthority } from './authority.js';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** A policy of nobody's: what is stamped here is worth nothing outside of a rehearsal. */
const POLICY = '1.2.3.4.1';
const SHA_256 = '2.16.840.1.101.3.4.2.1';

interface Stamper {
  readonly key: webcrypto.CryptoKey;
  /** The own one first. */
  readonly certificates: readonly Certificate[];
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const attribute = (type: string, value: asn1.BaseBlock): Attribute => new Attribute({ type, values: [value] });

/** The signer's certificate by its hash (RFC 5816), as a token must name it. */
const namedBy = (certificate: Certificate): asn1.Sequence => {
  const hash = createHash('sha256').update(Buffer.from(certificate.toSchema().toBER())).digest();
  const one = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: bufferOf(hash) })] });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [one] })] });
};

async function tokenFor(request: TimeStampReq, { key, certificates }: Stamper, at: Date): Promise<ContentInfo> {
  const [own] = certificates;
  if (!own) throw new Error('an authority without a certificate');
  const serial = new Uint8Array(randomBytes(8)).buffer;
  new Uint8Array(serial)[0] = 1;
  const info = new TSTInfo({
    version: 1,
    policy: POLICY,
    messageImprint: request.messageImprint,
    genTime: at,
    serialNumber: new asn1.Integer({ valueHex: serial }),
    ...(request.nonce ? { nonce: request.nonce } : {}),
  });
  const content = info.toSchema().toBER();
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: TST_INFO });
  // in one piece, which DER asks for: the library would cut it
  encapContentInfo.eContent = new asn1.OctetString({ valueHex: content });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: TST_INFO })),
        attribute('1.2.840.113549.1.9.5', new asn1.UTCTime({ valueDate: at })),
        attribute('1.2.840.113549.1.9.4', new asn1.OctetString({ valueHex: await webcrypto.subtle.digest('SHA-256', content) })),
        attribute('1.2.840.113549.1.9.16.2.47', namedBy(own)),
      ],
    }),
  });
  const signed = new SignedData({ version: 3, encapContentInfo, signerInfos: [signer] });
  if (request.certReq === true) signed.certificates = [...certificates];
  await signed.sign(key, 0, 'SHA-256', undefined, ENGINE);
  return new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
}

/** Answers a request (RFC 3161): a token, or that there is none. */
async function answerTo(der: Uint8Array, stamper: Stamper): Promise<Uint8Array> {
  let request: TimeStampReq | undefined;
  try {
    request = TimeStampReq.fromBER(bufferOf(der));
  } catch {
    request = undefined;
  }
  const isGood = request?.messageImprint.hashAlgorithm.algorithmId === SHA_256;
  const now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  const answer = new TimeStampResp({ status: new PKIStatusInfo({ status: isGood ? PKIStatus.granted : PKIStatus.rejection }) });
  if (request && isGood) answer.timeStampToken = await tokenFor(request, stamper, now);
  return new Uint8Array(answer.toSchema().toBER());
}

const REQUEST_MAX = 4_096;

async function read(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    pieces.push(piece);
    if (pieces.reduce((size, one) => size + one.length, 0) > REQUEST_MAX) return undefined;
  }
  return Buffer.concat(pieces);
}

async function stamperIn(folder: string): Promise<Stamper> {
  const [keyFile, certificateFile] = [join(folder, 'time.key'), join(folder, 'time.crt')];
  if (!existsSync(certificateFile)) {
    const issued = await (await TestAuthority.open(folder)).issue({ name: 'luyue test time', purpose: 'time' });
    writeWhole(keyFile, issued.key);
    writeWhole(certificateFile, issued.certificates);
  }
  const [pkcs8 = new Uint8Array()] = dersIn(textOfFile(keyFile, 'latin1'), 'PRIVATE KEY');
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
  return {
    key: await webcrypto.subtle.importKey('pkcs8', pkcs8, ecdsa, false, ['sign']),
    certificates: dersIn(textOfFile(certificateFile, 'latin1'), 'CERTIFICATE').map((der) => Certificate.fromBER(bufferOf(der))),
  };
}

export interface RunningTimeAuthority {
  readonly url: string;
  /** The file of certificates that its own leads to. */
  readonly roots: string;
  stop(): Promise<void>;
}

/** An authority for time stamps on this machine, under the test authority in a folder. */
export async function startTimeAuthority(folder: string): Promise<RunningTimeAuthority> {
  const stamper = await stamperIn(folder);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const asked = await read(incoming);
      if (!asked) return outgoing.writeHead(413).end();
      const answer = await answerTo(asked, stamper);
      return outgoing.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    roots: rootFile(folder),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
