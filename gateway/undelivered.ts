import type { Said, Undelivered } from '../console/deps.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { letter } from '../domain/letters/letter.js';
import { officeOf, underOffice } from '../desk/office.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { resendRefused } from '../records/deliveries.js';
import { afterKey, BadCursor, pageOf, type Cursor } from '../views/paging.js';
import { noOf } from './no.js';
import type { Page } from './pages.js';

/** A page of the letters that did not arrive, the newest first. Throws BadCursor. */
export async function undeliveredIn(
  book: Book,
  paging: { readonly after?: Cursor; readonly limit: number },
): Promise<Page<Undelivered>> {
  const before = placeIn(paging);
  const found = await book.lettersOf({ refused: true, limit: paging.limit + 1, ...(before ? { before } : {}) });
  const { page, after } = pageOf(found.toReversed(), paging, ({ at, id }) => [at, id]);
  const items = page.map(({ id, party, to, notices, said = '', refusedAt, returnedAt }) => {
    const [first] = notices;
    const since = returnedAt ?? refusedAt;
    return {
      id,
      partyKind: party.kind,
      party: party.id,
      to,
      said,
      subject: first ? letter(first).subject : '',
      since: since ? isoOf(since.getTime()) : null,
    };
  });
  return { items, ...(after === undefined ? {} : { after }) };
}

/** After which letter a page begins; none where it is the first. */
function placeIn(paging: { readonly after?: Cursor }): { readonly at: Instant; readonly id: string } | undefined {
  const key = afterKey(paging, 2);
  if (!key) return undefined;
  const [at, id] = key;
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || typeof id !== 'string') throw new BadCursor(paging.after ?? '');
  return { at, id };
}

/** Has one of them go once more, by whoever may. */
export async function resendOne(
  book: Book,
  caller: Caller,
  { letter: id, reason, at }: { readonly letter: string; readonly reason: string; readonly at: Instant },
): Promise<Said | undefined> {
  const may = entitled(caller, { what: 'resend-letter', at, now: Date.now() });
  if (isRefusal(may)) return noOf(may);
  const office = officeOf(caller, [may]);
  const by = actorOf(caller, may.appointment.party);
  const sent = await underOffice(book.pool, office, () => resendRefused(book.pool, [id], by, reason, office));
  if (isRefusal(sent)) return noOf(sent);
  return sent.length > 0
    ? undefined
    : {
        code: 'unknown-letter',
        zh: '没有这封未送达的信件：可能已重发或者已送达。请返回列表查看。',
        en: 'There is no such letter that failed: it may have been sent again, or have arrived. Look at the list again.',
      };
}
