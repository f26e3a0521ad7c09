import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IN_SERVICE } from '../../domain/model/clock.js';
import { Book } from '../../records/book.js';
import { enterContacts } from '../../records/contacts.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { Town } from './people/town.js';
import { AT_ONCE } from './put-letters.js';
import { beijing, putNotices, type Put } from './put-notices.js';
import { Asker, OPENED } from './steps.js';

let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
  await new Asker(book, 'P-1').open([], 'compliance-cycle', OPENED, IN_SERVICE);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const put = (...all: readonly Put[]): Promise<void> => putNotices(book, all);
const gather = (): Promise<number> => book.gatherLetters(AT_ONCE);
const receivers = async (party: string): Promise<string[]> =>
  (await book.lettersOf())
    .filter((one) => `${one.party.kind}/${one.party.id}` === party)
    .map(({ channel, to }) => `${channel} ${to}`);

describe('front §8 — to the party’s people by role and setting; one recipient an envelope', () => {
  it('to the party’s own address, and to who is in office and reads such letters; nobody twice', async () => {
    await town.found();
    const [filer, signer] = [await town.enter('filer'), await town.enter('signer')];
    const [left, same] = [await town.enter('left'), await town.enter('same')];
    for (const [person, role] of [
      [filer, 'filer'],
      [signer, 'signer'],
      [same, 'filer'],
    ] as const)
      await town.appoint(person, 'P-1', role);
    await town.both('end-appointment', { appointment: await town.appoint(left, 'P-1', 'filer'), basis: '离职' });
    await enterContacts(book.pool, [
      { party: { kind: 'unit', id: 'P-1' }, mail: 'SAME@unit.example', webhook: 'https://p1.example/in' },
    ]);
    const now = beijing();
    await put({ to: 'unit/P-1', at: now, unit: 'P-1' });
    await gather();
    expect((await receivers('unit/P-1')).sort()).toEqual(
      [`mail ${filer}`, 'mail SAME@unit.example', `mail ${signer}`, 'webhook https://p1.example/in'].sort(),
    );
    await book.pool.query(`insert into letter_wishes (person, muted) values ($1, '{reminder}')`, [filer]);
    await put({ to: 'unit/P-1', at: now, unit: 'P-1', template: 'reminder', duty: 'again' });
    await gather();
    const again = (await book.lettersOf()).filter(({ notices }) => notices[0]?.duty === 'again');
    expect(again.map(({ to }) => to)).not.toContain(filer);
    await put({ to: 'unit/P-1', at: now, unit: 'P-1', template: 'overdue', duty: 'missed' });
    await gather();
    const missed = (await book.lettersOf()).filter(({ notices }) => notices[0]?.duty === 'missed');
    expect(missed.map(({ to }) => to)).toContain(filer);
  });

  it('a proposal goes to each approver in office but for whoever proposed it, and to the city’s address where there is none', async () => {
    await put({
      to: 'city/city',
      at: '2024-06-01 10:00:00',
      template: 'approval-waits',
      role: 'approver',
      except: 'p-0001',
      say: { approval: 'AP-1' },
    });
    await gather();
    const first = (await book.lettersOf()).find(({ notices }) => notices[0]?.say['approval'] === 'AP-1');
    expect(first).toMatchObject({ to: 'city@authority.example' });
    const approvers: string[] = [];
    for (const name of ['ap-a', 'ap-b']) {
      approvers.push(await town.enter(name));
      await town.appoint(approvers.at(-1)!, 'city', 'approver');
    }
    const now = beijing();
    await put({
      to: 'city/city',
      at: now,
      template: 'approval-waits',
      role: 'approver',
      except: approvers[0]!,
      say: { approval: 'AP-2' },
    });
    await put({ to: `person/${approvers[0]!}`, at: now, template: 'approval-ended', say: { approval: 'AP-3' } });
    await gather();
    const told = (approval: string) =>
      book.lettersOf().then((all) => all.filter(({ notices }) => notices[0]?.say['approval'] === approval).map(({ to }) => to));
    expect([await told('AP-2'), await told('AP-3')]).toEqual([[approvers[1]], [approvers[0]]]);
  });

  it('an address that is corrected counts from then on; of a person’s nothing is kept, not even in what a server says', async () => {
    await put({ to: 'verifier/V-9', at: '2024-06-01 10:00:00' });
    await gather();
    await enterContacts(book.pool, [{ party: { kind: 'verifier', id: 'V-9' }, mail: 'new@v9.example' }]);
    const sent = (await book.claimLetters(20)).find(({ party }) => party.id === 'V-9')!;
    expect(sent.to).toBe('new@v9.example');
    await book.letterSent(sent, '250 queued for new@v9.example');
    const { rows } = await book.pool.query(`select sent_to, answer from deliveries where id = $1`, [sent.id]);
    expect(rows).toEqual([{ sent_to: 'new@v9.example', answer: '250 queued for new@v9.example' }]);
    const { rows: persons } = await book.pool.query<{ id: string; person: string }>(
      `select id, person from deliveries where person is not null and sent_at is null limit 1`,
    );
    const one = { ...persons[0]!, to: 'secret@unit.example' };
    await book.letterFailed(one, { why: '550 <secret@unit.example>: no such mailbox', forGood: true });
    expect(await book.lettersOf({ refused: true })).toMatchObject([{ id: one.id, said: `550 <${one.person}>: no such mailbox` }]);
  });
});
