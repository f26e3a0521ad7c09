import { readCertificate } from '../../../documents/seals/certificate.js';
import type { Registered, Registry } from '../../../documents/seals/judging.js';
import { dersIn } from '../../../documents/seals/pem.js';
import { readSigningKey, type Signer } from '../../../documents/seals/signing.js';
import type { Issued } from '../../../embedded/authority/authority.js';

/** Certificates as they are registered, without a book. */
export class Register implements Registry {
  private readonly all: Registered[] = [];

  add(party: string, { certificates }: Issued, more: Partial<Registered> = {}): Registered {
    const [der = new Uint8Array(), ...chain] = dersIn(certificates, 'CERTIFICATE');
    const { sha256 = '' } = readCertificate(der) ?? {};
    const certificate = `s-${String(this.all.length + 1).padStart(4, '0')}`;
    const one: Registered = { certificate, party, held: 'party', sha256, der, chain, ...more };
    this.all.push(one);
    return one;
  }

  of(party: string): Promise<readonly Registered[]> {
    return Promise.resolve(this.all.filter((one) => one.party === party));
  }

  withHash(sha256: string): Promise<Registered | undefined> {
    return Promise.resolve(this.all.find((one) => one.sha256 === sha256));
  }
}

/** Who signs with what an authority has issued. */
export const signerOf = async ({ key, certificates }: Issued): Promise<Signer> => ({
  key: await readSigningKey(key),
  certificates: dersIn(certificates, 'CERTIFICATE'),
});
