import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { dutyCalled } from '../domain/letters/names.js';
import { addDays, floatingDay, instantOf, type Day, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { rulebookNamed } from '../regulation/named.js';
import { listIn, textIn } from '../regulation/values.js';
import { unitStatus } from './unit-status.js';

const ZONE = 'Asia/Shanghai';
const HOURS = 6;

interface Told {
  readonly uid: string;
  readonly dueOn: Day;
  readonly sequence: number;
}

const TOLD = `select uid, due_on::text as "dueOn", sequence from calendar_dates where party_kind = 'unit' and party = $1`;

/**
 * What a unit still owes, as a calendar that programs ask for again: the entries that its letters tell, by the same ids, one number on where
 * a date has moved since. No figures, no name of anybody.
 */
export async function unitCalendar(book: Book, unit: string, now: Instant): Promise<string | undefined> {
  const found = await unitStatus(book, unit, { now: () => now });
  if (!found) return undefined;
  const { standing } = found;
  const rulebook = rulebookNamed(String(standing.cycle));
  const at = textIn(rulebook, 'reminders.at');
  const { rows } = await book.pool.query<Told>({ name: 'view-calendar-told', text: TOLD, values: [unit] });
  const told = new Map(rows.map((row) => [row.uid, row]));
  const calendar = ical({
    name: `${standing.name} ${String(standing.cycle)}年碳市场履约`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'luyue', product: 'unit', language: 'ZH' },
    ttl: HOURS * 3_600,
  });
  calendar.x('X-WR-TIMEZONE', ZONE);
  for (const [name, { state, dueOn }] of standing.cases.flatMap(({ duties }) => Object.entries(duties))) {
    const duty = dutyCalled(name);
    if (duty?.owedBy !== 'unit' || (state !== 'pending' && state !== 'returned')) continue;
    const id = `${String(standing.cycle)}-${name.replace('/', '-')}@luyue`;
    const before = told.get(id);
    const event = calendar.createEvent({
      id,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp: new Date(now),
      sequence: before ? before.sequence + (before.dueOn === dueOn ? 0 : 1) : rulebook.revision - 1,
      start: floatingDay(dueOn),
      end: floatingDay(addDays(dueOn, 1)),
      summary: `${duty.zh}截止${state === 'returned' ? '（已退回，待更正）' : ''}`,
      description: `含当日；依据：通知${duty.clause}`,
    });
    for (const days of listIn(rulebook, name.includes('/') ? 'reminders.monthly' : 'reminders.annual'))
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: new Date(instantOf(addDays(dueOn, -Number(days)), at)),
        description: `${duty.zh}：还有${days}天`,
      });
  }
  return `${calendar.toString()}\r\n`;
}
