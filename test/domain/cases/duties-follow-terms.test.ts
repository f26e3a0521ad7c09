import { describe, expect, it, vi } from 'vitest';
import { blank, fold, onAct } from '../../../domain/cases/case.js';
import { ACTS, dutiesOf } from '../../../domain/cases/kinds.js';
import { unitStatus } from '../../../domain/cases/unit-status.js';
import type { Duty } from '../../../domain/duties/duty.js';
import { letIn } from '../../../domain/model/step.js';
import type { DatedDuty, Terms } from '../../../domain/model/terms.js';
import { loadRulebook } from '../../../regulation/load.js';
import { termsOf } from '../../../regulation/terms.js';
import { openDuties } from '../../../domain/cases/standing.js';
import { at, begin, confirmed, TERMS, UNIT } from '../one-case.js';

// a duty that the code has and that no cycle of before knew: it stands first in the list of a key unit's duties
vi.mock('../../../domain/duties/first-report.js', async (original) => {
  const module = await original<{ firstReport: Duty }>();
  const nominal = (terms: Terms) => terms.dates['made-up' as DatedDuty] ?? undefined;
  return { ...module, firstReport: { ...module.firstReport, name: 'made-up', zh: '新增事项', nominal } };
});

const withMadeUp: Terms = { ...TERMS, dates: { ...TERMS.dates, ['made-up']: '2024-06-20' } as Terms['dates'] };
const without = (...duties: readonly DatedDuty[]): Terms['dates'] =>
  Object.fromEntries(Object.entries(TERMS.dates).filter(([name]) => !duties.includes(name as DatedDuty))) as Terms['dates'];

describe('a duty exists where its terms have its date', () => {
  it('one added in code is none of a case whose terms do not know it: the case plays, folds, tells where it stands, answers every act', () => {
    const one = begin();
    one.until('2025-01-31');
    expect(Object.keys(one.c.duties)).not.toContain('made-up');
    const again = blank({ ...one.c, unit: UNIT, terms: TERMS, holdings: [] });
    fold(again, 'all', one.events, one.c.head);
    expect(again.duties).toEqual(one.c.duties);
    expect(unitStatus(again)).toBe('open');
    expect(openDuties(again).map(({ duty }) => duty.name)).toContain('confirmation');
    const brought = {
      sealed: true,
      emissions: '1',
      basis: '依据',
      quantity: '1',
      lots: [],
      verifierReport: { verifier: 'V-01', sealed: true },
    };
    const more = {
      verifier: 'V-01',
      result: 'accept',
      tonnes: '1',
      amount: '1',
      reason: '自愿',
      price: '1',
      to: 'BJ-0002',
      case: 'referral',
      into: 'BJ-0003',
      event: 1,
    };
    for (const name of Object.keys(ACTS['compliance-cycle'])) {
      const act = letIn({
        id: name,
        do: name,
        by: UNIT.id,
        at: at('2025-02-01'),
        with: { ...brought, ...more, opinion: '意见' },
      });
      expect(() => onAct(again, act), name).not.toThrow();
    }
  });

  it('and is one of a case whose terms have its date', () => {
    const one = begin({ terms: withMadeUp });
    one.until('2024-06-20 23:59:59');
    expect(one.duty('made-up')).toMatchObject({ state: 'pending', dueOn: '2024-06-20' });
    one.until('2024-06-21 00:00:00');
    expect(one.duty('made-up').state).toBe('overdue');
  });

  it('an act for a duty that the cycle has not is refused: by name where its date is not known, as not required where there is none', () => {
    const application = { ground: '新增设施', tonnes: '100', sealed: true };
    const dates = without('adjustment-application');
    const unknown = begin({ terms: { ...TERMS, dates, unknown: ['adjustment-application.due'] } });
    expect(unknown.act('2024-07-01', 'apply-for-adjustment', application)).toBe('not-known');
    expect(begin({ terms: { ...TERMS, dates } }).act('2024-07-01', 'apply-for-adjustment', application)).toBe('not-required');
    expect(begin().act('2024-07-01', 'apply-for-adjustment', application)).toBe('done');
  });

  it('an amendment that gives the date gives the duty; one that comes after what settles it does not', () => {
    const terms = { ...TERMS, dates: without('pre-allocation'), unknown: ['pre-allocation.due'] };
    const to = { revision: 2, basis: '公告', digest: 'sha256:2', deadlines: { 'pre-allocation': '2024-07-31' } };
    const one = begin({ terms });
    expect(dutiesOf(one.c).map(({ name }) => name)).not.toContain('pre-allocation');
    one.act('2024-07-01', 'adopt-revision', to, 'city/a');
    expect([one.duty('pre-allocation'), one.c.terms.unknown]).toEqual([{ state: 'pending', dueOn: '2024-07-31' }, undefined]);
    expect(one.sent('revision-adopted')).toEqual(['07-01 10:00 unit']);
    one.until('2024-08-01 00:00:00');
    expect(one.duty('pre-allocation').state).toBe('overdue');
    // listed newly it may not have one: nobody misses it
    const newcomer = begin({ terms, unit: { newlyListed: true } });
    newcomer.act('2024-07-01', 'adopt-revision', to, 'city/a');
    expect(newcomer.duty('pre-allocation').state).toBe('not-required');
    const late = begin({ terms });
    late.act('2024-07-10', 'confirm-emissions', { emissions: '100', basis: '核查报告' }, 'city/a');
    late.act('2024-07-11', 'allocate', { amount: '100', basis: '核定意见' }, 'city/a');
    late.act('2024-07-12', 'adopt-revision', to, 'city/a');
    expect(late.duty('pre-allocation').state).toBe('not-required');
  });
});

describe('a case asks only for what its own duties use', () => {
  it('2022, without a date for general reports, serves a key unit and no general one; 2025 serves none, and says what is missing', () => {
    expect(termsOf(loadRulebook(2022)).unknown).toEqual([
      'general-report.due',
      'adjustment-application.due',
      'pre-allocation.due',
      'offsets.old-recorded-up-to',
      'offsets.old-usable-to',
    ]);
    expect(() => termsOf(loadRulebook(2022), ['key', 'general'])).toThrow(/not-known: .*general-report\.due/);
    expect(() => termsOf(loadRulebook(2025), ['general'])).toThrow(/general-report\.due: .*; surrender\.due: /);
    expect(termsOf(loadRulebook(2024)).unknown).toBeUndefined();
  });

  it('三(一)1 — the data quality plan is due with the duty that the rulebook names, and moves with it', () => {
    const plan = (terms: Terms) => begin({ terms, unit: { newlyListed: true } });
    const { dataQualityPlanWith: _with, ...before } = TERMS;
    expect(plan(before).duty('data-quality-plan').dueOn).toBe('2024-06-15');
    const one = plan({ ...TERMS, dataQualityPlanWith: 'verified-report' });
    expect(one.duty('data-quality-plan').dueOn).toBe('2024-07-15');
    const to = { revision: 2, basis: '通告', digest: 'sha256:2' };
    one.act('2024-06-01', 'adopt-revision', { ...to, deadlines: { 'verified-report': '2024-07-31' } }, 'city/a');
    expect(one.duty('data-quality-plan').dueOn).toBe('2024-07-31');
    const renamed = plan(TERMS);
    const values = { dataQualityPlanWith: 'verified-report' };
    renamed.act('2024-06-01', 'adopt-revision', { ...to, deadlines: {}, values }, 'city/a');
    expect(renamed.duty('data-quality-plan').dueOn).toBe('2024-07-15');
  });

  it('a year without a calendar: what is counted through it is recorded as such', () => {
    const one = confirmed('100', [], '2024-09-10');
    one.act('2032-03-01', 'correct-emissions', { emissions: '200', basis: '更正' }, 'city/a');
    expect(one.events.findLast(({ type }) => type === 'surrender-due')?.with).toEqual({ calendarNotKnown: [2032] });
    expect(confirmed().events.find(({ type }) => type === 'surrender-due')?.with).toBeUndefined();
  });
});
