import { join } from 'node:path';
import { OctetString } from 'asn1js';
import { Attribute, ContentInfo, SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../../documents/seals/judging.js';
import type { Trust } from '../../../documents/seals/path.js';
import { SEAL_REASONS } from '../../../documents/seals/reasons.js';
import { sign } from '../../../documents/seals/signing.js';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { instantFrom } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { rootFile, TestAuthority, type Issued } from '../../../embedded/authority/authority.js';
import { Openssl } from '../openssl.js';
import { Register, signerOf } from './parties.js';

const CONTENT = Buffer.from('{"act":"submit-first-report","unit":"BJ-0001"}', 'utf8');
const AT = instantFrom('2024-04-25T10:00:00+08:00');

let openssl: Openssl;
let trust: Trust;
let unit: Issued;
let rsa: Issued;
const register = new Register();
beforeAll(async () => {
  openssl = new Openssl();
  const folder = join(openssl.folder, 'authority');
  const authority = await TestAuthority.open(folder);
  trust = await new TrustFiles({ roots: rootFile(folder), lists: folder }).now();
  unit = await authority.issue({ name: 'BJ-0001' });
  rsa = await authority.issue({ name: 'BJ-0001', key: 'rsa' });
  for (const one of [unit, rsa]) register.add('BJ-0001', one);
  openssl.write('manifest.json', CONTENT);
});
afterAll(() => openssl.remove());

/** The certificate by which it counts; or the reason by name, and how it is said. */
const said = async (signature: Uint8Array): Promise<string[]> => {
  const answer = await judge({ content: CONTENT, signature, party: 'BJ-0001', at: AT }, register, trust);
  return isRefusal(answer) ? [answer.reason ?? '', answer.zh, answer.en] : [answer.registered.certificate];
};

/** What openssl signs with a certificate, as its own commands say. */
const signedOutside = (by: Issued, ...more: readonly string[]): Uint8Array => {
  openssl.write('outside.key', by.key);
  openssl.write('outside.crt', by.certificates);
  const command = ['cms', '-sign', '-binary', '-in', 'manifest.json', '-signer', 'outside.crt', '-inkey', 'outside.key'];
  openssl.must(...command, '-outform', 'DER', '-out', 'outside.p7s', ...more);
  return openssl.read('outside.p7s');
};
const signed = async (at = AT): Promise<Uint8Array> => sign(CONTENT, await signerOf(unit), at);

describe('a signature of another form than the one that is taken', () => {
  it('what is wrong with its form is said in both languages, and what to do', async () => {
    const own = await signed();
    openssl.write('second.pem', `${rsa.certificates}${rsa.key}`);
    expect(await said(signedOutside(unit, '-nodetach'))).toEqual([
      'unreadable',
      expect.stringMatching(/原文.*分离式/),
      expect.stringMatching(/holds the content itself: .*detached/),
    ]);
    expect(await said(signedOutside(unit, '-signer', 'second.pem'))).toEqual([
      'unreadable',
      expect.stringMatching(/一个签名者.*一份证书/),
      expect.stringMatching(/not by one signer/),
    ]);
    // the same signature with something behind it would be another seal
    for (const more of [own, Buffer.from('x'), Buffer.from([0, 0])])
      expect(await said(Buffer.concat([own, more]))).toEqual([
        'unreadable',
        expect.stringContaining('只上传签名本身'),
        expect.stringContaining('the signature alone'),
      ]);
    for (const [zh, en] of Object.values(SEAL_REASONS))
      expect([zh, en]).toEqual([expect.stringMatching(/请/), expect.stringMatching(/:/)]);
  });

  it('what its signer says of the time, and a time stamp in it, change nothing', async () => {
    const forged = [instantFrom('2040-01-01T00:00:00+08:00'), instantFrom('1999-01-01T00:00:00+08:00')];
    for (const at of forged) expect(await said(await signed(at))).toEqual(['s-0001']);
    const content = ContentInfo.fromBER(await signed());
    const cms = new SignedData({ schema: content.content });
    const token = new OctetString({ valueHex: new Uint8Array(40).buffer });
    const stamps = [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [token] })];
    cms.signerInfos[0]!.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: stamps });
    const stamped = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: cms.toSchema(true) }).toSchema().toBER();
    expect(await said(new Uint8Array(stamped))).toEqual(['s-0001']);
  });

  it('with a mask or a hash that is too weak: weak-algorithm', async () => {
    const pss = ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss'];
    expect(await said(signedOutside(rsa, ...pss))).toEqual(['s-0002']);
    for (const weak of [
      [...pss, '-keyopt', 'rsa_mgf1_md:sha1'],
      ['-md', 'md5'],
    ])
      expect((await said(signedOutside(rsa, ...weak)))[0]).toBe('weak-algorithm');
  });
});
