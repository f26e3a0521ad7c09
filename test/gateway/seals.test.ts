import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentExport, documentVerify } from '../../client/document-export.js';
import { sealSign } from '../../client/seal.js';
import { sealsIn, trustIn } from '../../documents/seals/settings.js';
import { TestAuthority } from '../../embedded/authority/authority.js';
import { authorityIn, testSeals } from '../../embedded/authority/for-platform.js';
import { DeskFront } from '../../gateway/desk-front.js';
import { Town } from '../records/people/town.js';
import { reportValues } from './filings.js';
import { askerOf, openHouse, type House } from './house.js';

type Asker = ReturnType<typeof askerOf>;
let house: House;
let folder: string;
let unit: Asker;
let other: Asker;
let id: string;
const quiet = { out: () => undefined, err: () => undefined };
/** A house whose desk asks for seals, as in service; BJ-0001 has a certificate. */
beforeAll(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'luyue-sealing-'));
  const { book, client, taskQueue, prefix } = house.theatre;
  const settings = await testSeals(folder, {});
  const seals = await sealsIn(settings, book.pool, false);
  const stampFor = () => Promise.resolve(house.now());
  const front = new DeskFront({ book, client, taskQueue, prefix, patienceMs: 10_000, stampFor, seals, trust: trustIn(settings) });
  const app = house.door({ front, seals, now: () => house.now() });
  const as = async (actor: string): Promise<Asker> => askerOf(app, await house.token(actor));
  [unit, other] = [await as('BJ-0001'), await as('BJ-0002')];
  const authority = await TestAuthority.open(authorityIn(folder));
  const { key, certificates } = await authority.issue({ name: 'BJ-0001' });
  writeFileSync(join(folder, 'unit.key'), key);
  writeFileSync(join(folder, 'unit.crt'), certificates);
  const town = new Town(book, trustIn(settings));
  await town.found();
  await town.register('BJ-0001', certificates);
  const made = await unit.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
  id = made.body['id'] as string;
  vi.stubEnv('DATABASE_URL', String(book.pool.options.connectionString));
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
}, 90_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.close();
  rmSync(folder, { recursive: true });
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

  it('the witness of the platform is told apart from it', async () => {
    expect(await unit.post(`/api/v1/documents/${id}/witness`, {})).toMatchObject({ status: 200, body: { kind: 'witness' } });
    const kinds = (await unit.get(`/api/v1/documents/${id}/seals`)).body['seals'] as { kind: string }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(['certificate', 'witness']);
  });

  it('sealed, it is filed; exported, it is verified without us', async () => {
    expect(await file()).toMatchObject({ status: 200, body: { state: 'decided' } });
    expect(await documentExport(id, { to: at('export') }, quiet)).toBe(0);
    const { status, stdout } = spawnSync('/bin/sh', ['verify.sh'], {
      cwd: at('export'),
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(stdout).toContain(`IT HOLDS: ${id}`);
    expect(status).toBe(0);
    expect(documentVerify(at('export'), quiet)).toBe(0);
    writeFileSync(join(at('export'), 'document.json'), '{}');
    expect(documentVerify(at('export'), quiet)).toBe(1);
  });

  it('luyue seal signs the same way, and says how openssl would', async () => {
    const said: string[] = [];
    const options = { key: at('unit.key'), cert: at('unit.crt'), to: at('manifest.p7s') };
    expect(await sealSign(at('manifest.json'), options, { ...quiet, out: (line: string) => void said.push(line) })).toBe(0);
    expect(said.join('')).toContain('openssl cms -sign -binary');
  });
});
