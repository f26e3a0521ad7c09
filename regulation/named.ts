import type { Rulebook } from '../domain/model/rulebook.js';
import { RegulationError } from './errors.js';
import { loadRulebook } from './load.js';
import { oncePerFolder } from './once.js';
import { currentShape } from './shape.js';
import { readYaml, shipped } from './source.js';

/** The cycle that is meant where none is named. */
export const currentCycle = oncePerFolder((folder) => Number(readYaml(folder, 'current.yaml', currentShape).content.cycle));

/** Loads by name; the current cycle where none is given. Throws a RegulationError. */
export function rulebookNamed(name?: string, folder: string = shipped()): Rulebook {
  if (name === undefined) return loadRulebook(currentCycle(folder), 1, folder);
  const match = /^(\d{4})(?:\.r([1-9]\d*))?$/.exec(name);
  if (!match)
    throw new RegulationError(
      'not-found',
      { file: 'regulation/cycles' },
      `${name} 不是规则的名称，写法例如 2022 或 2022.r2`,
      `${name} names no rulebook: write it like 2022 or 2022.r2`,
    );
  return loadRulebook(Number(match[1]), Number(match[2] ?? '1'), folder);
}
