import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate } from 'pkijs';
import { textOfFile } from '../../records/bounded-file.js';
import { dersIn, pemOf } from '../../documents/seals/pem.js';
import type { Instant } from '../../domain/model/instant.js';
import { writeWhole } from '../../records/whole-file.js';
import { makeCertificate, makeKey, makeList, type Issuer, type KeyKind, type Purpose, type Revoked } from './making.js';

/** From before any cycle that is played, and longer than any: a rehearsal lives in a year of its own. */
const FROM: Instant = 0;
const YEAR_MS = 31_557_600_000;
/** The last second that the short form of times in certificates can say. */
const UNTIL: Instant = 80 * YEAR_MS - 1_000;

const ROOT = 'root';
const BETWEEN = 'between';

/** The file of the authority that is trusted, in the folder of a test authority; the folder is also that of its lists. */
export const rootFile = (folder: string): string => join(folder, `${ROOT}.crt`);

/** A key with its certificate, and the one above: as files that any tool reads. */
export interface Issued {
  readonly key: string;
  /** The certificate, then that of the authority which issued it (PEM). */
  readonly certificates: string;
}

export interface IssueWanted {
  readonly name: string;
  readonly purpose?: Exclude<Purpose, object>;
  readonly key?: KeyKind;
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
}

const write = (file: string, content: string | Uint8Array): void => writeWhole(file, content);

const derOf = ({ certificate }: Issuer): Uint8Array => new Uint8Array(certificate.toSchema().toBER());

/** A certificate authority of two levels for demonstrations, rehearsals and tests. It says in every certificate that it is one. */
export class TestAuthority {
  readonly folder: string;
  private readonly root: Issuer;
  private readonly between: Issuer;
  private revoked: readonly Revoked[];

  private constructor(folder: string, root: Issuer, between: Issuer, revoked: readonly Revoked[]) {
    this.folder = folder;
    this.root = root;
    this.between = between;
    this.revoked = revoked;
  }

  /** Opens the authority in a folder, and makes it there where there is none. */
  static async open(folder: string): Promise<TestAuthority> {
    if (!existsSync(rootFile(folder))) await TestAuthority.make(folder);
    const read = (name: string): Issuer => {
      const [der = new Uint8Array()] = dersIn(textOfFile(join(folder, `${name}.crt`), 'latin1'), 'CERTIFICATE');
      const [pkcs8 = new Uint8Array()] = dersIn(textOfFile(join(folder, `${name}.key`), 'latin1'), 'PRIVATE KEY');
      return { certificate: Certificate.fromBER(der), pkcs8 };
    };
    const revoked = JSON.parse(textOfFile(join(folder, 'revoked.json'))) as readonly Revoked[];
    return new TestAuthority(folder, read(ROOT), read(BETWEEN), revoked);
  }

  private static async make(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const days = { validFrom: FROM, validUntil: UNTIL };
    const top = await makeKey('ecdsa');
    const certificate = await makeCertificate(
      { ...days, name: 'luyue test root', info: top.info, purpose: { authority: 1 } },
      top,
    );
    const root: Issuer = { certificate, pkcs8: top.pkcs8 };
    const key = await makeKey('ecdsa');
    const wanted = { ...days, name: 'luyue test authority', info: key.info, purpose: { authority: 0 } };
    const between: Issuer = { certificate: await makeCertificate(wanted, root), pkcs8: key.pkcs8 };
    const made = new TestAuthority(folder, root, between, []);
    await made.writeLists(FROM);
    for (const [name, issuer] of [
      [BETWEEN, between],
      [ROOT, root],
    ] as const) {
      write(join(folder, `${name}.key`), pemOf(issuer.pkcs8, 'PRIVATE KEY'));
      write(join(folder, `${name}.crt`), pemOf(derOf(issuer), 'CERTIFICATE'));
    }
  }

  /** A key and its certificate. */
  async issue({ name, purpose = 'seal', key = 'ecdsa', validFrom = FROM, validUntil = UNTIL }: IssueWanted): Promise<Issued> {
    const made = await makeKey(key);
    const certificate = await makeCertificate({ name, purpose, validFrom, validUntil, info: made.info }, this.between);
    const own = pemOf(new Uint8Array(certificate.toSchema().toBER()), 'CERTIFICATE');
    return { key: pemOf(made.pkcs8, 'PRIVATE KEY'), certificates: `${own}${pemOf(derOf(this.between), 'CERTIFICATE')}` };
  }

  /** Revokes a certificate, with a list that says so from then on. */
  async revoke(serial: string, at: Instant): Promise<void> {
    this.revoked = [...this.revoked, { serial, at }];
    await this.writeLists(at);
  }

  private async writeLists(from: Instant): Promise<void> {
    const number = this.revoked.length + 1;
    write(join(this.folder, 'revoked.json'), JSON.stringify(this.revoked));
    write(join(this.folder, `${BETWEEN}.crl`), await makeList(this.between, number, this.revoked, from, UNTIL));
    write(join(this.folder, `${ROOT}.crl`), await makeList(this.root, number, [], FROM, UNTIL));
  }
}
