import { onAlarmAct } from '../../domain/alarms/acts.js';
import { blankAlarms, foldAlarms, type Alarms, type Found } from '../../domain/alarms/alarms.js';
import { endingAlarms, openingAlarms, raising } from '../../domain/alarms/raising.js';
import { letIn } from '../../domain/model/step.js';
import type { StoredStep } from '../posted.js';
import { noSuchCause, ofAct, type Anew, type Made } from './anew.js';

type Told = Found & { readonly alarm: number };
const toldIn = ({ events }: StoredStep): Told[] => events.map((event) => event.with as unknown as Told);

/** What a look raised cannot be found again once it is mended; that it is raised once, and in its form, can. */
function ofLook(a: Alarms, step: StoredStep): Made | string {
  const told = toldIn(step);
  const again = told.find(({ alarm }) => a.raised.has(alarm));
  if (again) return `警报 ${String(again.alarm)} 已提出过 the alarm was raised before`;
  const made = raising(
    told.map(({ alarm, check, subject, found, units }) => ({ id: alarm, check, subject, found, units })),
    step.events[0]?.at ?? 0,
  );
  return made.key === step.key ? made : noSuchCause;
}

/** Only what was released can be over. */
function ofEnd(a: Alarms, step: StoredStep): Made | string {
  const alarms = toldIn(step).map(({ alarm }) => alarm);
  const open = alarms.find((alarm) => a.raised.get(alarm)?.released !== true);
  if (open !== undefined) return `警报 ${String(open)} 未解除 the alarm was not released`;
  const made = endingAlarms(alarms, step.events[0]?.at ?? 0, a.seq + 1);
  return made.key === step.key ? made : noSuchCause;
}

/** The case of the alarms. */
export function ofAlarms(): Anew {
  const a = blankAlarms();
  return {
    makes(step, book) {
      const { key, events } = step;
      if (key === 'open') return { ...openingAlarms(events[0]?.at ?? 0, []), adds: ['alarm-raised', 'alarm-released'] };
      if (key.startsWith('raised:')) return ofLook(a, step);
      if (key.startsWith('over:')) return ofEnd(a, step);
      return ofAct(step, book, (act) => onAlarmAct(a, letIn(act))) ?? noSuchCause;
    },
    fold: ({ key, events, head }) => foldAlarms(a, key, events, head),
  };
}
