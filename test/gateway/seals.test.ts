import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentExport, documentVerify } from '../../client/document-export.js';
import { sealSign } from '../../client/seal.js';
import { pemOf } from '../../documents/seals/pem.js';
import { sign } from '../../documents/seals/signing.js';
import type { Gateway } from '../../gateway/endpoint.js';
import type { Caller } from '../../parties/caller.js';
import { signedWith } from '../documents/openssl.js';
import { signerOf } from '../documents/seals/parties.js';
import { reportValues, savedByAnother } from './filings.js';
import { askerOf, said, type House } from './house.js';
import { openSealingHouse, type SealingHouse } from './sealing-house.js';

type Asker = ReturnType<typeof askerOf>;
let house: House;
let folder: string;
let sealing: SealingHouse;
let unit: Asker;
let other: Asker;
let third: Asker;
let app: Gateway;
let id: string;
const quiet = { out: () => undefined, err: () => undefined };
/** BJ-0001 has a certificate. */
beforeAll(async () => {
  sealing = await openSealingHouse();
  ({ house, app, folder } = sealing);
  const { book } = house.theatre;
  const as = async (actor: string): Promise<Asker> => askerOf(app, await house.token(actor));
  [unit, other, third] = [await as('BJ-0001'), await as('BJ-0002'), await as('BJ-0003')];
  const { key, certificates } = await sealing.certified('BJ-0001');
  writeFileSync(join(folder, 'unit.key'), key);
  writeFileSync(join(folder, 'unit.crt'), certificates);
  const made = await unit.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
  id = made.body['id'] as string;
  vi.stubEnv('DATABASE_URL', String(book.pool.options.connectionString));
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sealing.close();
});

const file = () => unit.post('/api/v1/acts', { do: 'submit-first-report', with: { document: id } });
const at = (name: string): string => join(folder, name);

describe('四(一) — 均须加盖本单位公章后正式提交', () => {
  it('a document that nobody has sealed is not filed', async () => {
    const made = await other.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
    const document = made.body['id'] as string;
    const filed = await other.post('/api/v1/acts', { do: 'submit-first-report', with: { document } });
    expect(filed).toMatchObject({ status: 409, body: { code: 'not-sealed' } });
  });

  it('what is to be signed is told to the byte, signed outside with openssl, and taken in', async () => {
    const told = await unit.get(`/api/v1/documents/${id}/manifest`);
    writeFileSync(at('manifest.json'), told.body['manifest'] as string);
    const command = [
      'cms',
      '-sign',
      '-binary',
      '-in',
      'manifest.json',
      '-signer',
      'unit.crt',
      '-inkey',
      'unit.key',
      '-outform',
      'DER',
    ];
    const signature = spawnSync('openssl', command, { cwd: folder }).stdout.toString('base64');
    expect(await other.post(`/api/v1/documents/${id}/seal`, { signature })).toMatchObject({ status: 404 });
    const wrong = await unit.post(`/api/v1/documents/${id}/seal`, { signature: 'AAAA' });
    expect(wrong).toMatchObject({ status: 409, body: { code: 'seal-invalid', reason: 'unreadable' } });
    const sealed = await unit.post(`/api/v1/documents/${id}/seal`, { signature });
    expect(sealed).toMatchObject({
      status: 200,
      body: { kind: 'certificate', party: 'BJ-0001', certificate: 's-0001', test: true },
    });
    expect((await unit.get(`/api/v1/documents/${id}`)).body).toMatchObject({ state: 'sealed' });
    expect((await unit.get(`/api/v1/documents/${id}/seals`)).body).toMatchObject({ seals: [{ kind: 'certificate' }] });
  });

  it('a file that another program wrote is taken as it is: CMS in DER or PEM, SM2 raw', async () => {
    const put = async (actor: string, document: string, bytes: Uint8Array, type: string) =>
      said(
        app.request(`/api/v1/documents/${document}/seal`, {
          method: 'POST',
          body: new Uint8Array(bytes),
          headers: { authorization: `Bearer ${await house.token(actor)}`, 'content-type': type },
        }),
      );
    const text = (await unit.get(`/api/v1/documents/${id}/manifest`)).body['manifest'] as string;
    const der = signedWith(
      { key: readFileSync(at('unit.key'), 'utf8'), certificates: readFileSync(at('unit.crt'), 'utf8') },
      text,
    );
    const cms = 'application/pkcs7-signature';
    const sealed = await put('BJ-0001', id, der, cms);
    expect(sealed).toMatchObject({ status: 200, body: { kind: 'certificate', algorithm: 'ecdsa' } });
    const again = await put('BJ-0001', id, Buffer.from(pemOf(der, 'CMS')), 'application/octet-stream');
    expect(again).toMatchObject({ status: 200, body: { seal: sealed.body['seal'] as string } });
    expect(await put('BJ-0001', id, new Uint8Array(), cms)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(await put('BJ-0001', id, Buffer.alloc(70_000), cms)).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(await put('BJ-0001', id, der, 'text/plain')).toMatchObject({ status: 415 });
    const issued = await sealing.certified('BJ-0002', 'sm2-sm3');
    const its = (await other.post('/api/v1/documents', { form: 'first-report' })).body['id'] as string;
    const manifest = (await other.get(`/api/v1/documents/${its}/manifest`)).body['manifest'] as string;
    const raw = await sign(Buffer.from(manifest), await signerOf(issued), house.now());
    expect(await put('BJ-0002', its, raw, 'application/octet-stream')).toMatchObject({ body: { algorithm: 'sm2-sm3' } });
  });

  it('a witness is borne of what its bearer saw: saved themself, or named by its hash', async () => {
    const made = await third.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
    const [document, sha256] = [made.body['id'], made.body['sha256']] as [string, string];
    await savedByAnother(house.theatre.book.pool, document);
    const witness = (query = '') => third.post(`/api/v1/documents/${document}/witness${query}`, '');
    expect(await witness()).toMatchObject({ status: 409, body: { code: 'not-sealed' } });
    expect(await witness(`?sha256=${'0'.repeat(64)}`)).toMatchObject({ status: 409, body: { code: 'document-changed' } });
    expect(await witness(`?sha256=${sha256}`)).toMatchObject({ status: 200, body: { kind: 'witness' } });
  });

  it('the witness of the platform is told apart from it', async () => {
    expect(await unit.post(`/api/v1/documents/${id}/witness`, {})).toMatchObject({ status: 200, body: { kind: 'witness' } });
    const kinds = (await unit.get(`/api/v1/documents/${id}/seals`)).body['seals'] as { kind: string }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(['certificate', 'certificate', 'witness']);
  });

  it('sealed before its certificate was revoked, it is filed, and verified ever after', async () => {
    expect((await sealing.town.both('revoke-certificate', { certificate: 's-0001', basis: '密钥遗失' })).state).toBe('decided');
    expect(await file()).toMatchObject({ status: 200, body: { state: 'decided' } });
    expect(await documentExport(id, { to: at('export') }, quiet)).toBe(0);
    const { status, stdout } = spawnSync('/bin/sh', ['verify.sh'], {
      cwd: at('export'),
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(stdout).toContain(`IT HOLDS: ${id}`);
    expect(status).toBe(0);
    expect(documentVerify(at('export'), {}, quiet)).toBe(0);
    writeFileSync(join(at('export'), 'document.json'), '{}');
    const said: string[] = [];
    const heard = { ...quiet, out: (text: string) => void said.push(text) };
    expect(documentVerify(at('export'), { json: true }, heard)).toBe(1);
    expect(JSON.parse(said.join(''))).toMatchObject({ intact: false, ownScript: true });
    await expect(documentExport(id, { to: at('again'), ofVersion: 'x' }, quiet)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('the same as an archive over HTTP, for whoever may read it', async () => {
    const archive = async (actor: string) =>
      app.request(`/api/v1/documents/${id}/export.zip`, { headers: { authorization: `Bearer ${await house.token(actor)}` } });
    const answer = await archive('BJ-0001');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))) {
      mkdirSync(dirname(join(at('unpacked'), path)), { recursive: true });
      writeFileSync(join(at('unpacked'), path), bytes);
    }
    expect(spawnSync('/bin/sh', ['verify.sh'], { cwd: at('unpacked'), encoding: 'utf8' }).stdout).toContain(`IT HOLDS: ${id}`);
    expect((await archive('chaoyang/x')).status).toBe(200);
    for (const actor of ['BJ-0002', 'V-01']) expect((await archive(actor)).status).toBe(404);
  });

  it('its seal is none of the version that corrects it, and the revoked certificate seals nothing more', async () => {
    const keys = { key: readFileSync(at('unit.key'), 'utf8'), certificates: readFileSync(at('unit.crt'), 'utf8') };
    const { revision } = (await unit.get(`/api/v1/documents/${id}`)).body as { revision: number };
    const put = await unit.put(`/api/v1/documents/${id}`, { revision, values: reportValues({ statedTotal: '2766.2' }) });
    expect(put).toMatchObject({ status: 200, body: { version: 2, state: 'draft' } });
    const sealedBy = async (text: string) =>
      (await unit.post(`/api/v1/documents/${id}/seal`, { signature: signedWith(keys, text).toString('base64') })).body[
        'reason'
      ] as unknown;
    expect(await sealedBy(readFileSync(at('manifest.json'), 'utf8'))).toBe('wrong-manifest');
    expect(await sealedBy((await unit.get(`/api/v1/documents/${id}/manifest`)).body['manifest'] as string)).toBe('revoked');
    expect(await file()).toMatchObject({ status: 409, body: { code: 'not-sealed' } });
  });

  it('whose appointment ended between the check and the seal seals nothing', async () => {
    const { town, calls } = sealing;
    const appointment = await town.appoint(await town.enter('zhao'), 'BJ-0001', 'signer');
    const zhao = async (): Promise<Caller> => (await town.caller('zhao')) ?? { person: 'p-0000', appointments: [] };
    const sha256 = (await unit.get(`/api/v1/documents/${id}`)).body['sha256'] as string;
    const asked = async () => calls.witness(await zhao(), id, sha256);
    expect(await asked()).toMatchObject({ refused: 'step-up-required' });
    expect((await town.both('end-appointment', { appointment, basis: '离职' })).state).toBe('decided');
    expect(await asked()).toMatchObject({ refused: 'unknown-document' });
  });

  it('luyue seal signs the same way, and says how openssl would', async () => {
    const said: string[] = [];
    const options = { key: at('unit.key'), cert: at('unit.crt'), to: at('manifest.p7s') };
    expect(await sealSign(at('manifest.json'), options, { ...quiet, out: (line: string) => void said.push(line) })).toBe(0);
    expect(said.join('')).toContain('openssl cms -sign -binary');
  });
});
