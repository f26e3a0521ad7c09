import type { Carried } from '../domain/carry/carry.js';
import type { Account, Lot } from '../domain/model/account.js';
import type { Instant } from '../domain/model/instant.js';
import type { Step } from '../domain/model/step.js';
import type { Known } from './last-met.js';
import { oneRow, type Database } from './one-row.js';
import { sealOf } from './seal.js';

/** The step whose accounts are asked for. */
export interface Asked {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Step;
  /** The act of the step as its case believes it, for the book to compare. */
  readonly believed?: string | null;
}

/** A case that may have to be told: where its chain stands and whose it is. */
export interface Told {
  readonly caseId: string;
  readonly unit: string;
  /** Whether its unit's account tells it of what it gets. */
  readonly holds: boolean;
  readonly seq: number;
  readonly head: string;
  /** What it has played up to: it is told no earlier. */
  readonly playedTo: Instant;
  readonly district: string;
}

/** What a step meets; the versions let the book see whether it is still so when it writes. */
export interface Met {
  readonly verdict: 'free' | 'behind' | 'waits' | 'refused' | 'unknown' | 'not-come' | 'done';
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

const MEET = 'select verdict, detail, met, versions, told from meet_accounts($1, $2, $3, $4, $5, $6, $7, $8, $9)';

/** Reads the accounts that a step touches; with `hold` nobody changes them, nor their cases, until the transaction ends. */
export const meetAccounts = async (db: Database, asked: Asked, otherUnit: string | undefined, hold: boolean): Promise<Met> => {
  const { caseId, unit, seq, head, step } = asked;
  const partner = otherUnit === unit ? undefined : otherUnit;
  const values = [caseId, seq, head, step.key, step.at, unit, partner ?? null, hold, asked.believed ?? null];
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

/** An account that was met before, as if met now. No other case has to be told of it. */
export const metAgain = ({ account, version }: Known): Met => ({
  verdict: 'free',
  detail: undefined,
  own: account,
  other: undefined,
  versions: { [account.unit]: version },
  told: [],
});

/** The accounts as a step leaves them, once it is written. */
export const leftBy = (done: Carried, met: Met): Known[] =>
  done.accounts.flatMap((account) => {
    const version = met.versions[account.unit];
    return version === undefined ? [] : [{ account, version: version + 1 }];
  });

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

/** What is to be written of an account beside its lots: its version alone where nothing else is new. */
const accountRow = (
  before: Account,
  { unit, debt, shortfall, frozen, claims = [] }: Account,
  version: number | undefined,
): object => {
  const was = before.claims ?? [];
  const same = before.debt === debt && before.shortfall === shortfall && before.frozen === frozen;
  if (same && was.length === 0 && claims.length === 0) return { unit, version };
  return { unit, debt, shortfall, frozen, claims, version };
};

/** What is to be written of the accounts met: lots, debts, and one transaction with its postings where anything moves. */
export const ledgerOf = (asked: Asked, done: Carried, met: Met): string => {
  const { caseId, step } = asked;
  const changed = done.accounts.map((account) => {
    const before = [met.own, met.other].find((one) => one?.unit === account.unit);
    if (!before)
      throw new Error(`case ${caseId}: step ${step.key} changes the account of ${account.unit}, which it did not meet`);
    return { ...changedLots(before, account), account: accountRow(before, account, met.versions[account.unit]) };
  });
  const lots = changed.flatMap(({ rows }) => rows);
  const left = Object.fromEntries(changed.flatMap((one) => one.left));
  const accounts = changed.map(({ account }) => account);
  const { postings } = done;
  const cause = { id: `${caseId}:${step.key}`, caseId, seq: asked.seq + 1, at: step.at, by: step.by };
  const hash = sealOf({ ...cause, postings });
  return JSON.stringify({ tx: cause.id, by: cause.by, hash, accounts, lots, left, postings });
};
