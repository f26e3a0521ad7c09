import { isoOf, type Instant } from '../model/instant.js';
import { CITY_AUTHORITY } from '../model/party.js';
import type { NewEvent } from '../model/step.js';
import type { AlarmMail, AlarmStep, Numbered } from './alarms.js';

const BY = 'platform';

const raised = (
  { id, check, subject, found, units }: Numbered,
  at: Instant,
  more: Readonly<Record<string, string>> = {},
): NewEvent => ({
  type: 'alarm-raised',
  at,
  by: BY,
  with: { alarm: id, check, subject, found, units: units === null ? null : [...units], ...more },
});

const mail = ({ id, check, subject, found, units, meaning }: Numbered): AlarmMail => ({
  unit: 'city',
  party: CITY_AUTHORITY,
  template: 'alarm',
  say: {
    alarm: String(id),
    check,
    subject,
    found,
    ...(meaning === undefined ? {} : { meaning }),
    ...(units === null ? {} : { units: units.join('、') }),
  },
});

/** Alarms that one look of the checker raises: an event and a mail to the city for each. Key `raised:NUMBER`, that of the first. */
export function raising(alarms: readonly Numbered[], at: Instant): AlarmStep {
  return {
    key: `raised:${String(alarms[0]?.id)}`,
    at,
    events: alarms.map((alarm) => raised(alarm, at)),
    mails: alarms.map((alarm) => mail(alarm)),
  };
}

/** Released alarms whose differences are found no more: found again, they are other ones. Key `over:NUMBER`, that of the first, and the place. */
export function endingAlarms(alarms: readonly number[], at: Instant, seq: number): AlarmStep {
  return {
    key: `over:${String(alarms[0])}/${String(seq)}`,
    at,
    events: alarms.map((alarm) => ({ type: 'alarm-over', at, by: BY, with: { alarm } })),
    mails: [],
  };
}

/** An alarm from before alarms had a case: when it was raised, and who released it. */
export interface OldAlarm extends Numbered {
  readonly raisedAt: Instant;
  readonly release?: { readonly by: string; readonly approvedBy: string; readonly reason: string };
}

/** The first step, key `open`: it takes over the alarms that were raised before there was a case, with what became of them. */
export function openingAlarms(at: Instant, old: readonly OldAlarm[]): AlarmStep {
  const events = old.flatMap((alarm): NewEvent[] => {
    const { id, raisedAt, release } = alarm;
    const event = raised(alarm, at, { raisedAt: isoOf(raisedAt) });
    if (!release) return [event];
    const { by, approvedBy, reason } = release;
    return [event, { type: 'alarm-released', at, by, with: { alarm: id, reason, approvedBy } }];
  });
  return { key: 'open', at, events: [{ type: 'alarms-opened', at, by: BY }, ...events], mails: [] };
}
