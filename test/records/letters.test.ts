import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IN_SERVICE } from '../../domain/model/clock.js';
import { instantFrom, isoOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { enterContacts } from '../../records/contacts.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { Town } from './people/town.js';
import { AT_ONCE } from './put-letters.js';
import { Asker, OPENED } from './steps.js';

let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
  await new Asker(book, 'P-1').open([], 'compliance-cycle', OPENED, IN_SERVICE);
}, 60_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** This very moment, as people write it. */
const beijing = (): string => new Date(Date.now() + 28_800_000).toISOString().slice(0, 23).replace('T', ' ');
const at = (when: string): number => instantFrom(`${when.replace(' ', 'T')}+08:00`);

interface Put {
  readonly to: string;
  readonly at: string;
  readonly template?: string;
  readonly duty?: string;
  readonly say?: object;
  readonly unit?: string;
  readonly role?: string;
  readonly except?: string;
}
let count = 0;
/** Notices as steps leave them: `district/chaoyang`. */
const put = async (...all: readonly Put[]): Promise<void> => {
  const rows = all.map((one) => {
    const [kind = '', party = ''] = one.to.split('/');
    count += 1;
    return {
      id: `n/${String(count).padStart(5, '0')}`,
      kind,
      party,
      unit: 'U-1',
      template: 'reminder',
      say: {},
      ...one,
      at: at(one.at),
    };
  });
  await book.pool.query(
    `insert into outbox (id, case_id, unit, party_kind, party, role, except_person, template, duty, at, say)
      select r.id, 'P-1/2024', r.unit, r.kind, r.party, r.role, r.except, r.template, r.duty, r.at, r.say
      from jsonb_to_recordset($1::jsonb) r (id text, unit text, kind text, party text, role text, "except" text, template text, duty text, at bigint, say jsonb)`,
    [JSON.stringify(rows)],
  );
};
const gather = (): Promise<number> => book.gatherLetters(AT_ONCE);
/** The letters of a party: when each left, and how many notices it has. */
const lettersTo = async (party: string): Promise<string[]> => {
  const { rows } = await book.pool.query<{ at: string; n: number }>(
    `select l.at, count(*)::int as n from letters l join outbox o using (letter) where l.party_kind || '/' || l.party = $1 group by l.letter order by l.at, n`,
    [party],
  );
  return rows.map((row) => `${isoOf(Number(row.at)).slice(0, 16)} ${String(row.n)}`);
};
const receivers = async (party: string): Promise<string[]> =>
  (await book.lettersOf())
    .filter((one) => `${one.party.kind}/${one.party.id}` === party)
    .map(({ channel, to }) => `${channel} ${to}`);

let n = 0;
let district = '';
beforeEach(() => {
  n += 1;
  district = `district/d${String(n)}`;
});

describe('front §8 — units get one letter for the notices of one instant, an authority one a morning and one at midnight', () => {
  it('what a unit is told at one instant stands together, what another instant brings does not', async () => {
    await put(
      { to: 'unit/T-1', at: '2024-06-08 09:00:00' },
      { to: 'unit/T-1', at: '2024-06-08 09:00:00', duty: 'data-quality-plan' },
      { to: 'unit/T-1', at: '2024-06-14 09:00:00' },
      { to: 'unit/T-2', at: '2024-06-08 09:00:00' },
    );
    await gather();
    expect(await lettersTo('unit/T-1')).toEqual(['2024-06-08T09:00 2', '2024-06-14T09:00 1']);
    expect(await lettersTo('unit/T-2')).toEqual(['2024-06-08T09:00 1']);
  });

  it('an authority’s wait for the next morning or midnight; nine o’clock and midnight belong to their own letter', async () => {
    for (const when of [
      '2024-06-15 00:00:00',
      '2024-06-15 00:00:01',
      '2024-06-15 09:00:00',
      '2024-06-15 09:00:01',
      '2024-06-15 23:59:59',
    ])
      await put({ to: district, at: when, template: 'overdue' });
    await gather();
    expect(await lettersTo(district)).toEqual(['2024-06-15T00:00 1', '2024-06-15T09:00 2', '2024-06-16T00:00 2']);
  });

  it('what comes when its letter has left stands in the next; what is due that very day goes by itself', async () => {
    await put({ to: district, at: '2024-06-15 09:00:00' });
    await gather();
    await put({ to: district, at: '2024-06-15 09:00:00', template: 'district-moved' });
    await put({ to: district, at: '2024-06-15 10:00:00', say: { dueOn: '2024-06-15' } });
    await gather();
    expect(await lettersTo(district)).toEqual(['2024-06-15T09:00 1', '2024-06-15T10:00 1', '2024-06-16T00:00 1']);
  });

  it('a letter waits until its instant has passed, and while something still comes to it', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    await put({ to: district, at: tomorrow });
    expect(await gather()).toBe(0);
    await put({ to: 'unit/T-3', at: '2024-06-08 09:00:00' });
    expect(await book.gatherLetters({ ...AT_ONCE, quietInstant: 60_000 })).toBe(0);
    expect(await gather()).toBe(1);
  });

  it(
    '1,300 units at the midnight of a deadline: each gets its letter, the district one, the city one',
    { timeout: 60_000 },
    async () => {
      const units = Array.from({ length: 1_300 }, (_, k) => `M-${String(k)}`);
      await put(
        ...units.flatMap((unit): Put[] => {
          const about = { at: '2024-07-16 00:00:00', unit, duty: 'verified-report', say: { dueOn: '2024-07-15', name: unit } };
          return [
            { ...about, to: `unit/${unit}`, template: 'overdue' },
            { ...about, to: `unit/${unit}`, template: 'referral' },
            { ...about, to: district, template: 'overdue' },
            { ...about, to: 'city/city', template: 'referral' },
          ];
        }),
        { to: 'city/city', at: '2024-07-16 00:00:00', template: 'escalation', duty: 'first-check', say: { dueOn: '2024-07-15' } },
      );
      let made = 0;
      const began = performance.now();
      for (let more = await gather(); more > 0; more = await gather()) made += more;
      expect(made).toBe(1_302);
      process.stderr.write(`1,302 letters of 5,201 notices made in ${String(Math.round(performance.now() - began))} ms\n`);
      expect(await lettersTo(district)).toEqual(['2024-07-16T00:00 1300']);
      expect(await lettersTo('city/city')).toEqual(['2024-07-16T00:00 1301']);
      expect((await book.pool.query('select from outbox where letter is null and at < 1e12')).rowCount).toBe(0);
      await book.pool.query('update deliveries set sent_at = made_at from letters l where l.letter = deliveries.letter');
    },
  );
});

describe('front §8 — to the party’s people by role and setting; one recipient an envelope', () => {
  it('to the party’s own address, and to who is in office and reads such letters; nobody twice', async () => {
    await town.found();
    const [filer, signer, left, same] = await Promise.all(['filer', 'signer', 'left', 'same'].map((name) => name)).then(
      async (names) => {
        const found: string[] = [];
        for (const name of names) found.push(await town.enter(name));
        return found as [string, string, string, string];
      },
    );
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
