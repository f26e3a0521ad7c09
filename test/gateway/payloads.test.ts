import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyRing, newKey, type KeyRing } from '../../desk/reach/payload-keys.js';
import { run } from '../../embedded/run.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { listen, type Listening } from '../../gateway/listen.js';
import { addPayloads } from '../../gateway/payloads.js';
import { askerOf, openHouse, type House } from './house.js';
import { seen } from '../seen.js';

const KEYS = newKey('k1');
const ring = (text: string): KeyRing => {
  const keys = keyRing(text);
  if (!keys) throw new Error('no keys');
  return keys;
};
const PAGES = 'http://127.0.0.1:8233';
const PATH = '/api/v1/payloads/decode';

let house: House;
let listening: Listening;
beforeAll(async () => {
  house = await openHouse({ LUYUE_PAYLOAD_KEYS: KEYS });
  const app = house.door({
    mount: (gateway, { signedIn }) => {
      addPayloads(gateway, signedIn, ring(KEYS), [PAGES]);
    },
  });
  house = { ...house, app };
  listening = await listen(app, { port: 0, address: '127.0.0.1' });
});
afterAll(async () => {
  await listening.close(0);
  await house.close();
});

const as = async (actor: string) => askerOf(house.app, await house.token(actor));

describe('what Temporal keeps encrypted', () => {
  it('is shown by the command line of Temporal to whoever may see every unit, and to nobody else', async () => {
    const binary = await findTemporal(process.env, () => undefined);
    const show = async (...more: string[]): Promise<string> => {
      const { temporalAddress: address, namespace } = house.theatre.platform;
      const id = `${house.theatre.prefix}2024/BJ-0001/compliance-cycle`;
      const args = ['workflow', 'show', '--workflow-id', id, '--output', 'json', '--address', address, '--namespace', namespace];
      const { output } = await run(binary, [...args, ...more], 120_000);
      // it shows bytes as base64
      return output.replaceAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g, (_, bytes: string) =>
        Buffer.from(bytes, 'base64').toString('utf8'),
      );
    };
    const endpoint = ['--codec-endpoint', `http://127.0.0.1:${String(listening.port)}/api/v1/payloads`];
    const auth = async (actor: string) => ['--codec-auth', `Bearer ${await house.token(actor)}`];
    const auditor = [...endpoint, ...(await auth('auditor/x'))];
    // what a case brings comes with its first step
    const read = async (): Promise<string | undefined> => [await show(...auditor)].find((text) => text.includes('"lastCycle"'));
    await seen('what the case brings is there', async () => (await read()) !== undefined);
    const kept = await show();
    expect(kept).toContain('binary/encrypted');
    expect(kept).not.toContain('"lastCycle"');
    expect(await show(...endpoint, ...(await auth('BJ-0001')))).not.toContain('"lastCycle"');
  });

  it('is refused to whoever has not signed in, and to units, districts and verifiers', async () => {
    expect((await askerOf(house.app, 'nobody').post(PATH, { payloads: [] })).status).toBe(401);
    for (const actor of ['BJ-0001', 'chaoyang/x', 'V-01'])
      expect(await (await as(actor)).post(PATH, { payloads: [] })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    for (const actor of ['city/a', 'auditor/x', 'operator/x'])
      expect(await (await as(actor)).post(PATH, { payloads: [] })).toMatchObject({ status: 200, body: { payloads: [] } });
  });

  it('by a key that is not here is bad input that names the key, never a failure', async () => {
    const text = (value: string): string => Buffer.from(value).toString('base64');
    const payload = {
      metadata: { encoding: text('binary/encrypted'), 'encryption-key-id': text('k9') },
      data: text('x'.repeat(60)),
    };
    const asked = await (await as('auditor/x')).post(PATH, { payloads: [payload] });
    expect(asked).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(asked.body['message'].en).toContain('no key k9');
    for (const data of ['', text('short'), text('y'.repeat(60))]) {
      const metadata = { ...payload.metadata, 'encryption-key-id': text('k1') };
      expect((await (await as('auditor/x')).post(PATH, { payloads: [{ metadata, data }] })).status).toBe(400);
    }
  });

  it('browsers ask for it from the pages of Temporal only; there is no way to encrypt', async () => {
    const preflight = (origin: string) =>
      house.app.request(PATH, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    expect((await preflight(PAGES)).headers.get('access-control-allow-origin')).toBe(PAGES);
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await (await as('operator/x')).post('/api/v1/payloads/encode', { payloads: [] })).status).toBe(404);
  });
});
