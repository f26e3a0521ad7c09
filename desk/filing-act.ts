import type { Filing } from '../documents/forms/filing.js';
import type { AskedAct, ParsedAct } from '../domain/model/step.js';

/** An act as it is stored, with the document that it files. */
export const actFiling = (act: ParsedAct, filing: Filing | undefined): AskedAct =>
  filing ? { ...act, with: { ...act.with, document: filing.document } } : act;
