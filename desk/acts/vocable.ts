import type { z } from 'zod';
import type { CaseKind, Unit } from '../../domain/model/case.js';

/** Who may do an act, about whom, and which case it belongs to. */
export interface Vocable {
  readonly party: 'unit' | 'district' | 'exchange' | 'city';
  /** The kind of unit it concerns; `city` for an act that concerns every running case. */
  readonly concerns: Unit['kind'] | 'any' | 'city';
  /** Where it is not the one case in which the unit is judged. */
  readonly case?: CaseKind;
  readonly with: z.ZodType;
  /** Where `with` names the unit concerned, and the other side of a trade. */
  readonly subject?: string;
  readonly other?: string;
}

export type Vocabulary = Readonly<Record<string, Vocable>>;
