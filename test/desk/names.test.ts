import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { admit, type RawAct } from '../../desk/admit.js';
import { unreadable } from '../../desk/door.js';
import { WHOLE_MAX } from '../../desk/readable.js';
import { addressOf, partyOf } from '../../domain/letters/addresses.js';
import type { Json } from '../../domain/model/json.js';
import type { Unit } from '../../domain/model/case.js';
import { readScenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';

const UNIT: Unit = {
  id: 'BJ-0001',
  name: '示例',
  kind: 'key',
  district: 'chaoyang',
  newlyListed: false,
};
const register = { units: new Map([['BJ-0001', UNIT]]) };
const fault = (name: string) => play(readScenario(fileURLToPath(new URL(`faults/${name}.yaml`, import.meta.url))));
const city: RawAct = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001', do: 'freeze-account', with: { basis: '司法协助' } };

describe('D14 — one spelling for one person', () => {
  it.each(['city/a ', ' city/a', 'city/A', 'city/ａ', 'city//a', 'city/a/b', 'city/\u0430', 'city/a\u200b', 'CITY/b'])(
    '%j approves nothing that city/a proposed',
    (approvedBy) => {
      expect(admit({ ...city, approvedBy }, register)).toMatchObject({ refused: 'bad-input', path: ['approvedBy'] });
      expect(admit({ ...city, by: approvedBy, approvedBy: 'city/b' }, register)).toMatchObject({
        refused: 'bad-input',
        path: ['by'],
      });
    },
  );

  it('an officer in his one spelling is admitted', () => {
    expect(admit(city, register)).toMatchObject({ unit: 'BJ-0001' });
  });
});

describe('D11 — text is well-formed, on every host', () => {
  const filed = (with_: Json): RawAct => ({ ...city, with: with_ });
  it.each(['a\u0000b', 'a\ud800', '\udc00b', 'a\u0007', 'a\u001b[31m', 'a\rb', 'a\u0085b'])('%j is bad input', (basis) => {
    expect(admit(filed({ basis }), register)).toMatchObject({ refused: 'bad-input', path: ['with', 'basis'] });
  });

  it('line feeds and tabs stand, and the two characters of a Windows line end are one', () => {
    expect(admit(filed({ basis: 'a\r\nb\tc\nd' }), register)).toMatchObject({ act: { with: { basis: 'a\nb\tc\nd' } } });
  });

  it('a name of a field is text, too', () => {
    expect(admit(filed({ basis: 'a', 'x\u0000': 1 }), register)).toMatchObject({ refused: 'bad-input', path: ['with'] });
  });

  it.each(['nul', 'surrogate'])('%s.yaml: refused as bad input, and the play goes on', (name) => {
    expect(fault(name).refusals.map(({ refusal }) => refusal.refused)).toContain('bad-input');
  });
});

describe('D12, D15 — a name is looked up among what was put there, and an address is one address', () => {
  const nobody = { units: {}, others: {} };
  const whose = { unit: 'BJ-0001', district: 'chaoyang' };
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'a party called %s has an address like any other',
    (name) => {
      expect(addressOf(partyOf({ verifier: name }, whose), nobody)).toBe(`${name}@verifier.example`);
      expect(addressOf(partyOf({ district: name }, whose), nobody)).toBe(`${name}@authority.example`);
    },
  );

  it.each(['constructor', 'ctor-unit'])('%s.yaml: every letter has its recipient', (name) => {
    for (const { party } of fault(name).mails) expect(addressOf(party, nobody)).toMatch(/^[^\s,]+@[^\s,]+$/);
  });

  it.each(['spy@elsewhere.example, x', 'V 01', 'V-01\n', '核查', '-V'])('%j is no verifier', (verifier) => {
    const raw = { by: 'BJ-0001', do: 'appoint-verifier', with: { verifier } };
    expect(admit(raw, register)).toMatchObject({ refused: 'bad-input', path: ['with', 'verifier'] });
  });

  it('verifier-address.yaml: no letter goes to two addresses', () => {
    for (const { party } of fault('verifier-address').mails) expect(addressOf(party, nobody).split('@')).toHaveLength(2);
  });
});

describe('D16 — a district is looked up like the register does', () => {
  const move = (district: string): RawAct => ({ ...city, do: 'move-district', with: { district, basis: '迁址' } });
  it.each(['haidian', '海淀区', '海淀'])('%s is meant', (said) => {
    expect(admit(move(said), register)).toMatchObject({ act: { with: { district: 'haidian' } } });
  });

  it.each(['chaoyng', '朝陽', '北京', 'constructor'])('%s is nobody', (said) => {
    expect(admit(move(said), register)).toMatchObject({ refused: 'unknown-district' });
  });
});

describe('D13 — sizes are bounded at the door, of the whole as well', () => {
  it('a hundred findings of 4,000 characters are too large, just under the bound they are not', () => {
    const findings = Array.from({ length: 100 }, () => '测'.repeat(4_000));
    const raw = { by: 'chaoyang', for: 'BJ-0001', do: 'first-check', with: { result: 'return', findings } };
    expect(unreadable({ raw, id: 'a' })).toMatchObject({ refused: 'too-large' });
    const fits = { ...raw, with: { result: 'return', findings: ['x'.repeat(WHOLE_MAX - 40)] } };
    expect(unreadable({ raw: fits, id: 'a' })).toBeUndefined();
    expect(unreadable({ raw, id: 'a'.repeat(201) })).toMatchObject({ refused: 'too-large', path: ['id'] });
  });

  it('an id that is empty or no text is bad input', () => {
    const raw = { by: 'BJ-0001', do: 'surrender' };
    for (const id of ['', ' ', 'a\u0000', '\ud800'])
      expect(unreadable({ raw, id })).toMatchObject({ refused: 'bad-input', path: ['id'] });
  });
});
