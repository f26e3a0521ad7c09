import type { Carried } from '../domain/carry/carry.js';
import { partyOf, type Whose } from '../domain/letters/addresses.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event, Mail, NamedAct, NewEvent } from '../domain/model/step.js';
import type { Met, Told } from '../ledger/carrying.js';
import { canonical, link, requestHash, seal } from './chain.js';
import { Incurable } from './incurable.js';
import type { Posted, StoredStep, Written } from './posted.js';
import { shownAfter, type Showing } from './watched.js';

/** Where a step's events go on from. */
export interface Place {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
}

/**
 * A step's events with their numbers and hashes, and the rows that the book writes of them; the first one of an act's step with the
 * hash of what was asked. Throws where there is none.
 */
export const linked = (
  place: Omit<Place, 'unit'>,
  key: string,
  news: readonly NewEvent[],
  act?: NamedAct,
): Written & { rows: string } => {
  if (news.length === 0) throw new Incurable(place.caseId, key, 'it has no event, nothing would show that it was taken');
  const request = act !== undefined && key === `act:${act.id}` ? requestHash(act) : undefined;
  let head = place.head;
  const events = news.map((event, k): Event => {
    const numbered: Event = { ...event, seq: place.seq + k + 1 };
    return k === 0 && request !== undefined ? { ...numbered, request } : numbered;
  });
  const rows = events.map((event, k) => {
    const body = canonical(event);
    head = link(head, place.caseId, body);
    return `{"body":${body},"hash":"${head}","seal":"${seal(head, key, k + 1)}"}`;
  });
  return { events, head, rows: `[${rows.join(',')}]` };
};

/** A step's mails with the parties they are for, as rows. */
export const addressed = (mails: readonly Mail[], whose: Whose): string =>
  JSON.stringify(
    mails.map(({ to, template, duty, say }, k) => ({
      k: k + 1,
      unit: whose.unit,
      party: partyOf(to, whose),
      template,
      duty,
      say,
    })),
  );

/** What other cases are told: the one that holds a trade's other account, and those whose claims were settled. */
export const tellings = (p: Posted, done: Carried, met: Met): ToldStep[] => {
  const { told, elsewhere = [] } = done;
  const all = [
    ...(told ? [{ ...told, place: met.told.find(({ unit, holds }) => holds && unit === told.unit), whom: told.unit }] : []),
    ...elsewhere.map((one) => ({ ...one, place: met.told.find(({ caseId }) => caseId === one.case), whom: one.case })),
  ];
  const byCase = new Map<Told, Telling>();
  for (const { place, whom, events, mails } of all) {
    if (!place) throw new Error(`case ${p.caseId}: step ${p.step.key} tells ${whom}, which has no account`);
    const { key } = p.step;
    const before = byCase.get(place) ?? {
      key: told && whom === told.unit ? key : `of:${p.caseId}:${key}`,
      events: [],
      mails: [],
    };
    byCase.set(place, { ...before, events: [...before.events, ...events], mails: [...before.mails, ...mails] });
  }
  return [...byCase].map(([place, said]) => telling(place, said, Math.max(p.step.at, place.playedTo)));
};

/** What one case is told, and the key of the step that it is in its chain. */
interface Telling {
  readonly key: string;
  readonly events: readonly NewEvent[];
  readonly mails: readonly Mail[];
}

/** The step that a case is told, and the row that the book writes of it. */
interface ToldStep {
  readonly place: { readonly caseId: string; readonly seq: number; readonly head: string };
  readonly step: StoredStep;
  readonly row: object;
}

const telling = (place: Told, { key, events: news, mails: letters }: Telling, at: Instant): ToldStep => {
  const { caseId, seq, head } = place;
  const later = news.map((event) => ({ ...event, at: Math.max(event.at, at) }));
  const written = linked({ caseId, seq, head }, key, later);
  const mails: unknown = JSON.parse(addressed(letters, place));
  const events: unknown = JSON.parse(written.rows);
  const row = { caseId, key, at, seq, head, last: seq + written.events.length, newHead: written.head, events, mails };
  return { place: { caseId, seq, head }, step: { key, events: written.events, head: written.head }, row };
};

/** The rows of what other cases are told, each with what is shown of its case after it; null where none is told anything. */
export async function withViews(
  by: Showing,
  told: readonly ToldStep[],
): Promise<{ readonly rows: string | null; readonly keep: () => void }> {
  const rows: object[] = [];
  const kept: (() => void)[] = [];
  for (const { place, step, row } of told) {
    const { views, keep } = await shownAfter(by, place, step);
    rows.push({ ...row, views });
    kept.push(keep);
  }
  return {
    rows: rows.length > 0 ? JSON.stringify(rows) : null,
    keep: () => {
      for (const keep of kept) keep();
    },
  };
}
