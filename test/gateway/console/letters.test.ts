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
    expect(city.text).not.toContain('重发理由');
    await operator.go('/letters/undelivered');
    expect(operator.text).toContain('<details class="again"><summary>重发</summary>');
    const long = '址'.repeat(501);
    for (const wrong of [' ', long]) {
      await operator.send('/letters/undelivered', { 'reason.0': wrong });
      // in place: the list is there, the letter is open, at its field what is wrong with what was written
      expect([operator.status, operator.url]).toEqual([400, `${site.origin}/letters/undelivered`]);
      expect(operator.text).toContain('<details class="again" open=""><summary>重发</summary>');
      expect(operator.text).toMatch(/class="at-field" id="reason-0-wrong">重发须写明理由/);
      expect(operator.text).toContain(`value="${wrong}"`);
      expect(operator.text).toContain('550 no such user');
    }
    await operator.send('/letters/undelivered', { 'reason.0': '地址已更正' });
    expect(operator.text).toContain('没有未送达的信件');
    const kept = await site.house.theatre.book.pool.query('select letter, by, reason from resends');
    expect(kept.rows).toEqual([{ letter: 'L-1#1', by: 'operator/x', reason: '地址已更正' }]);
  });

  it('what did not arrive is shown by fifty, the newest first, each once; a place that no list handed out is refused', async () => {
    const { pool } = site.house.theatre.book;
    // of two of one instant, the one whose name comes last
    await pool.query(`insert into letters (letter, party_kind, party, at, daily)
      select 'P-' || n, 'unit', 'BJ-0001', n / 2, false from generate_series(100, 151) n`);
    await pool.query(`insert into deliveries (id, letter, channel, at, receiver, sent_to, refused_at)
      select letter || '#1', letter, 'mail', at, 'x', letter || '@example.org', clock_timestamp() from letters where letter like 'P-%'`);
    const city = await site.as('city/a');
    const shown = (): number[] => [...city.text.matchAll(/P-(\d+)@example\.org/g)].map(([, n]) => Number(n));
    await city.go('/letters/undelivered');
    expect(shown()).toEqual(Array.from({ length: 50 }, (_, n) => 151 - n));
    const [, next = ''] = /href="([^"]*)">下一页/.exec(city.text) ?? [];
    await city.go(next.replaceAll('&amp;', '&'));
    expect([shown(), city.text.includes('下一页')]).toEqual([[101, 100], false]);
    expect((await city.go('/letters/undelivered?after=x')).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['1; drop', 'P-1#1'])).toString('base64url');
    expect((await city.go(`/letters/undelivered?after=${forged}`)).status).toBe(400);
    await pool.query(`update deliveries set refused_at = null, sent_at = clock_timestamp() where letter like 'P-%'`);
  });

  it('a person says what they are not written about, and nobody else but an operator says it for them', async () => {
    const unit = await site.as('BJ-0001');
    await unit.go('/me/letters');
    await unit.send('/me/letters', { 'mute-reminder': 'yes', 'mute-overdue': 'yes' });
    expect([unit.status, unit.text.includes('已保存')]).toEqual([200, true]);
    const [mine, other, operator] = [await site.api('BJ-0001'), await site.api('chaoyang/x'), await site.api('operator/x')];
    const { person } = (await mine.get('/api/v1/me/letters')).body as { person: string };
    expect((await mine.get('/api/v1/me/letters')).body).toEqual({ person, muted: ['reminder'] });
    const codes: unknown[] = [];
    for (const [who, path, muted] of [
      [mine, '/api/v1/me/letters', ['overdue']],
      [other, `/api/v1/people/${person}/letters`, []],
      [mine, '/api/v1/people/p-9999999/letters', []],
      [operator, '/api/v1/people/p-9999999/letters', []],
    ] as const)
      codes.push((await who.put(path, { muted })).body['code']);
    expect(codes).toEqual(['bad-input', 'not-allowed', 'not-allowed', 'unknown-person']);
    expect((await operator.put(`/api/v1/people/${person}/letters`, { muted: ['cycle-opened'] })).status).toBe(200);
    const kept = await site.house.theatre.book.pool.query('select muted, kept_by from letter_wishes');
    expect(kept.rows).toEqual([{ muted: ['cycle-opened'], kept_by: 'operator/x' }]);
  });

  it('front.md 4 — a person sees where they are signed in, and ends all of it, the browser of a thief too', async () => {
    const [here, there, other] = [await site.as('haidian/y'), await site.as('haidian/y'), await site.as('operator/x')];
    await here.go('/me/sessions');
    expect(here.text.match(/<tr>/g)).toHaveLength(3);
    await here.send('/me/sessions', {});
    expect(new URL(here.url).pathname).toBe('/sign-in');
    for (const [who, lands] of [
      [here, '/sign-in'],
      [there, '/sign-in'],
      [other, '/inbox'],
    ] as const)
      expect([lands, new URL((await who.go('/inbox')).url).pathname]).toEqual([lands, lands]);
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

describe('front.md 7 — a case that stands still, by page', () => {
  const CASE = '2024/BJ-0003/monthly-evidence';
  const page = `/attention/case?${new URLSearchParams({ case: CASE }).toString()}`;

  it('an operator sees what stopped it, says how that was mended, and has it go on; who and why is kept', async () => {
    const { book, client, prefix } = site.house.theatre;
    const operator = await site.as('operator/x');
    await operator.go(page);
    expect([operator.text.includes('正在运行'), operator.text.includes('action="/attention/revive"')]).toEqual([true, false]);
    await client.getHandle(`${prefix}${CASE}`).terminate('as one that gave up');
    const before = Date.now();
    await book.suspend(CASE, 'the book refused its step');
    await operator.go('/attention');
    const [, there = ''] = /href="(\/attention\/case\?[^"]*)"/.exec(operator.text) ?? [];
    await operator.go(there);
    // an hour of Beijing, whatever that of the database
    const since = operator.text.match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?=<\/dd><dt>暂停的原因)/)?.[0] ?? '';
    const shown = Date.parse(`${since.replace(' ', 'T')}+08:00`);
    // to the second, rounded down
    expect([shown > before - 1_000, shown <= Date.now()]).toEqual([true, true]);
    expect(operator.text).toContain('the book refused its step');
    await operator.send('/attention/revive', { reason: '约束已改正' });
    expect([operator.status, operator.text.includes('约束已改正')]).toEqual([400, true]);
    await operator.send('/attention/revive', { reason: '约束已改正', sure: 'yes' });
    expect([operator.url, operator.text.includes('正在运行')]).toEqual([`${site.origin}${page}`, true]);
    expect(operator.text).toContain('约束已改正');
    const kept = await book.pool.query('select case_id, by, reason, stood_still from revivals');
    expect(kept.rows).toEqual([
      { case_id: CASE, by: 'operator/x', reason: '约束已改正', stood_still: 'the book refused its step' },
    ]);
    // and the case answers again
    const { status } = await client.getHandle(`${prefix}${CASE}`).describe();
    expect(status.name).toBe('RUNNING');
  });

  it('one that runs nowhere and stands in no list is found by its name; the city looks and does not touch, a unit does neither', async () => {
    const { book, client, prefix } = site.house.theatre;
    await client.getHandle(`${prefix}${CASE}`).terminate('lost');
    const [operator, city, unit] = [await site.as('operator/x'), await site.as('city/a'), await site.as('BJ-0003')];
    await city.go(page);
    expect([city.text.includes('没有运行'), city.text.includes('由运行人员恢复')]).toEqual([true, true]);
    expect((await unit.go(page)).status).toBe(403);
    expect((await operator.go('/attention/case?case=2024/BJ-0099/monthly-evidence')).status).toBe(404);
    await operator.go(page);
    const form = operator.text;
    await operator.send('/attention/revive', { reason: '服务器重装', sure: 'yes' });
    expect(operator.text).toContain('正在运行');
    operator.text = form;
    await operator.send('/attention/revive', { reason: '再来一次', sure: 'yes' });
    expect([operator.status, operator.text.includes('无须恢复')]).toEqual([409, true]);
    expect((await book.pool.query('select from revivals')).rowCount).toBe(2);
  });
});
