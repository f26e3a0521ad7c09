import { describe, expect, it } from 'vitest';
import { letter } from '../../../domain/letters/letter.js';
import type { Template } from '../../../domain/model/step.js';
import { allowance, at, begin, confirmed } from '../one-case.js';

type One = ReturnType<typeof begin>;
const order = (one: One, when: string, kind: string, more: object = {}): string =>
  one.act(when, 'issue-order', { case: kind, basis: '责令改正决定书', ...more }, 'city/a');
const written = (one: One, template: Template): string => {
  const found = one.mails.findLast((mail) => mail.template === template && mail.to === 'unit');
  const { subject, text } = letter({
    at: at('2024-11-20'),
    unit: one.c.unit.id,
    template,
    say: found?.say ?? {},
  });
  return `${subject}\n${text}`;
};

describe('五(二) — 责令改正 › the platform opens a matter, a person orders', () => {
  it('a shortfall: told as open until the order is issued, once; the order changes no date', () => {
    const one = confirmed('1000', [allowance('400')]);
    expect(order(one, '2024-11-15', 'rectification')).toBe('too-early');
    one.until('2024-11-18');
    expect(written(one, 'rectification')).toMatch(/已立案/);
    expect(written(one, 'rectification')).not.toMatch(/【责令|已?责令改正[：:]/);
    const rectification = () => one.c.facts.matters.find(({ kind }) => kind === 'rectification');
    const before = structuredClone(rectification());
    expect(order(one, '2024-11-18', 'rectification')).toBe('done');
    expect(rectification()).toEqual({ ...before, ordered: { on: '2024-11-18', by: 'city/a', approvedBy: 'city/b' } });
    expect(before).toMatchObject({ openedOn: '2024-11-16', dueOn: '2024-11-29' });
    expect(one.sent('order')).toEqual(['11-18 10:00 unit']);
    expect(written(one, 'order')).toMatch(
      /【责令改正】尚欠 600 吨未清缴.*\n.*\n.*\n改正期限：2024-11-29（含当日）\n依据：责令改正决定书/,
    );
    expect(order(one, '2024-11-19', 'rectification')).toBe('already-done');
  });

  it('missing reports: each its own order, the earliest first or the one that is named; what was filed meanwhile is closed', () => {
    const one = begin();
    one.until('2024-07-20');
    expect(one.c.facts.matters.map(({ duty }) => duty)).toEqual(['first-report', 'verified-report']);
    expect(written(one, 'referral')).toMatch(/已立案/);
    expect(written(one, 'referral')).not.toMatch(/移送|【责令/);
    expect(order(one, '2024-07-20', 'referral', { duty: 'verified-report' })).toBe('done');
    expect(written(one, 'order')).toMatch(/经核查的排放报告和第三方核查报告逾期未报送/);
    one.act('2024-07-21', 'submit-first-report', { emissions: '1', sealed: true });
    expect(order(one, '2024-07-22', 'referral', { duty: 'first-report' })).toBe('overtaken');
    expect(order(one, '2024-07-22', 'referral')).toBe('already-done');
    expect(order(one, '2024-07-22', 'rectification')).toBe('too-early');
  });

  it('also of a closed case, which stays closed; and it can be sent again', () => {
    const one = begin({ kind: 'general-report', unit: { kind: 'general' } });
    one.act('2024-12-01', 'close-case', { basis: '周期结束' }, 'city/a');
    expect(order(one, '2024-12-05', 'referral')).toBe('done');
    expect([one.c.closed, one.c.facts.matters[0]?.ordered?.on]).toEqual([true, '2024-12-05']);
    const short = confirmed('1000');
    order(short, '2024-11-18', 'rectification');
    expect(short.act('2024-11-19', 'resend-mail', { template: 'order', basis: '未收到' }, 'city/a')).toBe('done');
    expect(short.sent('order')).toEqual(['11-18 10:00 unit', '11-19 10:00 unit']);
  });
});
