import { CityDesk, type Progress } from '../desk/city.js';
import type { CityCycle } from '../domain/city-cycle/city-cycle.js';
import { isoOf } from '../domain/model/instant.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { findService, withService } from './service.js';

export interface DecisionsOptions {
  readonly cycle?: string;
  readonly json?: boolean;
}

interface Decided extends Progress {
  /** The id under which its asker knows it. */
  readonly act: string;
  readonly do: string;
}

const documentOf = (cycle: number, city: CityCycle, decisions: readonly Decided[]) => ({
  cycle,
  revision: city.terms.revision,
  rulebook: city.terms.digest,
  dates: city.terms.dates,
  struckOff: city.struckOff,
  decisions,
  passed: city.passed,
  closedAt: city.closed ? isoOf(city.closed.at) : null,
});

function say({ cycle, revision, struckOff, decisions, passed, closedAt }: ReturnType<typeof documentOf>): string[] {
  return [
    `${String(cycle)} 周期 cycle：修订 revision ${String(revision)}${closedAt === null ? '' : `，已结束 closed ${closedAt}`}`,
    ...(struckOff.length > 0 ? [`已除名 struck off: ${struckOff.join(', ')}`] : []),
    ...Object.entries(passed).map(
      ([duty, { dueOn, units }]) => `${duty} (${dueOn})：逾期未决定 not decided in time ${String(units)} 家 units`,
    ),
    ...decisions.map(
      ({ do: what, act, applied, cases, refused, waiting, over }) =>
        `${what} (${act})：已执行 taken ${String(applied)} / ${String(cases)}，未执行 refused ${String(refused.length)}${over ? '' : `，待送达 waiting ${String(waiting)}`}`,
    ),
    ...(decisions.length === 0 ? ['尚无涉及全部案件的决定 · nothing decided yet for all cases'] : []),
  ];
}

/** `luyue city decisions`: what is in force for all cases of a cycle, and how far each decision has come. Answers the exit status. */
export async function cityDecisions(options: DecisionsOptions, streams: Streams = STREAMS): Promise<number> {
  const service = findService(process.env);
  const cycle = cycleNamed(options.cycle);
  const document = await withService(service, async (book, client) => {
    const desk = new CityDesk({ book, client, taskQueue: service.taskQueue, cycle });
    const city = await desk.read();
    if (!city)
      throw new UsageError(
        `${String(cycle)} 年度尚无市级案件，导入名单或首次全市决定后才有 / cycle ${String(cycle)} has no case of the city's own yet: it begins with the import of its register, or the first decision for all cases`,
        'no-city-cycle',
        ['cycle'],
      );
    const decisions: Decided[] = [];
    for (const { act, do: what } of city.decisions) {
      const [asked] = await book.actsById(act);
      decisions.push({ act: asked?.askedAs ?? act, do: what, ...(await desk.progress(act)) });
    }
    return documentOf(cycle, city, decisions);
  });
  return printAnswer(document, say(document), options.json, streams);
}
