import { describe, expect, it } from 'vitest';
import type { CaseHistory } from '../../city/case-history.js';
import { carryOutImport } from '../../city/register/carry-out-import.js';
import { planImport, type ImportPlan } from '../../city/register/plan.js';
import { readRegister } from '../../city/register/read-register.js';
import type { Opening } from '../../domain/cases/case.js';
import { startOf } from '../../domain/model/instant.js';
import { districts } from '../../regulation/districts.js';
import { loadRulebook } from '../../regulation/load.js';
import { termsOf } from '../../regulation/terms.js';
import { cycleUntil, histories, keyUnit } from './played.js';

const TERMS = termsOf(loadRulebook(2024));
const OPENS = '2024-05-10';
const HEAD = 'id,name,kind,district,newlyListed,mail,lastApproved,lastSettled';
const A = 'BJ-0001,单位BJ-0001,key,chaoyang,no,ops@bj-0001.example,100000,yes';
const B = 'BJ-0002,单位BJ-0002,general,haidian,no,ops@bj-0002.example,,';

const plan = async (lines: readonly string[], cases: readonly CaseHistory[] = [], opensOn = OPENS): Promise<ImportPlan> =>
  planImport(await readRegister(new TextEncoder().encode([HEAD, ...lines].join('\n')), districts()), cases, TERMS, opensOn);
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
    ['mail', A.replace('ops@', 'new@')],
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
    expect(codes(await plan([B], [], '2024-06-15'))).toEqual([]);
    expect(codes(await plan([B], [], '2024-06-16'))).toEqual(['warning dates-passed']);
  });

  it('does not open cases by a revision that those of the cycle have left', async () => {
    const [first, ...rest] = there;
    const adopted = { type: 'revision-adopted', at: startOf(OPENS), by: 'city/a', seq: 9, with: { revision: 2 } };
    const moved = [{ ...first!, events: [...first!.events, adopted] }, ...rest];
    expect(codes(await plan([B], moved))).toEqual(['error other-revision']);
    expect(codes(await plan([B], there))).toEqual([]);
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
