import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { PEOPLE } from '../../domain/people/people.js';
import type { Caller } from '../../parties/caller.js';
import type { Entitled } from '../../parties/entitled.js';
import type { Filing } from '../../records/acts.js';
import { canonical, sha256 } from '../../records/chain.js';
import type { ProposedLine } from '../../records/approvals.js';
import { storeProposal, type About } from '../../records/approving.js';
import { approvalTerms } from '../../regulation/approval-terms.js';
import type { Asked, Planned } from '../door.js';
import { officeOf, underOffice } from '../office.js';
import { isPeopleAct } from '../people-acts.js';
import { fieldsOf } from '../raw-act.js';
import type { Json } from '../../domain/model/json.js';

const BATCH = 'decide-batch';

/** A line as it was asked and planned. */
export interface PlannedLine {
  readonly asked: Asked;
  readonly planned: Planned;
  readonly cycle: number;
}

/** The same of somebody who may ask it. */
export interface Line extends PlannedLine {
  /** Its asker does it without a second person. */
  readonly alone?: true;
  /** As what its asker may. */
  readonly may: Entitled;
}

/** What nothing else of the same name may be proposed about meanwhile: the case that decides, one alarm of it, an auction. */
function aboutOf({ planned: { act, concerns } }: Line): string {
  const decides = concerns.find(({ role }) => role === 'decides')?.case;
  const { alarm, auction, id } = fieldsOf(act.with);
  if (decides === undefined) return `auction/${typeof auction === 'string' ? auction : ''}`;
  if (decides === PEOPLE) return `${PEOPLE}/${sha256(canonical(act.with))}`;
  if (typeof id === 'string') return `${decides}/${id}`;
  return typeof alarm === 'number' ? `${decides}/${String(alarm)}` : decides;
}

/** What a line brings, as it is asked; what is decided about people as it was read, since what is known of a person is kept apart. */
const broughtBy = ({ asked: { raw }, planned }: Line): Json =>
  isPeopleAct(raw.do) ? (JSON.parse(JSON.stringify(planned.act.with)) as Json) : (raw.with ?? {});

const lineOf = (line: Line, k: number): ProposedLine => {
  const { planned, asked, cycle } = line;
  return {
    line: k + 1,
    about: aboutOf(line),
    act: planned.act.do,
    with: broughtBy(line),
    ...(asked.raw.for === undefined ? {} : { for: asked.raw.for }),
    ...(cycle > 0 ? { cycle } : {}),
  };
};

export interface Proposal {
  readonly approval: string;
  readonly at: Instant;
  readonly lapsesOn: string;
}

/** Stores what an officer proposes. Refused: `already-proposed`. `known`: the request was stored before. */
export async function propose(
  pool: Parameters<typeof storeProposal>[0],
  caller: Caller,
  about: About,
  lines: readonly Line[],
  regulation?: string,
): Promise<Proposal | Refusal | { readonly known: true }> {
  const [first] = lines;
  if (!first) throw new Error('a proposal without a line');
  const cycles = new Set(lines.map(({ cycle }) => cycle));
  const cycle = cycles.size === 1 ? first.cycle : 0;
  const acts = new Set(lines.map(({ planned }) => planned.act.do));
  const act = acts.size === 1 ? first.planned.act.do : BATCH;
  const proposed = lines.map(lineOf);
  const brings: Json = { act, lines: proposed.length, digest: `sha256:${sha256(canonical(proposed))}` };
  const office = officeOf(
    caller,
    lines.map(({ may }) => may),
  );
  const stored = await underOffice(pool, office, () =>
    storeProposal(pool, {
      about: { ...about, do: 'propose', office },
      brings,
      cycle,
      lines: proposed,
      opening: (caseId, approval, at) => ({
        id: caseId,
        approval,
        cycle,
        act,
        lines: proposed.length,
        at,
        proposedBy: about.by,
        person: caller.person,
        ...approvalTerms(at, cycle, regulation),
      }),
    }),
  );
  if (isRefusal(stored)) return stored;
  if (!stored)
    return refuse(
      'already-proposed',
      '同一事项已提出，正在待批；如需改动，请先撤回或者退回',
      'the same act about the same case waits to be approved: withdraw or return that first',
    );
  return 'known' in stored ? { known: true } : stored;
}

/** The act that comes of an approved line: the proposer's, by the approver's yes, asked by the platform. */
export function actOfLine(
  { approval, line }: { readonly approval: string; readonly line: number },
  { asked, planned, cycle }: PlannedLine,
): Omit<Filing, 'atLeast' | 'causedBy'> {
  const { act, concerns, state, unstamped } = planned;
  return {
    asker: 'platform',
    id: `${approval}/${String(line)}`,
    asked: sha256(canonical({ approval, line, act })),
    ...act,
    cases: concerns,
    ...(asked.raw.for === undefined ? {} : { for: asked.raw.for }),
    ...(cycle > 0 ? { cycle } : {}),
    ...(state === undefined ? {} : { state }),
    ...(asked.stamp === undefined || unstamped ? {} : { stamp: asked.stamp }),
  };
}
