import { failed } from '../carry/checks.js';
import { owedBy } from '../duties/claim.js';
import { decisionMail } from '../duties/deciding.js';
import type { Taken } from '../duties/filing.js';
import { withoutGiven } from '../duties/given.js';
import { isZero, plus, smaller, sum } from '../model/amount.js';
import type { Case, Given, Movement } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act, AccountEffect, NewEvent } from '../model/step.js';
import { surrenderAfter } from './correction.js';

/** What of a surrender or collection is still given: a correction may have given some of it back. */
function stillGiven(c: Case, { of, moves }: Movement): Given[] {
  const by = of === 'collected' ? 'platform' : 'unit';
  let left = c.facts.given;
  return moves.flatMap(({ lot, quantity }) => {
    const same = left.filter((one) => one.lot === lot && one.by === by);
    const [first] = same;
    const back = smaller(quantity, sum(same.map((one) => one.quantity)));
    if (!first || isZero(back)) return [];
    const gone = { ...first, quantity: back };
    left = withoutGiven(left, [gone]);
    return [gone];
  });
}

/** What is owed again has its own window, and its own collection if need be. */
function backToOwing(c: Case, act: Act, back: readonly Given[]): { events: NewEvent[]; effects: AccountEffect[] } {
  const before = owedBy(c);
  const after = plus(before, sum(back.map((one) => one.quantity)));
  const wasShort = c.facts.matters.some(({ kind, state }) => kind === 'rectification' && state === 'open');
  const closed: NewEvent[] = wasShort ? [{ type: 'rectification-closed', at: act.at, by: 'platform' }] : [];
  return {
    events: [
      { type: 'given-back', at: act.at, by: 'platform', with: { moves: back } },
      ...surrenderAfter(c, act, before, after),
      ...closed,
    ],
    effects: [{ kind: 'give-back', moves: back, shortfall: '0' }],
  };
}

/**
 * 撤销 (policy): two officers undo one movement of the case by a new one, with the reason; history stays. A surrender or a
 * collection goes back to its lots and is owed again, with a window of its own; what was cancelled comes back; an opening
 * holding or an auction's lot credited by mistake goes back to the authority. A trade is undone by another trade, an
 * allocation by its correction.
 */
export function reverseMovement(c: Case, act: Act<'reverse-movement'>): Taken | Refusal {
  const { event, basis } = act.with;
  const movement = c.facts.movements.find((one) => one.event === event);
  if (!movement) return failed('no-such-movement', String(event));
  const what = { event, of: movement.of, basis, approvedBy: act.approvedBy };
  const reversed = (more: object = {}): NewEvent => ({
    type: 'movement-reversed',
    at: act.at,
    by: act.by,
    with: { ...what, ...more },
  });
  const mail = decisionMail(c, '撤销账户变动', { basis: what.basis, quantity: sum(movement.moves.map((one) => one.quantity)) });
  if (movement.of === 'cancelled' || movement.of === 'credited')
    return {
      events: [reversed({ moves: movement.moves })],
      effects: [{ kind: 'reverse', of: movement.of, moves: movement.moves }, mail],
    };
  const back = stillGiven(c, movement);
  if (back.length === 0) return failed('movement-given-back', String(event));
  const made = backToOwing(c, act, back);
  return { events: [reversed(), ...made.events], effects: [...made.effects, mail] };
}
