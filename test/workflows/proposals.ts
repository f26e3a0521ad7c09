import type { Theatre } from '../../client/drill/stage.js';
import type { ApprovalAnswer } from '../../desk/approvals/saying.js';
import { Desk } from '../../desk/desk.js';
import type { Front, Reply } from '../../desk/front.js';
import type { Opening } from '../../domain/cases/case.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';

/** The first day of July, on which the city decides. */
const JULY = instantOf('2024-07-01', '10:00:00');

/** Key units about whom the city decides, so many. */
export const unitsToDecide = (units: number): Opening[] =>
  opensOf(
    parseScenario(
      `
name: units about whom the city decides
cycle: 2024
from: 2024-07-01
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true } }
`,
      'proposals',
      { units },
    ),
  ).filter(({ kind }) => kind === 'compliance-cycle');

/** Opens the case of the next of these units; throws where there is none left. */
export async function openNext({ book, client, taskQueue, prefix }: Theatre, units: Opening[]): Promise<Opening> {
  const opening = units.shift();
  if (!opening) throw new Error('there are too few units');
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register: { units: new Map() } });
  await desk.open(opening, { wall0: Date.now(), business0: JULY });
  return opening;
}

export const proposed = (reply: Reply): string => {
  if (reply.state !== 'proposed') throw new Error(JSON.stringify(reply));
  return reply.approval;
};

/** A proposal as it is shown to whoever is to approve it. */
export async function shownBy(front: Front, approval: string): Promise<ApprovalAnswer & { previewDigest: string }> {
  const answer = await front.approvals.read(approval);
  if (isRefusal(answer) || answer.previewDigest === undefined) throw new Error(JSON.stringify(answer));
  return { ...answer, previewDigest: answer.previewDigest };
}

export const codeOf = (answer: ApprovalAnswer | Refusal): string => (isRefusal(answer) ? answer.refused : answer.state);
