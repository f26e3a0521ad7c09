import * as wf from '@temporalio/workflow';
import type { CityActivities } from '../activities/city-cycle.js';
import { onCityAct } from '../domain/city-cycle/acts.js';
import { blankCity, openingCity, toRollOut, type CityCycle, type RollOut } from '../domain/city-cycle/city-cycle.js';
import { cityDue, isWhole, onCityInstant, onRolledOut, type CityDue } from '../domain/city-cycle/instants.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { makeAlarm } from './alarm.js';
import { sayCityDue, showCity } from './city-show.js';
import { serveCity, takeCityStep } from './city-take.js';
import { makeLine, refusalFailure } from './line.js';
import { act, catchUp, cityState, type CityRun } from './messages.js';
import { isOutdated, renew } from './renew.js';

/** A roll-out takes as long as its slowest case; an attempt that says nothing for a while is lost with its worker. */
const { bringToCases } = wf.proxyActivities<CityActivities>({
  startToCloseTimeout: '12h',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '2s', maximumInterval: '1m' },
});
const { cityOverdue, cityReport } = wf.proxyActivities<CityActivities>({ startToCloseTimeout: '10m' });

/** A new run from about here on, once this one has taken a step. */
const LONG_HISTORY = 100;

/** A roll-out on its way, and how it ended. */
interface Rolling {
  readonly act: string;
  out?: RollOut;
}

/** Brings decisions to the cases, one after the other, while the city's cycle goes on. */
function makeRollOuts(c: CityCycle, { opening, prefix }: CityRun) {
  let rolling: Rolling | undefined;
  const begin = async (mine: Rolling): Promise<void> => {
    const decision = toRollOut(c);
    if (decision) mine.out = await bringToCases({ cycle: opening.terms.cycle, prefix, decision });
  };
  return {
    /** How the earliest decision on its way was taken, once every case has answered; starts it where it is not on its way. */
    ended(): RollOut | undefined {
      const decision = toRollOut(c);
      if (!decision) return undefined;
      if (rolling?.act !== decision.act) {
        rolling = { act: decision.act };
        void begin(rolling);
      }
      return rolling.out;
    },
    isOver: (): boolean => rolling?.out !== undefined && rolling.act === toRollOut(c)?.act,
    isOnItsWay: (): boolean => rolling !== undefined && rolling.act === toRollOut(c)?.act,
  };
}

/** 市生态环境部门's cycle: takes its decisions for all, brings them to every case, marks its own dates, ends with the report. */
export async function cityCycle(input: CityRun): Promise<Json> {
  const { clock, opening } = input;
  const { cycle } = opening.terms;
  const c = input.city ?? blankCity(opening);
  const line = makeLine();
  const began = c.seq;
  let shown = input.shown;
  let atRest = false;

  const now = (): Instant => clock.business0 + (Date.now() - clock.wall0);
  const due = (): CityDue | undefined => {
    const next = cityDue(c);
    return next && (clock.endsAt === undefined || next.at < clock.endsAt) ? next : undefined;
  };

  wf.setHandler(cityState, () => c);
  wf.setHandler(catchUp, (stamp) => line.join(stamp));
  wf.setHandler(act, (asked) => line.join(asked.at, asked), {
    /** Refuses at once only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      const next = due();
      if (!atRest || !line.isEmpty() || c.taken[asked.id] !== undefined || (next && next.at <= asked.at)) return;
      const answer = onCityAct(c, asked);
      if (isRefusal(answer)) throw refusalFailure(answer);
    },
  });

  const rollOuts = makeRollOuts(c, input);
  const alarm = makeAlarm(now);
  const finishRollOut = async (out: RollOut): Promise<void> => {
    const decision = toRollOut(c);
    if (!decision) return;
    const at = Math.max(c.playedTo, now());
    const report = decision.do === 'close-cycle' && isWhole(out) ? await cityReport(cycle, at) : undefined;
    await takeCityStep(c, onRolledOut(c, decision, out, at, report), line);
  };

  const renewed = async (): Promise<void> => {
    const isLong = wf.workflowInfo().historyLength > LONG_HISTORY || isOutdated();
    if (!isLong || c.seq === began || !line.isEmpty() || rollOuts.isOnItsWay()) return;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) await renew<typeof cityCycle>({ ...input, city: c, ...(shown ? { shown } : {}) });
  };
  const rest = async (next: CityDue | undefined): Promise<void> => {
    shown = showCity(c, next, shown);
    alarm.set(next?.at, next && sayCityDue(next));
    atRest = true;
    await wf.condition(() => !line.isEmpty() || alarm.rang() || rollOuts.isOver());
    atRest = false;
  };

  while (c.seq === 0) await takeCityStep(c, openingCity(opening), line, opening);
  while (!c.closed || !line.isEmpty()) {
    await renewed();
    const next = due();
    const first = line.first();
    const out = rollOuts.ended();
    // an instant comes before every act stamped at or after it, and after every act stamped before it
    if (first && (!next || first.at < next.at)) await serveCity(c, first, line, () => due()?.at);
    else if (next && (first || next.at <= now())) {
      const overdue = await cityOverdue(cycle, next.at);
      await takeCityStep(c, onCityInstant(c, next, overdue), line);
    } else await (out ? finishRollOut(out) : rest(next));
  }
  showCity(c, undefined, shown);
  await wf.condition(wf.allHandlersFinished);
  return c.closed.report;
}
