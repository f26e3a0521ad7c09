import type { Terms } from '../domain/model/terms.js';
import { rulebookNamed } from './named.js';
import { valueOf } from './terms.js';

/** The terms of a verification: those of its cycle, with when a verifier is reminded and how long a unit has to answer. */
export function verificationTerms(terms: Terms, folder?: string): Terms {
  const rulebook = rulebookNamed(String(terms.cycle), folder);
  const counts = (name: string): number[] => [valueOf(rulebook, name)].flat().map(Number);
  const [queryAnswer = 0] = counts('verification.answer-window');
  return {
    ...terms,
    windows: { ...terms.windows, queryAnswer },
    reminders: { ...terms.reminders, verifier: counts('verification.reminders').sort((a, b) => b - a) },
  };
}

/** In how many years in a row the same verifier is a finding. */
export const sameVerifierYears = (cycle: number, folder?: string): number =>
  Number(valueOf(rulebookNamed(String(cycle), folder), 'verification.same-verifier'));
