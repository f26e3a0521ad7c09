import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionOf, VOCABULARY } from '../../acts/vocabulary.js';
import type { Json } from '../../domain/model/json.js';
import { PARTY_KINDS, ROLES, type PartyKind, type Role } from '../../parties/caller.js';
import { PERMISSIONS } from '../../parties/permissions.js';
import { enterTestPerson } from '../../records/people.js';
import { forgedFor } from '../workflows/by-hand/vocabulary.js';
import { askerOf, openHouse, type House } from './house.js';

/**
 * The permission table, cell by cell, over HTTP: a person for each role who is nothing else, with a token of their own, asks for every act
 * and every view. That the table says what the law and the front say is told by hand in test/parties/permissions.test.ts.
 */
const UNIT = 'BJ-0002';
/** Whose things UNIT is; and another party of the kind. */
const PARTY: Readonly<Record<PartyKind, readonly [own: string, other?: string]>> = {
  unit: [UNIT, 'BJ-0003'],
  verifier: ['V-01'],
  district: ['chaoyang', 'haidian'],
  city: ['city'],
  exchange: ['exchange'],
  operator: ['operator'],
  auditor: ['auditor'],
};

interface Somebody {
  readonly party: string;
  readonly actor: string;
  readonly kind: PartyKind;
  readonly role: Role;
  readonly own: boolean;
}
const EVERYBODY: readonly Somebody[] = PARTY_KINDS.flatMap((kind) =>
  ROLES[kind].flatMap((role) => PARTY[kind].flatMap((party = '', n) => ({ kind, role, party, own: n === 0 }))),
).map((one, n) => ({ ...one, actor: `${one.party}/p-${String(9_000 + n)}` }));

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const { actor, kind, party, role } of EVERYBODY)
    await enterTestPerson(house.theatre.book.pool, actor, { kind, party, roles: [role] }, house.now());
});
afterAll(() => house.close());

const as = async (actor: string) => askerOf(house.app, await house.token(actor));

/** What each brings, as it is asked: what the desk adds from the rulebook is left out. */
const BRINGS: Readonly<Record<string, { readonly with: Json }>> = {
  ...forgedFor(UNIT),
  'adopt-revision': { with: { revision: 7 } },
};
/** Those that name their unit themselves, or none: the city's own, the account's, an auction's. */
const NAMES_NONE = new Set(['adopt-revision', 'close-cycle', 'strike-off-verifier', 'release-alarm', 'list-unit']);
/** What they name is looked up before it is asked whose role it is, and is not there: the party hears that first. */
const NAMES_NOTHING = new Set(['adopt-revision', 'release-alarm']);
const ACTS = Object.values(VOCABULARY).filter(({ name, case: where }) => where !== 'auction' && BRINGS[name] !== undefined);
/** The unit is a key unit: what concerns others alone is nobody's to do about it. */
const may = (what: string, { kind, role, own }: Somebody): boolean =>
  definitionOf(what)?.concerns !== 'general' &&
  PERMISSIONS.some((row) => row.what === what && row.of === kind && row.role === role && (own || row.whose === 'any'));

/** Whether the role has a row at all: what is another's is not there, what nobody of the role sees is forbidden. */
const has = (what: string, { kind, role }: Somebody): boolean =>
  PERMISSIONS.some((row) => row.what === what && row.of === kind && row.role === role);

describe('front §2 — every cell of the table, by HTTP, with a token of somebody who is only that', () => {
  it('nothing of the vocabulary is left out but what belongs to an auction', () => {
    expect(Object.values(VOCABULARY).filter((one) => one.case !== 'auction' && !ACTS.includes(one))).toEqual([]);
    expect(ACTS.length).toBeGreaterThan(35);
  });

  it.each(EVERYBODY)('$party $role does what the table says, and nothing else', async (who) => {
    const asked = await as(who.actor);
    const wrong: unknown[] = [];
    for (const { name } of ACTS) {
      const body = {
        do: name,
        with: BRINGS[name]?.with,
        ...(NAMES_NONE.has(name) ? {} : { for: UNIT }),
        ...(name === 'release-alarm' ? {} : { cycle: 2024 }),
      };
      const said = await asked.post('/api/v1/acts', body, { prefer: 'respond-async' });
      const code = said.body['code'] as string | undefined;
      const refused = code === 'not-allowed' || code === 'step-up-required';
      const isAsked = code === 'bad-input' && NAMES_NOTHING.has(name) && who.kind in { city: 0, operator: 0 };
      if ((refused === may(name, who) && !isAsked) || said.status >= 500 || (code === 'not-allowed') !== (said.status === 403))
        wrong.push([name, said.status, code]);
    }
    expect(wrong).toEqual([]);
  });

  const LOOKS: readonly (readonly [view: string, path: string])[] = [
    ['unit-status', `/api/v1/units/${UNIT}/status?cycle=2024`],
    ['timeline', `/api/v1/units/${UNIT}/timeline?cycle=2024`],
    ['statement', `/api/v1/units/${UNIT}/statement`],
    ['collection-preview', `/api/v1/units/${UNIT}/collection-preview`],
    ['approvals', '/api/v1/approvals'],
  ];
  it.each(EVERYBODY)('$party $role sees what the table says; of the rest there is no such thing', async (who) => {
    const asked = await as(who.actor);
    const wrong: unknown[] = [];
    for (const [view, path] of LOOKS) {
      const { status, body } = await asked.get(path);
      // a verifier sees a unit once the unit has engaged it, which this one has not
      const sees = may(view, who) && who.kind !== 'verifier';
      // seen, a preview may still be too early
      const shown = status === 200 || body['code'] === 'too-early';
      if (sees ? !shown : status !== (has(view, who) ? 404 : 403)) wrong.push([view, status, body['code']]);
    }
    expect(wrong).toEqual([]);
  });
});
