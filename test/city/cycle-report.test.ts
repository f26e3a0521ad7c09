import { describe, expect, it } from 'vitest';
import { cycleReport } from '../../views/cycle-report.js';
import { cycleUntil, generalUnit, histories, keyUnit, noon } from './played.js';

const CITY = 'by: city/a, approvedBy: city/b';
/** One settles with a spot check that reminds its verifier, one files nothing and stays short, a general unit files nothing. */
const CASES = histories(
  cycleUntil(
    '2024-12-15',
    [keyUnit('BJ-0001', 'chaoyang'), keyUnit('BJ-0002', 'haidian'), generalUnit('BJ-9001', 'haidian')].join('\n'),
    `
  - { on: 2024-06-10, by: BJ-0001, do: submit-first-report, with: { emissions: "98000", sealed: true } }
  - { on: 2024-06-12, by: BJ-0001, do: appoint-verifier, with: { verifier: V-01 } }
  - { on: 2024-07-12, by: BJ-0001, do: submit-verified-report, with: { emissions: "98200", sealed: true, verifierReport: { verifier: V-01, sealed: true } } }
  - { on: 2024-07-14, ${CITY}, do: pre-allocate, for: BJ-0001, with: { amount: "70000", basis: 预发方案 } }
  - { on: 2024-07-20, by: chaoyang, do: first-check, for: BJ-0001, with: { result: pass } }
  - { on: 2024-08-01, ${CITY}, do: record-spot-check, for: BJ-0001, with: { emissions: "97000" } }
  - { on: 2024-09-10, ${CITY}, do: confirm-emissions, for: BJ-0001, with: { emissions: "98200", basis: 核查报告 } }
  - { on: 2024-09-10, ${CITY}, do: confirm-emissions, for: BJ-0002, with: { emissions: "10000.5", basis: 核定意见 } }
  - { on: 2024-09-12, ${CITY}, do: allocate, for: BJ-0001, with: { amount: "97000", basis: 核定意见 } }
  - { on: 2024-09-12, ${CITY}, do: allocate, for: BJ-0002, with: { amount: "4000", basis: 核定意见 } }
  - { on: 2024-11-10, by: BJ-0001, do: surrender, with: { quantity: "98200" } }`,
  ),
);
const report = cycleReport(2024, CASES, noon('2024-12-15'));

describe('the report that closes a cycle', () => {
  it('counts units by how they ended', () => {
    expect(report.city.units).toEqual({ key: 2, general: 1 });
    expect(report.city.status).toEqual({ open: 0, settled: 1, 'settled-by-collection': 0, short: 1, 'not-required': 1 });
  });

  it('adds up the tonnes: 5 000 held and 4 000 issued are collected of 10 001, 1 001 stay short', () => {
    expect(report.city.tonnes).toEqual({
      confirmed: '108200.5',
      obligation: '108201',
      issued: { preAllocation: '70000', finalAllocation: '31000', auction: '0' },
      takenBack: '0',
      debt: '0',
      surrendered: { allowances: '98200', offsets: '0' },
      collected: { allowances: '9000', offsets: '0' },
      short: '1001',
    });
  });

  it('三(二), 三(一) — three missing reports were referred, one shortfall ordered to be put right by 29 November', () => {
    expect(report.city.referrals).toEqual({ opened: 3, open: 3 });
    expect(report.city.rectifications).toEqual({ opened: 1, open: 1, overdue: 1 });
    expect(cycleReport(2024, CASES, noon('2024-11-29')).city.rectifications).toEqual({ opened: 1, open: 1, overdue: 0 });
  });

  it('四(二) — names the verifiers that were reminded', () => {
    expect(report.verifiersReminded).toEqual([{ verifier: 'V-01', times: 1, units: ['BJ-0001'] }]);
  });

  it('counts what nobody did in time, by who owed it', () => {
    // April to October of two units; first and verified report and the surrender of one; one general report; one pre-allocation
    expect(report.city.missed).toEqual({ unit: 7 + 7 + 3 + 1, district: 0, city: 1 });
  });

  it('tells the same by district', () => {
    expect(Object.keys(report.districts)).toEqual(['chaoyang', 'haidian']);
    expect(report.districts['haidian']!.units).toEqual({ key: 1, general: 1 });
    expect(report.districts['haidian']!.tonnes.short).toBe('1001');
    expect(report.districts['chaoyang']!.tonnes.short).toBe('0');
  });

  it('says whose cases still have time or wait for the city, as they would say themselves', () => {
    const holds = (day: string): string[] =>
      cycleReport(2024, CASES, noon(day)).holdsOpen.map(({ unit, case: kind, en }) => `${unit} ${kind}: ${en}`);
    const packages = (...of: string[]): string => of.map((one) => `monthly-evidence/${one}`).join('; ');
    const left = packages('2024-09 (2024-10-20)', '2024-10 (2024-11-20)', '2024-11 (2024-12-20)', '2024-12 (2025-01-20)');
    const owed = 'offset-application (2024-10-15); surrender (2024-11-15); collection (2024-11-16)';
    expect(holds('2024-10-01')).toEqual([
      `BJ-0001 compliance-cycle: ${owed}`,
      `BJ-0001 monthly-evidence: ${left}`,
      `BJ-0002 compliance-cycle: ${owed}`,
      `BJ-0002 monthly-evidence: ${left}`,
    ]);
    expect(holds('2024-09-09')[0]).toBe('BJ-0001 compliance-cycle: confirmation (2024-09-15); final-allocation (2024-09-15)');
  });

  it('the cycle can end when December’s package has been due, on 20 January, and not a day before', () => {
    const canClose = (day: string): boolean => cycleReport(2024, CASES, noon(day)).canClose;
    expect([canClose('2024-12-15'), canClose('2025-01-20'), canClose('2025-01-21')]).toEqual([false, false, true]);
    expect(cycleReport(2024, [], noon('2024-10-01')).canClose).toBe(false);
  });

  it('has a digest that stands for it', () => {
    expect(cycleReport(2024, CASES, noon('2024-12-15')).digest).toBe(report.digest);
    expect(cycleReport(2024, CASES.slice(1), noon('2024-12-15')).digest).not.toBe(report.digest);
  });
});
