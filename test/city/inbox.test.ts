import { describe, expect, it } from 'vitest';
import { inboxOf, type InboxItem, type Party } from '../../views/inbox.js';
import { cycleUntil, histories, keyUnit, noon } from './played.js';

const EVIDENCE = '{ month: "2024-05", electricityMWh: "10", fuels: [], files: [] }';
const CITY = 'by: city/a, approvedBy: city/b';
const YEAR = cycleUntil(
  '2024-12-10',
  [keyUnit('BJ-0001', 'chaoyang'), keyUnit('BJ-0002', 'haidian')].join('\n'),
  `
  - { on: 2024-06-10, by: BJ-0001, do: submit-first-report, with: { emissions: "98000", sealed: true } }
  - { on: 2024-06-10, by: BJ-0001, do: submit-monthly-evidence, with: ${EVIDENCE} }
  - { on: 2024-06-12, by: BJ-0002, do: submit-monthly-evidence, with: ${EVIDENCE} }
  - { on: 2024-07-04, by: haidian, do: check-monthly-evidence, for: BJ-0002, with: { month: "2024-05", result: return } }
  - { on: 2024-07-15, by: BJ-0001, do: apply-for-adjustment, with: { ground: 新增设施, tonnes: "10", sealed: true } }
  - { on: 2024-07-20, ${CITY}, do: issue-order, for: BJ-0002, with: { case: referral, duty: verified-report, basis: 责令改正 } }
  - { on: 2024-09-10, ${CITY}, do: confirm-emissions, for: BJ-0001, with: { emissions: "9000", basis: 核查报告 } }
  - { on: 2024-09-11, ${CITY}, do: confirm-emissions, for: BJ-0002, with: { emissions: "5000", basis: 核定意见 } }
  - { on: 2024-12-04, ${CITY}, do: decide-penalty, for: BJ-0001, with: { amount: "1000", basis: 处罚决定 } }`,
);
const cases = histories(YEAR);
const said = (item: InboxItem): string =>
  [item.overdue ? '!' : '-', item.unit, item.what, item.dueOn ?? 'no date', item.since, item.daysLeft ?? ''].join(' ').trim();
const inbox = (party: Party, day: string): string[] => inboxOf(party, cases, noon(day)).map(said);

describe('the inbox of a unit', () => {
  it('三(一)1 — 每月结束后20个自然日内, 6月15日前: what is overdue first, then by date', () => {
    expect(inbox({ unit: 'BJ-0002' }, '2024-06-20').slice(0, 6)).toEqual([
      '! BJ-0002 monthly-evidence/2024-04 2024-05-20 2024-05-10 -31',
      '! BJ-0002 first-report 2024-06-15 2024-05-10 -5',
      '- BJ-0002 adjustment-application 2024-07-15 2024-05-10 25',
      '- BJ-0002 verified-report 2024-07-15 2024-05-10 25',
      '- BJ-0002 monthly-evidence/2024-06 2024-07-20 2024-05-10 30',
      '- BJ-0002 monthly-evidence/2024-07 2024-08-20 2024-05-10 61',
    ]);
  });

  it('knows nothing of a unit before its case is open, nor of another unit', () => {
    expect(inbox({ unit: 'BJ-0002' }, '2024-05-09')).toEqual([]);
    expect(inbox({ unit: 'BJ-0003' }, '2024-06-20')).toEqual([]);
  });

  it('a right is offered as a right, and gone once it is used', () => {
    const kind = (day: string): string | undefined =>
      inboxOf({ unit: 'BJ-0001' }, cases, noon(day)).find(({ what }) => what === 'adjustment-application')?.kind;
    expect(kind('2024-07-14')).toBe('right');
    expect(kind('2024-07-16')).toBeUndefined();
  });

  it('what was returned after its day waits since the return, and has no date any more', () => {
    const returned = (day: string): InboxItem | undefined =>
      inboxOf({ unit: 'BJ-0002' }, cases, noon(day)).find(({ what }) => what === 'monthly-evidence/2024-05');
    expect(returned('2024-07-03')).toBeUndefined();
    const item = returned('2024-07-05')!;
    expect(item).toMatchObject({ since: '2024-07-04', returned: true, overdue: false });
    expect(item.dueOn).toBeUndefined();
  });

  it('三(四) — the surrender waits from the confirmation on; what a collection left short is to be put right in 10 working days', () => {
    const surrender = (day: string): string[] =>
      inbox({ unit: 'BJ-0001' }, day).filter((line) => / (surrender|rectification) /.test(line));
    expect(surrender('2024-09-09')).toEqual([]);
    expect(surrender('2024-11-15')).toEqual(['- BJ-0001 surrender 2024-11-15 2024-09-10 0']);
    // 16 November 2024 is a Saturday: ten working days after it are 18–22 and 25–29 November
    expect(surrender('2024-11-29')).toEqual(['- BJ-0001 rectification 2024-11-29 2024-11-16 0']);
    expect(surrender('2024-11-30')).toEqual(['! BJ-0001 rectification 2024-11-29 2024-11-16 -1']);
  });
});

describe('the inbox of a district', () => {
  it('三(一)1 — 报送截止日起10个自然日内: a check waits since the filing and is due from the deadline', () => {
    expect(inbox({ district: 'chaoyang' }, '2024-06-30')).toEqual(['- BJ-0001 monthly-check/2024-05 2024-06-30 2024-06-10 0']);
    expect(inbox({ district: 'chaoyang' }, '2024-07-02')).toEqual(['! BJ-0001 monthly-check/2024-05 2024-06-30 2024-06-10 -2']);
  });

  it('holds nothing of another district, and nothing that is checked', () => {
    expect(inbox({ district: 'haidian' }, '2024-06-30')).toEqual(['- BJ-0002 monthly-check/2024-05 2024-06-30 2024-06-12 0']);
    expect(inbox({ district: 'haidian' }, '2024-07-05')).toEqual([]);
  });
});

describe('the inbox of the city', () => {
  it('三(三) — its own dates, the overdue ones first, of every unit', () => {
    expect(inbox({ city: true }, '2024-07-16').slice(0, 4)).toEqual([
      '! BJ-0001 pre-allocation 2024-07-15 2024-05-10 -1',
      '! BJ-0002 pre-allocation 2024-07-15 2024-05-10 -1',
      '- BJ-0001 confirmation 2024-09-15 2024-05-10 61',
      '- BJ-0001 final-allocation 2024-09-15 2024-05-10 61',
    ]);
  });

  it('an application without a date waits since it was made; a missing report is a matter', () => {
    expect(inbox({ city: true }, '2024-07-17').filter((line) => line.includes('no date'))).toEqual([
      '- BJ-0002 referral/first-report no date 2024-06-16',
      '- BJ-0001 decide-adjustment no date 2024-07-15',
      '- BJ-0001 referral/verified-report no date 2024-07-16',
      '- BJ-0002 referral/verified-report no date 2024-07-16',
    ]);
  });

  it('五(二) — a shortfall not put right in time waits for a decision until it is made', () => {
    const penalties = (day: string): string[] => inbox({ city: true }, day).filter((line) => line.includes('decide-penalty'));
    expect(penalties('2024-11-29')).toEqual([]);
    expect(penalties('2024-12-03')).toEqual(['- BJ-0001 decide-penalty no date 2024-11-30']);
    expect(penalties('2024-12-05')).toEqual([]);
  });

  it('五(二) — two reports of a unit that are missing are told apart, and what was ordered already says when', () => {
    const missing = (day: string) =>
      inboxOf({ city: true }, cases, noon(day)).flatMap(({ unit, what, zh, en, since, ordered }) =>
        unit === 'BJ-0002' && what.startsWith('referral') ? [{ zh, en, since, ordered }] : [],
      );
    const [first, verified] = [
      {
        zh: '未按规定报送，待依法处理：初次碳排放报告',
        en: 'not filed as prescribed, to be dealt with: first report',
        since: '2024-06-16',
        ordered: undefined,
      },
      {
        zh: '未按规定报送，待依法处理：经核查的排放报告和第三方核查报告',
        en: 'not filed as prescribed, to be dealt with: verified report',
        since: '2024-07-16',
        ordered: undefined,
      },
    ];
    expect(missing('2024-07-19')).toEqual([first, verified]);
    expect(missing('2024-07-21')).toEqual([first, { ...verified, ordered: '2024-07-20' }]);
  });

  it('no two things that wait for anybody on any day go by one name, so that who takes on one has not taken on another', () => {
    const parties = [{ city: true as const }, { district: 'chaoyang' }, { unit: 'BJ-0001' }, { unit: 'BJ-0002' }];
    for (const day of ['2024-06-20', '2024-07-17', '2024-08-25', '2024-11-20', '2024-12-03'])
      for (const party of parties) {
        const items = inboxOf(party, cases, noon(day)).map((item) => `${item.case}:${item.what}`);
        expect(items.filter((one, n) => items.indexOf(one) !== n)).toEqual([]);
      }
  });
});
