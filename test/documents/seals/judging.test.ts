import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../documents/seals/certificate.js';
import { judge, type Registered } from '../../../documents/seals/judging.js';
import type { Trust } from '../../../documents/seals/path.js';
import { dersIn } from '../../../documents/seals/pem.js';
import { sign } from '../../../documents/seals/signing.js';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { instantFrom } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { rootFile, TestAuthority, type Issued } from '../../../embedded/authority/authority.js';
import { Openssl } from '../openssl.js';
import { Register, signerOf } from './parties.js';

const CONTENT = Buffer.from('{"act":"submit-first-report","unit":"BJ-0001"}', 'utf8');
const AT = instantFrom('2024-04-25T10:00:00+08:00');
const DAY = 86_400_000;

let openssl: Openssl;
let authority: TestAuthority;
let trust: Trust;
let files: TrustFiles;
let unit: Issued;
let rsa: Issued;
let sm2: Issued;
const register = new Register();
beforeAll(async () => {
  openssl = new Openssl();
  const folder = join(openssl.folder, 'authority');
  authority = await TestAuthority.open(folder);
  files = new TrustFiles({ roots: rootFile(folder), lists: folder });
  trust = await files.now();
  unit = await authority.issue({ name: 'BJ-0001' });
  rsa = await authority.issue({ name: 'BJ-0001', key: 'rsa' });
  sm2 = await authority.issue({ name: 'BJ-0001', key: 'sm2-sm3' });
  for (const one of [unit, rsa, sm2]) register.add('BJ-0001', one);
  openssl.write('manifest.json', CONTENT);
});
afterAll(() => openssl.remove());

const judged = (signature: Uint8Array, more: { content?: Uint8Array; party?: string; at?: number; by?: Trust } = {}) => {
  const { content = CONTENT, party = 'BJ-0001', at = AT, by = trust } = more;
  return judge({ content, signature, party, at }, register, by);
};
const reasonOf = async (answer: ReturnType<typeof judged>): Promise<string> => {
  const said = await answer;
  return isRefusal(said) ? `${said.refused}: ${said.reason ?? ''}` : said.registered.certificate;
};
const signed = async (by: Issued, content: Uint8Array = CONTENT) => sign(content, await signerOf(by), AT);

/** What openssl signs with a certificate, as its own commands say. */
const signedOutside = (by: Issued, ...more: readonly string[]): Uint8Array => {
  openssl.write('outside.key', by.key);
  openssl.write('outside.crt', by.certificates);
  const command = ['cms', '-sign', '-binary', '-in', 'manifest.json', '-signer', 'outside.crt', '-inkey', 'outside.key'];
  openssl.must(...command, '-outform', 'DER', '-out', 'outside.p7s', ...more);
  return openssl.read('outside.p7s');
};

describe('a seal by a certificate that is registered for the party', () => {
  it.each([
    ['ECDSA on P-256', () => unit, 's-0001', 'ecdsa'],
    ['RSA', () => rsa, 's-0002', 'rsa'],
    ['SM2', () => sm2, 's-0003', 'sm2-sm3'],
  ] as const)('holds where it is made here by %s', async (_, by, certificate, algorithm) => {
    const answer = await judged(await signed(by()));
    expect(answer).toMatchObject({ algorithm, registered: { certificate } });
    if (isRefusal(answer)) return;
    expect(answer.path.map(({ subject }) => subject.split('CN=').at(-1))).toEqual([
      'BJ-0001',
      'luyue test authority',
      'luyue test root',
    ]);
    expect(answer.revocation.map(({ known }) => known)).toEqual(['good', 'good']);
  });

  it.each([
    ['as it comes', []],
    ['without its certificate', ['-nocerts']],
    ['without signed attributes', ['-noattr']],
    ['named by the id of its key', ['-keyid']],
    ['with SHA-512', ['-md', 'sha512']],
    ['as a text (PEM)', ['-outform', 'PEM']],
  ] as const)('holds where openssl made it %s', async (_, more) => {
    expect(await reasonOf(judged(signedOutside(unit, ...more)))).toBe('s-0001');
    expect(await reasonOf(judged(signedOutside(rsa, ...more)))).toBe('s-0002');
  });

  it('holds where openssl made it by RSA-PSS with SHA-256', async () => {
    const pss = ['-keyopt', 'rsa_padding_mode:pss'];
    expect(await reasonOf(judged(signedOutside(rsa, '-md', 'sha256', ...pss)))).toBe('s-0002');
  });

  it('openssl verifies what is made here, by the root alone', async () => {
    for (const by of [unit, rsa]) {
      openssl.write('here.p7s', await signed(by));
      const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'here.p7s', '-content', 'manifest.json'];
      const said = openssl.must(...verify, '-CAfile', 'authority/root.crt', '-purpose', 'any', '-out', 'said');
      expect(said).toContain('CMS Verification successful');
    }
  });
});

describe('a seal that is none is refused by name', () => {
  it('of something else: wrong-manifest, or where nothing says what it is of, broken-signature', async () => {
    const other = { content: Buffer.from(CONTENT).fill(32, 3, 4) };
    expect(await reasonOf(judged(await signed(unit), other))).toBe('seal-invalid: wrong-manifest');
    expect(await reasonOf(judged(signedOutside(unit, '-noattr'), other))).toBe('seal-invalid: broken-signature');
    expect(await reasonOf(judged(await signed(sm2), other))).toBe('seal-invalid: broken-signature');
  });

  it('that holds the content itself, has two signers, or is no signature: unreadable', async () => {
    expect(await reasonOf(judged(signedOutside(unit, '-nodetach')))).toBe('seal-invalid: unreadable');
    openssl.write('second.pem', `${rsa.certificates}${rsa.key}`);
    expect(await reasonOf(judged(signedOutside(unit, '-signer', 'second.pem')))).toBe('seal-invalid: unreadable');
    expect(await reasonOf(judged(new Uint8Array()))).toBe('seal-invalid: unreadable');
    expect(await reasonOf(judged(CONTENT))).toBe('seal-invalid: unreadable');
  });

  it('by SHA-1, or by a key that is too short: weak-algorithm', async () => {
    expect(await reasonOf(judged(signedOutside(unit, '-md', 'sha1')))).toBe('seal-invalid: weak-algorithm');
    expect(await reasonOf(judged(signedOutside(rsa, '-md', 'sha1')))).toBe('seal-invalid: weak-algorithm');
    openssl.must(
      'req',
      '-x509',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-keyout',
      'short.key',
      '-out',
      'short.crt',
      '-subj',
      '/CN=short',
    );
    const short = { key: openssl.text('short.key'), certificates: openssl.text('short.crt') };
    expect(await reasonOf(judged(signedOutside(short)))).toBe('seal-invalid: weak-algorithm');
  });

  it('by an authority that nobody trusts: unknown-issuer; by one that is trusted and not registered: not-registered', async () => {
    const another = await TestAuthority.open(join(openssl.folder, 'another'));
    expect(await reasonOf(judged(await signed(await another.issue({ name: 'BJ-0001' }))))).toBe('seal-invalid: unknown-issuer');
    expect(await reasonOf(judged(await signed(await authority.issue({ name: 'BJ-0001' }))))).toBe('seal-invalid: not-registered');
    expect(await reasonOf(judged(await signed(unit), { by: { roots: [], lists: [] } }))).toBe('seal-invalid: unknown-issuer');
    // the name of a trusted authority is not its key: registered or not, it leads nowhere
    const forged = await another.issue({ name: 'BJ-0005' });
    register.add('BJ-0005', forged);
    expect(await reasonOf(judged(await signed(forged), { party: 'BJ-0005' }))).toBe('seal-invalid: unknown-issuer');
  });

  it('by the certificate of another party: other-party', async () => {
    const theirs = await authority.issue({ name: 'BJ-0002' });
    register.add('BJ-0002', theirs);
    expect(await reasonOf(judged(await signed(theirs)))).toBe('seal-invalid: other-party');
    expect(await reasonOf(judged(await signed(theirs), { party: 'BJ-0002' }))).toMatch(/^s-/);
  });

  it('on the first second of its days it counts, on the one before not; on the last it does, then no more', async () => {
    const from = AT + DAY;
    const until = AT + 2 * DAY;
    const brief = await authority.issue({ name: 'BJ-0003', validFrom: from, validUntil: until });
    register.add('BJ-0003', brief);
    const signature = await signed(brief);
    const at = (moment: number) => reasonOf(judged(signature, { party: 'BJ-0003', at: moment }));
    expect(await at(from - 1_000)).toBe('seal-invalid: not-yet-valid');
    expect(await at(from)).toMatch(/^s-/);
    expect(await at(until)).toMatch(/^s-/);
    expect(await at(until + 1_000)).toBe('seal-invalid: expired');
  });

  it('by a certificate that its authority had revoked by then: revoked; before that it counts, and is told apart', async () => {
    const lost = await authority.issue({ name: 'BJ-0006' });
    const { serial } = readCertificate(dersIn(lost.certificates, 'CERTIFICATE')[0]!)!;
    register.add('BJ-0006', lost);
    const signature = await signed(lost);
    await authority.revoke(serial, AT + DAY);
    const now = await files.now();
    expect(now.lists.length).toBe(trust.lists.length);
    const at = (moment: number, by: Trust) => reasonOf(judged(signature, { party: 'BJ-0006', at: moment, by }));
    expect(await at(AT + 2 * DAY, trust)).toMatch(/^s-/);
    expect(await at(AT + DAY, now)).toBe('seal-invalid: revoked');
    expect(await at(AT + DAY - 1_000, now)).toMatch(/^s-/);
  });

  it('by a certificate whose registration two registrars have ended: revoked, whatever the list says', async () => {
    const ended = await authority.issue({ name: 'BJ-0007' });
    const more: Partial<Registered> = { revokedAt: AT };
    register.add('BJ-0007', ended, more);
    expect(await reasonOf(judged(await signed(ended), { party: 'BJ-0007' }))).toBe('seal-invalid: revoked');
  });

  it('by a certificate that is for time stamps alone, or that of an authority: not-for-seals', async () => {
    const stamping = await authority.issue({ name: 'BJ-0008', purpose: 'time' });
    register.add('BJ-0008', stamping);
    expect(await reasonOf(judged(await signed(stamping), { party: 'BJ-0008' }))).toBe('seal-invalid: not-for-seals');
    const above = {
      key: openssl.text('authority/between.key'),
      certificates: `${openssl.text('authority/between.crt')}${openssl.text('authority/root.crt')}`,
    };
    register.add('BJ-0008', above);
    expect(await reasonOf(judged(await signed(above), { party: 'BJ-0008' }))).toBe('seal-invalid: not-for-seals');
  });

  it('a changed bit anywhere in it is found, or changes nothing that is signed', async () => {
    const signature = await signed(unit);
    const whole = await judged(signature);
    if (isRefusal(whole)) throw new Error(whole.en);
    await fc.assert(
      fc.asyncProperty(fc.nat(signature.length * 8 - 1), async (bit) => {
        const changed = Uint8Array.from(signature);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const answer = await judged(changed);
        if (!isRefusal(answer)) expect(answer.registered).toBe(whole.registered);
      }),
      { numRuns: 15 },
    );
  });
});
