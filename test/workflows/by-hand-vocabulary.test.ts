import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../acts/vocabulary.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { byHand, type ByHand } from './by-hand/messages.js';
import { leavesNothing, stillAnswers } from './by-hand/proofs.js';
import { openTown, type Town } from './by-hand/town.js';
import { forgedFor, type Forged } from './by-hand/vocabulary.js';
import { seen } from '../seen.js';

/** Every act that goes before cases; those of an auction are tried in by-hand.test.ts. */
const ACTS = Object.values(VOCABULARY).flatMap((one) => (one.case === 'auction' ? [] : [one.name as string]));
const notStored = (what: string): string => `${what} that nobody has stored, sent by hand, leaves nothing`;
const IN_2099 = instantOf('2099-01-01', '10:00:00');

let town: Town;
let hand: ByHand;
beforeAll(async () => {
  town = await openTown();
  hand = await byHand(town.theatre);
});
afterAll(() => town.close());

const isGeneral = ({ kind }: Forged): boolean => kind === 'general-report';

/** A fresh unit with everything that must have happened before, and the act made up for it. */
async function prepared(what: string): Promise<{ id: string; caseId: string; forged: Forged }> {
  const [any] = [forgedFor('')[what]];
  if (!any) throw new Error(`no ${what} is made up in vocabulary.ts`);
  const { id } = await town.freshUnit(isGeneral(any) ? 'general' : 'key');
  const forged = forgedFor(id)[what] ?? any;
  for (const [n, one] of (forged.before ?? []).entries()) {
    const who = one.by === 'unit' ? id : one.by;
    const answer = await town.submit({ ...one, by: who === 'nobody' ? 'chaoyang' : who, for: id }, `before-${what}-${String(n)}`);
    if (isRefusal(answer)) throw new Error(`${one.do} before ${what} was refused: ${answer.en}`);
  }
  return { id, caseId: town.caseOf(id, forged.kind), forged };
}

const claimed = (what: string, id: string, { by, with: brings }: Forged, at = town.now()) => ({
  id: `by-hand-${what}-${String(at)}`,
  do: what,
  by: by === 'unit' ? id : 'nobody',
  approvedBy: 'nobody-else',
  at,
  with: brings,
});

describe('what the desk did not store did not happen', () => {
  it('every act of the vocabulary is tried', () => {
    expect(Object.keys(forgedFor('BJ-0001')).sort()).toEqual([...ACTS].sort());
  });

  for (const what of ACTS)
    it(notStored(what), async () => {
      const { id, caseId, forged } = await prepared(what);
      await leavesNothing(town, () => hand.act(caseId, claimed(what, id, forged)));
      await stillAnswers(town, id);
    });
});

describe('a case plays no instant because a message says that it has come', () => {
  it('an act with a stamp in 2099 that nobody has stored leaves nothing', async () => {
    const { id, caseId, forged } = await prepared('pre-allocate');
    await leavesNothing(town, () => hand.act(caseId, claimed('pre-allocate', id, forged, IN_2099)));
    await stillAnswers(town, id);
  });

  it('catching up to 2099, sent by hand, leaves nothing', async () => {
    const { id } = await town.freshUnit('key');
    await leavesNothing(town, () => hand.catchUp(town.caseOf(id), IN_2099));
    await stillAnswers(town, id);
  });

  it('catching up to now, sent by hand, leaves nothing', async () => {
    const { id } = await town.freshUnit('key');
    await leavesNothing(town, () => hand.catchUp(town.caseOf(id), town.now()));
    await stillAnswers(town, id);
  });

  it('a Signal by any name leaves nothing', async () => {
    const { id, caseId, forged } = await prepared('pre-allocate');
    const asked = claimed('pre-allocate', id, forged);
    await leavesNothing(town, async () => {
      for (const name of ['act', 'catchUp', 'state', 'approve', 'return', 'withdraw', 'lookAgain', 'close', 'anything'])
        await hand.signal(caseId, name, asked);
    });
    await stillAnswers(town, id);
  });
});

// last: what is tried here reaches every case
describe('the city’s own case believes no more than any other', () => {
  const CITY = '2024/city/city-cycle';
  const strikeOff = (verifier: string) => ({ do: 'strike-off-verifier', with: { verifier, basis: '决定书' } });
  const cityAnswers = async (verifier: string): Promise<void> => {
    const answer = await town.city.submit({ ...strikeOff(verifier), by: 'city/a', approvedBy: 'city/b' }, verifier, town.now());
    if (answer.state === 'refused') throw new Error(`a real act was refused: ${answer.refusal.en}`);
    await seen(`every case has heard of ${verifier}`, async () => (await town.city.progress(answer.act ?? '')).over);
  };

  it('a verifier struck off by nobody, sent by hand, leaves nothing', async () => {
    const act = { ...strikeOff('V-66'), id: 'by-hand-city', by: 'nobody', approvedBy: 'nobody-else', at: town.now() };
    await leavesNothing(town, () => hand.act(CITY, act));
    await cityAnswers('V-67');
  });

  it('catching the city’s case up to 2099, sent by hand, leaves nothing', async () => {
    await leavesNothing(town, () => hand.catchUp(CITY, IN_2099));
    await cityAnswers('V-68');
  });
});
