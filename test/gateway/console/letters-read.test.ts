import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
  const { pool } = site.house.theatre.book;
  const calendar = [
    { uid: 'a@luyue', duty: 'surrender', dueOn: '2024-11-15', sequence: 0, cancelled: false },
    { uid: 'b@luyue', duty: 'first-report', dueOn: '2024-06-15', sequence: 1, cancelled: true },
  ];
  await pool.query(
    `insert into letters (letter, party_kind, party, at, daily, calendar) values
      ('unit/BJ-0001/1', 'unit', 'BJ-0001', 1731600000000, false, $1), ('district/chaoyang/1', 'district', 'chaoyang', 1731600000000, true, '[]')`,
    [JSON.stringify(calendar)],
  );
  const notice = `insert into outbox (id, case_id, unit, party_kind, party, template, duty, at, say, letter)
    select $1, '2024/BJ-0001/monthly-evidence', 'BJ-0001', $2, $3, 'reminder', 'surrender', 1731600000000, $4, $5`;
  const say = { name: '青鸾热电有限公司', dueOn: '2024-11-15', days: '7', quantity: '100' };
  await pool.query(notice, ['N-1', 'unit', 'BJ-0001', say, 'unit/BJ-0001/1']);
  await pool.query(notice, ['N-2', 'district', 'chaoyang', say, 'district/chaoyang/1']);
  await pool.query(`insert into deliveries (id, letter, channel, at, receiver, retry_at, refused_at, last_error) values
    ('unit/BJ-0001/1#1', 'unit/BJ-0001/1', 'mail', 1731600000000, 'x', 'infinity', null, null),
    ('unit/BJ-0001/1#2', 'unit/BJ-0001/1', 'webhook', 1731600000000, 'x', 'infinity', clock_timestamp(), '410 gone'),
    ('district/chaoyang/1#1', 'district/chaoyang/1', 'mail', 1731600000000, 'x', 'infinity', null, null)`);
});
afterAll(() => site.close());

const LETTER = '/units/BJ-0001/letter?letter=unit%2FBJ-0001%2F1';

describe('front.md 8 — a unit reads what was written to it', () => {
  it('the list leads to the letter: what it is about, what to do, what follows otherwise, the clause, whom to ask', async () => {
    const unit = await site.as('BJ-0001');
    await unit.go('/units/BJ-0001/letters');
    expect(unit.text).toContain(`href="${LETTER}"`);
    // one that is still to go waits for no officer
    expect([unit.text.includes('待发送'), unit.text.includes('待批')]).toEqual([true, false]);
    await unit.go(LETTER);
    expect(unit.status).toBe(200);
    for (const said of ['青鸾热电有限公司（BJ-0001）：', '怎么办', '不办的后果', '2024-11-15', '依据：通知', '问谁：'])
      expect(unit.text).toContain(said);
    expect(unit.text).toContain('410 gone');
    // its links are of this platform
    expect(unit.text).toContain('href="/units/BJ-0001"');
  });

  it('what was attached to it is there: dates to keep, and dates that are done with', async () => {
    const unit = await site.as('BJ-0001');
    await unit.go(LETTER);
    expect(unit.text).toContain('配额清缴 2024-11-15');
    for (const [part, method, uid] of [
      ['dates', 'PUBLISH', 'a@luyue'],
      ['done', 'CANCEL', 'b@luyue'],
    ] as const) {
      const there = `/units/BJ-0001/letter/${part}.ics?letter=unit%2FBJ-0001%2F1`;
      expect(unit.text).toContain(`href="${there}"`);
      const file = await unit.once(there);
      expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const text = await file.text();
      expect([text.includes(`METHOD:${method}`), text.includes(`UID:${uid}`)]).toEqual([true, true]);
    }
  });

  it('nobody else’s unit reads it, no other unit’s address leads to it, and a letter to its district is none of its own', async () => {
    const [unit, other, district] = [await site.as('BJ-0001'), await site.as('BJ-0002'), await site.as('chaoyang/x')];
    expect((await other.go(LETTER)).status).toBe(404);
    expect((await other.go('/units/BJ-0002/letter?letter=unit%2FBJ-0001%2F1')).status).toBe(404);
    expect((await unit.go('/units/BJ-0001/letter?letter=district%2Fchaoyang%2F1')).status).toBe(404);
    expect((await unit.go('/units/BJ-0001/letter')).status).toBe(404);
    // by the permission table a district reads the letters of its units
    expect((await district.go(LETTER)).status).toBe(200);
  });
});
