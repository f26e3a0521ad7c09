import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, floatingDay, instantOf, startOf } from '../domain/model/instant.js';
import { rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { loadLibrary } from '../regulation/instruments.js';
import { listIn, textIn } from '../regulation/values.js';
import { OWED_BY } from '../views/duty-facts.js';
import type { TimetableRow } from '../views/timetable.js';

const ZONE = 'Asia/Shanghai';

/** The day on which the notice was issued: the same file for the same rulebook, whenever it is written. */
const stampOf = (book: Rulebook): Date => {
  const issued = loadLibrary().instruments.find(({ id }) => id === book.notice)?.['issued-on'];
  return new Date(startOf(issued ?? `${String(book.cycle)}-01-01`));
};

/** A duty of a cycle is one event in a calendar, whatever revision moved it: the later revision replaces it, alarms and all. */
const uidOf = (cycle: number, duty: string): string => `${String(cycle)}-${duty.replace('/', '-')}@luyue`;

const rhythmOf = ({ duty, owedBy }: TimetableRow): string => {
  if (owedBy !== 'unit') return 'reminders.authority';
  return duty.includes('/') ? 'reminders.monthly' : 'reminders.annual';
};

/**
 * The timetable as an iCalendar file: one all-day event a Beijing day, with alarms at the rulebook's reminder instants in
 * UTC, so that a phone anywhere shows the day that the text names and rings at the right moment.
 */
export function calendarFile(book: Rulebook, rows: readonly TimetableRow[]): string {
  const stamp = stampOf(book);
  const calendar = ical({
    name: `北京碳市场${String(book.cycle)}年履约日历`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'luyue', product: 'timetable', language: 'ZH' },
  });
  calendar.x('X-WR-TIMEZONE', ZONE);
  const at = textIn(book, 'reminders.at');
  for (const row of rows) {
    const event = calendar.createEvent({
      id: uidOf(book.cycle, row.duty),
      sequence: book.revision - 1,
      stamp,
      start: floatingDay(row.dueOn),
      end: floatingDay(addDays(row.dueOn, 1)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${row.zh}截止`,
      description: [
        `${row.duty}：${OWED_BY[row.owedBy][0]}，${row.clause}`,
        `含当日；自 ${row.closesAt} 起为逾期`,
        ...(row.provisional ? ['暂定：依据的文本未在手'] : []),
        `${rulebookName(book)} ${book.digest}`,
      ].join('\n'),
    });
    for (const days of listIn(book, rhythmOf(row)))
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: new Date(instantOf(addDays(row.dueOn, -Number(days)), at)),
        description: `${row.zh}：还有${days}天`,
      });
  }
  return `${calendar.toString()}\r\n`;
}
