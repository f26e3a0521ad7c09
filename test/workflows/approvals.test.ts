import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { PeopleDesk } from '../../desk/people.js';
import { Front } from '../../desk/front.js';
import type { Opening } from '../../domain/cases/case.js';
import { theatreForTests } from '../drill/theatre.js';
import type { Caller } from '../../parties/caller.js';
import { claimPlatform } from '../../records/platform.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { inTheBook } from './callers.js';
import { codeOf, openNext, proposed, shownBy, unitsToDecide } from './proposals.js';

const UNITS = unitsToDecide(30);

/** Until the book has them. */
const NOBODY: Caller = { person: '', appointments: [] };

let theatre: Theatre;
let front: Front;
let unit: string;
let caseId: string;
let [a, b, c]: [Caller, Caller, Caller] = [NOBODY, NOBODY, NOBODY];

const open = (): Promise<Opening> => openNext(theatre, UNITS);
const eventsOf = async (of: string) => (await theatre.book.readCase(of))?.events ?? [];
const preAllocate = (whom = unit, amount = '700') => ({ do: 'pre-allocate', for: whom, with: { amount, basis: '预发方案' } });
const shown = (approval: string) => shownBy(front, approval);
const workflow = (approval: string) => theatre.client.getHandle(`${theatre.prefix}2024/approval/${approval}`);

beforeAll(async () => {
  theatre = await theatreForTests({ SWEEP_SECONDS: '2' });
  const { book, client, taskQueue, prefix } = theatre;
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 100_000 });
  await claimPlatform(book.pool, 'rehearsal');
  [a, b, c] = [
    await inTheBook(theatre.book, 'city/a'),
    await inTheBook(theatre.book, 'city/b'),
    await inTheBook(theatre.book, 'city/c'),
  ];
});
afterAll(() => theatre.close());

beforeEach(async () => {
  const opening = await open();
  unit = opening.unit.id;
  caseId = opening.id;
});

describe('what one officer proposes waits for another', () => {
  it('nothing is done before the approval; then the act is the proposer’s, approved by the approver, and the workflow ends', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    expect((await workflow(approval).describe()).type).toBe('approval');
    expect((await eventsOf(caseId)).some(({ by }) => by === 'city/a')).toBe(false);

    const { preview, previewDigest } = await shown(approval);
    expect(preview).toMatchObject({
      totals: { lines: 1, wouldBeDone: 1 },
      lines: [{ allowances: { before: '0', after: '700' } }],
    });

    const answer = await front.approve(b, approval, { request: 'yes', previewDigest });
    expect(answer).toMatchObject({ id: approval, state: 'approved', proposedBy: 'city/a', outcome: { state: 'decided' } });
    const event = (await eventsOf(caseId)).find(({ by }) => by === 'city/a');
    expect(event).toMatchObject({ type: 'pre-allocated', duty: 'pre-allocation' });
    await workflow(approval).result();
    expect(await front.approve(b, approval, { request: 'yes', previewDigest })).toEqual(answer);
  });

  it('nobody approves what they proposed, nor blindly, nor what is not as it was shown', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    const { previewDigest } = await shown(approval);
    expect(codeOf(await front.approve(a, approval, { request: 'own', previewDigest }))).toBe('same-person');
    expect(await front.approve(b, approval, { request: 'blind' })).toMatchObject({ refused: 'moved', previewDigest });
    expect(codeOf(await front.approve(b, approval, { request: 'stale', previewDigest: `sha256:${'0'.repeat(64)}` }))).toBe(
      'moved',
    );
    expect(codeOf(await front.approve(b, 'AP-999999', { request: 'stray', previewDigest }))).toBe('unknown-approval');
    // an id is not used up by a look that had moved
    expect(codeOf(await front.approve(b, approval, { request: 'blind', previewDigest }))).toBe('approved');
  });

  it('the same act about the same case is proposed once at a time', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    expect(await front.submit(c, preAllocate(unit, '600'))).toMatchObject({ refusal: { refused: 'already-proposed' } });
    expect(codeOf(await front.approvals.end(b, 'return', approval, { request: 'no', reason: '数量有误' }))).toBe('returned');
    proposed(await front.submit(c, preAllocate(unit, '600')));
  });

  it('the same id is the same proposal; with another content it is used', async () => {
    const first = await front.submit(a, { ...preAllocate(), id: `once-${unit}` });
    expect(await front.submit(a, { ...preAllocate(), id: `once-${unit}` })).toEqual(first);
    expect(await front.submit(a, { ...preAllocate(unit, '1'), id: `once-${unit}` })).toMatchObject({
      refusal: { refused: 'id-used' },
    });
  });

  it('whoever proposed withdraws, nobody else; what has ended is not approved', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    const { previewDigest } = await shown(approval);
    expect(codeOf(await front.approvals.end(b, 'withdraw', approval, { request: 'not mine' }))).toBe('not-allowed');
    expect(codeOf(await front.approvals.end(a, 'withdraw', approval, { request: 'mine' }))).toBe('withdrawn');
    expect(codeOf(await front.approve(b, approval, { request: 'late', previewDigest }))).toBe('already-done');
  });

  it('whoever has left the authority cannot withdraw it any more: any officer may, and others may still approve it', async () => {
    const d = await inTheBook(theatre.book, 'city/d');
    const [first, second] = [proposed(await front.submit(d, preAllocate())), await open()];
    const other = proposed(await front.submit(d, preAllocate(second.unit.id)));
    expect(codeOf(await front.approvals.end(b, 'withdraw', first, { request: `too soon ${first}` }))).toBe('not-allowed');
    const people = new PeopleDesk(theatre.book);
    for (const { id } of d.appointments)
      expect(
        await people.submit(
          { by: 'city/a', approvedBy: 'city/b', do: 'end-appointment', with: { appointment: id, basis: '调离' } },
          `end ${String(id)}`,
        ),
      ).toMatchObject({ state: 'decided' });
    expect(codeOf(await front.approvals.end(b, 'withdraw', first, { request: `left ${first}` }))).toBe('withdrawn');
    const { previewDigest } = await shown(other);
    expect(codeOf(await front.approve(b, other, { request: `stands ${other}`, previewDigest }))).toBe('approved');
  });

  it('of two approvals at one instant one counts, and the act is done once', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    const { previewDigest } = await shown(approval);
    const both = await Promise.all([
      front.approve(b, approval, { request: 'b', previewDigest }),
      front.approve(c, approval, { request: 'c', previewDigest }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['already-done', 'approved']);
    expect((await eventsOf(caseId)).filter(({ type }) => type === 'pre-allocated')).toHaveLength(1);
  });

  it('a signal sent by hand approves nothing', async () => {
    const approval = proposed(await front.submit(a, preAllocate()));
    for (const name of ['approve', 'return', 'withdraw']) await workflow(approval).signal(name, '1');
    await pause(1_000);
    expect((await shown(approval)).state).toBe('waiting');
    expect((await workflow(approval).describe()).status.name).toBe('RUNNING');
  });

  it('a no of the law at the stamp of the approval is what comes of the proposal, no error', async () => {
    const approval = proposed(await front.submit(a, { do: 'decide-offsets', for: unit, with: { result: 'accept' } }));
    const { preview, previewDigest } = await shown(approval);
    expect(preview).toMatchObject({ lines: [{ state: 'would-be-refused', refusal: { code: 'too-early' } }] });
    expect(await front.approve(b, approval, { request: 'law', previewDigest })).toMatchObject({
      state: 'refused',
      outcome: { state: 'refused', code: 'too-early' },
    });
  });

  it('what cannot take effect any more lapses by itself', async () => {
    const [first, second] = [proposed(await front.submit(a, preAllocate())), await open()];
    expect(await front.approvals.lapseOvertaken(first)).toBe(false);
    const other = proposed(
      await front.submit(a, { do: 'confirm-emissions', for: unit, with: { emissions: '10', basis: '依据' } }),
    );
    const final = proposed(await front.submit(a, { do: 'allocate', for: unit, with: { amount: '10', basis: '依据' } }));
    for (const one of [other, final])
      await front.approve(b, one, { request: one, previewDigest: (await shown(one)).previewDigest });
    expect(await front.approvals.lapseOvertaken(first)).toBe(true);
    expect(await front.approvals.read(first)).toMatchObject({ state: 'lapsed' });
    expect(second.unit.id).not.toBe(unit);
  });

  it('a unit files for itself at once, and not what the city decides', async () => {
    const person = await inTheBook(theatre.book, unit);
    const own = await front.submit(person, { do: 'submit-first-report', with: { emissions: '10', sealed: true } });
    expect(own).toMatchObject({ state: 'decided' });
    expect(await front.submit(person, preAllocate())).toMatchObject({ refusal: { refused: 'not-allowed' } });
  });

  it('each case asked anew says what it said, whoever approved, returned, withdrew or let lapse', async () => {
    expect(await stepDifferences(theatre.book.pool)).toEqual([]);
  });
});
