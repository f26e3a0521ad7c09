import { z } from '@hono/zod-openapi';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { endCalendarLink, newCalendarLink, partyOfLink } from '../parties/calendar-links.js';
import { officeOf, underOffice } from '../desk/office.js';
import type { Caller } from '../parties/caller.js';
import type { Office } from '../records/in-office.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { unitCalendar } from '../views/unit-calendar.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { no, type No } from './no.js';
import { unitId } from './shapes.js';

interface CalendarParts {
  readonly book: Book;
  /** The business clock: who acts for whom. */
  readonly now: () => Instant;
  /** Where the platform is reached. */
  readonly origin: string | undefined;
}

const UNKNOWN: No = no(
  'unknown-calendar',
  '没有此日历：链接已更新或停用',
  'there is no such calendar: its link was renewed, or has ended',
);

/** What a link of a caller's own unit is about; why not, where it is not theirs. */
const linkOf = (caller: Caller, unit: string, at: Instant): { party: string; person: string; office: Office } | Refusal => {
  const may = entitled(caller, { what: 'unit-status', as: unit, unit: { id: unit, district: '' }, at });
  return isRefusal(may) ? may : { party: unit, person: caller.person, office: officeOf(caller, [may]) };
};

/** Where a calendar program asks for the dates. */
export const calendarAt = (origin: string, secret: string): string => `${origin}/api/v1/calendar/${secret}.ics`;

/** A new address for one's calendar; the one before ends. */
export async function renewLink(
  { book, now }: Pick<CalendarParts, 'book' | 'now'>,
  caller: Caller,
  unit: string,
): Promise<string | Refusal> {
  const of = linkOf(caller, unit, now());
  if (isRefusal(of)) return of;
  return underOffice(book.pool, of.office, () => newCalendarLink(book.pool, of, { at: Date.now(), office: of.office }));
}

export async function endLink(
  { book, now }: Pick<CalendarParts, 'book' | 'now'>,
  caller: Caller,
  unit: string,
): Promise<Refusal | undefined> {
  const of = linkOf(caller, unit, now());
  if (isRefusal(of)) return of;
  const ended = await underOffice(book.pool, of.office, () =>
    endCalendarLink(book.pool, of, { at: Date.now(), office: of.office }),
  );
  return ended ?? undefined;
}

/** `GET /calendar/{secret}.ics` for whoever knows the secret; `POST`, `DELETE /units/{id}/calendar` make it anew and end it. */
export function addCalendar(app: Gateway, both: { readonly signedIn: Guard; readonly open: Guard }, parts: CalendarParts): void {
  const { book, now, origin } = parts;
  const params = z.object({ id: unitId });
  const ONE = { path: '/api/v1/units/{id}/calendar', tag: 'units', params, refuses: ['unknown-unit'] } as const;
  add(app, both.open, {
    method: 'get',
    path: '/api/v1/calendar/{secret}',
    tag: 'units',
    summary: '单位履约日历 · what a unit owes, for a calendar program',
    open: true,
    params: z.object({
      secret: z
        .string()
        .max(100)
        .openapi({ description: 'the secret of the link, with `.ics`', example: `${'a'.repeat(43)}.ics` }),
    }),
    type: 'text/calendar; charset=utf-8',
    answers: { 200: z.string() },
    refuses: ['unknown-calendar'],
    async handle({ params: { secret } }): Promise<Answer | No> {
      const at = now();
      const unit = await partyOfLink(book.pool, secret.replace(/\.ics$/, ''), at);
      const text = unit === undefined ? undefined : await unitCalendar(book, unit, at);
      return text === undefined ? UNKNOWN : { text, headers: { 'cache-control': 'private, max-age=3600' } };
    },
  });
  add(app, both.signedIn, {
    ...ONE,
    method: 'post',
    summary: '更新日历链接 · a new link for your calendar; the one before ends',
    answers: { 200: z.object({ address: z.string() }).openapi('CalendarLink') },
    async handle({ caller, params: { id } }, c): Promise<Answer | Refusal> {
      const secret = await renewLink(parts, caller, id);
      if (typeof secret !== 'string') return secret;
      return { json: { address: calendarAt(origin ?? new URL(c.req.url).origin, secret) } };
    },
  });
  add(app, both.signedIn, {
    ...ONE,
    method: 'delete',
    summary: '停用日历链接 · ends the link of your calendar',
    answers: { 200: z.object({ ended: z.literal(true) }) },
    async handle({ caller, params: { id } }): Promise<Answer | Refusal> {
      return (await endLink(parts, caller, id)) ?? { json: { ended: true } };
    },
  });
}
