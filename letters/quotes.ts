import { askedBy, type AskedBy } from '../regulation/asked-by.js';
import { loadRulebook } from '../regulation/load.js';
import { RegulationError } from '../regulation/errors.js';

const known = new Map<string, AskedBy>();

/** The clause that asks a duty in a cycle, with its words; neither where the text is not in hand. */
export function askedIn(cycle: number, duty: string): AskedBy {
  const key = `${String(cycle)} ${duty}`;
  const found = known.get(key) ?? look(cycle, duty);
  known.set(key, found);
  return found;
}

function look(cycle: number, duty: string): AskedBy {
  try {
    return askedBy(loadRulebook(cycle), duty);
  } catch (error) {
    if (error instanceof RegulationError) return {};
    throw error;
  }
}
