import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { patchOf } from '../../../domain/projection/patch.js';
import { UnitWatch } from '../../../domain/projection/watch-unit.js';
import { opensOf } from '../../../simulator/opening.js';
import { readScenario } from '../../../simulator/scenario.js';
import { play } from '../../../simulator/simulate.js';
import { followsItsEvents } from './followed.js';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'scenarios');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && !name.endsWith('.expect.yaml'));

describe('what is shown of a case, event by event', () => {
  it('patches laid one on the other are what the case shows in the end, in every scenario', () => {
    for (const name of FILES) {
      const scenario = readScenario(path.join(FOLDER, name));
      const events = new Map(play(scenario).units.flatMap(({ cases }) => cases.map((one) => [one.case.id, one.events] as const)));
      for (const opening of opensOf(scenario)) {
        const own = events.get(opening.id) ?? [];
        expect(() => followsItsEvents(opening, own), name).not.toThrow();
      }
    }
  });

  it('a reminder changes the one row of the case and none of its duties', () => {
    const scenario = readScenario(path.join(FOLDER, 'nothing-ever-filed.yaml'));
    const [opening] = opensOf(scenario);
    const events = play(scenario).units[0]?.cases.find((one) => one.case.id === opening?.id)?.events ?? [];
    const at = events.findIndex(({ type }) => type === 'reminded');
    const watch = new UnitWatch(opening!);
    watch.fold('', events.slice(0, at), '');
    const before = watch.shown();
    watch.fold('', events.slice(at, at + 1), '');
    expect(Object.keys(patchOf(before, watch.shown()) ?? {})).toEqual(['view']);
  });

  it('allowances taken back change the figures, and they alone are written', () => {
    const [opening] = opensOf(readScenario(path.join(FOLDER, 'contract-example.yaml')));
    const watch = new UnitWatch(opening!);
    const from = { at: opening!.opensAt, by: 'platform' };
    watch.fold('', [{ type: 'case-opened', seq: 1, ...from, with: {} }], '');
    const before = watch.shown();
    watch.fold('', [{ type: 'taken-back', seq: 2, ...from, with: { quantity: '3', debt: '0', moves: [] } }], '');
    expect(patchOf(before, watch.shown())).toEqual({ figures: { ...before.view.figures, takenBack: '3' } });
  });
});
