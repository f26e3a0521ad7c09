import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { runningCases } from '../../records/city-cycles.js';
import { openDuties } from '../../views/amendable.js';
import { filingCurves } from '../../views/filing-curve.js';
import { inbox } from '../../views/inbox.js';
import { season } from '../../views/season.js';
import { toConfirm } from '../../views/to-confirm.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { layRows } from './lay-rows.js';

const CYCLE = 2024;
const at = (iso: string): Instant => Date.parse(`${iso}+08:00`);
const NOW = at('2024-08-01T00:00:00');

let database: TestDatabase;
let book: Book;
const lay = (table: string, rows: readonly object[]): Promise<void> => layRows(book.pool, table, rows);

interface Unit {
  readonly unit: string;
  readonly district: string;
  readonly cycle?: number;
  readonly closed?: boolean;
  readonly opened?: string;
}
const caseOf = ({ unit, cycle = CYCLE }: Unit): string => `${String(cycle)}/${unit}/compliance-cycle`;
const viewOf = (one: Unit): object => ({
  case_id: caseOf(one),
  kind: 'compliance-cycle',
  unit: one.unit,
  cycle: one.cycle ?? CYCLE,
  rehearsal: false,
  opened_at: at(one.opened ?? '2024-02-01T00:00:00'),
  made: 1,
  name: `单位 ${one.unit}`,
  district: one.district,
  unit_kind: 'key',
  phase: 'report',
  status: 'open',
  closed: one.closed ?? false,
  holds: [],
  figures: null,
});

interface Duty {
  readonly duty: string;
  readonly state: string;
  readonly due: string;
  readonly done?: string;
  readonly late?: boolean;
  readonly waits?: boolean;
  readonly since?: string;
  readonly by?: string;
}
let n = 0;
const dutyOf = (of: Unit, one: Duty): object => ({
  case_id: caseOf(of),
  n: (n += 1),
  duty: one.duty,
  owed_by: one.by ?? 'unit',
  state: one.state,
  due_on: one.due,
  done_at: one.done === undefined ? null : at(one.done),
  late: one.late ?? null,
  waits: one.waits ?? false,
  since: one.since === undefined ? null : at(one.since),
  missed: false,
});

const A: Unit = { unit: 'BJ-0001', district: 'chaoyang' };
const B: Unit = { unit: 'BJ-0002', district: 'chaoyang' };
const C: Unit = { unit: 'BJ-0003', district: 'haidian', closed: true };
const OLD: Unit = { unit: 'BJ-0001', district: 'chaoyang', cycle: 2023, opened: '2023-02-01T00:00:00' };
const LATER: Unit = { unit: 'BJ-0004', district: 'haidian', opened: '2024-08-01T00:00:01' };

beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url, { maxConnections: 2 });
  await lay('case_views', [A, B, C, OLD, LATER].map(viewOf));
  const first = (due: string, more: Partial<Duty> = {}): Duty => ({ duty: 'first-report', state: 'done', due, ...more });
  const month = (m: string, more: Partial<Duty>): Duty => ({
    duty: `monthly-evidence/${m}`,
    state: 'done',
    due: '2024-06-15',
    ...more,
  });
  const rows: [Unit, Duty][] = [
    // the last second of a day of Beijing and the first of the next
    [A, first('2024-03-31', { done: '2024-03-05T23:59:59', late: false })],
    [B, first('2024-03-31', { done: '2024-03-06T00:00:00', late: false })],
    [C, first('2024-04-30', { done: '2024-04-10T12:00:00', late: true })],
    [OLD, first('2023-03-31', { done: '2023-03-31T10:00:00' })],
    [LATER, first('2024-03-31', { state: 'pending' })],
    // two months in time, one late, one not at all, one returned, one that nobody asks
    [A, month('2024-01', { done: '2024-06-01T00:00:00', late: false })],
    [A, month('2024-02', { done: '2024-06-01T00:00:00' })],
    [A, month('2024-03', { done: '2024-07-01T00:00:00', late: true })],
    [A, month('2024-04', { state: 'overdue' })],
    [B, month('2024-05', { state: 'returned', waits: true, since: '2024-06-20T00:00:00' })],
    [B, month('2024-06', { state: 'missing' })],
    [B, month('2024-07', { state: 'not-required' })],
    [A, { duty: 'confirmation', state: 'pending', due: '2024-09-30', waits: true, since: '2024-06-30T23:59:59', by: 'city' }],
    [B, { duty: 'confirmation', state: 'overdue', due: '2024-07-15', waits: true, since: '2024-07-01T00:00:00', by: 'city' }],
    [C, { duty: 'confirmation', state: 'pending', due: '2024-09-30', by: 'city' }],
    [C, { duty: 'surrender', state: 'pending', due: '2024-11-15' }],
    [A, { duty: 'surrender', state: 'pending', due: '2024-11-15' }],
    [B, { duty: 'surrender', state: 'done', due: '2024-11-15', done: '2024-07-31T08:00:00' }],
  ];
  await lay(
    'case_duties',
    rows.map(([of, one]) => dutyOf(of, one)),
  );
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

describe('what is read of the whole city', () => {
  it('the season counts each duty by district, its months together: in time, late, not at all, to come', async () => {
    const { cells } = await season(book, CYCLE, NOW);
    const told = cells
      .filter(({ duty }) => duty === 'monthly-evidence' || duty === 'first-report')
      .map(({ district, duty, inTime, late, missed, open }) => [district, duty, inTime, late, missed, open]);
    expect(told).toEqual([
      ['chaoyang', 'first-report', 2, 0, 0, 0],
      ['chaoyang', 'monthly-evidence', 2, 1, 2, 1],
      ['haidian', 'first-report', 0, 1, 0, 0],
    ]);
    // a case that opens within the next second is none of them yet
    const after = (await season(book, CYCLE, NOW + 1_000)).cells.find(
      (one) => one.district === 'haidian' && one.duty === 'first-report',
    );
    expect(after).toMatchObject({ late: 1, open: 1 });
  });

  it('a curve is by days of Beijing, its day that of most, of two that are as many the earlier', async () => {
    const curve = async () => (await filingCurves(book, CYCLE, ['first-report'])).get('first-report');
    expect(await curve()).toEqual({
      now: {
        cycle: 2024,
        duty: 'first-report',
        dueOn: '2024-03-31',
        of: 4,
        points: [
          { on: '2024-03-05', count: 1 },
          { on: '2024-03-06', count: 2 },
          { on: '2024-04-10', count: 3 },
        ],
      },
      last: { cycle: 2023, duty: 'first-report', dueOn: '2023-03-31', of: 1, points: [{ on: '2023-03-31', count: 1 }] },
    });
    await lay('case_duties', [
      dutyOf(C, { duty: 'surrender', state: 'pending', due: '2024-11-01' }),
      dutyOf(A, { duty: 'surrender', state: 'pending', due: '2024-11-01' }),
      dutyOf(B, { duty: 'surrender', state: 'pending', due: '2024-11-01' }),
    ]);
    const { now } = (await filingCurves(book, CYCLE, ['surrender'])).get('surrender') ?? {};
    expect([now?.dueOn, now?.of, now?.points]).toEqual(['2024-11-01', 6, [{ on: '2024-07-31', count: 1 }]]);
  });

  it('what is open is told of the duties that are asked about, every month of a monthly one, of no closed case', async () => {
    expect(await openDuties(book, CYCLE, ['monthly-evidence'])).toEqual([
      { duty: 'monthly-evidence/2024-04', dueOn: '2024-06-15', cases: 1 },
      { duty: 'monthly-evidence/2024-05', dueOn: '2024-06-15', cases: 1 },
    ]);
    expect(await openDuties(book, CYCLE, ['confirmation'])).toEqual([
      { duty: 'confirmation', dueOn: '2024-07-15', cases: 1 },
      { duty: 'confirmation', dueOn: '2024-09-30', cases: 1 },
    ]);
    expect(await openDuties(book, CYCLE, [])).toEqual([]);
  });

  it('the inbox of the city tells the days of Beijing, and its pages make the whole of it', async () => {
    const question = { cycle: CYCLE, now: NOW };
    const said = ({ unit, what, dueOn, since }: { unit: string; what: string; dueOn?: string; since: string }) =>
      `${unit} ${what} ${dueOn ?? '—'} ${since}`;
    const all = (await inbox(book, { city: true }, question)).items.map(said);
    expect(all).toEqual(['BJ-0002 confirmation 2024-07-15 2024-07-01', 'BJ-0001 confirmation 2024-09-30 2024-06-30']);
    const first = await inbox(book, { city: true }, { ...question, limit: 1 });
    const second = await inbox(book, { city: true }, { ...question, limit: 1, after: first.after ?? '' });
    expect([...first.items, ...second.items].map(said)).toEqual(all);
    expect(second.after).toBeUndefined();
    // returned once its day was past, it has none
    expect((await inbox(book, { unit: 'BJ-0002' }, question)).items.map(said)).toEqual([
      'BJ-0002 monthly-evidence/2024-05 — 2024-06-20',
    ]);
  });

  it('whoever waits to be confirmed is told with what was found last, page by page', async () => {
    const found = (seq: number, type: string, emissions: string): object => {
      const body = { seq, type, at: NOW, by: 'V-01', with: { emissions } };
      return { case_id: caseOf(B), seq, step_key: `seq:${String(seq)}`, k: 1, body, hash: '', seal: '' };
    };
    await lay('events', [
      found(1, 'verified-report-filed', '100'),
      found(2, 'verified-report-filed', '101.5'),
      found(3, 'expert-meeting-held', '99'),
    ]);
    const first = await toConfirm(book, { cycle: CYCLE, limit: 1 });
    expect(first.units).toMatchObject([{ unit: 'BJ-0001', dueOn: '2024-09-30', verified: null, experts: null }]);
    const second = await toConfirm(book, { cycle: CYCLE, limit: 1, after: first.after ?? '' });
    expect(second.units).toMatchObject([{ unit: 'BJ-0002', verified: '101.5', spotChecked: null, experts: '99' }]);
    expect(second.after).toBeUndefined();
  });
});

describe('which cases of a cycle run', () => {
  it('those that have begun, are not over or are open again, and are no rehearsal', async () => {
    const caseRow = (name: string, seq: number, opening: object): object => ({
      case_id: `2025/${name}/compliance-cycle`,
      kind: 'compliance-cycle',
      unit: name,
      cycle: 2025,
      opening,
      seq,
      head: '',
      played_to: 0,
      opened_at: 0,
    });
    await lay('cases', [
      caseRow('runs', 1, {}),
      caseRow('never-begun', 0, {}),
      caseRow('rehearsed', 1, { rehearsal: true }),
      caseRow('said-to-be-none', 1, { rehearsal: false }),
      caseRow('over', 1, {}),
      caseRow('open-again', 2, {}),
    ]);
    const event = (name: string, seq: number, type: string): object => {
      const id = `2025/${name}/compliance-cycle`;
      return { case_id: id, seq, step_key: `s:${name}`, k: seq, body: { seq, type, at: 0, by: 'x' }, hash: '', seal: '' };
    };
    await lay('events', [
      event('over', 1, 'case-closed'),
      event('open-again', 1, 'case-closed'),
      event('open-again', 2, 'case-reopened'),
    ]);
    const running = await runningCases(book.pool, 2025, ['compliance-cycle']);
    expect(running).toEqual(['open-again', 'runs', 'said-to-be-none'].map((name) => `2025/${name}/compliance-cycle`));
    expect(await runningCases(book.pool, 2026, ['compliance-cycle'])).toEqual([]);
  });
});
