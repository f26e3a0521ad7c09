import { Context } from '@temporalio/activity';
import type { CityCycle, RollOut } from '../domain/city-cycle/city-cycle.js';
import type { Overdue } from '../domain/city-cycle/instants.js';
import type { BringToCases, CityViews, ToBring } from '../domain/city-cycle/outside.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Clock } from '../domain/model/clock.js';
import type { Book } from '../records/book.js';
import { curable, unlessSuspended } from './carry-out.js';
import { postCity, readCity, readClock, type PostedCity } from '../records/city-cycles.js';
import type { Answer } from '../records/posted.js';

const BEAT_MS = 4_000;

/** What the city's cycle asks of the world. */
export function cityActivities(book: Pick<Book, 'pool'>, bring: BringToCases, views: CityViews) {
  return {
    /** Writes a step of the city's cycle, all of it or nothing; done twice it is done once. */
    carryOutCity: (posted: PostedCity): Promise<Answer> =>
      curable(posted.caseId, posted.step.key, () => postCity(book.pool, posted)),
    /** The city's cycle as the book has it; none where nobody has opened it. Throws where it is suspended. */
    readCityRun: (caseId: string): Promise<{ readonly city: CityCycle; readonly clock: Clock } | undefined> =>
      unlessSuspended(book.pool, caseId, async () => {
        const city = await readCity(book.pool, caseId);
        return city && { city, clock: await readClock(book.pool, caseId) };
      }),
    /** Staff see in the pending activity's heartbeat how many cases have answered. */
    async bringToCases(what: ToBring): Promise<RollOut> {
      const context = Context.current();
      let far = {};
      const beat = setInterval(() => {
        context.heartbeat(far);
      }, BEAT_MS);
      try {
        return await bring(
          what,
          (done, of) => {
            far = { done, of };
            context.heartbeat(far);
          },
          context.cancellationSignal,
        );
      } finally {
        clearInterval(beat);
      }
    },
    cityOverdue: (cycle: number, at: Instant): Promise<Overdue> => views.overdueAt(cycle, at),
    cityReport: (cycle: number, at: Instant): Promise<Json> => views.reportAt(cycle, at),
  };
}

export type CityActivities = ReturnType<typeof cityActivities>;
