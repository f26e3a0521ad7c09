import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../domain/model/instant.js';
import { askerOf, openHouse, type House, type Said } from './house.js';

let house: House;
const as = async (actor: string) => askerOf(house.app, await house.token(actor));
const pathOf = (item: string, what: string): string => `/api/v1/inbox/${encodeURIComponent(item)}/${what}`;
const post = async (actor: string, item: string, what: string, body: object = {}): Promise<Said> =>
  (await as(actor)).post(pathOf(item, what), body);
const inbox = async (actor: string, of: string): Promise<Record<string, unknown>[]> =>
  (await (await as(actor)).get(`/api/v1/inbox?of=${of}&cycle=2024&limit=200`)).body['items'] as Record<string, unknown>[];
const shown = async (actor: string, of: string, item: string) => (await inbox(actor, of)).find((one) => one['item'] === item);
const history = async (item: string) =>
  (
    await house.theatre.book.pool.query<{ person: string; by: string; ended: string | null; is_over: boolean }>(
      `select p.test_actor as person, b.test_actor as by, e.test_actor as ended, c.ended_at is not null as is_over
       from inbox_claims c join persons p using (person) join persons b on b.person = c.by left join persons e on e.person = c.ended_by
       where item = $1 order by n`,
      [item],
    )
  ).rows.map(({ person, by, ended, is_over }) => [person, by, is_over ? (ended ?? 'by itself') : 'goes on']);

const MONTH = { month: '2024-05', electricityMWh: '10', fuels: [], files: [{ name: 'a.pdf', sha256: 'a'.repeat(64) }] };
const itemOf = (unit: string): string => `2024/${unit}/monthly-evidence:monthly-check/2024-05`;
const ITEM = itemOf('BJ-0001');
const today = dayOf(Date.now());

beforeAll(async () => {
  house = await openHouse();
  for (const unit of ['BJ-0001', 'BJ-0002', 'BJ-0003']) {
    const filed = await (await as(unit)).post('/api/v1/acts', { do: 'submit-monthly-evidence', with: MONTH });
    expect([filed.status, filed.body]).toMatchObject([200, { state: 'decided' }]);
  }
  // test people are there from their first sign-in on
  for (const actor of ['chaoyang/x', 'chaoyang/y', 'chaoyang/z', 'haidian/x', 'city/a', 'city/b', 'BJ-0001'])
    expect((await (await as(actor)).get('/api/v1/me')).status).toBe(200);
});
afterAll(() => house.close());

describe('front §5, §7 — claims on what waits for a district', () => {
  it('an officer claims: the inbox says who has it, to whoever has it that it is theirs', async () => {
    expect(await shown('chaoyang/x', 'chaoyang', ITEM)).not.toHaveProperty('claimedBy');
    expect(await post('chaoyang/x', ITEM, 'claim')).toMatchObject({
      status: 200,
      body: { item: ITEM, of: 'chaoyang', claimedBy: 'chaoyang/x' },
    });
    expect(await shown('chaoyang/x', 'chaoyang', ITEM)).toMatchObject({ claimedBy: 'chaoyang/x', mine: true });
    const other = await shown('chaoyang/y', 'chaoyang', ITEM);
    expect(other).toMatchObject({ claimedBy: 'chaoyang/x' });
    expect(other).not.toHaveProperty('mine');
  });

  it('the same again is answered alike and leaves no second line', async () => {
    expect((await post('chaoyang/x', ITEM, 'claim')).status).toBe(200);
    expect(await history(ITEM)).toEqual([['chaoyang/x', 'chaoyang/x', 'goes on']]);
  });

  it.each(['claim', 'release', 'hand-over'])('a colleague is told who has it: %s', async (what) => {
    const no = await post('chaoyang/y', ITEM, what, what === 'hand-over' ? { to: 'chaoyang/z' } : {});
    expect(no).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(no.body['message'].en).toContain('chaoyang/x');
  });

  it('neither the day by which the check is due nor that it waits is another for it', async () => {
    const told = async () => {
      const { claimedBy: _, mine: __, ...item } = (await shown('chaoyang/x', 'chaoyang', ITEM)) ?? {};
      return item;
    };
    const windows = async () => (await house.theatre.book.pool.query('select * from case_checks order by case_id, n')).rows;
    const before = [await told(), await windows()];
    expect(before[0]).toMatchObject({ dueOn: expect.stringMatching(/^2024-/) as string });
    await post('chaoyang/x', ITEM, 'hand-over', { to: 'chaoyang/y' });
    await post('chaoyang/y', ITEM, 'release');
    await post('chaoyang/x', ITEM, 'claim');
    expect([await told(), await windows()]).toEqual(before);
  });

  it('who had it, by whom, and who ended that is kept in order', async () => {
    expect(await history(ITEM)).toEqual([
      ['chaoyang/x', 'chaoyang/x', 'chaoyang/x'],
      ['chaoyang/y', 'chaoyang/x', 'chaoyang/y'],
      ['chaoyang/x', 'chaoyang/x', 'goes on'],
    ]);
  });

  it('it is handed over to a colleague at the same party, nobody else', async () => {
    for (const to of ['haidian/x', 'city/a', 'p-9999', 'haidian/p-0002', 'chaoyang/nobody'])
      expect(await post('chaoyang/x', ITEM, 'hand-over', { to })).toMatchObject({
        status: 400,
        body: { code: 'bad-input', path: ['to'] },
      });
    expect(await shown('chaoyang/x', 'chaoyang', ITEM)).toMatchObject({ claimedBy: 'chaoyang/x' });
  });

  it('what nobody has is assigned by anybody of the party, also by a person’s number', async () => {
    const item = itemOf('BJ-0003');
    const me = (await (await as('chaoyang/z')).get('/api/v1/me')).body['person'] as string;
    expect((await post('chaoyang/x', item, 'hand-over', { to: `haidian/${me}` })).status).toBe(400);
    expect(await post('chaoyang/x', item, 'hand-over', { to: `chaoyang/${me}` })).toMatchObject({
      status: 200,
      body: { claimedBy: 'chaoyang/z' },
    });
    expect(await post('chaoyang/z', item, 'release')).toMatchObject({ status: 200, body: { item, of: 'chaoyang' } });
    expect(await shown('chaoyang/z', 'chaoyang', item)).not.toHaveProperty('claimedBy');
  });

  it('what is in another’s inbox, or in none, is unknown; who keeps no inbox may not', async () => {
    for (const [actor, item] of [
      ['haidian/x', ITEM],
      ['city/a', ITEM],
      ['BJ-0001', ITEM],
      ['chaoyang/x', `${ITEM}x`],
      ['chaoyang/x', 'nothing'],
      ['chaoyang/x', '2024/BJ-0001/compliance-cycle:first-report'],
    ] as const)
      expect(await post(actor, item, 'claim'), `${actor} ${item}`).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
    for (const actor of ['auditor/x', 'operator/x', 'V-01', 'exchange'])
      expect(await post(actor, ITEM, 'claim'), actor).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('of many at one instant one gets it, and the others are told who', async () => {
    const item = itemOf('BJ-0003');
    const actors = ['chaoyang/x', 'chaoyang/y', 'chaoyang/z'];
    const askers = await Promise.all(actors.map(as));
    const answers = await Promise.all(askers.flatMap((one) => [one, one]).map((one) => one.post(pathOf(item, 'claim'), {})));
    const won = answers.filter(({ status }) => status === 200).map(({ body }) => body['claimedBy'] as string);
    expect(won).toHaveLength(2);
    expect(new Set(won).size).toBe(1);
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      expect([status, body['code']]).toEqual([409, 'already-done']);
      expect(body['message'].zh).toContain(won[0]);
    }
    await post(won[0]!, item, 'release');
  });
});

describe('front §5 — units and the city keep inboxes too', () => {
  it('a person of a unit claims what the unit owes', async () => {
    const item = '2024/BJ-0001/compliance-cycle:first-report';
    expect(await post('BJ-0001', item, 'claim')).toMatchObject({ status: 200, body: { of: 'BJ-0001', claimedBy: 'BJ-0001' } });
    expect(await shown('BJ-0001', 'BJ-0001', item)).toMatchObject({ claimedBy: 'BJ-0001', mine: true });
    const seen = await shown('city/a', 'BJ-0001', item);
    expect(seen).toMatchObject({ claimedBy: 'BJ-0001' });
    expect(seen).not.toHaveProperty('mine');
    expect(await post('BJ-0002', item, 'claim')).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
    expect((await post('BJ-0001', item, 'release')).status).toBe(200);
  });

  it('an officer of the city claims what the city has to decide, and hands it over', async () => {
    const [waiting] = await inbox('city/a', 'city');
    const item = waiting?.['item'] as string;
    expect((await post('city/a', item, 'claim')).body).toMatchObject({ of: 'city', claimedBy: 'city/a' });
    expect((await post('city/a', item, 'hand-over', { to: 'city/b' })).body).toMatchObject({ claimedBy: 'city/b' });
    expect(await shown('city/b', 'city', item)).toMatchObject({ mine: true });
  });
});

describe('front §5 — a substitute while somebody is away', () => {
  const put = async (actor: string, body: object) => (await as(actor)).put('/api/v1/inbox/substitute', body);

  it('is a colleague, for a span of days that is not over and not without end', async () => {
    const span = { from: today, until: addDays(today, 5) };
    for (const [body, path] of [
      [{ ...span, person: 'haidian/x' }, 'person'],
      [{ ...span, person: 'chaoyang/x' }, 'person'],
      [{ person: 'chaoyang/y', from: today, until: addDays(today, -1) }, 'until'],
      [{ person: 'chaoyang/y', from: addDays(today, -9), until: addDays(today, -1) }, 'until'],
      [{ person: 'chaoyang/y', from: today, until: addDays(today, 367) }, 'until'],
      [{ person: 'chaoyang/y', from: '2024-02-30', until: today }, 'from'],
    ] as const)
      expect(await put('chaoyang/x', body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { code: 'bad-input', path: [path] },
      });
    expect(await put('auditor/x', { ...span, person: 'chaoyang/y' })).toMatchObject({ status: 403 });
  });

  it('sees as theirs what the absent one has, from the first day to the last, and acts on it', async () => {
    await post('chaoyang/x', ITEM, 'claim');
    const mine = async () => (await shown('chaoyang/y', 'chaoyang', ITEM))?.['mine'];
    await put('chaoyang/x', { person: 'chaoyang/y', from: addDays(today, 1), until: addDays(today, 5) });
    expect(await mine()).toBeUndefined();
    expect((await post('chaoyang/y', ITEM, 'release')).status).toBe(409);
    const named = await put('chaoyang/x', { person: 'chaoyang/y', from: addDays(today, -3), until: today });
    expect(named.body).toEqual({ of: 'chaoyang', person: 'chaoyang/y', from: addDays(today, -3), until: today });
    expect(await mine()).toBe(true);
    expect((await shown('chaoyang/z', 'chaoyang', ITEM))?.['mine']).toBeUndefined();
    expect((await post('chaoyang/z', ITEM, 'claim')).status).toBe(409);
    expect((await post('chaoyang/y', ITEM, 'hand-over', { to: 'chaoyang/z' })).body).toMatchObject({ claimedBy: 'chaoyang/z' });
    await post('chaoyang/z', ITEM, 'hand-over', { to: 'chaoyang/x' });
  });

  it('no longer once it is taken back', async () => {
    expect((await (await as('chaoyang/x')).delete('/api/v1/inbox/substitute')).body).toEqual({ of: 'chaoyang' });
    expect((await shown('chaoyang/y', 'chaoyang', ITEM))?.['mine']).toBeUndefined();
    expect((await post('chaoyang/y', ITEM, 'claim')).status).toBe(409);
  });
});

describe('a claim hinders nobody, and ends by itself', () => {
  it('whoever is entitled does the act; the claim is over with it, and its line stays', async () => {
    const item = itemOf('BJ-0002');
    expect((await post('chaoyang/x', item, 'claim')).status).toBe(200);
    const check = { do: 'check-monthly-evidence', for: 'BJ-0002', with: { month: '2024-05', result: 'pass' } };
    expect(await (await as('chaoyang/y')).post('/api/v1/acts', check)).toMatchObject({ status: 200, body: { state: 'decided' } });
    expect(await shown('chaoyang/x', 'chaoyang', item)).toBeUndefined();
    expect(await post('chaoyang/x', item, 'release')).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
    expect(await history(item)).toEqual([['chaoyang/x', 'chaoyang/x', 'goes on']]);
  });

  it('returned and filed again it waits anew, and is nobody’s', async () => {
    const item = itemOf('BJ-0003');
    expect((await post('chaoyang/x', item, 'claim')).status).toBe(200);
    const back = { month: '2024-05', result: 'return', findings: ['不全'] };
    const [unit, officer] = [await as('BJ-0003'), await as('chaoyang/y')];
    const acts = [
      await officer.post('/api/v1/acts', { do: 'check-monthly-evidence', for: 'BJ-0003', with: back }),
      await unit.post('/api/v1/acts', { do: 'submit-monthly-evidence', with: { ...MONTH, electricityMWh: '11' } }),
    ];
    for (const { status, body } of acts) expect([status, body]).toMatchObject([200, { state: 'decided' }]);
    const again = await shown('chaoyang/x', 'chaoyang', item);
    expect(again).toMatchObject({ item });
    expect(again).not.toHaveProperty('claimedBy');
    expect((await post('chaoyang/y', item, 'claim')).status).toBe(200);
    expect(await history(item)).toContainEqual(['chaoyang/x', 'chaoyang/x', 'by itself']);
  });

  it('what somebody had whose appointment has ended, or who is suspended, is free', async () => {
    await post('chaoyang/x', ITEM, 'release');
    await post('chaoyang/x', ITEM, 'claim');
    const { pool } = house.theatre.book;
    /** As the acts `suspend-person` and `end-appointment` leave the rows, without the case of the people. */
    const write = async (sql: string, values: unknown[]) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('set local session_replication_role = replica');
        await client.query(sql, values);
        await client.query('commit');
      } finally {
        client.release();
      }
    };
    const claimedBy = async () => (await shown('chaoyang/y', 'chaoyang', ITEM))?.['claimedBy'];
    await write(`update persons set suspended_at = $1 where test_actor = 'chaoyang/x'`, [Date.now()]);
    expect(await claimedBy()).toBeUndefined();
    await write(`update persons set suspended_at = null where test_actor = 'chaoyang/x'`, []);
    expect(await claimedBy()).toBe('chaoyang/x');
    await write(
      `update appointments set until_at = $1 where person = (select person from persons where test_actor = 'chaoyang/x')`,
      [Date.now()],
    );
    expect(await claimedBy()).toBeUndefined();
    expect((await post('chaoyang/y', ITEM, 'hand-over', { to: 'chaoyang/x' })).body).toMatchObject({ path: ['to'] });
    expect((await post('chaoyang/y', ITEM, 'claim')).body).toMatchObject({ claimedBy: 'chaoyang/y' });
    expect((await history(ITEM)).slice(-2)).toEqual([
      ['chaoyang/x', 'chaoyang/x', 'by itself'],
      ['chaoyang/y', 'chaoyang/y', 'goes on'],
    ]);
  });

  it('its lines are neither changed nor taken away', async () => {
    const { pool } = house.theatre.book;
    for (const sql of [
      'delete from inbox_claims',
      'delete from inbox_substitutes',
      'update inbox_claims set person = by',
      'update inbox_claims set ended_at = 9e15::bigint where ended_at is not null',
      'update inbox_substitutes set until_day = from_day',
    ])
      await expect(pool.query(sql), sql).rejects.toMatchObject({ code: '23001' });
  });
});
