import type { PartyKind, Role } from '../domain/people/roles.js';

/**
 * Whose things a row is about, where they are of a unit: of the unit itself; of units that engaged the verifier; of units that are the
 * district's now; anybody's. Each is a named rule over what is read of the unit (parties/whose.ts).
 */
export type Whose = 'own' | 'engaged' | 'district' | 'any';

/** `independent`: nobody of the unit acts for the verifier that it would engage, or that would accept. */
export type Rule = 'independent';

/** One thing that a role may do or look at. What has no row is forbidden. */
export interface Permission {
  /** An act by its name in the vocabulary, or a view. */
  readonly what: string;
  readonly is: 'act' | 'view';
  readonly of: PartyKind;
  readonly role: Role;
  readonly whose: Whose;
  /** A second factor within the last minutes is asked. */
  readonly stepUp?: true;
  /** A rule about the case besides, by name. */
  readonly rule?: Rule;
  /** Alone, where others who may do it need a second person. */
  readonly alone?: true;
}

type More = Pick<Permission, 'stepUp' | 'rule' | 'alone'>;
interface Roles {
  readonly of: PartyKind;
  readonly roles: readonly Role[];
  readonly whose: Whose;
}

const rows =
  (is: Permission['is']) =>
  ({ of, roles, whose }: Roles, names: readonly string[], more: More = {}): Permission[] =>
    names.flatMap((what) => roles.map((role) => ({ what, is, of, role, whose, ...more })));
const acts = rows('act');
const views = rows('view');

const STEP_UP = { stepUp: true } as const;
const ANYBODYS = 'any';

const UNIT = { of: 'unit', roles: ['filer', 'signer'], whose: 'own' } as const;
const UNIT_SIGNER = { of: 'unit', roles: ['signer'], whose: 'own' } as const;
const VERIFIER = { of: 'verifier', roles: ['verifier', 'signer'], whose: 'engaged' } as const;
const VERIFIER_SIGNER = { of: 'verifier', roles: ['signer'], whose: 'engaged' } as const;
const DISTRICT = { of: 'district', roles: ['reviewer', 'officer'], whose: 'district' } as const;
const DISTRICT_OFFICER = { of: 'district', roles: ['officer'], whose: 'district' } as const;
const CITY = { of: 'city', roles: ['officer', 'approver', 'registrar'], whose: ANYBODYS } as const;
const OFFICER = { of: 'city', roles: ['officer'], whose: ANYBODYS } as const;
const APPROVER = { of: 'city', roles: ['approver'], whose: ANYBODYS } as const;
const REGISTRAR = { of: 'city', roles: ['registrar'], whose: ANYBODYS } as const;
const CLERK = { of: 'exchange', roles: ['clerk'], whose: ANYBODYS } as const;
const OPERATOR = { of: 'operator', roles: ['operator'], whose: ANYBODYS } as const;
const AUDITOR = { of: 'auditor', roles: ['auditor'], whose: ANYBODYS } as const;

/** What bears a seal, and what gives allowances away: the second factor stands for the signer's own hand. */
const SEALED = [
  'submit-data-quality-plan',
  'submit-first-report',
  'submit-further-filing',
  'submit-verified-report',
  'submit-general-report',
  'apply-for-adjustment',
  'surrender',
  'cancel',
];

/** What an officer proposes and an approver approves. */
const DECISIONS = [
  ...['pre-allocate', 'allocate', 'correct-allocation', 'decide-adjustment', 'decide-offsets', 'confirm-emissions'],
  ...['correct-emissions', 'record-spot-check', 'record-expert-meeting', 'assess-verifier', 'strike-off-verifier'],
  ...['adopt-revision', 'extend-deadline', 'close-cycle', 'close-case', 'freeze-account', 'unfreeze-account'],
  ...['reverse-movement', 'move-allowances', 'issue-order', 'decide-penalty', 'announce-auction'],
  ...['enter-opening-balances', 'take-over', 'take-over-evidence'],
];

/** What one registrar asks and another approves. */
const REGISTER = ['list-unit', 'leave', 'merge', 'move-district'];

/** What is decided about people; the case of the people asks the same once more. */
const PEOPLE = [
  ...['enter-person', 'correct-person', 'erase-person', 'appoint', 'end-appointment', 'suspend-person', 'lift-suspension'],
  ...['register-client', 'end-client', 'register-certificate', 'revoke-certificate'],
];

/** What anybody may look at who may look at a unit. */
const OF_A_UNIT = ['unit-status', 'timeline', 'statement', 'letters', 'documents'];
const OF_ALL = [
  ...OF_A_UNIT,
  'verifications',
  'collection-preview',
  'inbox',
  'approvals',
  'people',
  'auctions',
  'audit',
  'attention',
];

/** What is done with an inbox of one's own party: it takes nothing on that others could not do as well. */
const KEEPS_INBOX = ['claim', 'hand-over', 'substitute'];

/** Without a sign-in. */
export const PUBLIC_VIEWS: readonly string[] = ['timetable', 'published-results'];

/** Who may do what, and look at what: every permission there is. */
export const PERMISSIONS: readonly Permission[] = [
  ...acts(UNIT, ['submit-monthly-evidence']),
  ...acts(UNIT, ['appoint-verifier', 'engage-verifier'], { rule: 'independent' }),
  ...acts(UNIT, ['answer-query']),
  ...acts(UNIT_SIGNER, SEALED, STEP_UP),
  ...acts(UNIT_SIGNER, ['apply-for-offsets', 'file-bid', 'withdraw-bid', 'open-bid']),
  ...acts(UNIT_SIGNER, ['enter-person', 'appoint', 'end-appointment', 'end-client', 'revoke-certificate'], {
    ...STEP_UP,
    alone: true,
  }),
  ...acts(VERIFIER, ['raise-query', 'close-query']),
  ...acts(VERIFIER_SIGNER, ['accept-engagement'], { ...STEP_UP, rule: 'independent' }),
  ...acts(VERIFIER_SIGNER, ['decline-engagement']),
  ...acts(VERIFIER_SIGNER, ['issue-verification-report', 'submit-verifier-filing'], STEP_UP),
  ...acts(UNIT, KEEPS_INBOX),
  ...[UNIT, VERIFIER].flatMap((maker) => acts(maker, ['send-file', 'draft-document'])),
  ...[UNIT_SIGNER, VERIFIER_SIGNER].flatMap((signer) => [
    ...acts(signer, ['seal-document']),
    ...acts(signer, ['witness-seal'], STEP_UP),
  ]),
  ...acts(DISTRICT, KEEPS_INBOX),
  ...acts(CITY, KEEPS_INBOX),
  ...acts(DISTRICT_OFFICER, ['check-monthly-evidence', 'check-general-report', 'first-check']),
  ...acts(OFFICER, DECISIONS),
  ...acts(OFFICER, ['release-alarm', 'resend-mail', 'withdraw']),
  ...acts(APPROVER, ['approve', 'return'], STEP_UP),
  ...acts(REGISTRAR, [...REGISTER, 'withdraw']),
  ...acts(REGISTRAR, [...PEOPLE, 'approve', 'return'], STEP_UP),
  ...acts(CLERK, ['settle-trade', 'credit-auction', 'record-cover']),
  ...acts(OPERATOR, ['release-alarm', 'withdraw']),
  ...acts(
    OPERATOR,
    ['resend-mail', 'resend-letter', 'mute-letters', 'revive', 'suspend-person', 'end-client', 'revoke-certificate'],
    {
      alone: true,
    },
  ),

  ...views(UNIT, [...OF_A_UNIT, 'verifications', 'collection-preview', 'inbox', 'people', 'auctions']),
  ...views(VERIFIER, ['unit-status', 'timeline', 'documents', 'inbox', 'people']),
  // its own work it may always look at, that of others for the same unit never
  ...views({ ...VERIFIER, whose: 'own' }, ['verifications']),
  ...views(DISTRICT, [...OF_A_UNIT, 'verifications', 'inbox', 'people']),
  ...views(CITY, OF_ALL),
  ...views(CLERK, ['auctions', 'inbox']),
  ...views(OPERATOR, OF_ALL),
  ...views(AUDITOR, OF_ALL),
];

/** Who approves an act that two people do: what is about register and people another registrar, everything else an approver. */
export const approverOf = (act: string): Role => (REGISTER.includes(act) || PEOPLE.includes(act) ? 'registrar' : 'approver');

/** The acts that a role may do. */
export const actsOf = (of: PartyKind, role: Role): string[] =>
  PERMISSIONS.filter((row) => row.is === 'act' && row.of === of && row.role === role).map(({ what }) => what);

/** Acts that are done by people alone, never by a program of theirs. */
export const BY_PEOPLE_ALONE: readonly string[] = [...PEOPLE, 'approve', 'return', 'withdraw', 'mute-letters', ...KEEPS_INBOX];
