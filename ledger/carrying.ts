import type { Carried } from '../domain/carry/carry.js';
import type { Account, Lot } from '../domain/model/account.js';
import type { Mailboxes } from '../domain/model/case.js';
import type { Step } from '../domain/model/step.js';
import { oneRow, type Database } from './one-row.js';
import { sealOf } from './seal.js';

/** The step whose accounts are asked for. */
export interface Asked {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Step;
}

/** A case that may have to be told: where its chain stands and where its mails go. */
export interface Told {
  readonly caseId: string;
  readonly unit: string;
  /** Whether its unit's account tells it of what it gets. */
  readonly holds: boolean;
  readonly seq: number;
  readonly head: string;
  readonly mail: string;
  readonly district: string;
  readonly mailboxes: Mailboxes;
}

/** What a step meets; the versions let the book see whether it is still so when it writes. */
export interface Met {
  readonly verdict: 'free' | 'behind' | 'waits' | 'refused';
  readonly detail: unknown;
  readonly own: Account | undefined;
  readonly other: Account | undefined;
  readonly versions: Readonly<Record<string, number>>;
  readonly told: readonly Told[];
}

interface MetRow {
  verdict: Met['verdict'];
  detail: unknown;
  met: Account[] | null;
  versions: Record<string, number> | null;
  told: Told[] | null;
}

const MEET = 'select verdict, detail, met, versions, told from meet_accounts($1, $2, $3, $4, $5, $6, $7, $8)';

/** Reads the accounts that a step touches; with `hold` nobody changes them, nor their cases, until the transaction ends. */
export const meetAccounts = async (db: Database, asked: Asked, otherUnit: string | undefined, hold: boolean): Promise<Met> => {
  const { caseId, unit, seq, head, step } = asked;
  const partner = otherUnit === unit ? undefined : otherUnit;
  const values = [caseId, seq, head, step.key, step.at, unit, partner ?? null, hold];
  const row = await oneRow<MetRow>(db, 'meet-accounts', MEET, values);
  const find = (name: string | undefined): Account | undefined => row.met?.find((account) => account.unit === name);
  return {
    verdict: row.verdict,
    detail: row.detail,
    own: find(unit),
    other: find(partner),
    versions: row.versions ?? {},
    told: row.told ?? [],
  };
};

interface LotRow extends Lot {
  readonly unit: string;
  readonly fresh: boolean;
}

/** The lots of an account that are not what they were: those new or changed but for their quantity, and what is left in each. */
const changedLots = (
  before: Account | undefined,
  after: Account,
): { rows: LotRow[]; left: [lot: string, quantity: string][] } => {
  const known = new Map(before?.lots.map((lot) => [lot.lot, lot]));
  const rows: LotRow[] = [];
  const left: [string, string][] = [];
  for (const lot of after.lots) {
    const was = known.get(lot.lot);
    const keeps = was?.expiresOn === lot.expiresOn && was?.reserved === lot.reserved;
    if (was === undefined || !keeps) rows.push({ ...lot, unit: after.unit, fresh: was === undefined });
    if (was?.quantity !== lot.quantity || !keeps) left.push([lot.lot, lot.quantity]);
  }
  return { rows, left };
};

/** What is to be written of the accounts met: lots, debts, and one transaction with its postings where anything moves. */
export const ledgerOf = (asked: Asked, done: Carried, met: Met): string => {
  const { caseId, step } = asked;
  const changed = done.accounts.map((account) => {
    const before = [met.own, met.other].find((one) => one?.unit === account.unit);
    if (!before)
      throw new Error(`case ${caseId}: step ${step.key} changes the account of ${account.unit}, which it did not meet`);
    return changedLots(before, account);
  });
  const lots = changed.flatMap(({ rows }) => rows);
  const left = Object.fromEntries(changed.flatMap((one) => one.left));
  const accounts = done.accounts.map(({ unit, debt, shortfall, frozen, claims = [] }) => {
    const version = met.versions[unit];
    return { unit, debt, shortfall, frozen, claims, version };
  });
  const { postings } = done;
  const cause = { id: `${caseId}:${step.key}`, caseId, seq: asked.seq + 1, at: step.at, by: step.by };
  const hash = sealOf({ ...cause, postings });
  return JSON.stringify({ tx: cause.id, by: cause.by, hash, accounts, lots, left, postings });
};
