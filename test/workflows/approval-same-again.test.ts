import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Front } from '../../desk/front.js';
import { PeopleDesk } from '../../desk/people.js';
import type { Caller } from '../../parties/caller.js';
import { claimPlatform } from '../../records/platform.js';
import { theatreForTests } from '../drill/theatre.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { inTheBook } from './callers.js';
import { openNext, proposed, shownBy, unitsToDecide } from './proposals.js';

const UNITS = unitsToDecide(10);
const REGISTRARS = ['city/x', 'city/y'] as const;

let theatre: Theatre;
let front: Front;
let people: PeopleDesk;
let proposer: Caller;
beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  front = new Front({ book, client, taskQueue, prefix });
  people = new PeopleDesk(book);
  await claimPlatform(book.pool, 'rehearsal');
  proposer = await inTheBook(book, 'city/a');
  for (const registrar of REGISTRARS) await inTheBook(book, registrar);
});
afterAll(() => theatre.close());

const propose = async (): Promise<string> => {
  const { unit } = await openNext(theatre, UNITS);
  const wish = { do: 'pre-allocate', for: unit.id, with: { amount: '700', basis: '预发方案' } };
  return proposed(await front.submit(proposer, wish));
};
/** Ends every appointment of a test person, and answers them as they are known then: of no office any more. */
const leaves = async (actor: string): Promise<Caller> => {
  const { appointments, person } = await inTheBook(theatre.book, actor);
  for (const { id } of appointments) {
    const raw = { by: REGISTRARS[0], approvedBy: REGISTRARS[1], do: 'end-appointment', with: { appointment: id, basis: '调离' } };
    expect(await people.submit(raw, `end-${String(id)}`)).toMatchObject({ state: 'decided' });
  }
  return { person, appointments: [], testActor: { actor, party: 'city' } };
};

describe('front §1 — what was decided about a proposal, asked again under the same id, is the same answer', () => {
  it('an approval, after the approver’s office has ended', async () => {
    const b = await inTheBook(theatre.book, 'city/b');
    const approval = await propose();
    const { previewDigest } = await shownBy(front, approval);
    const said = { request: 'yes-1', previewDigest };
    const answer = await front.approve(b, approval, said);
    expect(answer).toMatchObject({ state: 'approved' });
    const gone = await leaves('city/b');
    expect(await front.approve(gone, approval, said)).toEqual(answer);
    expect(await front.approve(gone, approval, { ...said, request: 'yes-2' })).toMatchObject({ refused: 'not-allowed' });
  });

  it('a return, after the officer’s office has ended', async () => {
    const c = await inTheBook(theatre.book, 'city/c');
    const approval = await propose();
    const said = { request: 'no-1', reason: '依据不全' };
    const answer = await front.approvals.end(c, 'return', approval, said);
    expect(answer).toMatchObject({ state: 'returned' });
    const gone = await leaves('city/c');
    expect(await front.approvals.end(gone, 'return', approval, said)).toEqual(answer);
    expect(await front.approvals.end(gone, 'return', approval, { ...said, reason: '另一理由' })).toMatchObject({
      refused: 'id-used',
    });
    expect(await front.approvals.end(gone, 'withdraw', approval, said)).toMatchObject({ refused: 'id-used' });
  });

  it('a refusal of any of the three, word for word', async () => {
    const approval = await propose();
    const { previewDigest } = await shownBy(front, approval);
    const yes = { request: 'refused-1', previewDigest };
    const refused = await front.approve(proposer, approval, yes);
    expect(refused).toMatchObject({ refused: 'same-person' });
    expect(await front.approve(proposer, approval, yes)).toEqual(refused);
    const no = { request: 'refused-2', reason: '依据不全' };
    const returned = await front.approvals.end(proposer, 'return', approval, no);
    expect(returned).toMatchObject({ refused: 'same-person' });
    expect(await front.approvals.end(proposer, 'return', approval, no)).toEqual(returned);
    const other = await inTheBook(theatre.book, 'city/d');
    const withdrawn = await front.approvals.end(other, 'withdraw', approval, { request: 'refused-3' });
    expect(withdrawn).toMatchObject({ refused: 'not-allowed' });
    expect(await front.approvals.end(other, 'withdraw', approval, { request: 'refused-3' })).toEqual(withdrawn);
    const nobody = await front.approve(other, 'AP-999999', { request: 'refused-4' });
    expect(nobody).toMatchObject({ refused: 'unknown-approval' });
    expect(await front.approve(other, 'AP-999999', { request: 'refused-4' })).toEqual(nobody);
  });

  it('a refused id is used up: for another proposal it answers id-used', async () => {
    const [first, second] = [await propose(), await propose()];
    const said = { request: 'used-1', reason: '依据不全' };
    expect(await front.approvals.end(proposer, 'return', first, said)).toMatchObject({ refused: 'same-person' });
    expect(await front.approvals.end(proposer, 'return', second, said)).toMatchObject({ refused: 'id-used' });
  });

  it('and the book holds', async () => {
    expect(await foundWrongAnew(theatre.book)).toEqual([]);
  });
});
