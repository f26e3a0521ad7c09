import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Opening } from '../../domain/cases/case.js';
import type { Outcome } from '../../simulator/outcome.js';
import type { Scenario } from '../../simulator/scenario.js';

// before anything reads the law
const law = await vi.hoisted(async () => {
  const { regulationWithMadeUpNotice } = await import('../regulation/made-up-law.js');
  const made = regulationWithMadeUpNotice();
  process.env['LUYUE_REGULATION'] = made.folder;
  return made;
});
const { playAll } = await import('../../client/drill/run.js');
const { readBack } = await import('../../client/drill/read-back.js');
const { scheduleOf } = await import('../../client/drill/schedule.js');
const { diffRegisters } = await import('../../city/register/diff.js');
const { opensOf } = await import('../../simulator/opening.js');
const { parseScenario } = await import('../../simulator/scenario.js');
const { simulate } = await import('../../simulator/simulate.js');
const { adoptRevision } = await import('../../regulation/adopt.js');
const { checkRegulation } = await import('../../regulation/check.js');
const { canonical } = await import('../../records/chain.js');
const { besides, filingCurves } = await import('../../views/filing-curve.js');
const { foundWrongAnew } = await import('../records/everything-agrees.js');
const { quiet, theatreForTests } = await import('./theatre.js');
afterAll(() => {
  law.remove();
  delete process.env['LUYUE_REGULATION'];
});

const scenario = (year: string): Scenario => {
  const file = fileURLToPath(new URL(`../regulation/made-up-2025/year-${year}.yaml`, import.meta.url));
  return parseScenario(readFileSync(file, 'utf8'), file);
};

/** What is left of an account, by what the lots are and whatever they are called. */
function heldIn({ holdings }: Outcome['units'][string]): string[] {
  const sorts = holdings.map(({ lot: _lot, quantity, ...sort }) => [canonical(sort), Number(quantity)] as const);
  return [...new Set(sorts.map(([sort]) => sort))]
    .map((sort) => `${String(sorts.reduce((sum, [one, n]) => (one === sort ? sum + n : sum), 0))} ${sort}`)
    .filter((one) => !one.startsWith('0 '))
    .sort();
}

const LATER = 1_000;
const first = scenario('2024');
/** The second year of who was there in the first: with what it held at its end, and what was decided of it. */
const second = ((): Scenario => {
  const { units } = simulate(first);
  const next = scenario('2025');
  return {
    ...next,
    // ids of acts are counted on: both years stand in one book
    acts: next.acts.map((act) => ({ ...act, index: act.index + LATER })),
    units: next.units.map((unit) => {
      const before = units[unit.id];
      if (!before) return unit;
      const holdings = before.holdings.filter(({ quantity }) => quantity !== '0').map(({ lot: _lot, ...lot }) => lot);
      const lastCycle = { approved: before.allocation.final, settled: before.status.startsWith('settled') };
      return { ...unit, holdings, ...(unit.kind === 'key' ? { lastCycle } : {}) };
    }),
  };
})();

const comparable = ({ units }: Outcome): object =>
  Object.fromEntries(
    Object.entries(units).map(([id, unit]) => [
      id,
      {
        ...unit,
        holdings: heldIn(unit),
        timeline: unit.timeline.filter((one) => (one as { event: string }).event !== 'credited'),
      },
    ]),
  );

describe('a notice of 2025 that is made up: other dates, a filing of each sort more, one of them with a form, a right less', () => {
  it('is data beside the shipped regulation, and nothing in it is wrong; what has no form is named, and cannot come into force', () => {
    const { problems, unformed } = checkRegulation(law.folder);
    expect(problems).toEqual([]);
    expect(unformed).toEqual(['2025 general-filing/碳排放管理人员名单', '2025 verifier-filing/内部复核记录']);
    const adopts = () => adoptRevision({ cycle: 2025, revision: 1, on: '2025-01-02', basis: '试' }, law.folder);
    expect(adopts).toThrow('general-filing/碳排放管理人员名单 has no form in regulation/forms');
  });

  it('the new list says who stays, who comes and who goes', () => {
    const list = ({ units }: Scenario) =>
      units.map(({ holdings: _held, mail, ...unit }) => ({ unit, line: 1, contact: { mail } }));
    const { stay, come, leave } = diffRegisters(list(first), list(second));
    expect(stay.map(({ id, changed }) => [id, changed.map(({ field }) => field)])).toEqual([
      ['BJ-0001', []],
      ['BJ-0004', ['district']],
    ]);
    expect([come.map(({ id }) => id), leave.map(({ id }) => id)]).toEqual([['BJ-0003'], ['BJ-0002']]);
  });

  it('the year is played by its own dates', () => {
    const { units, refusals, mails, notKnown } = simulate(second);
    const duties = (id: string) => units[id]?.duties as Record<string, { state: string; dueOn: string; late?: boolean }>;
    expect(notKnown).toBeUndefined();
    expect(refusals.map((one) => [(one as { act: number }).act - LATER, (one as { code: string }).code])).toEqual([
      [3, 'not-required'],
      [4, 'not-required'],
      [5, 'not-sealed'],
      [14, 'verifier-not-sealed'],
      [19, 'bad-input'],
    ]);
    expect(Object.keys(duties('BJ-0001'))).not.toContain('adjustment-application');
    expect(duties('BJ-0001')).toMatchObject({
      'first-report': { state: 'done', dueOn: '2025-05-20', late: false },
      'further-filing/用能设备清单': { state: 'done', dueOn: '2025-07-10', late: false },
      'verifier-filing/内部复核记录': { state: 'done', dueOn: '2025-07-31', late: true },
      surrender: { state: 'missing', dueOn: '2025-10-31' },
    });
    expect(duties('BJ-0004')).toMatchObject({
      'general-filing/碳排放管理人员名单': { state: 'done', dueOn: '2025-08-20', late: false },
    });
    expect(duties('BJ-0003')).toMatchObject({
      'first-report': { late: true },
      'further-filing/用能设备清单': { state: 'done', late: true },
      'data-quality-plan': { state: 'missing', dueOn: '2025-05-20' },
    });
    // 1,150 less 900 are left of 2024, and 520 come: 700 surrendered, 70 collected, of the CCER 2.5 % of 800; 10 of 800 are missing
    expect(units['BJ-0001']).toMatchObject({ status: 'short', collected: { allowances: '70', offsets: '20' }, shortfall: '10' });
    const told = (duty: string) =>
      (mails as readonly { at: string; to: string; template: string; duty?: string }[]).flatMap(({ at, to, template, ...mail }) =>
        mail.duty === duty ? [`${at.slice(5, 16)} ${template} ${to}`] : [],
      );
    const [one, three] = ['BJ-0001@unit.example', 'BJ-0003@unit.example'];
    expect(told('further-filing/用能设备清单')).toEqual([
      ...['06-10', '07-03', '07-09'].flatMap((day) => [one, three].map((unit) => `${day}T09:00 reminder ${unit}`)),
      ...[three, 'haidian@authority.example'].map((who) => `07-11T00:00 overdue ${who}`),
    ]);
    expect(told('verifier-filing/内部复核记录')).toEqual([
      ...['07-17', '07-24', '07-28'].map((day) => `${day}T09:00 reminder V-01@verifier.example`),
      ...[one, 'V-01@verifier.example'].map((who) => `08-01T00:00 overdue ${who}`),
    ]);
  });
});

describe('the same on Temporal, in the book in which 2024 was played', () => {
  let theatre: Awaited<ReturnType<typeof theatreForTests>>;
  beforeAll(async () => {
    theatre = await theatreForTests();
  });
  afterAll(() => theatre.close());

  it('accounts carry over, and the year ends as in the simulator', async () => {
    const play = async (year: Scenario, openings: readonly Opening[]) =>
      playAll(theatre, year, openings, scheduleOf(year, openings), quiet);
    await play(first, opensOf(first));
    const openings = opensOf(second).map((opening) => ({ ...opening, holdings: [] }));
    await play(second, openings);
    expect(comparable(await readBack(theatre.book, second, openings))).toEqual(comparable(simulate(second)));
    expect((await theatre.book.account('BJ-0002'))?.lots.map(({ quantity }) => quantity)).toEqual(['0']);
    expect(await foundWrongAnew(theatre.book)).toEqual([]);
  });

  it('front.md 7 — the curve of a duty stands beside that of the year before, each by the day that was in force', async () => {
    const curves = await filingCurves(theatre.book, 2025, ['first-report', 'surrender']);
    const [reports, surrenders] = [curves.get('first-report'), curves.get('surrender')];
    expect(reports).toEqual({
      now: {
        cycle: 2025,
        duty: 'first-report',
        dueOn: '2025-05-20',
        of: 2,
        points: [
          { on: '2025-05-20', count: 1 },
          { on: '2025-05-21', count: 2 },
        ],
      },
      last: { cycle: 2024, duty: 'first-report', dueOn: '2024-06-15', of: 2, points: [{ on: '2024-06-10', count: 1 }] },
    });
    expect([surrenders?.now?.points, surrenders?.last?.points]).toEqual([[], [{ on: '2024-11-10', count: 1 }]]);
    // five days before its day then is five days before it now
    if (!reports?.now || !reports.last) throw new Error('a curve is missing');
    expect(besides(reports.last, reports.now)).toEqual([{ on: '2025-05-15', count: 1 }]);
    // what an amendment moves for all is the day of the curve
    await theatre.book.pool.query(
      `update case_duties d set due_on = '2024-06-29' from case_views v where v.case_id = d.case_id and v.cycle = 2024 and d.duty = 'first-report'`,
    );
    expect((await filingCurves(theatre.book, 2025, ['first-report'])).get('first-report')?.last?.dueOn).toBe('2024-06-29');
  });
});
