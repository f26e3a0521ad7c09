import { describe, expect, it } from 'vitest';
import { fieldsOf, shapeOf, type Field } from '../../console/propose/fields.js';
import { bringsOf } from '../../console/propose/entered.js';
import { proposableBy } from '../../console/propose/proposable.js';
import { FIELD_WORDS } from '../../console/field-words.js';
import type { Json } from '../../domain/model/json.js';
import type { Caller, Role } from '../../parties/caller.js';
import { forgedFor } from '../workflows/by-hand/vocabulary.js';

const someone = (kind: 'city' | 'operator' | 'district' | 'auditor', role: Role): Caller => ({
  person: 'p-0001',
  appointments: [{ id: 1, kind, party: kind, role, from: 0 }],
});
const OFFICES = [someone('city', 'officer'), someone('city', 'registrar'), someone('operator', 'operator')];
const ACTS = [...new Set(OFFICES.flatMap((one) => proposableBy(one, 1).map(({ act }) => act)))];

/** What somebody types who wants just this. */
function typed(field: Field, value: Json, path: string): (readonly [string, string])[] {
  if (field.as === 'tick') return value === field.brings ? [[path, 'yes']] : [];
  if (field.as === 'group') return typedAll(field.fields, value as Record<string, Json>, `${path}.`);
  if (field.as === 'rows') return (value as Json[]).flatMap((row, n) => typed(field.row, row, `${path}.${String(n)}`));
  if (field.as === 'variants') {
    const row = value as Record<string, Json>;
    const chosen = row[field.by] as string;
    return [[`${path}.${field.by}`, chosen], ...typedAll(field.variants.get(chosen) ?? [], row, `${path}.`)];
  }
  if (field.as === 'lines') return [[path, (value as string[]).join('\r\n')]];
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
const typedAll = (fields: readonly Field[], value: Record<string, Json>, path: string): (readonly [string, string])[] =>
  fields.flatMap((field) => {
    const its = value[field.name];
    return its === undefined ? [] : typed(field, its, `${path}${field.name}`);
  });

const FORGED = { ...forgedFor('BJ-0002'), 'adopt-revision': { with: { revision: 7 } } } as Readonly<
  Record<string, { readonly with: Json }>
>;
const PARTS = {
  parts: [
    { method: 'historic-total', baseEmissions: ['100', '200.5'], coefficient: '0.9' },
    { method: 'benchmark', products: [{ activity: '5', product: '热力' }, { activity: '6' }] },
  ],
  newFacilities: ['7'],
};
const EXAMPLES: readonly (readonly [act: string, brings: Json])[] = [
  ...ACTS.flatMap((act) => (FORGED[act] ? [[act, FORGED[act].with] as const] : [])),
  ['allocate', PARTS],
  ['extend-deadline', { duty: 'surrender', dueOn: '2024-11-20', basis: '报告', expressly: true }],
  ['appoint', { person: 'p-0007', party: 'BJ-0001', role: 'signer', from: '2024-06-03', basis: '任命书' }],
  ['enter-person', { name: '张三', mail: 'a@example.org', identity: { issuer: 'https://id.example', subject: 'u1' } }],
  [
    'list-unit',
    {
      id: 'BJ-9',
      name: '甲',
      kind: 'key',
      district: 'haidian',
      newlyListed: false,
      mail: 'a@example.org',
      opensOn: '2024-06-03',
      mustSettle: false,
      basis: '名单',
    },
  ],
];

describe('front.md 7 — what two people decide is entered in a form that is made from its shape', () => {
  it('officers, registrars and operators have their acts; approvers, districts and auditors propose nothing', () => {
    expect(ACTS).toContain('confirm-emissions');
    expect(ACTS).toContain('adopt-revision');
    expect(ACTS).toContain('appoint');
    expect(ACTS.length).toBeGreaterThan(35);
    for (const none of [someone('city', 'approver'), someone('district', 'officer'), someone('auditor', 'auditor')])
      expect(proposableBy(none, 1)).toEqual([]);
  });

  it.each(EXAMPLES)('%s: what is typed is what the act brings', (act, brings) => {
    const fields = fieldsOf(act);
    const entered = new Map(typedAll(fields, brings as Record<string, Json>, 'with.'));
    const shape = shapeOf(act);
    expect(bringsOf(fields, entered)).toEqual(brings);
    expect(shape?.safeParse(brings).success).toBe(true);
  });

  it('a row that says nothing is no row, and a group that says nothing is left out', () => {
    const entered = new Map([
      ['with.parts.0.method', 'benchmark'],
      ['with.parts.0.products.0.activity', ' '],
      ['with.amount', '5'],
      ['with.basis', '意见'],
    ]);
    expect(bringsOf(fieldsOf('allocate'), entered)).toEqual({ amount: '5', basis: '意见' });
    expect(bringsOf(fieldsOf('list-unit'), new Map([['with.id', 'BJ-9']]))).toEqual({ id: 'BJ-9', newlyListed: false });
  });

  it('an instant of a browser is one of Beijing', () => {
    const entered = new Map([['with.opensAt', '2024-09-01T09:30']]);
    expect(bringsOf(fieldsOf('announce-auction'), entered)).toEqual({ opensAt: '2024-09-01T09:30:00+08:00' });
  });

  it('every field has its words in both languages', () => {
    const named = (fields: readonly Field[]): string[] =>
      fields.flatMap((field) => [
        field.name,
        ...(field.as === 'group' ? named(field.fields) : []),
        ...(field.as === 'rows' ? named([field.row]).slice(1) : []),
        ...(field.as === 'variants' ? [field.by, ...[...field.variants.values()].flatMap(named)] : []),
      ]);
    const nameless = ACTS.flatMap((act) => named(fieldsOf(act))).filter((name) => !FIELD_WORDS[name]);
    // the numbers of a public key are called so everywhere
    expect([...new Set(nameless)].sort()).toEqual(['e', 'n', 'x', 'y']);
  });
});
