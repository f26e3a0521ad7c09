import { describe, expect, it } from 'vitest';
import { followsOf } from '../../console/unit/missed.js';
import type { Matter } from '../../domain/model/case.js';
import { noFacts } from '../../domain/cases/facts.js';
import { gapOf } from '../../views/gap.js';
import type { CaseStatus } from '../../views/unit-status.js';

const chinese = { say: (zh: string) => zh };
const english = { say: (_: string, en: string) => en };

const caseWith = (...matters: Matter[]): CaseStatus[] => [
  {
    case: '2024/BJ-0001/compliance-cycle',
    phase: 'reporting',
    waitingFor: null,
    next: null,
    duties: { confirmation: { state: 'pending', dueOn: '2024-09-15' } },
    facts: { ...noFacts(), matters },
  },
];
const referral: Matter = { kind: 'referral', duty: 'first-report', openedOn: '2024-06-16', state: 'open' };
const overdue = { state: 'overdue' };

describe('what is said of a duty whose day has passed without it', () => {
  it('三(一)1 — before its day: what would follow; after it: what has happened, and until when it can still be done', () => {
    const [zh, en] = [chinese, english].map((visit) => followsOf(visit, 'first-report', overdue, caseWith(referral)));
    expect(followsOf(chinese, 'first-report', { state: 'pending' }, caseWith())).toContain('移送依法处理');
    expect(zh).toBe(
      '已记为逾期，区生态环境部门已收到通知；2024-06-16 已立案，是否责令改正、是否处罚由市生态环境部门决定，另行通知；仍可办理，注明逾期，直至碳排放量核定（应于 2024-09-15 前作出，尚未作出）',
    );
    expect(en).toMatch(
      /^recorded as overdue.*opened on 2024-06-16.*until the emissions are confirmed \(due by 2024-09-15, not done yet\)$/,
    );
  });

  it('once rectification is ordered, that is said; a matter that is closed is not', () => {
    const ordered = { ...referral, ordered: { on: '2024-06-20', by: 'city/a' } };
    expect(followsOf(chinese, 'first-report', overdue, caseWith(ordered))).toContain('2024-06-20 已责令改正');
    const closed = followsOf(chinese, 'first-report', overdue, caseWith({ ...referral, state: 'closed' }));
    expect(closed).not.toContain('立案');
  });

  it('a month stays open; a check was told to the city; a surrender is collected', () => {
    const said = (duty: string): string => followsOf(chinese, duty, overdue, caseWith());
    expect(said('monthly-evidence/2024-10')).toBe('已记为逾期，区生态环境部门已收到通知；仍可办理，注明逾期');
    expect(said('monthly-check/2024-10')).toContain('已报市生态环境部门');
    expect(said('surrender')).toContain('平台从账户自动收缴；收缴之前仍可清缴');
  });
});

describe('三(四) — what is missing after a collection', () => {
  it('is what is owed less what was surrendered and collected, offsets too', () => {
    const [one] = caseWith();
    if (!one) throw new Error('no case');
    const facts = {
      ...one.facts,
      obligation: '100',
      surrendered: { allowances: '10', offsets: '0', outside: '0' },
      collected: { allowances: '60', offsets: '5', outside: '0' },
    };
    expect(gapOf({ cases: [{ ...one, facts }], holdings: [] })).toMatchObject({ given: '75', held: '0', gap: '25', left: '0' });
  });
});
