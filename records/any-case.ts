import type pg from 'pg';
import { onAlarmAct } from '../domain/alarms/acts.js';
import { ALARMS, blankAlarms, foldAlarms } from '../domain/alarms/alarms.js';
import { approvalDue, onApprovalAct } from '../domain/approvals/acts.js';
import { blankApproval, foldApproval, type ApprovalOpening } from '../domain/approvals/approval.js';
import { onAuctionAct } from '../domain/auction/acts.js';
import { blankAuction, foldAuction } from '../domain/auction/auction.js';
import { auctionDue } from '../domain/auction/instants.js';
import type { Announcement } from '../domain/auction/announcement.js';
import { blank, dueNext, fold, onAct, type Opening } from '../domain/cases/case.js';
import { onCityAct } from '../domain/city-cycle/acts.js';
import { blankCity, foldCity, type CityOpening } from '../domain/city-cycle/city-cycle.js';
import { cityDue } from '../domain/city-cycle/instants.js';
import type { AnyKind } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import { own } from '../domain/model/own.js';
import type { Refusal } from '../domain/model/refusal.js';
import { letIn, type NamedAct } from '../domain/model/step.js';
import { onPeopleAct } from '../domain/people/acts.js';
import { blankPeople, foldPeople, PEOPLE } from '../domain/people/people.js';
import { stepsSince } from './history.js';
import type { StoredStep } from './posted.js';
import { worldOf } from './people-world.js';

/** A case of any kind as the book's own events make it: where it stands, when it wakes next by itself, what it says to an act. */
export interface Judge {
  readonly seq: number;
  readonly next?: Instant;
  onAct(act: NamedAct): object | Refusal | Promise<object | Refusal>;
}

type Make = (
  opening: never,
  steps: readonly StoredStep[],
  pool: pg.Pool,
) => Omit<Judge, 'next'> & { readonly next: Instant | undefined };

const ofUnit: Make = (opening: Opening, steps) => {
  const c = blank(opening);
  for (const { key, events, head } of steps) fold(c, key, events, head);
  return { seq: c.seq, next: dueNext(c)?.at, onAct: (act) => onAct(c, letIn(act)) };
};
const ofCity: Make = (opening: CityOpening, steps) => {
  const c = blankCity(opening);
  for (const { key, events, head } of steps) foldCity(c, key, events, head);
  return { seq: c.seq, next: c.closed ? undefined : cityDue(c)?.at, onAct: (act) => onCityAct(c, letIn(act)) };
};
const ofAuction: Make = (announcement: Announcement, steps) => {
  const a = blankAuction(announcement);
  for (const { key, events, head } of steps) foldAuction(a, key, events, head);
  return { seq: a.seq, next: auctionDue(a)?.at, onAct: (act) => onAuctionAct(a, letIn(act)) };
};
const ofAlarms: Make = (_opening, steps) => {
  const a = blankAlarms();
  for (const { key, events, head } of steps) foldAlarms(a, key, events, head);
  return { seq: a.seq, next: undefined, onAct: (act) => (a.taken.has(act.id) ? {} : onAlarmAct(a, letIn(act))) };
};
const ofApproval: Make = (opening: ApprovalOpening, steps) => {
  const a = blankApproval(opening);
  for (const { key, events, head } of steps) foldApproval(a, key, events, head);
  return { seq: a.seq, next: approvalDue(a)?.at, onAct: (act) => onApprovalAct(a, act) };
};
const ofPeople: Make = (_opening, steps, pool) => {
  const p = blankPeople();
  for (const { key, events, head } of steps) foldPeople(p, key, events, head);
  const onAct = async (act: NamedAct): Promise<object | Refusal> =>
    p.taken.has(act.id) ? {} : onPeopleAct(p, act, await worldOf(pool, p, act));
  return { seq: p.seq, next: undefined, onAct };
};
const KINDS: Readonly<Record<AnyKind, Make>> = {
  'compliance-cycle': ofUnit,
  'monthly-evidence': ofUnit,
  'general-report': ofUnit,
  verification: ofUnit,
  'city-cycle': ofCity,
  auction: ofAuction,
  approval: ofApproval,
  [ALARMS]: ofAlarms,
  [PEOPLE]: ofPeople,
};

/** Folds a case of any kind, up to an event where one is named; undefined where the book has none of that name. */
export const judge = async (pool: pg.Pool, caseId: string, upTo = Infinity): Promise<Judge | undefined> => {
  const text = 'select kind, opening, clock from cases where case_id = $1';
  type Row = { kind: string; opening: never; clock: { endsAt?: Instant } };
  const row = (await pool.query<Row>({ name: 'case-judge', text, values: [caseId] })).rows[0];
  const make = own(KINDS, row?.kind ?? '');
  if (!row || !make) return undefined;
  const steps = (await stepsSince(pool, caseId, 0)).filter(({ events }) => (events[0]?.seq ?? 0) <= upTo);
  const { next, ...made } = make(row.opening, steps, pool);
  return { ...made, ...(next === undefined || next >= (row.clock.endsAt ?? Infinity) ? {} : { next }) };
};
