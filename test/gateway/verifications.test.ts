import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askerOf, openHouse, type House } from './house.js';

let house: House;
const as = async (actor: string) => askerOf(house.app, await house.token(actor));
const does = async (actor: string, act: string, brings: object, unit = 'BJ-0001') =>
  (await as(actor)).post('/api/v1/acts', { do: act, with: brings, ...(actor.startsWith('BJ') ? {} : { for: unit }) });
const waits = async (of: string): Promise<string[]> =>
  ((await (await as(of)).get('/api/v1/inbox?limit=200')).body['items'] as { what: string; unit: string; dueOn?: string }[])
    .filter(({ what }) => /verif|engage|query/.test(what))
    .map(({ what, unit, dueOn }) => `${unit} ${what} ${dueOn ?? '-'}`);
const listed = async (actor: string, query = ''): Promise<string[]> =>
  ((await (await as(actor)).get(`/api/v1/verifications${query}`)).body['verifications'] as { id: string; stage: string }[]).map(
    ({ id, stage }) => `${id} ${stage}`,
  );
const statusOf = async (actor: string): Promise<number> => (await (await as(actor)).get('/api/v1/units/BJ-0001/status')).status;
const unitsOf = async (actor: string, query = ''): Promise<string[]> =>
  ((await (await as(actor)).get(`/api/v1/units${query}`)).body['units'] as { unit: string }[]).map(({ unit }) => unit);
const shown = async (actor: string, id: string) => (await as(actor)).get(`/api/v1/verifications/${encodeURIComponent(id)}`);

const REPORT = { emissions: '98200', sources: [{ source: '天然气', verified: '98200' }], opinion: 'unqualified', sealed: true };
const OWN = '2024:BJ-0001:V-01';

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('三(二) — the verifier works on the platform, and sees whom it works for', () => {
  it('before it is engaged it sees nothing, and what it would do is not its to do', async () => {
    expect(await listed('V-01')).toEqual([]);
    expect(await waits('V-01')).toEqual([]);
    expect(await statusOf('V-01')).toBe(404);
    expect(await does('V-01', 'accept-engagement', { independence: '无利益关系' })).toMatchObject({
      status: 409,
      body: { code: 'verifier-not-appointed' },
    });
  });

  it('engaged, it finds the unit, its verification and what waits for it; another verifier does not', async () => {
    expect(await does('BJ-0001', 'engage-verifier', { verifier: 'V-01' })).toMatchObject({ status: 200 });
    expect(await listed('V-01')).toEqual([`${OWN} engaged`]);
    expect(await waits('V-01')).toEqual(['BJ-0001 verification-report 2024-07-15', 'BJ-0001 accept-engagement -']);
    expect(await statusOf('V-01')).toBe(200);
    expect(await listed('V-02')).toEqual([]);
    expect(await statusOf('V-02')).toBe(404);
    expect(await shown('V-02', OWN)).toMatchObject({ status: 404, body: { code: 'unknown-verification' } });
    expect(await does('V-02', 'accept-engagement', { independence: '无利益关系' })).toMatchObject({
      body: { code: 'verifier-not-appointed' },
    });
  });

  it('of the unit it sees what the table gives a verifier: status and timeline, no account', async () => {
    const verifier = await as('V-01');
    expect((await verifier.get('/api/v1/units/BJ-0001/timeline')).status).toBe(200);
    for (const unit of ['BJ-0001', 'BJ-0002', 'BJ-9999'])
      expect(await verifier.get(`/api/v1/units/${unit}/statement`)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await unitsOf('V-01')).toEqual(['BJ-0001']);
    expect(await unitsOf('V-02')).toEqual([]);
    expect(await unitsOf('V-01', '?q=BJ-0002')).toEqual([]);
  });

  it('which units letters do not reach is told to authorities and to no verifier, until one goes out again', async () => {
    // refused in an hour: letters of the opening that are still on their way do not end it
    const delivery = (letter: string, ended: string, hours: number): string =>
      `with l as (insert into letters (letter, party_kind, party, at, daily) values ('${letter}', 'unit', 'BJ-0002', 0, false))
      insert into deliveries (id, letter, channel, at, receiver, ${ended}) values ('${letter}', '${letter}', 'mail', 0, 'x', now() + interval '${hours} hours')`;
    const { pool } = house.theatre.book;
    await pool.query(delivery('lost', 'refused_at', 1));
    const told = async (actor: string) => (await (await as(actor)).get('/api/v1/inbox')).body['unreached'] as unknown;
    for (const actor of ['city/a', 'chaoyang/x'])
      expect([actor, await told(actor)]).toMatchObject([actor, [{ unit: 'BJ-0002' }]]);
    for (const actor of ['V-01', 'BJ-0001', 'haidian/x']) expect([actor, await told(actor)]).toEqual([actor, undefined]);
    await pool.query(delivery('arrived', 'sent_at', 2));
    expect(await told('city/a')).toBeUndefined();
  });

  it('what it asks waits for the unit with its days, and the answer for the verifier', async () => {
    expect((await does('V-01', 'accept-engagement', { independence: '无利益关系' })).status).toBe(200);
    const asked = { kind: 'non-conformity', about: '天然气', text: '计量表未检定', days: 3 };
    expect((await does('V-01', 'raise-query', asked)).status).toBe(200);
    expect(await waits('BJ-0001')).toContain('BJ-0001 answer-query/1 2024-06-06');
    expect((await does('BJ-0001', 'answer-query', { verifier: 'V-01', query: 1, text: '已补检定证书' })).status).toBe(200);
    expect(await waits('BJ-0001')).not.toContain('BJ-0001 answer-query/1 2024-06-06');
    expect(await waits('V-01')).toContain('BJ-0001 close-query/1 -');
    expect((await does('V-01', 'close-query', { query: 1, result: 'settled' })).status).toBe(200);
    expect((await shown('BJ-0001', OWN)).body).toMatchObject({
      stage: 'accepted',
      engagements: 1,
      independence: { by: 'V-01', independence: '无利益关系' },
      queries: [
        {
          query: 1,
          state: 'settled',
          dueOn: '2024-06-06',
          text: '计量表未检定',
          overdue: false,
          answers: [{ text: '已补检定证书' }],
        },
      ],
    });
  });

  it('its report is what the unit files; another figure is a finding that the district and the city see too', async () => {
    expect((await does('V-01', 'issue-verification-report', REPORT)).status).toBe(200);
    const filing = { emissions: '98300', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
    expect((await does('BJ-0001', 'submit-verified-report', filing)).status).toBe(200);
    for (const actor of ['chaoyang/x', 'city/a', 'auditor/x', 'V-01'])
      expect((await shown(actor, OWN)).body).toMatchObject({
        stage: 'filed',
        reports: [{ report: 1, emissions: '98200', opinion: 'unqualified' }],
        findings: [{ finding: 'emissions-differ', stated: '98300', verified: '98200' }],
      });
    expect((await shown('haidian/x', OWN)).status).toBe(404);
    expect((await shown('BJ-0002', OWN)).status).toBe(404);
    expect(await waits('V-01')).toEqual([]);
  });

  it('replaced, it sees the unit no more, and still its own work; who came after does not see that', async () => {
    expect((await does('BJ-0001', 'engage-verifier', { verifier: 'V-02' })).status).toBe(200);
    expect(await statusOf('V-01')).toBe(404);
    expect(await statusOf('V-02')).toBe(200);
    expect(await listed('V-01')).toEqual([`${OWN} ended`]);
    expect((await shown('V-01', OWN)).body).toMatchObject({ stage: 'ended', because: 'another-engaged' });
    expect(await listed('V-02')).toEqual(['2024:BJ-0001:V-02 engaged']);
    expect((await shown('V-02', OWN)).status).toBe(404);
    expect(await does('V-01', 'raise-query', { kind: 'query', about: '边界', text: '说明' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    const city = await listed('city/a', '?unit=BJ-0001');
    expect(city).toEqual([`${OWN} ended`, '2024:BJ-0001:V-02 engaged']);
    const [first = '', ...rest] = [await listed('city/a', '?limit=1'), await listed('city/a', '?verifier=V-02')].flat();
    expect([first, ...rest]).toEqual([`${OWN} ended`, '2024:BJ-0001:V-02 engaged']);
  });

  it('what is refused opens no verification', async () => {
    expect(await does('BJ-0001', 'engage-verifier', { verifier: 'V-02' })).toMatchObject({ body: { code: 'already-done' } });
    expect(await does('BJ-0002', 'appoint-verifier', { verifier: 'V-03' })).toMatchObject({ status: 200 });
    expect(await unitsOf('V-03')).toEqual(['BJ-0002']);
    expect(await unitsOf('V-01')).toEqual([]);
    expect(await listed('city/a')).toHaveLength(2);
    expect((await (await as('city/a')).get('/api/v1/verifications/nothing')).status).toBe(404);
  });
});
