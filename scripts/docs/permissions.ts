import { PARTY_KINDS, ROLES, type PartyKind, type Role } from '../../parties/caller.js';
import { approverOf, PERMISSIONS, PUBLIC_VIEWS, type Permission, type Whose } from '../../parties/permissions.js';

const WHOSE: Readonly<Record<Whose, string>> = {
  own: 'its own',
  engaged: 'of units that engaged it',
  district: 'of units in the district now',
  any: 'all',
};

const columns = PARTY_KINDS.flatMap((kind) => ROLES[kind].map((role) => [kind, role] as const));

const cell = (row: Permission | undefined): string =>
  row
    ? `${WHOSE[row.whose]}${row.stepUp ? ' ²' : ''}${row.alone ? ' ¹' : ''}${row.rule === undefined ? '' : ` (${row.rule})`}`
    : '';

const table = (is: Permission['is'], kinds: readonly PartyKind[]): string => {
  const of = columns.filter(([kind]) => kinds.includes(kind));
  const rows = PERMISSIONS.filter((row) => row.is === is && kinds.includes(row.of));
  const names = [...new Set(rows.map(({ what }) => what))].sort();
  const find = (what: string, kind: PartyKind, role: Role): Permission | undefined =>
    rows.find((row) => row.what === what && row.of === kind && row.role === role);
  return [
    `| ${is} | ${of.map(([kind, role]) => (kind === role ? kind : `${kind} ${role}`)).join(' | ')} |`,
    `| --- | ${of.map(() => '---').join(' | ')} |`,
    ...names.map((what) => `| \`${what}\` | ${of.map(([kind, role]) => cell(find(what, kind, role))).join(' | ')} |`),
  ].join('\n');
};

const OF_MARKET: readonly PartyKind[] = ['unit', 'verifier', 'district', 'exchange'];
const OF_CITY: readonly PartyKind[] = ['city', 'operator', 'auditor'];

/** docs/permissions.md: who may do what, and look at what, and about whose. */
export function permissions(): string {
  const byRegistrars = [...new Set(PERMISSIONS.filter(({ is }) => is === 'act').map(({ what }) => what))]
    .filter((act) => approverOf(act) === 'registrar')
    .sort();
  return [
    '# Permissions',
    'Written by `npm run docs` from `parties/permissions.ts`; change that, not this page. An empty cell is forbidden; so is whatever has no row. A cell says about whose units: asked for another’s, an act is `not-allowed`, and to look at it is `unknown-unit`. `test/parties/permissions.test.ts` tries every cell, the empty ones too.',
    '² a second factor within the last five minutes. ¹ alone; whoever else may do it needs a second person, or it has no effect beyond what an operator may do. (independent): nobody of the unit acts for the verifier that it would engage.',
    `What the city does has two people: an officer proposes and an approver approves. About register and people one registrar asks and another approves: ${byRegistrars.map((act) => `\`${act}\``).join(', ')}. A machine client does what it was registered for, without a second factor, and never approves, appoints or withdraws. Without a sign-in: ${PUBLIC_VIEWS.map((view) => `\`${view}\``).join(', ')}.`,
    '## Acts of units, verifiers, districts, the exchange',
    table('act', OF_MARKET),
    '## Acts of the city and of the platform’s operators',
    table('act', OF_CITY),
    '## What units, verifiers, districts, the exchange look at',
    table('view', OF_MARKET),
    '## What the city, operators and auditors look at',
    table('view', OF_CITY),
    '',
  ].join('\n\n');
}
