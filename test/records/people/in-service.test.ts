import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleDesk } from '../../../desk/people.js';
import { Book } from '../../../records/book.js';
import { latestPlayed, setBusinessClock } from '../../../records/business-clock.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase, type TestDatabase } from '../database.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await claimPlatform(book.pool, 'service');
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

describe('front §1 — in service nobody moves the clock by which people are late', () => {
  it('neither the platform’s nor a case’s is set, whoever asks, and the stamp stays the database’s', async () => {
    await expect(setBusinessClock(book.pool, { wall0: 0, business0: 86_400_000 })).rejects.toThrow('no clock of its own');
    expect((await book.pool.query('select from business_clock')).rows).toEqual([]);
    const { rows } = await book.pool.query<{ off: number }>(
      `select abs(business_now() - extract(epoch from clock_timestamp()) * 1000)::float8 as off`,
    );
    expect(rows[0]?.off).toBeLessThan(1_000);
  });
});

describe('front §3 — in service nobody names somebody else', () => {
  it('whoever has the machine founds the first registrars, and then appoints nobody in the name of both', async () => {
    const desk = new PeopleDesk(book);
    const known = (name: string) => ({ name, mail: `${name}@city.example` });
    expect((await desk.found([known('zhang'), known('li')], 'founding')).state).toBe('decided');
    // people come by everybody's clock: a year that is rehearsed goes on from where it stood
    expect(await latestPlayed(book.pool)).toBe(0);
    const both = { by: 'city/p-0001', approvedBy: 'city/p-0002' };
    const brings = { person: 'p-0001', party: 'city', role: 'approver', basis: '依据' };
    const answer = await desk.submit({ ...both, do: 'appoint', with: brings }, 'takes power');
    expect(answer).toMatchObject({ state: 'refused', refusal: { refused: 'two-requests' } });
    const { rows } = await book.pool.query(`select from appointments where role = 'approver'`);
    expect(rows).toHaveLength(0);
  });
});
