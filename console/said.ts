import type { Session } from '../parties/sessions.js';

/** A browser's session with the token that its forms carry. */
export interface Signed {
  readonly session: Session;
  readonly formToken: string;
}

/** Why something was not shown or done, in both languages. */
export interface Said {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
