import { describe, expect, it } from 'vitest';
import { addressOf, partyOf } from '../../../domain/letters/addresses.js';
import { letter } from '../../../domain/letters/letter.js';
import { dutyCalled } from '../../../domain/letters/names.js';
import type { Recipient } from '../../../domain/model/step.js';
import { at, UNIT } from '../one-case.js';

const mail = { at: at('2024-06-08 09:00:00'), unit: UNIT.id };
const say = { name: UNIT.name, dueOn: '2024-06-15', daysLeft: '7' };

describe('letters are in Chinese, and say what, until when, how long still, and under which clause', () => {
  it('a reminder names unit, duty, deadline, days left and clause', () => {
    const { subject, text } = letter({ ...mail, template: 'reminder', duty: 'first-report', say });
    expect(subject).toBe('【提醒】初次碳排放报告须于 2024-06-15 前完成，还有 7 个自然日：示例热力有限公司（BJ-0001）');
    for (const part of [
      '示例热力有限公司（BJ-0001）',
      '初次碳排放报告',
      '2024-06-15（含当日）',
      '还有 7 个自然日',
      '通知三(一)1',
    ])
      expect(text).toContain(part);
  });

  it('the last day is called the last day', () => {
    expect(letter({ ...mail, template: 'reminder', duty: 'surrender', say: { ...say, daysLeft: '0' } }).text).toContain(
      '今天是最后一天',
    );
  });

  it('a monthly duty is named with its month', () => {
    expect(dutyCalled('monthly-evidence/2024-05')?.zh).toBe('2024-05 月度信息化存证');
    expect(dutyCalled('no-such-duty')).toBeUndefined();
  });

  it('a collection says what was taken and what is still owed', () => {
    const { text } = letter({ ...mail, template: 'collection', say: { name: UNIT.name, collected: '90000', shortfall: '8200' } });
    for (const part of ['已收缴配额：90000 吨', '已收缴抵销产品：0 吨', '尚欠：8200 吨', '通知三(四)'])
      expect(text).toContain(part);
  });

  it('三(四)「管理平台将自动收缴其账户内的配额及抵销产品」 › the subject names offsets where some were taken, so that what it says adds up', () => {
    const about = (offsets: string): string =>
      letter({ ...mail, template: 'collection', say: { name: UNIT.name, collected: '5000', offsets, shortfall: '92300' } })
        .subject;
    expect(about('900')).toContain('已收缴配额 5000 吨、抵销产品 900 吨，尚欠 92300 吨');
    expect(about('0')).toContain('已收缴配额 5000 吨，尚欠 92300 吨');
  });
});

describe('addresses', () => {
  it('authorities and verifiers have one by default, and may have another', () => {
    const boxes = { units: { 'BJ-0001': 'ops@bj-0001.example' }, others: { city: 'desk@city.example' } };
    const to = (whom: Recipient): string => addressOf(partyOf(whom, { unit: 'BJ-0001', district: 'chaoyang' }), boxes);
    expect(to('unit')).toBe('ops@bj-0001.example');
    expect(to('district')).toBe('chaoyang@authority.example');
    expect(to('city')).toBe('desk@city.example');
    expect(to({ verifier: 'V-01' })).toBe('V-01@verifier.example');
  });
});
