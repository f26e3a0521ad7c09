import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, type House } from './house.js';
import { monthlyValues, reportValues, savedByAnother, sentFile } from './filings.js';

type Asker = ReturnType<typeof askerOf>;
let house: House;
let unit: Asker;
let other: Asker;
let district: Asker;
beforeAll(async () => {
  house = await openHouse();
  const as = async (actor: string): Promise<Asker> => askerOf(house.app, await house.token(actor));
  [unit, other, district] = [await as('BJ-0001'), await as('BJ-0002'), await as('chaoyang/x')];
});
afterAll(() => house.close());

const HASH = (n: number): string => String(n).padStart(64, '0');
const begin = (asker: Asker, body: object) => asker.post('/api/v1/documents', body);
const file = (asker: Asker, act: string, document: string, more: object = {}) =>
  asker.post('/api/v1/acts', { do: act, with: { document, ...more } });
const pool = () => house.theatre.book.pool;

describe('三(一)1 — a report is written as a document, checked, filed and corrected', () => {
  let id: string;

  it('a draft is begun once, and shared: whoever begins the same is given it', async () => {
    const made = await begin(unit, { form: 'first-report' });
    expect(made).toMatchObject({
      status: 200,
      body: { begun: true, state: 'draft', version: 1, revision: 1, cycle: 2024, unit: 'BJ-0001' },
    });
    id = made.body['id'] as string;
    expect(id).toMatch(/^DOC-\d{6}$/);
    expect((await begin(unit, { form: 'first-report' })).body).toMatchObject({ id, begun: false });
    const again = await begin(unit, { form: 'first-report', values: { unitName: 'x' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('what somebody saved since is not lost: 409', async () => {
    // two people at once: one of them is first
    const save = () => unit.put(`/api/v1/documents/${id}`, { revision: 1, values: reportValues() });
    const both = (await Promise.all([save(), save()])).sort((a, b) => a.status - b.status);
    expect(both).toMatchObject([
      { status: 200, body: { revision: 2, totals: { total: '2766.19', fossil: '2162.19', electricity: '604' } } },
      { status: 409, body: { code: 'document-changed' } },
    ]);
    const late = await unit.put(`/api/v1/documents/${id}`, { revision: 1, values: reportValues({ unitName: 'y' }) });
    expect(late).toMatchObject({ status: 409, body: { code: 'document-changed' } });
  });

  it('a draft is its maker’s alone: another’s says that there is none', async () => {
    for (const stranger of [other, district]) {
      expect(await stranger.get(`/api/v1/documents/${id}`)).toMatchObject({ status: 404, body: { code: 'unknown-document' } });
      expect(await stranger.put(`/api/v1/documents/${id}`, { revision: 2 })).toMatchObject({ status: 404 });
    }
    expect(await begin(other, { form: 'first-report', unit: 'BJ-0001' })).toMatchObject({ status: 403 });
  });

  it('only shape stops a filing, and says where; a decimal comma is named as one', async () => {
    await unit.put(`/api/v1/documents/${id}`, {
      revision: 2,
      values: reportValues({ electricityBought: '1000,5', telephone: '' }),
    });
    const checked = await unit.post(`/api/v1/documents/${id}/check`, '');
    expect(checked.body['errors']).toEqual([
      { path: ['telephone'], zh: '必填', en: 'is missing' },
      { path: ['electricityBought'], zh: '小数点请用“.”，请写成 1000.5', en: 'has a decimal comma: write 1000.5' },
    ]);
    const filed = await file(unit, 'submit-first-report', id);
    expect(filed).toMatchObject({ status: 400, body: { code: 'bad-input', path: ['with', 'document', 'telephone'] } });
  });

  it('a total that is stated otherwise is a finding, and the computed figure counts', async () => {
    await unit.put(`/api/v1/documents/${id}`, { revision: 3, values: reportValues({ statedTotal: '2700' }) });
    const checked = await unit.post(`/api/v1/documents/${id}/check`, '');
    expect(checked.body).toMatchObject({
      state: 'checked',
      errors: [],
      findings: [{ key: 'total-differs:total', severity: 'error', numbers: { stated: '2700', computed: '2766.19' } }],
    });
    const explained = await unit.put(`/api/v1/documents/${id}/explanations`, { 'total-differs:total': '四舍五入' });
    expect(explained.body['findings']).toMatchObject([{ explanation: '四舍五入' }]);
    expect(await unit.put(`/api/v1/documents/${id}/explanations`, { nothing: 'x' })).toMatchObject({ status: 400 });
  });

  it('filed by its number, the case has its figure, its hash, and how much was found', async () => {
    const filed = await file(unit, 'submit-first-report', id);
    expect(filed).toMatchObject({ status: 200, body: { state: 'decided' } });
    const { rows } = await pool().query<{ with: Record<string, unknown> }>(
      `select body -> 'with' as with from events where type = 'first-report-filed'`,
    );
    const { sha256 } = (await unit.get(`/api/v1/documents/${id}`)).body as { sha256: string };
    expect(rows[0]?.with).toEqual({
      emissions: '2766.19',
      sealed: true,
      files: [],
      document: {
        id,
        version: 1,
        sha256,
        findings: { error: 1, warning: 0, question: 0 },
        differs: { stated: '2700', computed: '2766.19' },
      },
    });
    expect((await unit.get(`/api/v1/documents/${id}`)).body).toMatchObject({ state: 'filed', filed: { outcome: 'decided' } });
  });

  it('what was filed can be seen by the district, and never changed: a correction is a version of its own', async () => {
    expect(await district.get(`/api/v1/documents/${id}`)).toMatchObject({ status: 200, body: { state: 'filed', version: 1 } });
    const next = await unit.put(`/api/v1/documents/${id}`, { revision: 4, values: reportValues() });
    expect(next).toMatchObject({ status: 200, body: { version: 2, revision: 1, state: 'draft' } });
    expect(await district.get(`/api/v1/documents/${id}`)).toMatchObject({ body: { version: 1 } });
    await expect(
      pool().query(`update document_versions set "values" = '{}' where document = $1 and version = 1`, [id]),
    ).rejects.toThrow(/refused/);
    const changes = [{ path: 'statedTotal', zh: '碳排放总量', before: '2700', after: '2766.19' }];
    expect((await unit.get(`/api/v1/documents/${id}/changes`)).body).toMatchObject({ from: 1, to: 2, changes });
    expect(await file(unit, 'submit-first-report', id, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'document-changed' },
    });
    // no seal is kept here: the second factor is one of what its bearer has saved, or names by its hash
    await savedByAnother(pool(), id);
    const { sha256 } = (await unit.get(`/api/v1/documents/${id}`)).body as { sha256: string };
    expect(await file(unit, 'submit-first-report', id)).toMatchObject({ status: 409, body: { code: 'not-sealed' } });
    expect(await file(unit, 'submit-first-report', id, { sha256: HASH(1) })).toMatchObject({
      status: 409,
      body: { code: 'document-changed' },
    });
    expect(await file(unit, 'submit-first-report', id, { sha256: 'x' })).toMatchObject({ status: 400 });
    expect(await file(unit, 'submit-first-report', id, { version: 2, sha256 })).toMatchObject({
      status: 200,
      body: { state: 'decided' },
    });
  });

  it('it is printed as its form says, the same bytes each time, for whoever may read it; a missing character is named', async () => {
    const paper = async (asker: string, query = ''): Promise<{ readonly status: number; readonly bytes: Buffer }> => {
      const headers = { authorization: `Bearer ${await house.token(asker)}` };
      const answer = await house.app.request(`/api/v1/documents/${id}/document.pdf${query}`, { headers });
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const [one, two] = [await paper('BJ-0001'), await paper('chaoyang/x')];
    expect([one.status, two.status, one.bytes.subarray(0, 5).toString()]).toEqual([200, 200, '%PDF-']);
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect((await paper('BJ-0001', '?version=1')).bytes.equals(one.bytes)).toBe(false);
    expect((await paper('BJ-0002')).status).toBe(404);
    const rare = { name: '䶮𬭎𠅤', none: '\u{10fffd}' };
    const made = await begin(other, { form: 'data-quality-plan', values: { unitName: rare.name } });
    const its = made.body['id'] as string;
    expect((await other.get(`/api/v1/documents/${its}/document.pdf`)).status).toBe(200);
    await other.put(`/api/v1/documents/${its}`, { revision: 1, values: { unitName: rare.none } });
    const no = await other.get(`/api/v1/documents/${its}/document.pdf`);
    expect([no.status, no.body['code'], no.body['message'].zh]).toEqual([
      409,
      'missing-glyph',
      expect.stringContaining('U+10FFFD'),
    ]);
  });

  it('an act takes its own form’s document, of its own unit, and nothing beside it', async () => {
    expect(await file(unit, 'submit-verified-report', id)).toMatchObject({ status: 400, body: { path: ['with', 'document'] } });
    expect(await file(other, 'submit-first-report', id)).toMatchObject({ status: 404, body: { code: 'unknown-document' } });
    expect(await file(unit, 'submit-first-report', id, { emissions: '1' })).toMatchObject({
      status: 400,
      body: { path: ['with', 'emissions'] },
    });
    const forged = { emissions: '1', sealed: true, document: { id, version: 2, sha256: HASH(1), findings: {} } };
    expect(await unit.post('/api/v1/acts', { do: 'submit-first-report', with: forged })).toMatchObject({ status: 400 });
    expect(await file(unit, 'submit-first-report', 'DOC-999999')).toMatchObject({
      status: 404,
      body: { code: 'unknown-document' },
    });
  });
});

describe('四(三) 识别异常数据 — findings stand with the filing, in the inbox and in the check', () => {
  /** A month's package that is begun, saved and filed. */
  const month = async (asker: Asker, of: string, values: Record<string, unknown>, files: object[]) => {
    const made = await begin(asker, { form: 'monthly-evidence', month: of, values, files });
    const filed = await file(asker, 'submit-monthly-evidence', made.body['id'] as string);
    return { made, filed, id: made.body['id'] as string };
  };
  const inboxItem = async (what: string, whose: string) =>
    ((await district.get('/api/v1/inbox?limit=200')).body['items'] as Record<string, unknown>[]).find(
      (one) => one['what'] === what && one['unit'] === whose,
    );

  it('a file that nobody has uploaded, or another, is unknown', async () => {
    const body = {
      form: 'monthly-evidence',
      month: '2024-04',
      values: monthlyValues('1000', '10'),
      files: [{ name: 'a.pdf', sha256: HASH(7) }],
    };
    expect(await begin(unit, body)).toMatchObject({ status: 404, body: { code: 'unknown-file', path: ['files', 0, 'sha256'] } });
    await sentFile(pool(), 'BJ-0002', HASH(7));
    expect(await begin(unit, body)).toMatchObject({ status: 404, body: { code: 'unknown-file' } });
  });

  it('gas ten times too small, electricity in kWh and last month’s file again: worst first, in the district’s inbox', async () => {
    const april = await sentFile(pool(), 'BJ-0001', HASH(1));
    expect((await month(unit, '2024-04', monthlyValues('1000', '10'), [april])).filed.body).toMatchObject({ state: 'decided' });
    const may = await month(unit, '2024-05', monthlyValues('1000000', '1'), [april]);
    expect(may.filed).toMatchObject({ status: 200, body: { state: 'decided' } });
    expect(await inboxItem('monthly-check/2024-05', 'BJ-0001')).toMatchObject({
      filing: {
        document: may.id,
        counts: { error: 3, warning: 0, question: 0 },
        findings: [
          { key: 'file-twice:结算单.pdf', severity: 'error' },
          { key: 'unit-slip:electricity', numbers: { '2024-05': '1000000', '2024-04': '1000', factor: '1000' } },
          { key: 'unit-slip:natural-gas', numbers: { '2024-05': '1', '2024-04': '10', factor: '10' } },
        ],
      },
    });
  });

  it('clean packages are looked at and passed in one call; what has findings waits', async () => {
    await month(other, '2024-04', monthlyValues('500', '5'), [await sentFile(pool(), 'BJ-0002', HASH(8))]);
    await month(other, '2024-05', monthlyValues('500', '5'), [await sentFile(pool(), 'BJ-0002', HASH(2))]);
    const ask = (commit: boolean) =>
      district.post('/api/v1/checks/clean', { what: 'check-monthly-evidence', month: '2024-05', commit });
    expect(await ask(false)).toMatchObject({
      status: 200,
      body: { packages: [{ unit: 'BJ-0002', state: 'clean' }], more: false },
    });
    expect(await ask(true)).toMatchObject({ body: { committed: true, packages: [{ unit: 'BJ-0002', state: 'decided' }] } });
    expect((await ask(true)).body['packages']).toEqual([]);
    expect(await inboxItem('monthly-check/2024-05', 'BJ-0001')).toBeDefined();
    expect(await unit.post('/api/v1/checks/clean', { what: 'first-check' })).toMatchObject({ status: 403 });
  });

  it('a check answers findings one by one; one that is none is refused', async () => {
    const check = (finding: string) => {
      const answers = [{ finding, answer: 'to-correct', remark: '请以兆瓦时填报' }];
      const brings = { month: '2024-05', result: 'return', answers };
      return district.post('/api/v1/acts', { do: 'check-monthly-evidence', for: 'BJ-0001', with: brings });
    };
    expect(await check('unit-slip:heat')).toMatchObject({ status: 400, body: { path: ['with', 'answers', 0, 'finding'] } });
    expect(await check('unit-slip:electricity')).toMatchObject({ status: 200, body: { state: 'decided' } });
  });

  it('forms are there for all to read', async () => {
    expect((await unit.get('/api/v1/forms')).body['forms']).toHaveLength(7);
    expect((await unit.get('/api/v1/forms/first-report')).body).toMatchObject({ form: 'first-report', version: 1 });
    expect(await unit.get('/api/v1/forms/nothing')).toMatchObject({ status: 404, body: { code: 'unknown-form' } });
    expect((await unit.get('/api/v1/documents')).body['documents']).toHaveLength(3);
  });
});
