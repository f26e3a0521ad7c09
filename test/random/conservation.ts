import assert from 'node:assert/strict';
import { closesAt } from '../../domain/model/instant.js';
import type { Event } from '../../domain/model/step.js';
import type { Played, PlayedUnit } from '../../simulator/outcome.js';

interface Moved {
  readonly lot: string;
  readonly quantity: string;
}
interface Brought {
  readonly lots?: readonly Moved[];
  readonly moves?: readonly Moved[];
  readonly of?: string;
}

/** Which way the tonnes of an event go: on to the account, or off it, and from or to where. Written here a second time. */
const GOES: Readonly<Record<string, readonly [of: 'lots' | 'moves', sign: 1n | -1n, elsewhere: string]>> = {
  credited: ['lots', 1n, 'issued'],
  'allowances-bought': ['lots', 1n, 'traded'],
  'allowances-sold': ['moves', -1n, 'traded'],
  surrendered: ['moves', -1n, 'used'],
  collected: ['moves', -1n, 'used'],
  'given-back': ['moves', 1n, 'used'],
  'taken-back': ['moves', -1n, 'taken-back'],
  'lots-expired': ['moves', -1n, 'expired'],
  cancelled: ['moves', -1n, 'cancelled'],
};

const goes = (event: Event): (typeof GOES)[string] | undefined => {
  if (event.type !== 'movement-reversed') return GOES[event.type];
  const { of } = event.with as Brought;
  if (of === 'cancelled') return ['moves', 1n, 'cancelled'];
  return of === 'credited' ? ['moves', -1n, 'issued'] : undefined;
};

type Places = Record<string, bigint>;

/** Counts a unit's lots again from its events alone; after none of them is less there than nothing. */
function countAgain({ cases, account, unit }: PlayedUnit, places: Places): void {
  const lots = new Map<string, bigint>();
  // the events of an account stand in the one case that holds it
  for (const event of cases[0]?.events ?? []) {
    const [of, sign, elsewhere] = goes(event) ?? [];
    if (of === undefined || sign === undefined || elsewhere === undefined) continue;
    for (const { lot, quantity } of (event.with as Brought)[of] ?? []) {
      const left = (lots.get(lot) ?? 0n) + sign * BigInt(quantity);
      assert.ok(left >= 0n, `${unit.id}: ${lot} holds ${String(left)} after event ${String(event.seq)}, ${event.type}`);
      assert.ok(lot.startsWith(`${unit.id}/`), `${unit.id} moves ${lot}`);
      lots.set(lot, left);
      places[elsewhere] = (places[elsewhere] ?? 0n) - sign * BigInt(quantity);
      places['held'] = (places['held'] ?? 0n) + sign * BigInt(quantity);
    }
  }
  assert.deepEqual(lots, new Map(account.lots.map(({ lot, quantity }) => [lot, BigInt(quantity)])));
}

/** No tonne is lost or made: every unit's lots follow from its events, what one sold another bought, and the places sum up. */
export function conserves({ units }: Played): void {
  const places: Places = {};
  for (const unit of units) countAgain(unit, places);
  assert.equal(places['traded'] ?? 0n, 0n);
  assert.equal(
    Object.values(places).reduce((sum, one) => sum + one, 0n),
    0n,
  );
}

/** 三(四)「2025年1月1日起不再用于北京市碳排放权交易市场抵销」: a CCER recorded by the old day is never used after its last one. */
export function usesNoOldOffsets({ units }: Played): void {
  for (const { cases, account } of units) {
    const [played] = cases;
    if (!played) continue;
    const { oldRecordedUpTo = '', oldUsableTo = '' } = played.case.terms.offsets;
    const old = account.lots.filter(({ product, recordedOn = '' }) => product === 'ccer' && recordedOn <= oldRecordedUpTo);
    const names = old.map(({ lot }) => lot);
    const after = played.events.filter(
      ({ type, at }) => (type === 'surrendered' || type === 'collected') && at >= closesAt(oldUsableTo),
    );
    const used = after.flatMap((event) => (event.with as Brought).moves ?? []).map(({ lot }) => lot);
    assert.deepEqual(
      used.filter((lot) => names.includes(lot)),
      [],
    );
  }
}
