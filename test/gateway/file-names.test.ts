import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, said, type House, type Said } from './house.js';

let house: House;
let token: string;
let unit: ReturnType<typeof askerOf>;
beforeAll(async () => {
  house = await openHouse();
  token = await house.token('BJ-0001');
  unit = askerOf(house.app, token);
});
afterAll(() => house.close());

const fresh = (): string => `月份,用电量\n2024-01,${randomBytes(6).toString('hex')}\n`;
const send = (name: string, data: string, headers: Readonly<Record<string, string>> = {}): Promise<Said> =>
  said(
    house.app.request(`/api/v1/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: data,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
    }),
  );
const digestOf = (data: string): string => createHash('sha256').update(data).digest('base64');

describe('front §6 — a file has one name, which is seen by whoever reads it', () => {
  const UNSEEN = ['a\u202efdp.csv', 'a\u200b.csv', '\ufeffa.csv', 'a\u2066b\u2069.csv'];

  it('one that turns letters around, or hides some, is refused with what to do', async () => {
    for (const name of UNSEEN)
      expect(await send(name, fresh())).toMatchObject({
        status: 400,
        body: { code: 'bad-input', message: { zh: expect.stringContaining('请改名') as string } },
      });
    for (const name of ['𠮷𰻝 电费（3月）.csv', '😀.csv', 'CON.csv', '\ue000.csv'])
      expect((await send(name, fresh())).status).toBe(200);
  });

  it('a document names it alike: without a way, and as what it is', async () => {
    const { sha256 } = (await send('电费.csv', fresh())).body as { sha256: string };
    const made = (await unit.post('/api/v1/documents', { form: 'first-report' })).body as { id: string; revision: number };
    const save = (name: string) =>
      unit.put(`/api/v1/documents/${made.id}`, { revision: made.revision, files: [{ name, sha256 }] });
    for (const name of [...UNSEEN, '../../etc/a.csv', 'a\\b.csv', ' ', ' a.csv', 'a.exe', 'a.pdf', 'csv'])
      expect([name, await save(name)]).toMatchObject([
        name,
        { status: 400, body: { code: 'bad-input', path: ['files', 0, 'name'] } },
      ]);
    expect(await save('三月 电费.CSV')).toMatchObject({ status: 200, body: { files: [{ name: '三月 电费.CSV' }] } });
  });
});

describe('front §6 — a file is taken as it was sent, or not at all', () => {
  it('what arrives otherwise than its digest says is refused, and nothing of it is kept', async () => {
    const [data, other] = [fresh(), fresh()];
    for (const [header, digest] of [
      ['content-digest', `sha-256=:${digestOf(other)}:`],
      ['repr-digest', `sha-512=:AAAA:, sha-256=:${digestOf(other)}:`],
      ['digest', `SHA-256=${digestOf(other)}`],
      ['content-digest', 'sha-256=:AAAA:'],
    ] as const)
      expect([digest, await send('a.csv', data, { [header]: digest })]).toMatchObject([
        digest,
        { status: 400, body: { code: 'bad-input' } },
      ]);
    const sha256 = createHash('sha256').update(data).digest('hex');
    expect((await unit.get(`/api/v1/files/${sha256}`)).status).toBe(404);
    expect((await send('a.csv', data, { 'content-digest': `sha-256=:${digestOf(data)}:` })).status).toBe(200);
    expect((await send('a.csv', data, { digest: `SHA-256=${digestOf(data)},MD5=x` })).status).toBe(200);
    expect((await send('a.csv', data, { 'content-digest': 'sha-512=:AAAA:' })).status).toBe(200);
  });

  it('the rest of one that broke off is no file of its own', async () => {
    expect(await send('a.csv', fresh(), { 'content-range': 'bytes 100-200/300' })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', path: ['content-range'] },
    });
  });
});
