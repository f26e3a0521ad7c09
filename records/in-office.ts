import type { PartyKind, Role } from '../domain/people/roles.js';
import { codeOf } from './connection.js';

/** As what somebody acts who has signed in: looked up in the book at the stamp. */
export interface Office {
  readonly person: string;
  /** The program of theirs that asks. */
  readonly client?: string;
  /** Each of them is held, in any of its roles. */
  readonly held: readonly { readonly kind: PartyKind; readonly party: string; readonly roles: readonly Role[] }[];
}

/** How whoever acts does not stand in their office: it is at an end; or what is stored about just that is to be decided first. */
export type NotStanding = 'not-held' | 'open';

/** The database's codes of it (`let_act`). */
const CODES: Readonly<Record<string, NotStanding>> = { LY002: 'not-held', LY003: 'open' };

/** Whether an error says so: nothing was stored. */
export const notStanding = (error: unknown): NotStanding | undefined => CODES[codeOf(error) ?? ''];
