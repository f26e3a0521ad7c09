/** The codes with which an act is refused, in the order in which they are checked (contracts: how it behaves). */
export const REFUSAL_CODES = [
  'too-large',
  'too-many',
  'id-used',
  'unknown-unit',
  'unknown-auction',
  'unknown-person',
  'unknown-act',
  'unknown-approval',
  'unknown-district',
  'unknown-verifier',
  'unknown-document',
  'unknown-file',
  'bad-input',
  'not-signed-in',
  'not-allowed',
  'same-officer',
  'same-person',
  'two-requests',
  'lapsed',
  'already-proposed',
  'moved',
  'step-up-required',
  'cycle-closed',
  'rehearsal-over',
  'not-required',
  'not-known',
  'right-lapsed',
  'overtaken',
  'already-done',
  'too-early',
  'still-running',
  'revision-shortens',
  'document-required',
  'document-changed',
  'not-sealed',
  'seal-invalid',
  'verifier-not-appointed',
  'verifier-not-sealed',
  'commitment-mismatch',
  'insufficient-cover',
  'provisional',
  'account-frozen',
  'not-eligible',
  'over-offset-limit',
  'insufficient-holdings',
  'over-obligation',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The answer no, which the law foresees: a value, never thrown inside the domain. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly zh: string;
  readonly en: string;
  /** The named check of the ledger that said no, where it was one (docs/ledger-checks.md). */
  readonly check?: string;
  /** Why a seal is none, for `seal-invalid`. */
  readonly reason?: string;
  /** The clause it rests on, where there is one. */
  readonly clause?: string;
  /** The digest of what is to be looked at, for `moved`. */
  readonly previewDigest?: string;
  /** Where in the input, for `bad-input`. */
  readonly path?: readonly (string | number)[];
}

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;

export const refuse = (refused: RefusalCode, zh: string, en: string, clause?: string): Refusal => ({
  refused,
  zh,
  en,
  ...(clause === undefined ? {} : { clause }),
});

/** One line for people: Chinese, then English. */
export const sayRefusal = (refusal: Refusal): string => `${refusal.zh} / ${refusal.en}`;
