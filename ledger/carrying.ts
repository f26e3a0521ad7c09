import type { Carried } from '../domain/carry/carry.js';
import type { Account, Lot } from '../domain/model/account.js';
import type { Mailboxes } from '../domain/model/case.js';
import type { Step } from '../domain/model/step.js';
import { oneRow, type Database } from './one-row.js';
import { sealOf } from './seal.js';

/** The step for which accounts are held. */
export interface Asked {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Step;
}

/** The case that the other account of a trade tells of it, held too: where its chain stands and where its mails go. */
export interface Told {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
  readonly mail: string;
  readonly district: string;
  readonly mailboxes: Mailboxes;
}

export interface Held {
  readonly verdict: 'free' | 'behind' | 'waits' | 'refused';
  readonly detail: unknown;
  readonly own: Account | undefined;
  readonly other: Account | undefined;
  readonly told: Told | undefined;
}

interface HeldRow {
  verdict: Held['verdict'];
  detail: unknown;
  held: Account[] | null;
  told: Omit<Told, 'mail'> | null;
}

const HOLD = 'select verdict, detail, held, told from hold_accounts($1, $2, $3, $4, $5, $6, $7)';

/** Holds the case and the accounts that its step touches, in the one order that all keep, and reads what is on them. */
export const holdAccounts = async (db: Database, asked: Asked, otherUnit: string | undefined): Promise<Held> => {
  const { caseId, unit, seq, head, step } = asked;
  const partner = otherUnit === unit ? undefined : otherUnit;
  const values = [caseId, seq, head, step.key, step.at, unit, partner ?? null];
  const row = await oneRow<HeldRow>(db, 'hold-accounts', HOLD, values);
  const find = (name: string | undefined): Account | undefined => row.held?.find((account) => account.unit === name);
  const other = find(partner);
  return {
    verdict: row.verdict,
    detail: row.detail,
    own: find(unit),
    other,
    told: row.told && other ? { ...row.told, mail: other.mail } : undefined,
  };
};

interface LotRow extends Lot {
  readonly unit: string;
  readonly fresh: boolean;
}

const changedLots = (before: Account | undefined, after: Account): LotRow[] => {
  const known = new Map(before?.lots.map((lot) => [lot.lot, lot]));
  return after.lots.flatMap((lot) => {
    const was = known.get(lot.lot);
    const same = was?.quantity === lot.quantity && was.expiresOn === lot.expiresOn;
    return same ? [] : [{ ...lot, unit: after.unit, fresh: was === undefined }];
  });
};

const WRITE = 'select write_ledger($1, $2, $3, $4, $5, $6, $7, $8, $9)';

/** Writes what was decided of the accounts held: lots, debts, and one transaction with its postings where anything moves. */
export const writeLedger = async (db: Database, asked: Asked, done: Carried, held: Held): Promise<void> => {
  const { caseId, step } = asked;
  if (done.accounts.length === 0 && done.postings.length === 0) return;
  const lots = done.accounts.flatMap((account) => {
    const before = [held.own, held.other].find((one) => one?.unit === account.unit);
    if (!before) throw new Error(`case ${caseId}: step ${step.key} changes the account of ${account.unit}, which was not held`);
    return changedLots(before, account);
  });
  const accounts = done.accounts.map(({ unit, debt, shortfall, frozen }) => ({ unit, debt, shortfall, frozen }));
  const cause = { id: `${caseId}:${step.key}`, caseId, seq: asked.seq + 1, at: step.at, by: step.by };
  const hash = sealOf({ ...cause, postings: done.postings });
  const values = [
    cause.id,
    caseId,
    cause.seq,
    cause.at,
    cause.by,
    hash,
    JSON.stringify(accounts),
    JSON.stringify(lots),
    JSON.stringify(done.postings),
  ];
  await db.query({ name: 'write-ledger', text: WRITE, values });
};
