import type { Json } from '../domain/model/json.js';

/** An act as it comes to the door. */
export interface RawAct {
  readonly by: string;
  readonly do: string;
  readonly for?: string;
  readonly approvedBy?: string;
  readonly with?: Json;
}

/** What an act brings, field by field. */
export type Fields = Readonly<Record<string, Json | undefined>>;

const isObject = (brings: unknown): brings is Fields => typeof brings === 'object' && brings !== null && !Array.isArray(brings);

/** The fields of what stands under an act; none where it is no object. */
export const fieldsOf = (brings: unknown): Fields => (isObject(brings) ? brings : {});
