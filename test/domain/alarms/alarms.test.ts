import { describe, expect, it } from 'vitest';
import { onAlarmAct } from '../../../domain/alarms/acts.js';
import { blankAlarms, foldAlarms, type Alarms, type AlarmStep } from '../../../domain/alarms/alarms.js';
import { openingAlarms, raising, type OldAlarm } from '../../../domain/alarms/raising.js';
import { letter } from '../../../domain/letters/letter.js';
import { instantOf } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { letIn, type Act, type NamedAct } from '../../../domain/model/step.js';

const NIGHT = instantOf('2024-09-10', '02:00:00');
const NOON = instantOf('2024-09-10', '12:00:00');

const take = (a: Alarms, step: AlarmStep): Alarms => {
  const events = step.events.map((event, k) => ({ ...event, seq: a.seq + k + 1 }));
  foldAlarms(a, step.key, events, 'h');
  return a;
};
const found = (id: number, units: readonly string[] | null = null) => ({
  id,
  check: 'lot-below-zero',
  subject: `BJ-0001/L${String(id)}`,
  found: '-1 after open',
  units,
});
const act = (alarm: number, more: Partial<NamedAct> = {}): Act =>
  letIn({
    id: '7',
    do: 'release-alarm',
    by: 'city/a',
    approvedBy: 'city/b',
    at: NOON,
    with: { alarm, reason: '已查明' },
    ...more,
  });
const withTwo = (): Alarms => {
  const a = take(blankAlarms(), openingAlarms(NIGHT, []));
  return take(a, raising([found(1), found(2, ['BJ-0001', 'BJ-0002'])], NIGHT));
};
const codeOf = (a: Alarms, one: Act): string => {
  const answer = onAlarmAct(a, one);
  return isRefusal(answer) ? answer.refused : answer.key;
};

describe('front §2 — an alarm’s events stand in a case of no unit or cycle', () => {
  it('each alarm is one event under its number and one letter to the city, which says whose collections wait', () => {
    const { key, events, mails } = raising([found(4), found(5, ['BJ-0001', 'BJ-0002'])], NIGHT);
    expect(key).toBe('raised:4');
    expect(events.map(({ type, at, by }) => [type, at, by])).toEqual([
      ['alarm-raised', NIGHT, 'platform'],
      ['alarm-raised', NIGHT, 'platform'],
    ]);
    expect(events[1]?.with).toMatchObject({ alarm: 5, subject: 'BJ-0001/L5', units: ['BJ-0001', 'BJ-0002'] });
    const texts = mails.map((mail) => letter({ ...mail, at: NIGHT }).text);
    expect(texts[0]).toContain('平台不再执行自动收缴');
    expect(texts[1]).toContain('平台不再对 BJ-0001、BJ-0002 执行自动收缴');
  });

  it('a release tells the alarm, the reason and both officers, and can be done once', () => {
    const a = withTwo();
    const step = onAlarmAct(a, act(2));
    if (isRefusal(step)) throw new Error(step.en);
    expect(step).toEqual({
      key: 'act:7',
      at: NOON,
      mails: [],
      events: [{ type: 'alarm-released', at: NOON, by: 'city/a', with: { alarm: 2, reason: '已查明', approvedBy: 'city/b' } }],
    });
    take(a, step);
    expect([codeOf(a, act(2)), codeOf(a, act(1)), a.taken.get('7')]).toEqual(['already-done', 'act:7', 4]);
  });

  it('an alarm that nobody raised is bad input; another act is none of this case', () => {
    expect(codeOf(withTwo(), act(3))).toBe('bad-input');
    expect(codeOf(blankAlarms(), act(1))).toBe('bad-input');
    expect(codeOf(withTwo(), act(1, { do: 'close-case' }))).toBe('not-allowed');
  });

  it('alarms from before there was a case come into it with what became of them', () => {
    const release = { by: 'city/a', approvedBy: 'city/b', reason: '已查明' };
    const old: OldAlarm[] = [
      { ...found(1), raisedAt: NIGHT, release },
      { ...found(2), raisedAt: NOON },
    ];
    const a = take(blankAlarms(), openingAlarms(NOON, old));
    expect([a.seq, codeOf(a, act(1)), codeOf(a, act(2))]).toEqual([4, 'already-done', 'act:7']);
  });

  it('an event that does not follow is an error of ours', () => {
    const event = { seq: 2, type: 'alarm-raised', at: NIGHT, by: 'platform', with: { alarm: 1 } };
    expect(() => {
      foldAlarms(blankAlarms(), 'raised:1', [event], 'h');
    }).toThrow('event 2 after 0');
  });
});
