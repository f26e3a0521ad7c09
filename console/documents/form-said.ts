import { formOf } from '../../documents/drafts/reading.js';
import type { DocumentRow } from '../../documents/drafts/rows.js';
import type { Visit } from '../visit.js';

/** The form of a document, in words. */
export const formSaid = ({ say }: Pick<Visit, 'say'>, row: DocumentRow): string => {
  const { zh, en } = formOf(row);
  return say(zh, en);
};
