import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { dutyCalled } from '../domain/letters/names.js';
import { addDays, floatingDay, type Instant } from '../domain/model/instant.js';
import type { CalendarDate } from '../records/deliveries.js';

/** A calendar part of a letter: dates to keep, or dates to take out. */
export interface CalendarPart {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

const partOf = (method: CalendarPart['method'], dates: readonly CalendarDate[], at: Instant): CalendarPart[] => {
  if (dates.length === 0) return [];
  const calendar = ical({
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'luyue', product: 'letters', language: 'ZH' },
  });
  calendar.x('X-WR-TIMEZONE', 'Asia/Shanghai');
  for (const { uid, duty, dueOn, sequence } of dates) {
    const { zh = duty, clause } = dutyCalled(duty) ?? {};
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(at),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      start: floatingDay(dueOn),
      end: floatingDay(addDays(dueOn, 1)),
      summary: method === 'CANCEL' ? `${zh}（已办结，无须再办）` : `${zh}截止`,
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(clause === undefined ? {} : { description: `含当日；依据：通知${clause}` }),
    });
  }
  return [{ method, content: `${calendar.toString()}\r\n` }];
};

/** The calendar parts of a letter: the entries of the feed by their ids, one number on with each change, taken out once done. */
export const calendarParts = (dates: readonly CalendarDate[], at: Instant): CalendarPart[] => [
  ...partOf(
    'PUBLISH',
    dates.filter(({ cancelled }) => !cancelled),
    at,
  ),
  ...partOf(
    'CANCEL',
    dates.filter(({ cancelled }) => cancelled),
    at,
  ),
];
