import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, type House } from './house.js';

let house: House;
const as = async (actor: string) => askerOf(house.app, await house.token(actor));
const PRE_ALLOCATE = { do: 'pre-allocate', for: 'BJ-0001', with: { amount: '700', basis: '预发方案' } };
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('what the city decides over HTTP', () => {
  let approval: string;

  it('one officer proposes: 202 with the number of the proposal and the day on which it lapses', async () => {
    const proposed = await (await as('city/a')).post('/api/v1/acts', PRE_ALLOCATE, { 'idempotency-key': 'p-1' });
    expect(proposed).toMatchObject({ status: 202, body: { id: 'p-1', state: 'proposed' } });
    approval = proposed.body['approval'] as string;
    expect(approval).toMatch(/^AP-\d{6}$/);
    expect(proposed.body['lapsesOn']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await (await as('city/a')).get('/api/v1/acts/p-1')).body).toEqual(proposed.body);
  });

  it('it waits in the list; a unit does not see it', async () => {
    const list = await (await as('city/b')).get('/api/v1/approvals?state=waiting');
    expect(list.body['approvals']).toMatchObject([{ id: approval, act: 'pre-allocate', proposedBy: 'city/a', state: 'waiting' }]);
    expect((await (await as('city/b')).get('/api/v1/approvals?state=approved')).body).toEqual({ approvals: [] });
    expect(await (await as('BJ-0001')).get('/api/v1/approvals')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('nobody approves what they proposed, nor blindly', async () => {
    const path = `/api/v1/approvals/${approval}/approve`;
    expect(await (await as('city/a')).post(path, { previewDigest: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'same-person' },
    });
    const blind = await (await as('city/b')).post(path, {});
    expect(blind).toMatchObject({ status: 409, body: { code: 'moved' } });
    expect(blind.body['previewDigest']).toMatch(/^sha256:|^[0-9a-f]{64}$/);
  });

  it('another approves what was seen: what comes of it is told at once, and the same again is answered alike', async () => {
    const city = await as('city/b');
    const seen = await city.get(`/api/v1/approvals/${approval}`);
    expect(seen).toMatchObject({ status: 200, body: { state: 'waiting', for: 'BJ-0001' } });
    const body = { previewDigest: seen.body['previewDigest'] as string };
    const done = await city.post(`/api/v1/approvals/${approval}/approve`, body, { 'idempotency-key': 'a-1' });
    expect(done).toMatchObject({ status: 200, body: { state: 'approved', outcome: { state: 'decided' } } });
    const again = await city.post(`/api/v1/approvals/${approval}/approve`, body, { 'idempotency-key': 'a-1' });
    expect([again.status, again.body]).toEqual([200, done.body]);
    expect((await city.get('/api/v1/approvals?state=approved')).body['approvals']).toHaveLength(1);
  });

  it('what is returned or withdrawn is over, and is listed so', async () => {
    const [a, b] = [await as('city/a'), await as('city/b')];
    const propose = async (unit: string): Promise<string> =>
      (await a.post('/api/v1/acts', { ...PRE_ALLOCATE, for: unit })).body['approval'] as string;
    const [first, second] = [await propose('BJ-0002'), await propose('BJ-0003')];
    expect((await b.post(`/api/v1/approvals/${first}/return`, { reason: '依据不足' })).body).toMatchObject({ state: 'returned' });
    expect((await a.post(`/api/v1/approvals/${second}/withdraw`, {})).body).toMatchObject({ state: 'withdrawn' });
    const all = (await a.get('/api/v1/approvals?limit=2')).body;
    expect([all['approvals'].length, all['after']]).toEqual([2, first]);
    expect((await a.get(`/api/v1/approvals?after=${first}`)).body['approvals']).toMatchObject([
      { id: second, state: 'withdrawn' },
    ]);
    expect((await a.get('/api/v1/approvals/AP-999999')).body).toMatchObject({ code: 'unknown-approval', status: 404 });
  });
  it('one id sent at one instant: the same is the same answer, refused or not; for another proposal it is used', async () => {
    const [a, b] = [await as('city/a'), await as('city/b')];
    const proposed: { readonly path: string; readonly body: { readonly previewDigest: string } }[] = [];
    for (const unit of ['BJ-0002', 'BJ-0003']) {
      const { approval } = (await a.post('/api/v1/acts', { ...PRE_ALLOCATE, for: unit })).body as { approval: string };
      const path = `/api/v1/approvals/${approval}`;
      const { previewDigest } = (await b.get(path)).body as { previewDigest: string };
      proposed.push({ path, body: { previewDigest } });
    }
    const both = await Promise.all(
      proposed.map(({ path, body }) => b.post(`${path}/approve`, body, { 'idempotency-key': 'at-once' })),
    );
    expect(both.map(({ body }) => (body['code'] ?? body['state']) as string).sort()).toEqual(['approved', 'id-used']);
    // once it is returned, an approval of it is no yes, to none of those who ask alike
    const left = proposed.find((_, n) => both[n]?.body['code'] === 'id-used');
    expect((await b.post(`${left?.path ?? ''}/return`, { reason: '依据不足' })).status).toBe(200);
    const late = await Promise.all(
      [1, 2, 3].map(() => b.post(`${left?.path ?? ''}/approve`, left?.body ?? {}, { 'idempotency-key': 'too-late' })),
    );
    expect(late.map(({ status, body }) => [status, body['code'] as string])).toEqual([1, 2, 3].map(() => [409, 'already-done']));
  });
});
