import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whatNext } from '../../client/what-next.js';
import { commandAt } from '../../client/service.js';
import { readDemoCity } from '../../client/demo/city.js';
import { unitsOf } from '../../client/demo/year.js';

describe('luyue up says what to do next', () => {
  it('on an empty platform how to come to a unit, and nothing of one that is not there', () => {
    const said = whatNext(undefined).join('\n');
    for (const way of ['register template', 'register import', 'up --demo']) expect(said).toContain(`npx luyue ${way}`);
    expect(said).not.toMatch(/status|BJ-/);
  });

  it('with units how one of them stands; the one of the demonstration is in it', () => {
    expect(whatNext('BJ-0815').join('\n')).toContain('npx luyue status BJ-0815');
    expect(unitsOf(readDemoCity())).toContain('BJ-0001');
  });

  it('of a platform in a folder of its own, how commands speak to that one', () => {
    expect(whatNext('BJ-0001', commandAt('/srv/class-2')).join('\n')).toContain(
      'LUYUE_FOLDER=/srv/class-2 npx luyue status BJ-0001',
    );
    for (const usual of ['.luyue', resolve('.luyue')]) expect(commandAt(usual)).toBe('npx luyue');
  });
});
