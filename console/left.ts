import { addDays, daysBetween, endOfMonth, isMonth, type Day } from '../domain/model/instant.js';
import type { Visit } from './visit.js';

const daysInEnglish = (days: number): string => `${String(days)} ${days === 1 ? 'day' : 'days'}`;

/** How long a last day is away, or has passed. */
export const leftSaid = ({ say }: Pick<Visit, 'say'>, today: Day, dueOn: Day): string => {
  const days = daysBetween(today, dueOn);
  if (days < 0) return say(`已过 ${String(-days)}\u00a0天`, `${daysInEnglish(-days)} ago`);
  return days === 0 ? say('今天截止', 'ends today') : say(`还有 ${String(days)}\u00a0天`, `${daysInEnglish(days)} left`);
};

/** From which day on a month's evidence is taken, where the month has not ended; none for what can be filed now. */
export function takenFrom(duty: string, today: Day): Day | undefined {
  const [base, month = ''] = duty.split('/');
  if (base !== 'monthly-evidence' || !isMonth(month)) return undefined;
  const from = addDays(endOfMonth(month), 1);
  return today < from ? from : undefined;
}
