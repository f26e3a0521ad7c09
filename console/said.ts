import type { Session } from '../parties/sessions.js';

/** A browser's session with the token that its forms carry. */
export interface Signed {
  readonly session: Session;
  readonly formToken: string;
}

/** What is wrong at one field of a form, by the name of its control. */
export interface WrongField {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** Why something was not shown or done, in both languages; and at which fields of a form, where it is about some. */
export interface Said {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly inForm?: readonly WrongField[];
}

/** What a page of ours finds wrong at some of its controls, each in its words; none where nothing is. */
export function wrongFields(fields: readonly (WrongField | false)[]): Said | undefined {
  const inForm = fields.filter((one) => one !== false);
  const [first] = inForm;
  return first && { code: 'bad-input', zh: first.zh, en: first.en, inForm };
}
