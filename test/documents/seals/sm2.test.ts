import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isBySm2, makeSm2Key, signBySm2, sm2PublicKey } from '../../../documents/seals/sm2.js';
import { readSigningKey, sign } from '../../../documents/seals/signing.js';
import { makeKey } from '../../../embedded/authority/making.js';
import { pemOf } from '../../../documents/seals/pem.js';
import { Openssl } from '../openssl.js';

const ID = 'distid:1234567812345678';
const SIGNED = 'manifest.json';
const CONTENT = Buffer.from('{"act":"submit-first-report","unit":"北京"}', 'utf8');

let openssl: Openssl;
beforeAll(() => {
  openssl = new Openssl();
  openssl.write(SIGNED, CONTENT);
});
afterAll(() => openssl.remove());

describe('GM/T 0009 — SM2 with SM3 and the user id 1234567812345678', () => {
  it('openssl verifies what is signed here, by a key made here', async () => {
    const made = await makeKey('sm2-sm3');
    openssl.write('own.key', pemOf(made.pkcs8, 'PRIVATE KEY'));
    openssl.must('pkey', '-in', 'own.key', '-pubout', '-out', 'own.pub');
    const key = await readSigningKey(openssl.text('own.key'));
    openssl.write('own.sm2', await sign(CONTENT, { key, certificates: [] }, 0));
    const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', 'own.pub', '-in', SIGNED, '-sigfile', 'own.sm2', '-rawin'];
    expect(openssl.must(...verify, '-digest', 'sm3', '-pkeyopt', ID)).toContain('Signature Verified Successfully');
    // without the id it is another signature
    expect(openssl.run(...verify, '-digest', 'sm3').ok).toBe(false);
  });

  it('what openssl signs is verified here, and nothing else is', () => {
    openssl.must('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', 'theirs.key');
    openssl.must('pkey', '-in', 'theirs.key', '-pubout', '-outform', 'DER', '-out', 'theirs.pub');
    const sign2 = ['pkeyutl', '-sign', '-inkey', 'theirs.key', '-in', SIGNED, '-rawin', '-digest', 'sm3'];
    openssl.must(...sign2, '-pkeyopt', ID, '-out', 'theirs.sm2');
    openssl.must(...sign2, '-out', 'no-id.sm2');
    const key = openssl.read('theirs.pub').slice(-65);
    const signature = openssl.read('theirs.sm2');
    expect(isBySm2(key, CONTENT, signature)).toBe(true);
    expect(isBySm2(key, CONTENT, openssl.read('no-id.sm2'))).toBe(false);
    expect(isBySm2(key, CONTENT.subarray(1), signature)).toBe(false);
    expect(isBySm2(sm2PublicKey(makeSm2Key()), CONTENT, signature)).toBe(false);
  });

  it('the example of GM/T 0003.5 holds with its own id', () => {
    const key = Buffer.from(
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
      'hex',
    );
    const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
    const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    const der = Buffer.from(`3046022100${r}022100${s}`, 'hex');
    expect(isBySm2(key, Buffer.from('message digest'), der)).toBe(true);
    expect(isBySm2(key, Buffer.from('message digest'), der, 'ALICE123@YAHOO.COM')).toBe(false);
  });

  it('whatever bytes come as key, content and signature, the answer is no', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (key, signature) => {
        expect(isBySm2(key, CONTENT, signature)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('a changed bit of a signature is found, wherever it is', () => {
    const key = makeSm2Key();
    const signature = signBySm2(key, CONTENT);
    const publicKey = sm2PublicKey(key);
    expect(isBySm2(publicKey, CONTENT, signature)).toBe(true);
    fc.assert(
      fc.property(fc.nat(signature.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(signature);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isBySm2(publicKey, CONTENT, changed)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
