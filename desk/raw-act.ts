import type { Json } from '../domain/model/json.js';

/** An act as it comes to the door. */
export interface RawAct {
  readonly by: string;
  readonly do: string;
  readonly for?: string;
  readonly approvedBy?: string;
  readonly with?: Json;
}
