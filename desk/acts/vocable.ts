import type { z } from 'zod';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import type { Json } from '../../domain/model/json.js';

/** Who may do an act, about whom, and which case it belongs to. */
export interface Vocable {
  readonly party: 'unit' | 'district' | 'exchange' | 'city';
  /** The kind of unit it concerns; `city` for an act that concerns every running case, `alarms` for one that concerns no unit. */
  readonly concerns: Unit['kind'] | 'any' | 'city' | 'alarms';
  /** Where it is not the one case in which the unit is judged. */
  readonly case?: CaseKind | ((brings: Json) => CaseKind | undefined);
  /** Every case of the unit hears of it, and answers for itself. */
  readonly everyCase?: true;
  readonly with: z.ZodType;
  /** Where `with` names the unit concerned, and the other side of a trade. */
  readonly subject?: string;
  readonly other?: string;
  /** Where `with` names a district. */
  readonly district?: string;
  /** Where `with` names a further unit that must be listed: the one into which this one is merged. */
  readonly listed?: string;
}

export type Vocabulary = Readonly<Record<string, Vocable>>;
