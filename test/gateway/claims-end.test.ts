import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../domain/model/instant.js';
import { checkOf, openOffices, type Offices } from './offices.js';

let offices: Offices;
const ITEM = checkOf('BJ-0001');
const post: Offices['post'] = (...asked) => offices.post(...asked);
const shown: Offices['shown'] = (...asked) => offices.shown(...asked);
const as: Offices['as'] = (actor) => offices.as(actor);
const history: Offices['history'] = (item) => offices.history(item);
const today = dayOf(Date.now());

beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.house.close());

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
    const item = checkOf('BJ-0002');
    expect((await post('chaoyang/x', item, 'claim')).status).toBe(200);
    const check = { do: 'check-monthly-evidence', for: 'BJ-0002', with: { month: '2024-05', result: 'pass' } };
    await offices.act('chaoyang/y', check);
    expect(await shown('chaoyang/x', 'chaoyang', item)).toBeUndefined();
    expect(await post('chaoyang/x', item, 'release')).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
    expect(await history(item)).toEqual([['chaoyang/x', 'chaoyang/x', 'goes on']]);
  });

  it('returned and filed again it waits anew, and is nobody’s', async () => {
    const item = checkOf('BJ-0003');
    expect((await post('chaoyang/x', item, 'claim')).status).toBe(200);
    const back = { month: '2024-05', result: 'return', findings: ['不全'] };
    await offices.act('chaoyang/y', { do: 'check-monthly-evidence', for: 'BJ-0003', with: back });
    await offices.file('BJ-0003', '11');
    const again = await shown('chaoyang/x', 'chaoyang', item);
    expect(again).toMatchObject({ item });
    expect(again).not.toHaveProperty('claimedBy');
    expect((await post('chaoyang/y', item, 'claim')).status).toBe(200);
    expect(await history(item)).toContainEqual(['chaoyang/x', 'chaoyang/x', 'by itself']);
  });

  it('what somebody had whose appointment has ended, or who is suspended, is free', async () => {
    await post('chaoyang/x', ITEM, 'release');
    await post('chaoyang/x', ITEM, 'claim');
    const { pool } = offices.house.theatre.book;
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
    const { pool } = offices.house.theatre.book;
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
