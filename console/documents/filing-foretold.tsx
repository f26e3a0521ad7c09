import { shapeErrors } from '../../documents/forms/shape.js';
import { ActForetold } from '../act-foretold.js';
import type { Known } from '../visit.js';
import type { Opened } from './opened.js';

interface Foretold {
  readonly visit: Known;
  readonly one: Opened;
  /** The id under which it would be filed, where there is one yet. */
  readonly request?: string;
}

/** Whether filing a document that is whole would be refused as things stand; that its seal is still to come is told by its own step. */
export const FilingForetold = ({ visit, one: { row, form, own }, request = '' }: Foretold) => {
  const isToFile = own && row.latest && row.state !== 'filed' && shapeErrors(form, row.values).length === 0;
  if (form.act === undefined || !isToFile) return <></>;
  const { document, version, sha256, unit, cycle } = row;
  const brings = { document, version, sha256 };
  return <ActForetold {...{ visit, act: form.act, unit, request, brings, cycle }} unless="not-sealed" />;
};
