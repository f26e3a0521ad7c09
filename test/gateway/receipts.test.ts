import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiptSealerIn } from '../../documents/seals/settings.js';
import { testSeals } from '../../embedded/authority/for-platform.js';
import type { Gateway } from '../../gateway/endpoint.js';
import { openTroubles } from '../../records/troubles.js';
import { Openssl } from '../documents/openssl.js';
import { askerOf, openHouse, said, type House, type Said } from './house.js';

let house: House;
let app: Gateway;
const FILE = { name: '2023年电力结算单.pdf', sha256: 'c'.repeat(64) };

beforeAll(async () => {
  house = await openHouse();
  ({ app } = house);
});
afterAll(() => house.close());

const as = async (actor: string) => askerOf(app, await house.token(actor));
const pdfOf = async (actor: string, path: string): Promise<{ status: number; hash: string; text: string; headers: Headers }> => {
  const answer = await app.request(path, { headers: { authorization: `Bearer ${await house.token(actor)}` } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { status: answer.status, hash, text: bytes.toString('latin1'), headers: answer.headers };
};
const codeOf = async (id: string): Promise<string> => {
  const { rows } = await house.theatre.book.pool.query<{ code: string }>(
    'select code from receipts join requests using (act_id) where id = $1',
    [id],
  );
  return rows[0]?.code ?? '';
};
const filed = async (id: string, unit = 'BJ-0001', emissions = '98000'): Promise<Said> =>
  (await as(unit)).post(
    '/api/v1/acts',
    { do: 'submit-first-report', with: { emissions, sealed: true, files: [FILE] } },
    { 'idempotency-key': id },
  );

describe('front §6 — receipts', () => {
  it('what was filed has a receipt on paper: the same bytes each time, handed out to be kept', async () => {
    expect((await filed('r-1')).status).toBe(200);
    const first = await pdfOf('BJ-0001', '/api/v1/acts/r-1/receipt.pdf');
    expect([first.status, first.text.slice(0, 5), first.headers.get('content-type')]).toEqual([200, '%PDF-', 'application/pdf']);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="receipt-${await codeOf('r-1')}.pdf"`);
    const again = await pdfOf('BJ-0001', '/api/v1/acts/r-1/receipt.pdf');
    const byCode = await pdfOf('BJ-0001', `/api/v1/receipts/${await codeOf('r-1')}/receipt.pdf`);
    expect([again.hash, byCode.hash]).toEqual([first.hash, first.hash]);
  });

  it('it is read by who asked and who sees the unit; to others it is unknown', async () => {
    await filed('r-2', 'BJ-0002');
    await pdfOf('BJ-0002', '/api/v1/acts/r-2/receipt.pdf');
    const path = `/api/v1/receipts/${await codeOf('r-2')}/receipt.pdf`;
    const seen = await Promise.all(['BJ-0002', 'chaoyang/x', 'city/a', 'auditor/x'].map((actor) => pdfOf(actor, path)));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const hidden = await Promise.all(['BJ-0001', 'haidian/x', 'exchange'].map((actor) => pdfOf(actor, path)));
    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await pdfOf('BJ-0001', '/api/v1/acts/r-2/receipt.pdf')).status).toBe(404);
  });

  it('it bears the platform’s own seal, the same each time, which openssl verifies without us', async () => {
    const settings = await testSeals(house.folder, {});
    const sealer = await receiptSealerIn(settings, house.theatre.book.pool);
    const sealed = house.door({ sealer });
    const code = await codeOf('r-1');
    const got = async (name: string, by = 'BJ-0001', from = sealed): Promise<Buffer> => {
      const headers = { authorization: `Bearer ${await house.token(by)}` };
      return Buffer.from(await (await from.request(`/api/v1/receipts/${code}/${name}`, { headers })).arrayBuffer());
    };
    const [one, two] = [await got('receipt.pdf'), await got('receipt.pdf')];
    expect(one.equals(two)).toBe(true);
    expect(one.equals(await got('receipt.pdf', 'BJ-0001', app))).toBe(false);
    const text = await got('receipt.json');
    expect(JSON.parse(text.toString())).toMatchObject({ code, files: [{ value: FILE.sha256 }], test: true });
    const openssl = new Openssl();
    openssl.write('receipt.json', text);
    openssl.write('seal.p7s', await got('seal.p7s'));
    openssl.write('root.pem', readFileSync(settings.LUYUE_SEAL_ROOTS ?? ''));
    const verify = (content: string) =>
      openssl.run(
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'seal.p7s', '-content', content],
        ...['-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out'],
      ).ok;
    expect(verify('receipt.json')).toBe(true);
    openssl.write('changed.json', text.toString().replace('98000', '97000'));
    expect(verify('changed.json')).toBe(false);
    openssl.remove();
    expect((await got('seal.p7s', 'BJ-0002')).toString()).toContain('unknown-receipt');
    expect((await got('seal.p7s', 'BJ-0001', app)).toString()).toContain('unknown-receipt');
  });

  it('anybody sees by its code that it is genuine, however it is typed, and no figure and no name', async () => {
    const code = await codeOf('r-1');
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const told = await said(app.request(`/api/v1/receipts/${encodeURIComponent(typed)}`));
    expect([told.status, told.body]).toEqual([
      200,
      {
        code,
        genuine: true,
        state: 'decided',
        act: 'submit-first-report',
        at: expect.stringContaining('+08:00') as string,
        test: true,
      },
    ]);
    expect((await said(app.request('/api/v1/receipts/0000-0000-0000-0000'))).body['code']).toBe('unknown-receipt');
    expect((await said(app.request('/api/v1/receipts/x'))).status).toBe(404);
  });

  it('one that was refused says so, and what is stored and not decided is told apart from what is decided', async () => {
    expect((await filed('r-3', 'BJ-0003', 'a lot')).status).toBe(400);
    await pdfOf('BJ-0003', '/api/v1/acts/r-3/receipt.pdf');
    expect((await said(app.request(`/api/v1/receipts/${await codeOf('r-3')}`))).body['state']).toBe('refused');
  });

  it('a character that no font has stops the paper alone: it is named, and operators are told until it is printed', async () => {
    const rare = '\u{10fffd}';
    const sent = await (
      await as('BJ-0003')
    ).post(
      '/api/v1/acts',
      { do: 'submit-first-report', with: { emissions: '5', sealed: true, files: [{ ...FILE, name: `${rare}.pdf` }] } },
      { 'idempotency-key': 'r-4' },
    );
    expect(sent.body['state']).toBe('decided');
    const paper = await said(
      app.request('/api/v1/acts/r-4/receipt.pdf', { headers: { authorization: `Bearer ${await house.token('BJ-0003')}` } }),
    );
    expect([paper.status, paper.body['code'], paper.body['message'].zh]).toEqual([
      409,
      'missing-glyph',
      expect.stringContaining('U+10FFFD'),
    ]);
    const told = await openTroubles(house.theatre.book.pool);
    expect(told).toMatchObject([{ kind: 'missing-glyph', subject: await codeOf('r-4'), said: `U+10FFFD ${rare}` }]);
    expect((await said(app.request(`/api/v1/receipts/${await codeOf('r-4')}`))).body['genuine']).toBe(true);
  });

  it('without a font there is no paper, and it is said', async () => {
    vi.stubEnv('LUYUE_FONT', 'nowhere.ttf');
    expect((await pdfOf('BJ-0001', '/api/v1/acts/r-1/receipt.pdf')).status).toBe(503);
    vi.unstubAllEnvs();
  });
});
