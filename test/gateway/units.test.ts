import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, said, type House } from './house.js';

let house: House;
const as = async (actor: string) => askerOf(house.app, await house.token(actor));
beforeAll(async () => {
  house = await openHouse();
  const unit = await as('BJ-0001');
  for (const [act, brings] of [
    ['submit-first-report', { emissions: '98000', sealed: true }],
    ['appoint-verifier', { verifier: 'V-01' }],
  ] as const)
    expect((await unit.post('/api/v1/acts', { do: act, with: brings })).status).toBe(200);
});
afterAll(() => house.close());

describe('who may see which unit', () => {
  const sees = async (actor: string): Promise<string[]> =>
    ((await (await as(actor)).get('/api/v1/units')).body['units'] as { unit: string }[]).map(({ unit }) => unit);

  it('a unit sees itself, its district and its verifier see it, the city, auditors and operators see all', async () => {
    expect(await sees('BJ-0002')).toEqual(['BJ-0002']);
    expect(await sees('chaoyang/x')).toEqual(['BJ-0001', 'BJ-0002', 'BJ-0003']);
    expect(await sees('haidian/x')).toEqual([]);
    expect(await sees('V-01')).toEqual(['BJ-0001']);
    expect(await sees('V-02')).toEqual([]);
    for (const all of ['city/a', 'auditor/x', 'operator/x']) expect(await sees(all)).toHaveLength(3);
  });

  it.each(['status', 'timeline', 'statement', 'collection-preview'])('what is another’s is unknown: %s', async (what) => {
    const other = await as('BJ-0002');
    expect(await other.get(`/api/v1/units/BJ-0001/${what}`)).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
    expect(await other.get(`/api/v1/units/BJ-9999/${what}`)).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
  });
});

describe('what the book says of units', () => {
  it('a list has pages, each of which says where the next begins', async () => {
    const city = await as('city/a');
    const first = await city.get('/api/v1/units?limit=2');
    expect(first.body['units']).toMatchObject([{ unit: 'BJ-0001' }, { unit: 'BJ-0002' }]);
    const next = await city.get(`/api/v1/units?limit=2&after=${encodeURIComponent(first.body['after'] as string)}`);
    expect(next.body['units']).toMatchObject([{ unit: 'BJ-0003', status: 'open', district: 'chaoyang' }]);
    expect(next.body).not.toHaveProperty('after');
    expect((await city.get('/api/v1/units?q=0003')).body['units']).toHaveLength(1);
    expect((await city.get('/api/v1/units?district=haidian')).body['units']).toEqual([]);
  });

  it('a status has every duty, and as of a moment what was so then', async () => {
    const unit = await as('BJ-0001');
    const now = await unit.get('/api/v1/units/BJ-0001/status');
    expect(now.body).toMatchObject({ unit: 'BJ-0001', cycle: 2024, status: 'open', asOf: null });
    expect(now.body['cases'][0].duties['first-report']).toMatchObject({
      state: 'done',
      dueOn: '2024-06-15',
      doneOn: '2024-06-03',
    });
    const then = await unit.get(`/api/v1/units/BJ-0001/status?asOf=${encodeURIComponent('2024-06-03T10:00:00+08:00')}`);
    expect(then.body['cases'][0].duties['first-report']).toMatchObject({ state: 'pending' });
  });

  it('a timeline goes on where its page ended', async () => {
    const unit = await as('BJ-0001');
    const all = (await unit.get('/api/v1/units/BJ-0001/timeline')).body['events'] as { event: string }[];
    expect(all.map(({ event }) => event)).toEqual(['case-opened', 'case-opened', 'first-report-filed', 'verifier-appointed']);
    const first = (await unit.get('/api/v1/units/BJ-0001/timeline?limit=3')).body;
    const rest = (await unit.get(`/api/v1/units/BJ-0001/timeline?limit=3&after=${encodeURIComponent(first['after'] as string)}`))
      .body;
    expect([...(first['events'] as unknown[]), ...(rest['events'] as unknown[])]).toEqual(all);
  });

  it('before the confirmation there is no statement and nothing to collect', async () => {
    const unit = await as('BJ-0001');
    expect((await unit.get('/api/v1/units/BJ-0001/statement')).body).toEqual({ lines: [] });
    expect(await unit.get('/api/v1/units/BJ-0001/collection-preview')).toMatchObject({
      status: 409,
      body: { code: 'too-early' },
    });
  });

  it('an inbox has what ends first, first; whose it is need not be said by whoever has one', async () => {
    const at = encodeURIComponent('2024-06-04T00:00:00+08:00');
    const own = await (await as('BJ-0002')).get(`/api/v1/inbox?cycle=2024&asOf=${at}`);
    expect(own.body).toMatchObject({ of: 'BJ-0002', cycle: 2024 });
    expect(own.body['items'][0]).toMatchObject({ unit: 'BJ-0002', what: 'first-report', dueOn: '2024-06-15', overdue: false });
    const district = await (await as('chaoyang/x')).get(`/api/v1/inbox?of=chaoyang&cycle=2024&asOf=${at}`);
    expect(district.body['items']).toEqual([]);
    expect(await (await as('BJ-0002')).get('/api/v1/inbox?of=city')).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    const page = await (await as('city/a')).get(`/api/v1/inbox?of=BJ-0002&cycle=2024&asOf=${at}&limit=1`);
    const next = await (
      await as('city/a')
    ).get(`/api/v1/inbox?of=BJ-0002&cycle=2024&asOf=${at}&limit=200&after=${encodeURIComponent(page.body['after'] as string)}`);
    expect([...page.body['items'], ...next.body['items']]).toEqual(own.body['items']);
  });

  it('who one is here', async () => {
    expect((await (await as('chaoyang/x')).get('/api/v1/me')).body).toMatchObject({
      actor: 'chaoyang/x',
      appointments: [{ kind: 'district', party: 'chaoyang', role: 'officer' }],
    });
  });
});

describe('what the law says, to all', () => {
  const get = (path: string) => said(house.app.request(path));
  const calc = (rule: string, body: object) =>
    said(
      house.app.request(`/api/v1/calc/${rule}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    );

  it('the timetable, as rows and for a calendar', async () => {
    const rows = (await get('/api/v1/timetable?cycle=2024')).body['rows'] as { duty: string; dueOn: string }[];
    expect(rows.find(({ duty }) => duty === 'first-report')).toMatchObject({
      dueOn: '2024-06-15',
      closesAt: '2024-06-16T00:00:00+08:00',
    });
    const calendar = await get('/api/v1/timetable.ics?cycle=2024');
    expect([calendar.status, calendar.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(calendar.body['text']).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(await get('/api/v1/timetable?cycle=1999')).toMatchObject({ status: 404, body: { code: 'unknown-cycle' } });
  });

  it('三(四)「不得超出年度碳排放量的5%」 › a rule answers as the command does', async () => {
    expect((await calc('offset-limit', { confirmed: '98765.43' })).body).toMatchObject({
      answer: { all: '4938', outsideBeijing: '2469' },
    });
    expect(await calc('offset-limit', { confirmed: 98765.43 })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', path: ['confirmed'] },
    });
    expect(await calc('dance', {})).toMatchObject({ status: 404, body: { code: 'unknown-rule' } });
  });

  it('what the law says of a duty, and where', async () => {
    expect((await get('/api/v1/rulebooks/2024/explain/surrender')).body).toMatchObject({
      duty: 'surrender',
      clause: '三(四)',
      dueOn: '2024-11-15',
    });
    expect(await get('/api/v1/rulebooks/2024/explain/dance')).toMatchObject({ status: 404, body: { code: 'unknown-duty' } });
  });
});
