import { rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { rulebookNamed } from '../regulation/named.js';
import { OWED_BY } from '../views/duty-facts.js';
import { timetableOf, type Timetable } from '../views/timetable.js';
import { calendarFile } from '../views/timetable-ics.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

/** `luyue timetable [--cycle 2024] [--json | --ics]` */
export interface TimetableOptions {
  readonly cycle?: string;
  readonly json?: boolean;
  /** An iCalendar file on standard output. */
  readonly ics?: boolean;
}

const table = (book: Rulebook, { rows, notKnown }: Timetable): string[] => {
  const lines = rows.map(({ dueOn, duty, owedBy, clause, provisional, zh }) => {
    const [who] = OWED_BY[owedBy];
    return `${dueOn}  ${duty.padEnd(26)}  ${zh}（${who}，${clause}）${provisional ? ' 暂定 / provisional' : ''}`;
  });
  const gaps = notKnown.length > 0 ? [`未知 / not known: ${notKnown.join(', ')}`] : [];
  return [`${rulebookName(book)} · ${book.notice}`, ...lines, ...gaps];
};

/** Prints the dates of a cycle as a table, as JSON, or as a calendar file. Answers the exit status. */
export function timetable(options: TimetableOptions, streams: Streams = STREAMS): Promise<number> {
  const { json = false, ics = false } = options;
  return onRegulation(json, streams, () => {
    const book = rulebookNamed(options.cycle);
    const times = timetableOf(book);
    if (!ics) return printAnswer(times, table(book, times), json, streams);
    streams.out(calendarFile(book, times.rows));
    return DONE;
  });
}
