import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../domain/model/instant.js';
import { loadRulebook, revisionsOf } from '../../regulation/load.js';
import { amendTerms, termsOf } from '../../regulation/terms.js';

const terms = termsOf(loadRulebook(2024));

describe('京环发〔2024〕8号 › the terms that travel with a case', () => {
  it('三 — carries every date of the notice', () => {
    expect(terms.dates).toEqual({
      'first-report': '2024-06-15',
      'general-report': '2024-07-15',
      'verified-report': '2024-07-15',
      'adjustment-application': '2024-07-15',
      'pre-allocation': '2024-07-15',
      confirmation: '2024-09-15',
      'final-allocation': '2024-09-15',
      'offset-application': '2024-10-15',
      surrender: '2024-11-15',
    });
    expect([terms.cycle, terms.emissionYear, terms.evidenceYear, terms.revision]).toEqual([2024, 2023, 2024, 1]);
  });

  it('三(一) 三(二) — carries the windows of natural and of working days', () => {
    expect(terms.windows).toEqual({
      monthlyEvidence: 20,
      monthlyCheck: 10,
      firstCheck: 10,
      generalCheck: 30,
      surrenderAfterConfirmation: 10,
      rectification: 10,
    });
  });

  it('policy — reminders go out at nine, longest notice first', () => {
    expect(terms.reminders).toEqual({ at: '09:00:00', annual: [30, 7, 1], monthly: [5, 1], authority: [3, 1] });
  });

  it('三(四) 二(二) 四(二) — carries shares and thresholds as they are written', () => {
    expect(terms.offsets).toEqual({
      share: '0.05',
      outsideShare: '0.025',
      oldRecordedUpTo: '2017-03-14',
      oldUsableTo: '2024-12-31',
    });
    expect([terms.preAllocationShare, terms.surplusLimit]).toEqual(['0.70', '0.20']);
    expect(terms.spotCheck).toEqual({ tonnes: '1000', share: '0.10' });
  });

  it('names what is neither decided nor policy', () => {
    expect([...terms.provisional].sort()).toEqual([
      'adjustment',
      'allocation',
      'binding',
      'offsets.outsideShare',
      'preAllocationShare',
      'windows.rectification',
    ]);
  });

  it('国办发明电〔2023〕7号 — knows the holidays and make-up days of autumn 2024', () => {
    const working = (day: string) => isWorkingDay(day, terms.calendar);
    expect(['2024-09-14', '2024-09-29', '2024-10-12'].map(working)).toEqual([true, true, true]);
    expect(['2024-09-15', '2024-09-16', '2024-09-17', '2024-10-01', '2024-10-04', '2024-10-07'].map(working)).toEqual(
      Array(6).fill(false),
    );
    expect(['2024-09-18', '2024-09-30', '2024-10-08'].map(working)).toEqual([true, true, true]);
  });
});

describe('an amendment', () => {
  const later = amendTerms(terms, { revision: 2, basis: '通告', deadlines: { surrender: '2024-11-30' } });

  it('moves the dates it names and no other', () => {
    expect(later.dates).toEqual({ ...terms.dates, surrender: '2024-11-30' });
    expect([later.revision, later.windows]).toEqual([2, terms.windows]);
  });

  it('has a digest of its own, which depends on all of it', () => {
    const other = amendTerms(terms, { revision: 2, basis: '公告', deadlines: { surrender: '2024-11-30' } });
    expect(terms.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(new Set([terms.digest, later.digest, other.digest]).size).toBe(3);
  });

  it('is not on file for 2024', () => {
    expect(revisionsOf(2024)).toEqual([1]);
    expect(() => loadRulebook(2024, 2)).toThrow(/not-found.*2024\.r2/);
  });
});
