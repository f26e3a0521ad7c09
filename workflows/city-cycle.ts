import * as wf from '@temporalio/workflow';
import type { CityActivities } from '../activities/city-cycle.js';
import { onCityAct } from '../domain/city-cycle/acts.js';
import { foldCity, toRollOut, type CityCycle, type CityStep, type RollOut } from '../domain/city-cycle/city-cycle.js';
import { cityDue, isWhole, onCityInstant, onRolledOut, type CityDue } from '../domain/city-cycle/instants.js';
import { own } from '../domain/model/own.js';
import type { Clock } from '../domain/model/clock.js';
import type { Json } from '../domain/model/json.js';
import { OF_THE_BOOK, untilDone } from './book.js';
import { sayCityDue, showCity } from './city-show.js';
import type { RunInput } from './messages.js';
import { renew } from './renew.js';
import { inputOf, unknownCase, waited } from './run-case.js';
import { runShell } from './shell.js';
import { shownBefore } from './show.js';
import type { Subject } from './subject.js';

const { carryOutCity, readCityRun } = wf.proxyLocalActivities<CityActivities>(OF_THE_BOOK);

/** A roll-out takes as long as its slowest case; an attempt that says nothing for a while is lost with its worker. */
const { bringToCases } = wf.proxyActivities<CityActivities>({
  startToCloseTimeout: '12h',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '2s', maximumInterval: '1m' },
});
const { cityOverdue, cityReport } = wf.proxyActivities<CityActivities>({ startToCloseTimeout: '10m' });

/** A roll-out on its way, and how it ended. */
interface Rolling {
  readonly act: string;
  out?: RollOut;
}

/** Brings decisions to the cases, one after the other, while the city's cycle goes on. */
function makeRollOuts(c: CityCycle, prefix: string) {
  let rolling: Rolling | undefined;
  const begin = async (mine: Rolling): Promise<void> => {
    const decision = toRollOut(c);
    if (decision) mine.out = await bringToCases({ cycle: c.opening.terms.cycle, prefix, decision });
  };
  const isOf = (): boolean => rolling !== undefined && rolling.act === toRollOut(c)?.act;
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
    isOver: (): boolean => rolling?.out !== undefined && isOf(),
    isOnItsWay: isOf,
  };
}

async function finished(c: CityCycle, clock: Clock, out: RollOut): Promise<CityStep | undefined> {
  const decision = toRollOut(c);
  if (!decision) return undefined;
  const at = Math.max(c.playedTo, clock.business0 + (Date.now() - clock.wall0));
  const report = decision.do === 'close-cycle' && isWhole(out) ? await cityReport(c.opening.terms.cycle, at) : undefined;
  return onRolledOut(c, decision, out, at, report);
}

type CityRun = Subject<CityStep, CityDue> & { readonly report: () => Json };

async function load(caseId: string, prefix: string): Promise<CityRun> {
  const run = await untilDone(caseId, () => readCityRun(caseId));
  if (!run) throw unknownCase(caseId);
  const { city: c, clock } = run;
  const { cycle } = c.opening.terms;
  const rollOuts = makeRollOuts(c, prefix);
  let shown = shownBefore();
  return {
    caseId,
    clock,
    state: c,
    seq: () => c.seq,
    isOver: () => c.closed !== undefined,
    due: () => (c.closed ? undefined : cityDue(c)),
    onInstant: async (due) => onCityInstant(due, await cityOverdue(cycle, due.at)),
    onAct: (act) => onCityAct(c, act),
    known: (act) => own(c.taken, act.id),
    fold: ({ key, events, head }) => foldCity(c, key, events, head),
    carryOut: (step, act) => carryOutCity({ caseId, seq: c.seq, head: c.head, step, ...(act ? { act } : {}) }),
    show(next) {
      shown = showCity(c, next, shown);
    },
    sayDue: sayCityDue,
    own() {
      const out = rollOuts.ended();
      return out && finished(c, clock, out);
    },
    ownHasCome: rollOuts.isOver,
    isBusy: rollOuts.isOnItsWay,
    report: () => c.closed?.report ?? null,
  };
}

/** 市生态环境部门's cycle: takes its decisions for all, brings them to every case, marks its own dates, ends with the report. */
export async function cityCycle(input: RunInput): Promise<Json> {
  const { caseId, prefix, waits } = inputOf(input);
  const c = await runShell(() => load(caseId, prefix), {
    waits,
    renew: (more) => renew<typeof cityCycle>({ caseId, prefix, ...waited(more) }),
  });
  return (c as CityRun).report();
}
