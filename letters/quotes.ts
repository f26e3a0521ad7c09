import { loadRulebook } from '../regulation/load.js';
import { RegulationError } from '../regulation/errors.js';
import { own } from '../domain/model/own.js';

/** Which value of a rulebook carries the words of the text for a duty. */
const SAYS: Readonly<Record<string, string>> = {
  'monthly-evidence': 'monthly-evidence.window',
  'monthly-check': 'monthly-check.window',
  'general-check': 'general-check.window',
  'first-check': 'first-check.window',
  'data-quality-plan': 'filing.seal',
  collection: 'collection.happens',
  rectification: 'collection.happens',
};

const known = new Map<string, string | undefined>();

/** The clause in its own words, of a duty in a cycle; none where the text is not in hand. */
export function quoteOf(cycle: number, duty: string): string | undefined {
  const [base = ''] = duty.split('/');
  const key = `${String(cycle)} ${base}`;
  if (!known.has(key)) known.set(key, quoteIn(cycle, SAYS[base] ?? `${base}.due`));
  return known.get(key);
}

function quoteIn(cycle: number, name: string): string | undefined {
  try {
    return own(loadRulebook(cycle).parameters, name)?.quote;
  } catch (error) {
    if (error instanceof RegulationError) return undefined;
    throw error;
  }
}
