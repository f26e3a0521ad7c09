import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportValues } from './filings.js';
import { askerOf } from './house.js';
import { openSealingHouse, type SealingHouse } from './sealing-house.js';

let sealing: SealingHouse;
let unit: ReturnType<typeof askerOf>;
let district: ReturnType<typeof askerOf>;
beforeAll(async () => {
  sealing = await openSealingHouse();
  [unit, district] = [
    askerOf(sealing.app, await sealing.house.token('BJ-0001')),
    askerOf(sealing.app, await sealing.house.token('chaoyang/x')),
  ];
});
afterAll(() => sealing.close());

describe('四(三) 识别异常数据 — what is sealed without a look is looked at when it is filed', () => {
  it('a draft that was checked when it was clean, changed, and sealed unchecked, is filed with what is found in it', async () => {
    const made = await unit.post('/api/v1/documents', { form: 'first-report', values: reportValues() });
    const id = made.body['id'] as string;
    expect((await unit.post(`/api/v1/documents/${id}/check`, '')).body['findings']).toEqual([]);
    const { revision } = (await unit.get(`/api/v1/documents/${id}`)).body as { revision: number };
    const changed = { revision, values: reportValues({ statedTotal: '1000' }) };
    expect((await unit.put(`/api/v1/documents/${id}`, changed)).status).toBe(200);
    expect((await unit.post(`/api/v1/documents/${id}/witness`, '')).status).toBe(200);
    const filed = await unit.post('/api/v1/acts', { do: 'submit-first-report', with: { document: id } });
    expect(filed).toMatchObject({ status: 200, body: { state: 'decided' } });
    expect((await district.get(`/api/v1/documents/${id}`)).body).toMatchObject({
      state: 'filed',
      findings: [{ key: 'total-differs:total', numbers: { stated: '1000', computed: '2766.19' } }],
    });
  });
});
