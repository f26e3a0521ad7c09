import { isoOf } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { goesOn, readLabel, type Suspension } from '../records/cases.js';
import { noteRevival, revivalsOf } from '../records/revivals.js';
import { Cases, type CasesOptions } from './cases.js';
import { officeOf, underOffice } from './office.js';

/** Where a case stands for whoever looks after the platform. */
export interface CaseRuns {
  readonly case: string;
  readonly kind: string;
  readonly unit: string;
  readonly name: string;
  readonly playedTo: string;
  /** `standing-still` until somebody revives it; `over`, and nothing is due; `lost`: it goes on and runs nowhere; `unknown`: the server is away. */
  readonly state: 'standing-still' | 'over' | 'lost' | 'running' | 'unknown';
  readonly suspended?: Suspension;
  readonly revivals: readonly {
    readonly by: string;
    readonly reason: string;
    readonly stoodStill?: string;
    readonly at: string;
  }[];
}

const SHOWN = 20;

async function stateOf({ book }: CasesOptions, cases: Cases, caseId: string): Promise<CaseRuns['state']> {
  if (!(await goesOn(book.pool, caseId))) return 'over';
  const running = await cases.isRunning(caseId).catch(() => undefined);
  return running === undefined ? 'unknown' : running ? 'running' : 'lost';
}

/** How a case runs; undefined where the book has none of that name. */
export async function caseRuns(options: CasesOptions, caseId: string): Promise<CaseRuns | undefined> {
  const { pool } = options.book;
  const label = await readLabel(pool, caseId);
  if (!label) return undefined;
  const { kind, unit, name, playedTo, suspended } = label;
  const revivals = (await revivalsOf(pool, caseId, SHOWN)).map(({ by, reason, stoodStill, at }) => ({
    by,
    reason,
    at: isoOf(at.getTime()),
    ...(stoodStill === null ? {} : { stoodStill }),
  }));
  const state = suspended ? 'standing-still' : await stateOf(options, new Cases(options), caseId);
  return {
    case: caseId,
    kind,
    unit,
    name,
    playedTo: isoOf(playedTo),
    state,
    ...(suspended ? { suspended } : {}),
    revivals,
  };
}

/**
 * Has a case go on that stood still, or starts one again that runs nowhere, for an operator who says why: both are kept. Where the server does
 * not answer, the worker starts it (`reviveLost`). Refused where it goes on, or is over.
 */
export async function reviveCase(
  options: CasesOptions,
  caller: Caller,
  caseId: string,
  reason: string,
): Promise<Refusal | undefined> {
  const may = entitled(caller, { what: 'revive', at: (options.now ?? Date.now)(), now: Date.now() });
  if (isRefusal(may)) return may;
  const found = await caseRuns(options, caseId);
  if (!found || found.state === 'running' || found.state === 'over')
    return refuse(
      'already-done',
      found ? `案件 ${caseId} ${found.state === 'over' ? '已结束' : '正在运行'}，无须恢复` : '账簿中没有此案件',
      found
        ? `case ${caseId} ${found.state === 'over' ? 'is over' : 'goes on'}: there is nothing to revive`
        : 'there is no such case',
    );
  const { pool } = options.book;
  const office = officeOf(caller, [may]);
  const noted = { by: actorOf(caller, may.appointment.party), reason, office };
  const refused = await underOffice(pool, office, () => noteRevival(pool, caseId, noted));
  if (refused) return refused;
  await new Cases(options).revive(caseId).catch(() => false);
  return undefined;
}
