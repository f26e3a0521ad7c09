import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balancesImport } from '../../client/balances.js';
import type { Theatre } from '../../client/drill/stage.js';
import type { ImportsOptions } from '../../client/first-day.js';
import { takeoverImport } from '../../client/takeover.js';
import { CityDesk } from '../../desk/city.js';
import { addDays, dayOf } from '../../domain/model/instant.js';
import { opensOf } from '../../simulator/opening.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { scenarioNamed, theatreForTests } from '../drill/theatre.js';

let theatre: Theatre;
let folder: string;
const TODAY = dayOf(Date.now());
const DATES = { surrender: addDays(TODAY, 45), 'offset-application': addDays(TODAY, 15) };
/** A cycle that still runs today, opened this morning. */
const OPENINGS = opensOf(scenarioNamed('contract-example', 3)).map((opening) => ({
  ...opening,
  holdings: [],
  opensAt: Date.now(),
  terms: { ...opening.terms, dates: { ...opening.terms.dates, ...DATES } },
}));
const IDS = [...OPENINGS.map(({ id }) => id), '2024/city/city-cycle'];

// the commands know no prefix: on the server that the tests share, these cases are ended again
beforeAll(async () => {
  theatre = await theatreForTests();
  folder = mkdtempSync(join(tmpdir(), 'luyue-first-day-'));
  const { book, client, taskQueue, platform } = theatre;
  Object.assign(process.env, { DATABASE_URL: platform.databaseUrl, TASK_QUEUE: taskQueue });
  const desk = new CityDesk({ book, client, taskQueue, cycle: 2024 });
  for (const opening of OPENINGS) await desk.openCase(opening);
});
afterAll(async () => {
  for (const id of IDS)
    await theatre.client
      .getHandle(id)
      .terminate('the test is over')
      .catch(() => undefined);
  await theatre.close();
  rmSync(folder, { recursive: true });
  delete process.env['TASK_QUEUE'];
});

type Import = typeof balancesImport;
const OFFICERS = { as: 'city/a', approvedBy: 'city/b', commit: true };
async function imported(what: Import, table: string, options: ImportsOptions = OFFICERS) {
  const file = join(folder, 'table.csv');
  writeFileSync(file, table);
  let out = '';
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  const exit = await what(file, { cycle: '2024', json: true, ...options }, streams);
  // oxlint-disable-next-line typescript/no-explicit-any -- its shape is what the tests find out
  return { exit, told: JSON.parse(out) as Record<string, any> };
}

const HEAD = '单位编号,产品,配额年度,来源地,登记日期,数量,来源\n';
const FIRST = `${HEAD}BJ-0001,配额,2022,,,5000,登记簿 1 页
BJ-0001,核证自愿减排量,,京外,2016-05-01,900,登记簿 1 页
BJ-0002,配额,2023,,,700,登记簿 2 页
`;
const heldBy = async (unit: string) => (await theatre.book.account(unit))?.lots.map(({ lot, quantity }) => `${lot} ${quantity}`);
const differences = () => foundWrongAnew(theatre.book);

describe('opening balances', () => {
  it('are shown and not written by a dry run: what each line would do, and the account before and after', async () => {
    const { exit, told } = await imported(balancesImport, FIRST, {});
    expect([exit, told['committed'], told['counts']]).toEqual([0, false, { 'would-be-done': 2 }]);
    expect(told['lines'][0]).toMatchObject({ unit: 'BJ-0001', allowances: { before: '0', after: '5000' } });
    expect(await heldBy('BJ-0001')).toEqual([]);
  });

  it('are entered by two officers, one movement a unit, with their cause; the same table again does nothing', async () => {
    const first = await imported(balancesImport, FIRST);
    expect([first.exit, first.told['counts']]).toEqual([0, { done: 2 }]);
    expect([await heldBy('BJ-0001'), await heldBy('BJ-0002')]).toEqual([
      ['BJ-0001/L1 5000', 'BJ-0001/L2 900'],
      ['BJ-0002/L1 700'],
    ]);
    const { rows } = await theatre.book.pool.query(
      `select e.body #>> '{with,reason}' as reason, count(distinct t.id)::int as movements from transactions t
       join events e on e.case_id = t.case_id and t.id = e.case_id || ':' || e.step_key and e.type = 'credited' group by 1`,
    );
    expect(rows).toEqual([{ reason: 'opening-balance', movements: 2 }]);
    const again = await imported(balancesImport, FIRST);
    expect([again.exit, again.told['asEntered'], again.told['lines']]).toEqual([0, 2, []]);
    expect(await heldBy('BJ-0001')).toEqual(['BJ-0001/L1 5000', 'BJ-0001/L2 900']);
  });

  it('corrected, are a difference: more is added, less goes back, what is used up is told', async () => {
    const corrected = FIRST.replace('5000', '4000').replace('700,', '950,');
    const seen = await imported(balancesImport, corrected, {});
    expect((seen.told['findings'] as { code: string; line: number }[]).map(({ code, line }) => [code, line])).toEqual([
      ['corrects-balance', 2],
      ['corrects-balance', 4],
    ]);
    const done = await imported(balancesImport, corrected);
    expect([done.exit, done.told['counts']]).toEqual([0, { done: 2 }]);
    expect(await heldBy('BJ-0001')).toEqual(['BJ-0001/L1 4000', 'BJ-0001/L2 900']);
    expect(await heldBy('BJ-0002')).toEqual(['BJ-0002/L1 700', 'BJ-0002/L2 250']);
    expect((await imported(balancesImport, corrected)).told['asEntered']).toBe(2);
    expect(await differences()).toEqual([]);
  });

  it('of a unit that has no case, or as something that no lot is, are findings by line and column, and nothing is entered', async () => {
    const table = `${HEAD}BJ-0009,配额,2022,,,10,簿\nBJ-0003,配额,2022,京外,,10,簿\nBJ-0003,配额,22,,,1.5,簿\n`;
    const { exit, told } = await imported(balancesImport, table);
    expect(exit).toBe(2);
    expect((told['findings'] as Record<string, unknown>[]).map((one) => [one['code'], one['line'], one['column']])).toEqual([
      ['not-of-product', 3, 'origin'],
      ['bad-amount', 4, 'quantity'],
      ['bad-vintage', 4, 'vintage'],
      ['unknown-unit', 2, 'unit'],
    ]);
    expect(await heldBy('BJ-0003')).toEqual([]);
  });
});

const ACTS = '单位编号,事项,办理日期,月份,数量,核查机构,结果,文件\n';
const BEFORE = `${ACTS}BJ-0001,初次报告,2024-06-20,,98000,,,报告.pdf
BJ-0001,核查报告,2024-07-12,,98200,V-01,,核查.pdf
BJ-0001,区检查,2024-07-20,,,,通过,检查单
BJ-0001,核定,2024-09-10,,98200,,,核定书
BJ-0001,清缴,2024-10-20,,50000,,,回执
BJ-0001,月度存证,2024-02-15,2024-01,,,,存证
BJ-0002,核查报告,2024-07-12,,700,V-02,,核查.pdf
`;

describe('taking over', () => {
  it('tells by a dry run what each unit has ahead, what is late already, and what nobody takes over', async () => {
    const { exit, told } = await imported(takeoverImport, BEFORE, {});
    expect([exit, told['counts']]).toEqual([0, { 'would-be-done': 3 }]);
    expect(told['outlooks']).toMatchObject([
      {
        unit: 'BJ-0001',
        next: { duty: 'offset-application', dueOn: DATES['offset-application'] },
        late: [
          { duty: 'monthly-check/2024-01', dueOn: '2024-03-01', state: 'overdue' },
          { duty: 'first-report', dueOn: '2024-06-15', doneOn: '2024-06-20' },
        ],
      },
      { unit: 'BJ-0002', late: [{ duty: 'first-check', dueOn: '2024-07-25', state: 'overdue' }] },
    ]);
    expect((told['outlooks'] as { left: { duty: string }[] }[])[1]?.left.map(({ duty }) => duty)).toContain('first-report');
  });

  it('says by line why something could not have been done, and takes nothing over', async () => {
    const { exit, told } = await imported(
      takeoverImport,
      `${ACTS}BJ-0003,核发,2024-09-12,,900,,,核定意见\nBJ-0003,核定,2024-09-13,,900,,,书\n`,
    );
    expect(exit).toBe(2);
    expect(told['findings']).toMatchObject([{ code: 'refused', line: 2, column: 'act' }]);
    expect(told['findings'][0].en).toContain('too-early');
  });

  it('is carried out once; nothing moves, nobody is told, and the checker agrees', async () => {
    const before = await heldBy('BJ-0001');
    const letters = async () => (await theatre.book.pool.query('select count(*)::int as n from outbox')).rows[0] as { n: number };
    const told = await letters();
    const done = await imported(takeoverImport, BEFORE);
    expect([done.exit, done.told['counts']]).toEqual([0, { done: 3 }]);
    expect(await heldBy('BJ-0001')).toEqual(before);
    expect(await letters()).toEqual(told);
    const again = await imported(takeoverImport, BEFORE);
    expect([again.exit, again.told['asTaken'], again.told['lines']]).toEqual([0, 7, []]);
    expect(await differences()).toEqual([]);
  });
});
