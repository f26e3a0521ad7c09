import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOf, openOffices, type Offices } from './offices.js';

let offices: Offices;
const ITEM = checkOf('BJ-0001');
const post: Offices['post'] = (...asked) => offices.post(...asked);
const shown: Offices['shown'] = (...asked) => offices.shown(...asked);
const as: Offices['as'] = (actor) => offices.as(actor);
const history: Offices['history'] = (item) => offices.history(item);

beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.house.close());

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
    const windows = async () =>
      (await offices.house.theatre.book.pool.query<object>('select * from case_checks order by case_id, n')).rows;
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
    const item = checkOf('BJ-0003');
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
    const item = checkOf('BJ-0003');
    const actors = ['chaoyang/x', 'chaoyang/y', 'chaoyang/z'];
    const askers = await Promise.all(actors.map(as));
    const answers = await Promise.all(
      askers.flatMap((one) => [one, one]).map((one) => one.post(`/api/v1/inbox/${encodeURIComponent(item)}/claim`, {})),
    );
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
    const [waiting] = await offices.inbox('city/a', 'city');
    const item = waiting?.['item'] as string;
    expect((await post('city/a', item, 'claim')).body).toMatchObject({ of: 'city', claimedBy: 'city/a' });
    expect((await post('city/a', item, 'hand-over', { to: 'city/b' })).body).toMatchObject({ claimedBy: 'city/b' });
    expect(await shown('city/b', 'city', item)).toMatchObject({ mine: true });
  });
});
