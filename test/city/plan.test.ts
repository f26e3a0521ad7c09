import { describe, expect, it } from 'vitest';
import type { CaseHistory } from '../../views/case-history.js';
import { carryOutImport } from '../../city/register/carry-out-import.js';
import { planImport, type ImportPlan, type OpenBy } from '../../city/register/plan.js';
import { readRegister } from '../../city/register/read-register.js';
import { blank, type Opening } from '../../domain/cases/case.js';
import { isoOf, startOf, type Day } from '../../domain/model/instant.js';
import { districts } from '../../regulation/districts.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';
import { cycleUntil, histories, keyUnit } from './played.js';

const TERMS = termsOf(loadRulebook(2024));
const OPENS = '2024-05-10';
const HEAD = 'id,name,kind,district,newlyListed,mail,lastApproved,lastSettled';
const A = 'BJ-0001,单位BJ-0001,key,chaoyang,no,ops@bj-0001.example,100000,yes';
const B = 'BJ-0002,单位BJ-0002,general,haidian,no,ops@bj-0002.example,,';

const plan = async (
  lines: readonly string[],
  cases: readonly CaseHistory[] = [],
  by: Partial<OpenBy> = {},
): Promise<ImportPlan> =>
  planImport(await readRegister(new TextEncoder().encode([HEAD, ...lines].join('\n')), districts()), cases, {
    terms: TERMS,
    named: false,
    today: '2024-12-31',
    ...by,
    opensOn: by.opensOn ?? OPENS,
  });
const ids = (opens: readonly Opening[]): string[] => opens.map(({ id }) => id);
const codes = ({ findings }: ImportPlan): string[] =>
  findings.map(({ level, code, column }) => `${level} ${code} ${column ?? ''}`.trim());

/** BJ-0001 as it stands in the book: both its cases open. */
const there = histories(cycleUntil('2024-05-11', keyUnit('BJ-0001', 'chaoyang'), '  []'));

describe('what an import would do', () => {
  it('opens a cycle and its evidence for a key unit, one report for a general one, from the midnight of a day', async () => {
    const { opens, findings } = await plan([A, B]);
    expect(ids(opens)).toEqual(['2024/BJ-0001/compliance-cycle', '2024/BJ-0001/monthly-evidence', '2024/BJ-0002/general-report']);
    expect(opens[0]).toMatchObject({
      opensAt: startOf(OPENS),
      allowProvisional: false,
      holdings: [],
      terms: { cycle: 2024, revision: 1, digest: TERMS.digest },
      unit: { id: 'BJ-0001', lastCycle: { approved: '100000', settled: true } },
    });
    expect(findings).toEqual([]);
  });

  it('opens nothing for who has its cases, and says so', async () => {
    const again = await plan([A, B], there);
    expect(ids(again.opens)).toEqual(['2024/BJ-0002/general-report']);
    expect(again.there).toEqual(['2024/BJ-0001/compliance-cycle', '2024/BJ-0001/monthly-evidence']);
    expect(codes(again)).toEqual(['warning has-case id']);
  });

  it('who differs only by capitals from a unit that has its case is an error: nobody could tell the two apart', async () => {
    const again = await plan([A.replace('BJ-0001,', 'bj-0001,').replace('ops@bj-0001', 'ops@bj-0009')], there);
    expect(codes(again)).toEqual(['error other-spelling id']);
    expect(again.findings[0]!.en).toContain('write BJ-0001');
    const inAnotherCycle = await plan([A.replace('BJ-0001,', 'Bj-0001,')], [], { known: ['BJ-0001', 'BJ-0002'] });
    expect(codes(inAnotherCycle)).toEqual(['error other-spelling id']);
  });

  it('opens only what is missing where an import was cut off, for the unit as it was opened', async () => {
    const { opens, findings } = await plan([A.replace('单位BJ-0001', '新名称')], there.slice(0, 1));
    expect(ids(opens)).toEqual(['2024/BJ-0001/monthly-evidence']);
    expect(opens[0]!.unit.name).toBe('单位BJ-0001');
    expect(findings.map(({ code }) => code)).toEqual(['would-change-details', 'has-case']);
  });

  it('does not move a unit to another district, nor make another kind of it', async () => {
    expect(codes(await plan([A.replace('chaoyang', 'haidian')], there))).toContain('error would-change-district district');
    expect(codes(await plan([A.replace('key', 'general').replace('100000,yes', ',')], there))).toContain(
      'error would-change-kind kind',
    );
  });

  it.each([
    ['lastApproved', A.replace('100000', '100001')],
    ['lastSettled', A.replace(',yes', ',no')],
  ])('tells that %s stays as it was opened', async (column, line) => {
    expect(codes(await plan([line], there))).toContain(`warning would-change-details ${column}`);
  });

  it('names the units of the cycle that are not in the file', async () => {
    expect((await plan([B], there)).notInFile).toEqual(['BJ-0001']);
    expect((await plan([A], there)).notInFile).toEqual([]);
  });

  it('warns of dates that lie before the opening: the day itself is still in time', async () => {
    expect(codes(await plan([B], [], { opensOn: '2024-06-15' }))).toEqual([]);
    expect(codes(await plan([B], [], { opensOn: '2024-06-16' }))).toEqual(['warning dates-passed']);
  });

  it('opens on no day that is a slip of the pen: before the year ahead of the cycle, or some day after all of it is over', async () => {
    const on = async (opensOn: Day, today: Day): Promise<string[]> => codes(await plan([B], [], { opensOn, today }));
    expect(await on('2023-01-01', '2024-05-10')).toEqual([]);
    for (const early of ['2022-12-31', '1900-01-01'] as const)
      expect(await on(early, '2024-05-10')).toEqual(['error opens-outside']);
    // 清缴 of 2024 is due on 15 November, the last of its dates
    expect(await on('2024-11-15', '2024-05-10')).toEqual(['warning dates-passed']);
    for (const late of ['2024-11-16', '2924-05-10'] as const)
      expect(await on(late, '2024-05-10')).toEqual(['error opens-outside', 'warning dates-passed']);
    // who is late is late: today it may always be opened
    expect(await on('2025-03-01', '2025-03-01')).toEqual(['warning dates-passed']);
    expect(await on('2025-03-02', '2025-03-01')).toContain('error opens-outside');
  });
});

describe('an import carried out', () => {
  it('opens the case with the account before the evidence of a unit, and tells how far it is', async () => {
    const { opens } = await plan([A, B]);
    const order: string[] = [];
    const told: number[] = [];
    const done = await carryOutImport(
      opens,
      (opening) => Promise.resolve(order.push(opening.id)),
      (count) => told.push(count),
    );
    expect(order.indexOf('2024/BJ-0001/compliance-cycle')).toBeLessThan(order.indexOf('2024/BJ-0001/monthly-evidence'));
    expect(done).toEqual({ opened: ids(opens).sort() });
    expect(told.at(-1)).toBe(3);
  });

  it('stops where something outside fails, and says what is open', async () => {
    const { opens } = await plan([A]);
    const done = await carryOutImport(
      opens,
      ({ kind }) => (kind === 'monthly-evidence' ? Promise.reject(new Error('the server is away')) : Promise.resolve()),
      () => undefined,
    );
    expect(done.opened).toEqual(['2024/BJ-0001/compliance-cycle']);
    expect(done.failed?.message).toBe('the server is away');
  });
});

describe('a unit that has moved since its case was opened', () => {
  const move =
    '  - { on: 2024-05-11, by: city/a, approvedBy: city/b, do: move-district, for: BJ-0001, with: { district: haidian, basis: 迁址 } }';
  const moved = histories(cycleUntil('2024-05-12', keyUnit('BJ-0001', 'chaoyang'), move));

  it('主管区变更 — is listed where it is now; its old district would be a change', async () => {
    expect(codes(await plan([A.replace('chaoyang', 'haidian')], moved))).toEqual(['warning has-case id']);
    expect(codes(await plan([A], moved))).toEqual(['error would-change-district district', 'warning has-case id']);
  });
});

describe('a unit that is listed in mid-year', () => {
  const LISTED = 'listedOn,mustSettle';
  const late = 'BJ-0003,单位BJ-0003,key,haidian,yes,ops@bj-0003.example,,,2024-08-10,';
  const withListed = async (
    lines: readonly string[],
    cases: readonly CaseHistory[],
    by: Partial<OpenBy> = {},
  ): Promise<ImportPlan> =>
    planImport(await readRegister(new TextEncoder().encode([`${HEAD},${LISTED}`, ...lines].join('\n')), districts()), cases, {
      terms: TERMS,
      named: false,
      opensOn: OPENS,
      today: '2024-08-15',
      ...by,
    });

  it('opens with the day on which it is listed, not with the others', async () => {
    const { opens, findings } = await withListed([`${A},,`, late], []);
    expect(opens.map(({ id, opensAt }) => [id, isoOf(opensAt).slice(0, 10)])).toEqual([
      ['2024/BJ-0001/compliance-cycle', '2024-05-10'],
      ['2024/BJ-0001/monthly-evidence', '2024-05-10'],
      ['2024/BJ-0003/compliance-cycle', '2024-08-10'],
      ['2024/BJ-0003/monthly-evidence', '2024-08-10'],
    ]);
    expect(findings).toEqual([]);
    expect((await withListed([late], [], { opensOn: '2024-08-15' })).opens[0]!.opensAt).toBe(startOf('2024-08-15'));
  });

  it('owes no month that had ended before, nor what was due before', async () => {
    const [cycle, evidence] = (await withListed([late], [])).opens.map(blank);
    expect(cycle!.duties['first-report']).toMatchObject({ before: true });
    expect(cycle!.duties['surrender']!.before).toBeUndefined();
    expect(evidence!.duties['monthly-evidence/2024-07']).toMatchObject({ asked: false });
    expect(evidence!.duties['monthly-evidence/2024-08']!.asked).toBeUndefined();
  });

  it('is not opened before its day has come', async () => {
    expect(codes(await withListed([late], [], { today: '2024-08-10' }))).toEqual([]);
    expect(codes(await withListed([late], [], { today: '2024-08-09' }))).toEqual(['error not-listed-yet listedOn']);
  });

  const CITY = 'by: city/a, approvedBy: city/b';
  const running = histories(`${cycleUntil(
    '2024-07-01',
    keyUnit('BJ-0001', 'chaoyang'),
    `  - { on: 2024-06-01, ${CITY}, do: adopt-revision, with: { revision: 2 } }
  - { on: 2024-06-02, ${CITY}, do: strike-off-verifier, with: { verifier: V-09, basis: 除名 } }`,
  )}revisions:
  - { revision: 2, basis: 通告, deadlines: { surrender: 2024-11-30 } }`);

  it('opens under what is in force by then: the amended dates, without the verifiers struck off', async () => {
    const { opens, terms, findings } = await withListed([late], running);
    expect([terms.revision, terms.dates.surrender, terms.dates['first-report']]).toEqual([2, '2024-11-30', '2024-06-15']);
    expect(opens[0]).toMatchObject({ terms: { revision: 2, dates: { surrender: '2024-11-30' } }, struckOff: ['V-09'] });
    expect(findings).toEqual([]);
  });

  it('a revision that is named has to be the one in force', async () => {
    expect(codes(await withListed([late], running, { named: true }))).toEqual(['error other-revision']);
    expect(codes(await withListed([late], there, { named: true }))).toEqual([]);
    expect(codes(await withListed([late], there, { named: true, terms: { ...TERMS, revision: 2 } }))).toEqual([
      'error other-revision',
    ]);
  });

  it.each([
    ['listedOn', `${A},2024-05-01,`],
    ['mustSettle', `${A},,否`],
  ])('tells of a case that is there that %s stays as it was opened', async (column, line) => {
    expect(codes(await withListed([line], there))).toContain(`warning would-change-details ${column}`);
  });
});
