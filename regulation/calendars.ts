import { addDays, BEFORE_NEW_YEAR, isWorkingDay, yearOf, type Day, type WorkingCalendar } from '../domain/model/instant.js';
import { oncePerFolder } from './once.js';
import { calendarShape } from './shape.js';
import { filesIn, readYaml } from './source.js';

const NO_HOLIDAYS: WorkingCalendar = { free: [], worked: [] };
/** Monday to Friday. */
const isWeekday = (day: Day): boolean => isWorkingDay(day, NO_HOLIDAYS);

/** One year's file. Refuses a day of another year, a weekend that is called free, a weekday called worked, a day named twice. */
function readCalendar(folder: string, file: string): WorkingCalendar {
  const source = readYaml(folder, `calendar/${file}`, calendarShape);
  const { year, ...days } = source.content;
  if (file !== `${year}.yaml`) source.fail('wrong-name', ['year'], `文件名为 ${file}`, `the file is named ${file}`);
  for (const list of ['free', 'worked'] as const)
    days[list].forEach((day, index) => {
      const its = [day, addDays(day, BEFORE_NEW_YEAR)].some((one) => yearOf(one) === Number(year));
      const right = its && isWeekday(day) === (list === 'free') && days[list].indexOf(day) === index;
      if (!right)
        source.fail(
          'bad-value',
          [list, index],
          `${day}：free 中只写当年放假的周一至周五，worked 中只写当年上班的周六、周日，每日一次`,
          `${day}: under free stand the Mondays to Fridays of the year that are free, under worked its Saturdays and Sundays that are worked, each once`,
        );
    });
  return { free: days.free, worked: days.worked };
}

/** Reads the years on file one by one, for a check of everything. */
export const everyCalendar = (folder: string): (() => WorkingCalendar)[] =>
  filesIn(folder, 'calendar')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => () => readCalendar(folder, file));

/** Holidays and make-up days of every year on file: a count begins before a cycle's year and ends years after it. */
export const calendarIn = oncePerFolder((folder): WorkingCalendar => {
  const years = everyCalendar(folder).map((read) => read());
  return { free: years.flatMap(({ free }) => free), worked: years.flatMap(({ worked }) => worked) };
});
