import { describe, expect, it } from 'vitest';
import { PEOPLE_ACTS } from '../../desk/people-acts.js';
import { VOCABULARY } from '../../acts/vocabulary.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { PARTY_KINDS, ROLES, samePerson, type Caller, type PartyKind, type Role } from '../../parties/caller.js';
import { entitled, STEP_UP_MS, type Wanted } from '../../parties/entitled.js';
import { approverOf, PERMISSIONS, PUBLIC_VIEWS } from '../../parties/permissions.js';

const NOW = 1_000_000_000_000;

/** What each role may do, said a second time and by hand: after front §2 and the notice, not after the table. */
const MAY: Readonly<Record<string, string>> = {
  'unit filer':
    'submit-monthly-evidence appoint-verifier engage-verifier answer-query send-file draft-document claim hand-over substitute',
  'unit signer': `submit-monthly-evidence appoint-verifier engage-verifier answer-query submit-data-quality-plan! submit-first-report! submit-further-filing! submit-verified-report!
    submit-general-report! apply-for-adjustment! apply-for-offsets surrender! cancel! file-bid withdraw-bid open-bid
    enter-person! appoint! end-appointment! end-client! revoke-certificate! send-file draft-document seal-document witness-seal! claim hand-over substitute`,
  'verifier verifier': 'raise-query close-query send-file draft-document',
  'verifier signer':
    'raise-query close-query accept-engagement! decline-engagement issue-verification-report! submit-verifier-filing! send-file draft-document seal-document witness-seal!',
  'district reviewer': 'claim hand-over substitute',
  'district officer': 'check-monthly-evidence check-general-report first-check claim hand-over substitute',
  'city officer': `pre-allocate allocate correct-allocation decide-adjustment decide-offsets confirm-emissions correct-emissions
    record-spot-check record-expert-meeting assess-verifier strike-off-verifier adopt-revision extend-deadline close-cycle close-case
    freeze-account unfreeze-account reverse-movement move-allowances issue-order decide-penalty announce-auction
    enter-opening-balances take-over take-over-evidence release-alarm
    resend-mail withdraw claim hand-over substitute`,
  'city approver': 'approve! return! claim hand-over substitute',
  'city registrar': `list-unit leave merge move-district enter-person! correct-person! erase-person! appoint! end-appointment! suspend-person!
    lift-suspension! register-client! end-client! register-certificate! revoke-certificate! approve! return! withdraw claim hand-over substitute`,
  'exchange clerk': 'settle-trade credit-auction record-cover',
  'operator operator':
    'resend-mail resend-letter mute-letters revive release-alarm suspend-person end-client revoke-certificate withdraw',
  'auditor auditor': '',
};
const SEES: Readonly<Record<string, string>> = {
  unit: 'unit-status timeline statement letters documents verifications collection-preview inbox people auctions',
  verifier: 'unit-status timeline documents verifications inbox people',
  district: 'unit-status timeline statement letters documents verifications inbox people',
  city: 'unit-status timeline statement letters documents verifications collection-preview inbox approvals people auctions audit attention',
  exchange: 'auctions inbox',
  operator:
    'unit-status timeline statement letters documents verifications collection-preview inbox approvals people auctions audit attention',
  auditor:
    'unit-status timeline statement letters documents verifications collection-preview inbox approvals people auctions audit attention',
};
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The party of each kind whose things the unit BJ-0001 in Chaoyang is, which has engaged V-01 and its verification; and one of the kind whose it is not. */
const UNIT = { id: 'BJ-0001', district: 'chaoyang', verifiers: ['V-01'], verifier: 'V-01' };
const PARTY: Readonly<Record<PartyKind, readonly [own: string, other?: string]>> = {
  unit: ['BJ-0001', 'BJ-0002'],
  verifier: ['V-01', 'V-02'],
  district: ['chaoyang', 'haidian'],
  city: ['city'],
  exchange: ['exchange'],
  operator: ['operator'],
  auditor: ['auditor'],
};

const callerAs = (...offices: readonly (readonly [PartyKind, string, Role])[]): Caller => ({
  person: 'p-0001',
  appointments: offices.map(([kind, party, role], n) => ({ id: n + 1, kind, party, role, from: 0 })),
  steppedUpAt: NOW,
});
const codeOf = (caller: Caller, wanted: Partial<Wanted> & { what: string }): string => {
  const answer = entitled(caller, { at: NOW, ...wanted });
  return isRefusal(answer) ? answer.refused : `${answer.appointment.party} ${answer.appointment.role}`;
};

const ROLE_NAMES = PARTY_KINDS.flatMap((kind) => ROLES[kind].map((role) => [kind, role] as const));
const ACTS = [...new Set([...Object.keys({ ...VOCABULARY, ...PEOPLE_ACTS }), 'approve', 'return', 'withdraw'])];
const ALL_ACTS = [...new Set([...ACTS, ...PERMISSIONS.filter(({ is }) => is === 'act').map(({ what }) => what)])];
const VIEWS = [...new Set(PERMISSIONS.filter(({ is }) => is === 'view').map(({ what }) => what))];

describe('front §2 — permission is one table, and what has no row is forbidden', () => {
  it('every act that can be asked has a row; of those that no vocabulary has, each is known', () => {
    const told = new Set(PERMISSIONS.map(({ what }) => what));
    expect(ACTS.filter((act) => !told.has(act))).toEqual([]);
    expect(ALL_ACTS.filter((act) => !ACTS.includes(act))).toEqual([
      ...['claim', 'hand-over', 'substitute', 'send-file', 'draft-document', 'seal-document', 'witness-seal'],
      ...['resend-letter', 'mute-letters', 'revive'],
    ]);
  });

  it('no row stands twice, and each is of a role that its party has', () => {
    const names = PERMISSIONS.map(({ what, of, role }) => `${what} ${of} ${role}`);
    expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
    expect(PERMISSIONS.filter(({ of, role }) => !(ROLES[of] as readonly string[]).includes(role))).toEqual([]);
  });

  const cells = ROLE_NAMES.flatMap(([kind, role]) => ALL_ACTS.map((act) => [kind, role, act] as const));
  it.each(cells)('%s %s: %s', (kind, role, act) => {
    const may = words(MAY[`${kind} ${role}`] ?? '');
    const [own, other] = PARTY[kind];
    const asksTwice = may.includes(`${act}!`);
    const allowed = asksTwice || may.includes(act);
    const mine = callerAs([kind, own, role]);
    expect(codeOf(mine, { what: act, unit: UNIT })).toBe(allowed ? `${own} ${role}` : 'not-allowed');
    // of another's unit nobody does anything but those who do it of all
    if (other !== undefined) expect(codeOf(callerAs([kind, other, role]), { what: act, unit: UNIT })).toBe('not-allowed');
    const { steppedUpAt: _, ...once } = mine;
    if (allowed) expect(codeOf(once, { what: act, unit: UNIT })).toBe(asksTwice ? 'step-up-required' : `${own} ${role}`);
  });

  const looks = ROLE_NAMES.flatMap(([kind, role]) => VIEWS.map((view) => [kind, role, view] as const));
  it.each(looks)('%s %s looks at %s', (kind, role, view) => {
    const [own, other] = PARTY[kind];
    const sees = words(SEES[kind] ?? '').includes(view);
    expect(codeOf(callerAs([kind, own, role]), { what: view, unit: UNIT })).toBe(sees ? `${own} ${role}` : 'not-allowed');
    if (other !== undefined)
      expect(codeOf(callerAs([kind, other, role]), { what: view, unit: UNIT })).toBe(sees ? 'unknown-unit' : 'not-allowed');
  });

  it('nobody at all may do nothing; what the public sees is asked of no table', () => {
    for (const what of [...ALL_ACTS, ...VIEWS]) expect(codeOf(callerAs(), { what, unit: UNIT })).toBe('not-allowed');
    expect(PERMISSIONS.filter(({ what }) => PUBLIC_VIEWS.includes(what))).toEqual([]);
    expect(codeOf(callerAs(['city', 'city', 'officer']), { what: 'constructor' })).toBe('not-allowed');
  });

  it('register and people are approved by a registrar, everything else by an approver', () => {
    expect(['leave', 'merge', 'move-district', 'appoint', 'register-client'].map(approverOf)).toEqual(Array(5).fill('registrar'));
    expect(['allocate', 'move-allowances', 'release-alarm', 'announce-auction'].map(approverOf)).toEqual(
      Array(4).fill('approver'),
    );
    const registrar = callerAs(['city', 'city', 'registrar']);
    expect(codeOf(registrar, { what: 'approve', role: approverOf('allocate') })).toBe('not-allowed');
    expect(codeOf(registrar, { what: 'approve', role: approverOf('appoint') })).toBe('city registrar');
  });
});

describe('front §2 — what depends on the case is a rule by name', () => {
  it('independent: nobody of the unit acts for the verifier that it would engage', () => {
    const filer = callerAs(['unit', 'BJ-0001', 'filer']);
    const engage = (dependent: readonly string[]) => codeOf(filer, { what: 'appoint-verifier', unit: UNIT, dependent });
    expect([engage([]), engage(['p-0009'])]).toEqual(['BJ-0001 filer', 'not-allowed']);
    // another act of the unit has nothing to do with it
    expect(codeOf(filer, { what: 'submit-monthly-evidence', unit: UNIT, dependent: ['p-0009'] })).toBe('BJ-0001 filer');
  });
});

describe('front §5 — as says which of one’s parties acts', () => {
  const both = callerAs(['unit', 'BJ-0001', 'signer'], ['unit', 'BJ-0002', 'signer'], ['city', 'city', 'officer']);

  it('the unit concerned says it; where nothing does, it has to be said', () => {
    expect(codeOf(both, { what: 'surrender', unit: UNIT })).toBe('BJ-0001 signer');
    const asked = entitled(both, { what: 'surrender', at: NOW });
    expect(asked).toMatchObject({
      refused: 'bad-input',
      path: ['as'],
      en: expect.stringContaining('BJ-0001, BJ-0002') as string,
    });
    expect(codeOf(both, { what: 'surrender', as: 'BJ-0002' })).toBe('BJ-0002 signer');
    expect(codeOf(both, { what: 'surrender', as: 'BJ-0003' })).toBe('not-allowed');
    expect(codeOf(both, { what: 'surrender', as: 'BJ-0002', unit: UNIT })).toBe('not-allowed');
  });

  it('several roles at one party are one party', () => {
    const caller = callerAs(['unit', 'BJ-0001', 'filer'], ['unit', 'BJ-0001', 'signer']);
    expect(codeOf(caller, { what: 'submit-monthly-evidence', unit: UNIT })).toBe('BJ-0001 filer');
    expect(codeOf(caller, { what: 'surrender', unit: UNIT })).toBe('BJ-0001 signer');
  });
});

describe('front §1 — appointments by the business clock, the second factor by the wall clock', () => {
  const base = callerAs(['unit', 'BJ-0001', 'signer']);
  const limited: Caller = { ...base, appointments: base.appointments.map((one) => ({ ...one, from: NOW, until: NOW + 10 })) };

  it('in force from its first instant to the one before its end', () => {
    const at = (instant: number) => codeOf(limited, { what: 'surrender', unit: UNIT, at: instant, now: NOW });
    expect([NOW - 1, NOW, NOW + 9, NOW + 10].map(at)).toEqual(['not-allowed', 'BJ-0001 signer', 'BJ-0001 signer', 'not-allowed']);
  });

  it('the second factor counts for five minutes to the millisecond', () => {
    expect(STEP_UP_MS).toBe(5 * 60 * 1_000);
    const after = (ms: number) => codeOf(base, { what: 'surrender', unit: UNIT, at: 5, now: NOW + ms });
    expect([after(300_000), after(300_001)]).toEqual(['BJ-0001 signer', 'step-up-required']);
  });

  it('not-allowed comes before step-up-required', () => {
    const { steppedUpAt: _, ...once } = base;
    expect(codeOf(once, { what: 'surrender', unit: { ...UNIT, id: 'BJ-0009' } })).toBe('not-allowed');
  });
});

describe('front §2 — one person, whatever the parties and roles', () => {
  it('is told by the person, as acts name it, and through their machine clients', () => {
    const person: Caller = { person: 'p-0007', appointments: [] };
    const program: Caller = { person: 'p-0007', client: 'c-0001', appointments: [] };
    expect(samePerson(person, program)).toBe(true);
    expect(samePerson(program, 'city/p-0007')).toBe(true);
    expect(samePerson('BJ-0001/p-0007', 'city/p-0007')).toBe(true);
    expect(samePerson('p-0007', 'city/p-0007')).toBe(true);
    expect(samePerson('city/p-0007', 'city/p-0070')).toBe(false);
    expect(samePerson('city/a', 'city/a')).toBe(true);
    expect(samePerson('city/a', 'city/b')).toBe(false);
    expect(samePerson({ ...person, testActor: { party: 'city', actor: 'city/a' } }, 'city/a')).toBe(true);
  });
});
