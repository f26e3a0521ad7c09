import assert from 'node:assert/strict';
import type { Opening } from '../../../domain/cases/case.js';
import type { Event } from '../../../domain/model/step.js';
import { patchOf, type Patch } from '../../../domain/projection/patch.js';
import type { Projection } from '../../../domain/projection/projection.js';
import { UnitWatch } from '../../../domain/projection/watch-unit.js';

type List = 'duties' | 'matters' | 'checks';
const LISTS: readonly List[] = ['duties', 'matters', 'checks'];

/** What the book's function does with a patch, in memory: it is handed over as JSON, where what is undefined is not said. */
function patched(before: Projection | undefined, made: Patch | undefined): Projection {
  const patch = made && (JSON.parse(JSON.stringify(made)) as Patch);
  const lists = LISTS.map((list) => {
    const rows = new Map<number, { readonly n: number }>((before?.[list] ?? []).map((row) => [row.n, row]));
    for (const n of patch?.[list]?.drop ?? []) rows.delete(n);
    for (const row of patch?.[list]?.put ?? []) rows.set(row.n, row);
    return [list, [...rows.values()].sort((a, b) => a.n - b.n)] as const;
  });
  const figures = patch && 'figures' in patch ? { figures: patch.figures } : {};
  return { view: { ...before?.view, ...patch?.view, ...figures }, ...Object.fromEntries(lists) } as Projection;
}

/** What is kept of a case by laying patch on patch, event by event, is what its events show when they are folded anew. */
export function followsItsEvents(opening: Opening, events: readonly Event[]): void {
  const watch = new UnitWatch(opening);
  let kept: Projection | undefined;
  for (const event of events) {
    const before = kept && watch.shown();
    watch.fold(`seq:${String(event.seq)}`, [event], '');
    kept = patched(kept, patchOf(before, watch.shown()));
  }
  const anew = new UnitWatch(opening);
  anew.fold('', events, '');
  assert.deepEqual(kept ?? anew.shown(), anew.shown(), opening.id);
}
