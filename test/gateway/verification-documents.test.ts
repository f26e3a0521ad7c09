import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestFor } from '../../documents/drafts/filing.js';
import { readDocument } from '../../documents/drafts/rows.js';
import { manifestText } from '../../documents/manifest.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { DeskFront } from '../../gateway/desk-front.js';
import type { Gateway } from '../../gateway/endpoint.js';
import { testCaller } from '../../parties/test-caller.js';
import { FILING, REPORT } from '../domain/verification/at-work.js';
import { signedWith } from '../documents/openssl.js';
import { reportValues, verificationValues } from './filings.js';
import { askerOf, type House } from './house.js';
import { openSealingHouse, type SealingHouse } from './sealing-house.js';

type Asker = ReturnType<typeof askerOf>;
let house: House;
let app: Gateway;
let sealing: SealingHouse;
let [unit, verifier, other, district, stranger]: Asker[] = [];
let report: string;
let keys: { readonly key: string; readonly certificates: string };

const as = async (actor: string): Promise<Asker> => askerOf(app, await house.token(actor));
const pool = () => house.theatre.book.pool;
const does = (asker: Asker | undefined, act: string, brings: object, of?: string) =>
  asker?.post('/api/v1/acts', { do: act, with: brings, ...(of === undefined ? {} : { for: of }) });
const sent = async (actor: string, text: string, name = 'note.csv'): Promise<string> => {
  const answered = await app.request(`/api/v1/files?name=${name}`, {
    method: 'POST',
    body: text,
    headers: { authorization: `Bearer ${await house.token(actor)}`, 'content-type': 'application/octet-stream' },
  });
  expect(answered.status, await answered.clone().text()).toBe(200);
  return createHash('sha256').update(text).digest('hex');
};
const VISIT = 'day,place\n2024-06-20,site\n';
const reads = async (asker: Asker | undefined, sha256: string) => (await asker?.get(`/api/v1/files/${sha256}`))?.status;
const issue = () => does(verifier, 'issue-verification-report', { document: report }, 'BJ-0001');

/** V-01, engaged by BJ-0001 and at work, has a certificate of its own. */
beforeAll(async () => {
  sealing = await openSealingHouse();
  ({ house, app } = sealing);
  [unit, verifier, other, district, stranger] = await Promise.all(['BJ-0001', 'V-01', 'V-02', 'chaoyang/x', 'BJ-0002'].map(as));
  keys = await sealing.certified('V-01');
  expect((await does(unit, 'engage-verifier', { verifier: 'V-01' }))?.status).toBe(200);
  expect((await does(verifier, 'accept-engagement', { independence: '无利益关系' }, 'BJ-0001'))?.status).toBe(200);
});
afterAll(() => sealing.close());

describe('三(二) — the report of the verifier is a document of its own', () => {
  it('what the unit filed and sent it reads; its draft is about a unit that engaged it, and hidden from that unit', async () => {
    const made = await unit?.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
    const first = made?.body['id'] as string;
    await unit?.post(`/api/v1/documents/${first}/witness`, '');
    expect((await does(unit, 'submit-first-report', { document: first }))?.status).toBe(200);
    expect((await verifier?.get(`/api/v1/documents/${first}`))?.status).toBe(200);
    const begun = await verifier?.post('/api/v1/documents', { form: 'verification-report', unit: 'BJ-0001' });
    expect(begun).toMatchObject({ status: 200, body: { party: 'V-01', unit: 'BJ-0001', cycle: 2024 } });
    report = begun?.body['id'] as string;
    expect((await unit?.get(`/api/v1/documents/${report}`))?.status).toBe(404);
    expect(await other?.post('/api/v1/documents', { form: 'verification-report', unit: 'BJ-0001' })).toMatchObject({
      status: 403,
    });
    expect(await verifier?.post('/api/v1/documents', { form: 'verification-report', unit: 'BJ-0002' })).toMatchObject({
      status: 403,
    });
    expect(await unit?.post('/api/v1/documents', { form: 'verification-report' })).toMatchObject({
      body: { code: 'not-allowed' },
    });
  });

  it('checked: what differs from what was filed has its words, the reported figure is the filed one, the maker is itself', async () => {
    const sha256 = await sent('V-01', VISIT);
    const wrong = verificationValues({ reportedFossil: '2000', explainedFossil: undefined, verifier: 'V-02' });
    const save = (revision: number, values: object) =>
      verifier?.put(`/api/v1/documents/${report}`, { revision, values, files: [{ name: '现场记录.csv', sha256 }] });
    expect((await save(1, wrong))?.status).toBe(200);
    const found = await verifier?.post(`/api/v1/documents/${report}/check`, '');
    expect((found?.body['findings'] as { severity: string; key: string }[]).map((one) => `${one.severity} ${one.key}`)).toEqual([
      'error reported-otherwise:fossil',
      'error difference-not-explained:fossil',
      'error of-another:verifier',
      'question differs-from-first-report:fossil',
      'question differs-from-first-report:total',
    ]);
    expect((await save(2, verificationValues()))?.body).toMatchObject({ totals: { fossil: '2378.41', total: '2982.41' } });
    const again = await verifier?.post(`/api/v1/documents/${report}/check`, '');
    expect((again?.body['findings'] as { key: string }[]).map(({ key }) => key)).toEqual([
      'differs-from-first-report:fossil',
      'differs-from-first-report:total',
    ]);
  });

  it('it is issued under the seal of the verifier, not of the unit; figures, sources and opinion come from it', async () => {
    expect(await issue()).toMatchObject({ status: 409, body: { code: 'verifier-not-sealed' } });
    expect(await does(other, 'issue-verification-report', { document: report }, 'BJ-0001')).toMatchObject({
      body: { code: 'unknown-document' },
    });
    expect(await does(unit, 'submit-verified-report', { document: report })).toMatchObject({
      body: { code: 'unknown-document' },
    });
    const row = await readDocument(pool(), report);
    if (!row) throw new Error('it was saved');
    const signature = signedWith(keys, manifestText(manifestFor(row, 'issue-verification-report'))).toString('base64');
    expect((await unit?.post(`/api/v1/documents/${report}/seal`, { signature }))?.status).toBe(404);
    expect(await verifier?.post(`/api/v1/documents/${report}/seal`, { signature })).toMatchObject({
      status: 200,
      body: { kind: 'certificate', party: 'V-01' },
    });
    expect((await issue())?.status).toBe(200);
    const seen = await unit?.get(`/api/v1/verifications/${encodeURIComponent('2024:BJ-0001:V-01')}`);
    expect(seen?.body['reports']).toMatchObject([
      {
        report: 1,
        emissions: '2982.41',
        opinion: 'unqualified',
        sealed: true,
        document: { id: report, version: 1 },
        sources: [
          { source: '化石燃料', reported: '2162.19', verified: '2378.41', explanation: '按结算单更正' },
          { source: '电力', reported: '604', verified: '604' },
        ],
      },
    ]);
  });

  it('the unit and its district read it with the files that it names; another verifier and another unit read neither', async () => {
    const [file] = (await readDocument(pool(), report))?.files ?? [];
    const hash = file?.sha256 ?? '';
    const secret = await sent('V-01', 'note,of\nanother,unit\n');
    for (const reader of [unit, district, verifier]) {
      expect((await reader?.get(`/api/v1/documents/${report}`))?.status).toBe(200);
      expect(await reads(reader, hash)).toBe(200);
    }
    for (const reader of [unit, district]) expect(await reads(reader, secret)).toBe(404);
    expect((await does(unit, 'engage-verifier', { verifier: 'V-02' }))?.status).toBe(200);
    expect((await other?.get('/api/v1/units/BJ-0001/status'))?.status).toBe(200);
    for (const reader of [other, stranger]) {
      expect((await reader?.get(`/api/v1/documents/${report}`))?.status).toBe(404);
      expect(await reads(reader, hash)).toBe(404);
    }
    expect((await does(unit, 'engage-verifier', { verifier: 'V-01' }))?.status).toBe(200);
  });

  it('by no address does another verifier, unit or district read it, or what the unit filed, or write on it', async () => {
    const { documents } = (await as('BJ-0001').then((one) => one.get('/api/v1/documents?form=first-report'))).body as {
      documents: { id: string }[];
    };
    const ids = [report, ...documents.map(({ id }) => id)];
    expect(ids.length).toBe(2);
    const parts = ['', '?version=1', '/changes', '/manifest', '/seals', '/document.pdf', '/receipt.pdf', '/export.zip'];
    const writes = [
      ['PUT', '', { revision: 1 }],
      ['POST', '/check', {}],
      ['PUT', '/explanations', { x: 'x' }],
      ['POST', '/seal', { signature: 'AAAA' }],
      ['POST', '/witness', {}],
    ] as const;
    for (const actor of ['V-02', 'BJ-0002', 'haidian/x']) {
      const headers = { authorization: `Bearer ${await house.token(actor)}`, 'content-type': 'application/json' };
      for (const id of ids) {
        const at = `/api/v1/documents/${id}`;
        for (const part of parts)
          expect([actor, part, (await app.request(`${at}${part}`, { headers })).status]).toEqual([actor, part, 404]);
        for (const [method, part, body] of writes) {
          const { status } = await app.request(`${at}${part}`, { method, headers, body: JSON.stringify(body) });
          expect([actor, method, part, status]).toEqual([actor, method, part, 404]);
        }
      }
    }
  });

  it('a unit that sent the same bytes calls them by a name of its own, which is no other’s to read', async () => {
    const hash = await sent('BJ-0003', VISIT, 'BJ-0003-secret.csv');
    const headers = { authorization: `Bearer ${await house.token('BJ-0001')}` };
    const handed = (await app.request(`/api/v1/files/${hash}`, { headers })).headers.get('content-disposition');
    expect(handed).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('现场记录.csv')}`);
  });

  it('the unit’s verified report is compared with it: another total is a finding, and the figure of the verifier counts', async () => {
    const issuesAgain = async (leader: string): Promise<void> => {
      expect((await does(verifier, 'accept-engagement', { independence: '无利益关系' }, 'BJ-0001'))?.status).toBe(200);
      const row = await readDocument(pool(), report);
      await verifier?.put(`/api/v1/documents/${report}`, { revision: row?.revision, values: verificationValues({ leader }) });
      await verifier?.post(`/api/v1/documents/${report}/witness`, '');
      expect(await issue()).toMatchObject({ status: 200 });
    };
    await issuesAgain('乙');
    const values = { ...reportValues(), verifier: 'V-01', changed: 'no' };
    const made = await unit?.post('/api/v1/documents', { form: 'verified-report', values });
    const id = made?.body['id'] as string;
    const checked = await unit?.post(`/api/v1/documents/${id}/check`, '');
    expect((checked?.body['findings'] as { key: string }[]).map(({ key }) => key)).toEqual([
      'differs-from-verification-report:fossil',
      'differs-from-verification-report:total',
    ]);
    await unit?.post(`/api/v1/documents/${id}/witness`, '');
    // an engagement that ended after its report was issued: neither the next one nor the same one anew has issued any
    const files = () => does(unit, 'submit-verified-report', { document: id });
    for (const [next, code] of [
      ['V-02', 'verifier-not-appointed'],
      ['V-01', 'too-early'],
    ] as const) {
      expect((await does(unit, 'engage-verifier', { verifier: next }))?.status).toBe(200);
      expect(await files()).toMatchObject({ status: 409, body: { code } });
    }
    await issuesAgain('丙');
    expect(await files()).toMatchObject({ body: { state: 'decided' } });
    const seen = await district?.get(`/api/v1/verifications/${encodeURIComponent('2024:BJ-0001:V-01')}`);
    expect(seen?.body['findings']).toContainEqual(
      expect.objectContaining({ finding: 'emissions-differ', stated: '2766.19', verified: '2982.41' }),
    );
  });
});

describe('front §6 — the short forms are for rehearsals', () => {
  it('in service unit and verifier name a document, and are told so before anything else', async () => {
    const short: readonly (readonly [act: string, by: string, brings: Json])[] = [
      ['issue-verification-report', 'V-01', REPORT],
      ['submit-verified-report', 'BJ-0001', FILING],
      ['submit-first-report', 'BJ-0001', { emissions: '1', sealed: true }],
      ['submit-monthly-evidence', 'BJ-0001', { month: '2024-05', electricityMWh: '1', fuels: [], files: [] }],
      // nor is the word of a party its seal where the notice asks something that has no form yet
      ['submit-further-filing', 'BJ-0001', { filing: '用能设备清单', sealed: true }],
      // there is no form of an answer, but what goes with it has been sent
      [
        'answer-query',
        'BJ-0001',
        { verifier: 'V-01', query: 1, text: '见附件', files: [{ name: '附件.pdf', sha256: 'a'.repeat(64) }] },
      ],
    ];
    const callers = await Promise.all(short.map(([, by]) => testCaller(pool(), by, house.now())));
    await pool().query('alter table platform disable trigger all');
    await pool().query(`update platform set kind = 'service'`);
    const { book, client, taskQueue, prefix } = house.theatre;
    const front = new DeskFront({ book, client, taskQueue, prefix, stampFor: () => Promise.resolve(house.now()) });
    const said = short.map(async ([act, , brings], n): Promise<unknown> => {
      const caller = callers[n];
      if (!caller || isRefusal(caller)) throw new Error(`nobody does ${act}`);
      const reply = await front.submit(caller, { do: act, for: 'BJ-0001', with: brings });
      return 'refusal' in reply ? reply.refusal.refused : reply.state;
    });
    expect(await Promise.all(said)).toEqual([...Array<string>(5).fill('document-required'), 'unknown-file']);
  });
});
