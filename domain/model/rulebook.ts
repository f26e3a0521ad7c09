import type { Day, WorkingCalendar } from './instant.js';

/**
 * How sure a value is. decided: the text in hand says so. policy: the text leaves it to the platform.
 * expected: published elsewhere, text not in hand. placeholder: our assumption where an annex is missing.
 */
export const STATUSES = ['decided', 'policy', 'expected', 'placeholder'] as const;
export type Status = (typeof STATUSES)[number];

/** A provisional value proposes; only a decided one or our own documented policy settles. */
export const isProvisional = (status: Status): boolean => status === 'expected' || status === 'placeholder';

/** One clause of one legal text. */
export interface Cite {
  readonly instrument: string;
  readonly clause: string;
}

/** One value of a cycle's texts, with everything that somebody needs to check it. */
export interface Parameter {
  readonly name: string;
  /** A plain text, or a list of them; never converted on the way from the file. */
  readonly value: string | readonly string[];
  readonly unit: string;
  /** Of shares and multiples: of what. */
  readonly of?: string;
  readonly status: Status;
  readonly cite: Cite;
  /** The words of the text, where it is in hand. */
  readonly quote?: string;
  /** How we read it. */
  readonly reading?: string;
  /** The day on which somebody last compared it with its source. */
  readonly verified: Day;
  /** Set when the authority itself adopted the value: from then on it counts as decided. */
  readonly adopted?: Adoption;
  /** The cycle from which it was taken over until its own text is in hand. */
  readonly takenFrom?: string;
}

/** 采纳: who settled a value, when and on what basis; two officers. */
export interface Adoption {
  readonly by: string;
  readonly approvedBy: string;
  readonly on: Day;
  readonly basis: string;
}

/** Everything one cycle's texts say, as data. Identified by its digest. */
export interface Rulebook {
  readonly cycle: number;
  readonly revision: number;
  /** `sha256:…` over the whole content in its canonical spelling. */
  readonly digest: string;
  /** 排放年度: the year that is settled. */
  readonly emissionYear: number;
  /** The year whose months are evidenced while the cycle runs. */
  readonly evidenceYear: number;
  /** The instrument that this revision rests on. */
  readonly notice: string;
  /** What an amendment rests on, in words; absent in revision 1. */
  readonly basis?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** What we do not know, by name, and why: never filled with a guess. */
  readonly unknown: Readonly<Record<string, string>>;
  /** The dates of duties that this cycle asks no more, and why; left out where it asks them all. */
  readonly dropped?: Readonly<Record<string, string>>;
  readonly calendar: WorkingCalendar;
}

/** The name of a rulebook: `2022` as its notice was issued, `2022.r2` after an amendment. */
export const rulebookName = (book: { readonly cycle: number; readonly revision: number }): string =>
  book.revision === 1 ? String(book.cycle) : `${String(book.cycle)}.r${String(book.revision)}`;
