import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestHash, manifestText, type Manifest } from '../../../documents/manifest.js';
import { KeptSeals } from '../../../documents/seals/kept-seals.js';
import { sign } from '../../../documents/seals/signing.js';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { openWitness, type WitnessKey } from '../../../documents/seals/witness.js';
import { instantFrom } from '../../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../../domain/model/refusal.js';
import { rootFile, TestAuthority, type Issued } from '../../../embedded/authority/authority.js';
import { Book } from '../../../records/book.js';
import { claimPlatform } from '../../../records/platform.js';
import { listsNamed, sealsOf } from '../../../records/seals.js';
import { signerOf } from '../../documents/seals/parties.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { codeOf, Town } from '../people/town.js';

const AT = instantFrom('2024-04-25T10:00:00+08:00');
const HASH = 'b'.repeat(64);
const manifestOfVersion = (version: number): Manifest => ({
  act: 'submit-first-report',
  cycle: 2024,
  unit: 'BJ-0002',
  document: { id: 'DOC-000001', sha256: HASH, version },
  files: [{ name: '电费.pdf', sha256: HASH, size: 9 }],
});
const MANIFEST = manifestOfVersion(1);

let folder: string;
let database: TestDatabase;
let book: Book;
let town: Town;
let authority: TestAuthority;
let trust: TrustFiles;
let witness: WitnessKey;
let seals: KeptSeals;
let own: Issued;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-seals-'));
  authority = await TestAuthority.open(folder);
  trust = new TrustFiles({ roots: rootFile(folder), lists: folder });
  database = await bookDatabase();
  book = new Book(database.url);
  await claimPlatform(book.pool, 'rehearsal');
  town = new Town(book, trust);
  await town.found();
  const { key, certificates } = await authority.issue({ name: 'platform' });
  const encrypted = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' });
  writeFileSync(join(folder, 'witness.pem'), `${String(encrypted)}${certificates}`);
  witness = await openWitness({ file: join(folder, 'witness.pem'), passphrase: 'secret' });
  seals = new KeptSeals(book.pool, { trust, witness });
  own = await authority.issue({ name: 'V-02' });
});
afterAll(async () => {
  await book.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const brought = async (by: Issued, manifest = MANIFEST, party = 'V-02') => ({
  manifest,
  party,
  at: AT,
  by: `${party}/p-0003`,
  signature: await sign(Buffer.from(manifestText(manifest), 'utf8'), await signerOf(by), AT),
});
const reasonOf = (answer: object): string => (isRefusal(answer) ? (answer.reason ?? answer.refused) : 'sealed');

describe('certificates are registered for a party, and revoked, by two registrars', () => {
  it('by one alone nothing is; what leads to no trusted authority is refused by name', async () => {
    const another = await TestAuthority.open(join(folder, 'another'));
    const base64 = (issued: Issued): string[] =>
      [...issued.certificates.matchAll(/CERTIFICATE-----\n([^-]+)/g)].map(([, text = '']) => text.replaceAll('\n', ''));
    const brings = { party: 'V-02', certificates: base64(own), basis: '登记表' };
    expect(codeOf(await town.do('register-certificate', brings))).toBe('same-person');
    const unknown = { ...brings, certificates: base64(await another.issue({ name: 'V-02' })) };
    expect(await town.both('register-certificate', unknown)).toMatchObject({ refusal: { reason: 'unknown-issuer' } });
    const expired = await authority.issue({ name: 'V-02', validUntil: AT });
    const late = { ...brings, certificates: base64(expired) };
    expect(await town.both('register-certificate', late)).toMatchObject({ refusal: { reason: 'expired' } });
    expect(codeOf(await town.both('register-certificate', { ...brings, certificates: ['AAAA'] }))).toBe('bad-input');
    expect(codeOf(await town.both('register-certificate', { ...brings, party: 'BJ-0009' }))).toBe('unknown-unit');
  });

  it('registered, it has a number, and is registered once', async () => {
    expect(await town.register('V-02', own.certificates)).toBe('s-0001');
    expect(await town.said()).toMatchObject({ party: 'V-02', held: 'party', algorithm: 'ecdsa', test: true });
    await expect(town.register('V-03', own.certificates)).rejects.toThrow('already-done');
  });
});

describe('a seal is kept with what was known when it was made', () => {
  it('by the party, its certificate, the path to the root, and what the lists said', async () => {
    const seal = await seals.seal(await brought(own));
    expect(seal).toMatchObject({
      seal: 'SEAL-000001',
      kind: 'certificate',
      certificate: 's-0001',
      party: 'V-02',
      test: true,
      madeAt: AT,
    });
    const [row] = await sealsOf(book.pool, manifestHash(MANIFEST));
    const evidence = row?.evidence as { path: string[]; revocation: { known: string; list: string }[] };
    expect(evidence.path.length).toBe(3);
    expect(evidence.revocation.map(({ known }) => known)).toEqual(['good', 'good']);
    const lists = await listsNamed(
      book.pool,
      evidence.revocation.map(({ list }) => list),
    );
    expect(lists.map(({ der }) => Buffer.from(der).toString('hex')).sort()).toEqual(
      ['between.crl', 'root.crl'].map((name) => readFileSync(join(folder, name)).toString('hex')).sort(),
    );
  });

  it('the same signature again is the seal that is there; another one by the same key is another seal', async () => {
    const once = await brought(own, manifestOfVersion(2));
    const [first, again] = [await seals.seal(once), await seals.seal(once)];
    expect(again).toEqual(first);
    expect(await seals.seal(await brought(own, manifestOfVersion(2)))).not.toEqual(first);
    expect((await seals.sealsOf(manifestHash(manifestOfVersion(2)))).length).toBe(2);
  });

  it('by a key that a seal platform keeps for the party it says so: it is no seal of the party alone', async () => {
    const hosted = await authority.issue({ name: 'V-02 at a seal platform', key: 'sm2-sm3' });
    const number = await town.register('V-02', hosted.certificates, { held: 'platform' });
    const answer = await seals.seal(await brought(hosted));
    expect(answer).toMatchObject({ kind: 'platform', certificate: number, algorithm: 'sm2-sm3' });
  });

  it('nothing of it is changed or deleted, by whoever has the database', async () => {
    for (const sql of ['update seals set party = $1', 'delete from seals where party = $1', 'update certificates set party = $1'])
      await expect(book.pool.query(sql, ['V-09'])).rejects.toThrow();
    await expect(book.pool.query('update seals set party = party')).rejects.toThrow();
  });
});

describe('a document is sealed where the seal is one of its party, of a kind that is enough', () => {
  it('by nobody it is not-sealed; by its party it is; by another one it is not', async () => {
    const fresh = manifestOfVersion(3);
    expect(reasonOf((await seals.isSealed(fresh, 'V-02')) as Refusal)).toBe('not-sealed');
    await seals.seal(await brought(own, fresh));
    expect(await seals.isSealed(fresh, 'V-02')).toBe(true);
    expect(reasonOf((await seals.isSealed(fresh, 'BJ-0002')) as Refusal)).toBe('not-sealed');
    expect(reasonOf((await seals.isSealed(manifestOfVersion(4), 'V-02')) as Refusal)).toBe('not-sealed');
  });

  it('the witness of the platform says whom it saw, and when; in a rehearsal that is enough', async () => {
    const fresh = manifestOfVersion(5);
    const asked = { manifest: fresh, party: 'BJ-0002', at: AT, by: 'BJ-0002/p-0003', steppedUpAt: AT - 60_000 };
    expect(reasonOf(await new KeptSeals(book.pool, { trust }).witness(asked))).toBe('no-witness');
    expect(await seals.witness(asked)).toMatchObject({ kind: 'witness', party: 'BJ-0002', test: true });
    expect(await seals.isSealed(fresh, 'BJ-0002')).toBe(true);
    const [row] = await sealsOf(book.pool, manifestHash(fresh));
    expect(row?.evidence).toMatchObject({ witnessed: { party: 'BJ-0002', person: 'BJ-0002/p-0003', steppedUpAt: AT - 60_000 } });
    // it is signed along: it stands in the signature itself
    expect(Buffer.from(row?.signature ?? []).toString('utf8')).toContain(
      `"person":"BJ-0002/p-0003","steppedUpAt":${String(AT - 60_000)}`,
    );
  });

  it('its key is kept encrypted, or not at all', async () => {
    const { key, certificates } = await authority.issue({ name: 'platform' });
    const file = join(folder, 'plain.pem');
    writeFileSync(file, `${key}${certificates}`);
    await expect(openWitness({ file, passphrase: 'secret' })).rejects.toThrow('kept encrypted');
    await expect(openWitness({ file: join(folder, 'witness.pem'), passphrase: 'other' })).rejects.toThrow();
  });
});

describe('a certificate that is revoked seals nothing any more', () => {
  it('by its party alone, at once; what it sealed before stays sealed', async () => {
    expect(codeOf(await town.do('revoke-certificate', { certificate: 's-0001', basis: '密钥遗失' }))).toBe('same-person');
    expect(codeOf(await town.both('revoke-certificate', { certificate: 's-0001', basis: '密钥遗失' }))).toBe('decided');
    expect(codeOf(await town.both('revoke-certificate', { certificate: 's-0001', basis: '密钥遗失' }))).toBe('already-done');
    expect(codeOf(await town.both('revoke-certificate', { certificate: 's-0099', basis: '密钥遗失' }))).toBe('bad-input');
    expect(reasonOf(await seals.seal(await brought(own, manifestOfVersion(6))))).toBe('revoked');
    expect(await seals.isSealed(manifestOfVersion(3), 'V-02')).toBe(true);
  });
});
