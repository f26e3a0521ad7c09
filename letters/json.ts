import { isoOf } from '../domain/model/instant.js';
import { letter } from '../domain/letters/letter.js';
import type { Delivery } from '../records/deliveries.js';
import type { Composed, House } from './compose.js';

/** A letter as a party's own system reads it. */
export const asJson = (
  { id, letter: name, party, at, notices }: Pick<Delivery, 'id' | 'letter' | 'party' | 'at' | 'notices'>,
  { subject }: Composed,
  { url }: House,
): string =>
  JSON.stringify({
    id,
    letter: name,
    party: { kind: party.kind, id: party.id },
    at: isoOf(at),
    subject,
    url,
    notices: notices.map((notice) => ({
      id: notice.id,
      template: notice.template,
      unit: notice.unit,
      at: isoOf(notice.at),
      ...(notice.duty === undefined ? {} : { duty: notice.duty }),
      ...(notice.say['dueOn'] === undefined ? {} : { dueOn: notice.say['dueOn'] }),
      subject: letter(notice).subject,
    })),
  });
