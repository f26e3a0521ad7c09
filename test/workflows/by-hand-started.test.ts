import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blank, fold, type Opening } from '../../domain/cases/case.js';
import type { Case } from '../../domain/model/case.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { ANNOUNCEMENT } from '../auction/room.js';
import { byHand, type ByHand } from './by-hand/messages.js';
import { leavesNothing, stillAnswers } from './by-hand/proofs.js';
import { openTown, type Town } from './by-hand/town.js';
import { seen } from '../seen.js';

/** What a run does of itself when it has begun, it has done by then. */
const BEGUN_MS = 2_500;
const IN_2099 = instantOf('2099-01-01', '10:00:00');
const INVENTED = { product: 'allowance', vintage: 2024, quantity: '1000000' } as const;

let town: Town;
let hand: ByHand;
beforeAll(async () => {
  town = await openTown();
  hand = await byHand(town.theatre);
});
afterAll(() => town.close());

/** A unit that has filed its first report, so that there is something to lose. */
async function filed(): Promise<{ id: string; main: Opening }> {
  const { id, openings } = await town.freshUnit('key');
  const [main] = openings;
  const report = { by: id, do: 'submit-first-report', with: { emissions: '98000', sealed: true } };
  if (!main || isRefusal(await town.submit(report, `report-${id}`))) throw new Error('no report to begin with');
  return { id, main };
}
const stateOf = async (caseId: string): Promise<Case> => {
  const record = await town.theatre.book.readCase(caseId);
  if (!record) throw new Error(`${caseId} is not in the book`);
  const c = blank(record.opening);
  for (const { key, events, head } of record.steps) fold(c, key, events, head);
  return c;
};
/** Starts by hand, and sees to it that it was a start. */
const started = async (start: Promise<string>): Promise<void> => {
  expect(await start).toContain('RunId');
  await pause(BEGUN_MS);
};
const ended = async (caseId: string): Promise<void> => {
  await hand.terminate(caseId);
  const handle = town.theatre.client.getHandle(`${town.theatre.prefix}${caseId}`);
  await seen(`${caseId} has ended`, async () => (await handle.describe()).status.name !== 'RUNNING');
};

describe('what a workflow is started with is believed by nobody', () => {
  it('a case that the desk never opened, with a million tonnes in its opening, does not come into being', async () => {
    const { id, main } = await filed();
    const opening = { ...main, id: '2024/BJ-9999/compliance-cycle', unit: { ...main.unit, id: 'BJ-9999' }, holdings: [INVENTED] };
    await leavesNothing(town, () => started(hand.start(opening, town.clock)));
    await stillAnswers(town, id);
  });

  it('a unit of the register is not opened by hand for a cycle that the city has not opened', async () => {
    const { id, main } = await filed();
    const opening = { ...main, id: `2031/${id}/compliance-cycle`, terms: { ...main.terms, cycle: 2031 }, holdings: [INVENTED] };
    await leavesNothing(town, () => started(hand.start(opening, town.clock)));
    await stillAnswers(town, id);
  });

  it('a cycle of the city’s that the desk never opened does not come into being', async () => {
    const { id, main } = await filed();
    const opening = {
      id: '2031/city/city-cycle',
      terms: { ...main.terms, cycle: 2031 },
      opensAt: main.opensAt,
    };
    await leavesNothing(town, () => started(hand.startCity(opening, town.clock)));
    await stillAnswers(town, id);
  });

  it('an auction that nobody announced does not come into being', async () => {
    const { id } = await filed();
    await leavesNothing(town, () => started(hand.startAuction(ANNOUNCEMENT, { wall0: Date.now(), business0: ANNOUNCEMENT.at })));
    await stillAnswers(town, id);
  });

  it('a second workflow for a case, with a clock that stands in 2099, plays nothing', async () => {
    const { id, main } = await filed();
    const clock = { wall0: Date.now(), business0: IN_2099 };
    await leavesNothing(town, () => started(hand.start(main, clock, { as: `another/${main.id}` })));
    await stillAnswers(town, id);
  });

  it('a case ended and started again with a million tonnes in its opening holds what it held', async () => {
    const { id, main } = await filed();
    await leavesNothing(town, async () => {
      await ended(main.id);
      await started(hand.start({ ...main, holdings: [INVENTED] }, town.clock));
    });
    await stillAnswers(town, id);
  });

  it('a case ended and started again with a clock that stands in 2099 plays nothing', async () => {
    const { id, main } = await filed();
    await leavesNothing(town, async () => {
      await ended(main.id);
      await started(hand.start(main, { wall0: Date.now(), business0: IN_2099 }, { state: await stateOf(main.id) }));
    });
    await stillAnswers(town, id);
  });

  it('a case ended and started again as closed still answers', async () => {
    const { id, main } = await filed();
    const state: Case = { ...(await stateOf(main.id)), closed: true };
    await leavesNothing(town, async () => {
      await ended(main.id);
      await started(hand.start(main, town.clock, { state }));
    });
    const verifier = { by: id, do: 'appoint-verifier', with: { verifier: 'V-01' } };
    if (isRefusal(await town.submit(verifier, `verifier-${id}`)))
      throw new Error('a real act was refused by what was started by hand');
    await stillAnswers(town, id);
  });

  it('a case ended and started again as one whose emissions are confirmed takes no surrender', async () => {
    const { id, main } = await filed();
    const state = await stateOf(main.id);
    const facts: Case['facts'] = { ...state.facts, confirmed: '1000', obligation: '1000' };
    await leavesNothing(town, async () => {
      await ended(main.id);
      await started(hand.start(main, town.clock, { state: { ...state, facts } }));
    });
    const answer = await town.submit({ by: id, do: 'surrender', with: { quantity: '1' } }, `surrender-${id}`);
    if (!isRefusal(answer)) throw new Error('a real act was judged by what was started by hand');
    expect(answer.refused).toBe('too-early');
    await stillAnswers(town, id);
  });

  it('a case ended and started again with another address sends its letters where they belong', async () => {
    const { id, main } = await filed();
    const state = await stateOf(main.id);
    const unit = { ...main.unit, id: 'SOMEBODY', mail: 'somebody@elsewhere.example' };
    await leavesNothing(town, async () => {
      await ended(main.id);
      await started(hand.start({ ...main, unit }, town.clock, { state: { ...state, unit } }));
    });
    await stillAnswers(town, id);
    const letters = await town.theatre.book.outboxOf({ unit: id });
    if (letters.some(({ party }) => party.id === unit.id)) throw new Error('a real act was told to somebody else');
    expect(letters.map(({ party }) => party)).toContainEqual({ kind: 'unit', id });
  });
});

describe('what is done to a workflow from outside costs nothing', () => {
  it('a case that was taken back to its first task by hand stands where it stood', async () => {
    const { id, main } = await filed();
    await leavesNothing(town, async () => {
      expect(await hand.reset(main.id)).toMatch(/reset|RunId/i);
      await pause(BEGUN_MS);
    });
    await stillAnswers(town, id);
  });

  it('a case that was ended by hand is started again by the next act', async () => {
    const { id, main } = await filed();
    await leavesNothing(town, () => ended(main.id));
    await stillAnswers(town, id);
  });
});

describe('the proofs themselves', () => {
  it('see what a real act moves', async () => {
    const { id } = await filed();
    const report = { by: id, do: 'appoint-verifier', with: { verifier: 'V-01' } };
    await expect(leavesNothing(town, () => town.submit(report, `seen-${id}`))).rejects.toThrow(/moved: .*acts,.* cases, events/);
  });
});
