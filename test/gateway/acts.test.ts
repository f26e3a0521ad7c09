import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, type House } from './house.js';
import { seen } from '../seen.js';

let house: House;
let unit: Awaited<ReturnType<typeof askerOf>>;
beforeAll(async () => {
  house = await openHouse();
  unit = askerOf(house.app, await house.token('BJ-0001'));
});
afterAll(() => house.close());

const report = (emissions: string) => ({ do: 'submit-first-report', with: { emissions, sealed: true } });

describe('acts over HTTP', () => {
  it('an act is decided, and told again word for word under its id', async () => {
    const first = await unit.post('/api/v1/acts', report('98000'), { 'idempotency-key': 'report-1' });
    expect(first).toMatchObject({ status: 200, body: { id: 'report-1', state: 'decided', seq: 2 } });
    expect(first.body['at']).toMatch(/^2024-06-03T10:\d\d:\d\d(\.\d+)?\+08:00$/);
    expect(first.headers.get('location')).toBe('/api/v1/acts/report-1');
    const again = await unit.post('/api/v1/acts', report('98000'), { 'idempotency-key': 'report-1' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await unit.get('/api/v1/acts/report-1')).toMatchObject({ status: 200, body: first.body });
  });

  it('the same id for something else is 422 id-used, and nothing is stored', async () => {
    const other = await unit.post('/api/v1/acts', report('1'), { 'idempotency-key': 'report-1' });
    expect(other).toMatchObject({ status: 422, type: 'application/problem+json', body: { code: 'id-used', status: 422 } });
    expect((await unit.get('/api/v1/acts/report-1')).body['state']).toBe('decided');
  });

  it('without a key the server makes an id, and tells it', async () => {
    const made = await unit.post('/api/v1/acts', { do: 'appoint-verifier', with: { verifier: 'V-01' } });
    expect(made.status).toBe(200);
    expect(made.body['id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.headers.get('idempotency-key')).toBe(made.body['id']);
  });

  it('what the law refuses is 409 with the clause, and 200 refused when it is asked about', async () => {
    const early = await unit.post('/api/v1/acts', { do: 'surrender', with: { quantity: '1' } }, { 'idempotency-key': 'early' });
    expect(early).toMatchObject({ status: 409, type: 'application/problem+json', body: { code: 'too-early', status: 409 } });
    expect(early.body['message']).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) });
    const told = await unit.get('/api/v1/acts/early');
    expect(told).toMatchObject({ status: 200, body: { state: 'refused', code: 'too-early', message: early.body['message'] } });
  });

  it('another party may not do it: 403; an unknown unit and an unknown act are 404; a bad input is 400 with its place', async () => {
    const act = (body: object) => unit.post('/api/v1/acts', body);
    expect(await act({ do: 'first-check', for: 'BJ-0001', with: { result: 'pass' } })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect(await act({ ...report('1'), for: 'BJ-9999' })).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
    expect(await act({ do: 'dance' })).toMatchObject({ status: 404, body: { code: 'unknown-act' } });
    const bad = await act({ do: 'submit-first-report', with: { emissions: '-1', sealed: true } });
    expect(bad).toMatchObject({ status: 400, body: { code: 'bad-input', path: ['with', 'emissions'] } });
    expect(await act({ ...report('1'), approvedBy: 'city/b' })).toMatchObject({ status: 400, body: { path: ['approvedBy'] } });
    expect(await act({ ...report('1'), cycle: '2024' })).toMatchObject({ status: 400, body: { path: ['cycle'] } });
  });

  it('as a party that is none of theirs, somebody does nothing: it is refused and recorded, never done as another', async () => {
    for (const [n, as] of ['BJ-0002', 'city', 'nobody', 'bj-0001', 'BJ-0001\u200b'].entries()) {
      const key = `as-${String(n)}`;
      const done = await unit.post('/api/v1/acts', { ...report('1'), as }, { 'idempotency-key': key });
      expect([as, done]).toMatchObject([as, { status: 403, body: { code: 'not-allowed', path: ['as'] } }]);
      expect(await unit.get(`/api/v1/acts/${key}`)).toMatchObject({ body: { state: 'refused', code: 'not-allowed' } });
    }
    const later = { do: 'surrender', with: { quantity: '1' }, as: 'BJ-0002' };
    expect(await unit.post('/api/v1/acts', later)).toMatchObject({ status: 403, body: { path: ['as'] } });
    expect(await unit.post('/api/v1/acts', { do: 'dance', as: 'BJ-0002' })).toMatchObject({ status: 404 });
    const own = await unit.post('/api/v1/acts', { ...report('98001'), as: 'BJ-0001' });
    expect(own).toMatchObject({ status: 200, body: { state: 'decided' } });
  });

  it('somebody else asks nothing of what I have asked: an id is its asker’s own', async () => {
    const other = askerOf(house.app, await house.token('BJ-0002'));
    expect(await other.get('/api/v1/acts/report-1')).toMatchObject({ status: 404, body: { code: 'unknown-act' } });
  });

  it('Prefer: respond-async is answered as soon as it is stored, and decided soon after', async () => {
    const other = askerOf(house.app, await house.token('BJ-0002'));
    const stored = await other.post('/api/v1/acts', report('5'), { prefer: 'respond-async', 'idempotency-key': 'soon' });
    expect(stored).toMatchObject({ status: 202, body: { id: 'soon', state: 'stored' } });
    expect(stored.headers.get('preference-applied')).toBe('respond-async');
    await seen('it is decided', async () => (await other.get('/api/v1/acts/soon')).body['state'] === 'decided');
  });

  it('while no worker runs an act is 202 stored, and decided under its stamp once there is one', async () => {
    await house.theatre.worker.stop();
    const other = askerOf(house.door({ patienceMs: 1_500 }), await house.token('BJ-0003'));
    const stored = await other.post('/api/v1/acts', report('7'), { 'idempotency-key': 'away' });
    expect(stored).toMatchObject({ status: 202, body: { id: 'away', state: 'stored' } });
    expect((await other.get('/api/v1/acts/away')).body).toEqual(stored.body);
    await house.theatre.worker.restart();
    const again = await askerOf(house.app, await house.token('BJ-0003')).post('/api/v1/acts', report('7'), {
      'idempotency-key': 'away',
    });
    expect(again).toMatchObject({ status: 200, body: { state: 'decided', at: stored.body['at'] } });
  });
});
