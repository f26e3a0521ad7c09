/**
 * All arithmetic of days and instants. A day is a Beijing day, an instant a UTC instant: Beijing is a
 * constant eight hours ahead and knows no summer time, so nothing here asks a time zone database.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A Beijing day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;
/** A month, `YYYY-MM`. */
export type Month = string;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AHEAD = 8 * HOUR;

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
/** Years of four digits, so that days compare as strings; not the last one, so that what is counted from a day is a day too. */
const YEAR = '(?!9999)[1-9]\\d{3}';
const DATE = new RegExp(`^${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$`);
const MONTH = new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`);

/** Midnights already worked out; a few hundred days serve a whole city. */
const starts = new Map<Day, Instant>();
const MOST_DAYS = 4_096;

/** The first instant of a day: its midnight in Beijing. */
export const startOf = (day: Day): Instant => {
  const known = starts.get(day);
  if (known !== undefined) return known;
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) - AHEAD;
  if (starts.size >= MOST_DAYS) starts.clear();
  starts.set(day, at);
  return at;
};

/** The first instant that is too late for something due on `day`: 前 / 内 / 截止 include the day named. */
export const closesAt = (day: Day): Instant => startOf(day) + DAY;

/** Days already spelt, by their number since 1970. */
const spelt = new Map<number, Day>();

/** The Beijing day in which an instant lies. */
export const dayOf = (at: Instant): Day => {
  const number = Math.floor((at + AHEAD) / DAY);
  const known = spelt.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY).toISOString().slice(0, 10);
  if (spelt.size >= MOST_DAYS) spelt.clear();
  spelt.set(number, day);
  return day;
};

/** The instant at `clock` (`HH:MM:SS`) of a day. */
export const instantOf = (day: Day, clock: string): Instant => {
  const parts = CLOCK.exec(clock);
  if (!parts) throw new RangeError(`not a time of day: ${clock}`);
  return startOf(day) + Number(parts[1]) * HOUR + Number(parts[2]) * MINUTE + Number(parts[3]) * SECOND;
};

/** `days` natural days (自然日) after a day; before it when negative. */
export const addDays = (day: Day, days: number): Day => dayOf(startOf(day) + days * DAY);

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((startOf(to) - startOf(from)) / DAY);

/** The year in which a day lies. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The month in which a day lies. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The last day of a month. */
export const endOfMonth = (month: Month): Day =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** The twelve months of a year. */
export const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, month) => `${String(year)}-${String(month + 1).padStart(2, '0')}`);

export const isMonth = (text: string): boolean => MONTH.test(text);

/** Whether a text names a day that exists: the thirtieth of February does not. */
export const isDay = (text: string): boolean => DATE.test(text) && dayOf(startOf(text)) === text;

/** Where the working week departs from Monday to Friday: public holidays and make-up working days. */
export type WorkingCalendar = {
  /** Weekdays that are free. */
  readonly free: readonly Day[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly worked: readonly Day[];
};

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(startOf(day) + AHEAD).getUTCDay());

export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean =>
  isWeekend(day) ? calendar.worked.includes(day) : !calendar.free.includes(day);

/** The State Council's notice of a year also moves days of the week before its New Year: the last of 2018 were in the notice of 2019. */
export const BEFORE_NEW_YEAR = 7;
const DECEMBER = 12;

/** The years whose calendars say which days from one to another are worked. */
const yearsSaying = (first: Day, last: Day): number[] => {
  const [from, to] = [yearOf(first), yearOf(addDays(last, BEFORE_NEW_YEAR))];
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
};

/**
 * The years without a calendar that a count of working days after one day, up to another, hangs on: it is counted Monday to Friday
 * in them, for want of better. A calendar names free weekdays of every year it has, not in December alone; no year is without.
 */
export const yearsWithoutCalendar = (after: Day, to: Day, { free }: WorkingCalendar): number[] => {
  const has = (year: number): boolean => free.some((day) => yearOf(day) === year && Number(day.slice(5, 7)) < DECEMBER);
  return after >= to ? [] : yearsSaying(addDays(after, 1), to).filter((year) => !has(year));
};

/** `count` working days (工作日) after a day, counted from the next day. */
export const addWorkingDays = (day: Day, count: number, calendar: WorkingCalendar): Day => {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
};

/** ISO 8601 with Beijing's offset; seconds unless the instant has a fraction. */
export const isoOf = (at: Instant): string => {
  const text = new Date(at + AHEAD).toISOString();
  return `${at % SECOND === 0 ? text.slice(0, 19) : text.slice(0, 23)}+08:00`;
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):([0-5]\d))$/;
/** The offsets that are in use anywhere, from twelve hours behind Greenwich to fourteen ahead. */
const BEHIND = -12 * HOUR;
const AHEAD_MOST = 14 * HOUR;

/**
 * The one reader of instants: a day that exists, a time from 00:00 to 23:59:59, and an offset, which may be any in use. Midnight
 * is 00:00 of the next day, never 24:00; business time has no leap second; what is finer than a millisecond is left out.
 * Nothing for any other text.
 */
const readInstant = (iso: string): Instant | undefined => {
  const [, day = '', clock = '', second = '00', fraction = '', sign, hours = '00', minutes = '00'] = INSTANT.exec(iso) ?? [];
  const time = `${clock}:${second}`;
  if (!isDay(day) || !CLOCK.test(time) || iso.endsWith('-00:00')) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  if (offset < BEHIND || offset > AHEAD_MOST) return undefined;
  return instantOf(day, time) + AHEAD - offset + Number(fraction.slice(0, 3).padEnd(3, '0'));
};

/** Whether a text is an instant with its offset. */
export const isInstant = (text: string): boolean => readInstant(text) !== undefined;

/** Reads an instant with its offset. Throws a RangeError for anything else. */
export const instantFrom = (iso: string): Instant => {
  const at = readInstant(iso);
  if (at === undefined) throw new RangeError(`not an instant with an offset: ${iso}`);
  return at;
};

/** A day as calendars write it that know no Beijing: the first instant of the same day in Greenwich. */
export const floatingDay = (day: Day): Date => new Date(startOf(day) + AHEAD);
