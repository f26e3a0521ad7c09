import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
});
afterAll(() => site.close());

const failedLetter = `insert into letters (letter, party_kind, party, at, daily) values ('L-1', 'unit', 'BJ-0001', 0, false);
  insert into deliveries (id, letter, channel, at, receiver, refused_at, last_error) values ('L-1#1', 'L-1', 'mail', 0, 'x', clock_timestamp(), '550 no such user')`;

describe('front.md 8 — letters by page', () => {
  it('what did not arrive stands with what the server said; an operator sends it again with a reason, nobody else does', async () => {
    await site.house.theatre.book.pool.query(failedLetter);
    const [operator, city] = [await site.as('operator/x'), await site.as('city/a')];
    await city.go('/letters/undelivered');
    expect(city.text).toContain('550 no such user');
    expect(city.text).not.toContain('action="/letters/resend"');
    await operator.go('/letters/undelivered');
    await operator.send('/letters/resend', { reason: ' ' });
    expect([operator.status, operator.text.includes('重发须写明理由')]).toEqual([400, true]);
    await operator.go('/letters/undelivered');
    await operator.send('/letters/resend', { reason: '地址已更正' });
    expect(operator.text).toContain('没有未送达的信件');
    const kept = await site.house.theatre.book.pool.query('select letter, by, reason from resends');
    expect(kept.rows).toEqual([{ letter: 'L-1#1', by: 'operator/x', reason: '地址已更正' }]);
  });

  it('whether reminders helped is a page and a csv with the same head; a unit is told that it is not for it', async () => {
    const city = await site.as('city/a');
    await city.go('/letters/effect');
    expect(city.text).toContain('还没有发出提醒');
    const csv = await city.once('/letters/effect.csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toMatch(/^\ufeff?事项,提前天数,提醒/);
    const unit = await site.as('BJ-0001');
    for (const path of ['/letters/effect', '/letters/effect.csv', '/letters/undelivered'])
      expect([path, (await unit.go(path)).status]).toEqual([path, 403]);
  });
});
