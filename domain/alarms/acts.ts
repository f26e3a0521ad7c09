import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Alarms, AlarmStep } from './alarms.js';

/** The answer to an alarm that nobody raised. */
export const noSuchAlarm = (alarm: number): Refusal => ({
  ...refuse('bad-input', `with.alarm：没有警报 ${String(alarm)}`, `with.alarm: there is no alarm ${String(alarm)}`),
  path: ['with', 'alarm'],
});

/** 解除警报: the collections that it held up go on where no other alarm does. Key `act:ID`. Pure. */
export function onAlarmAct(a: Alarms, act: Act): AlarmStep | Refusal {
  const { id, at, by, approvedBy = '' } = act;
  if (act.do !== 'release-alarm') return refuse('not-allowed', '不适用该操作', `${act.do} does not concern alarms`);
  const { alarm, reason } = act.with;
  const raised = a.raised.get(alarm);
  if (!raised) return noSuchAlarm(alarm);
  if (raised.released)
    return refuse('already-done', `警报 ${String(alarm)} 已解除`, `alarm ${String(alarm)} is released already`);
  const released = { type: 'alarm-released', at, by, with: { alarm, reason, approvedBy } };
  return { key: `act:${id}`, at, events: [released], mails: [] };
}
