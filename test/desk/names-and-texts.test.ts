import { describe, expect, it } from 'vitest';
import { admit, type RawAct } from '../../desk/admit.js';
import { announceAuction } from '../../acts/auction/announce-auction.js';
import { authorise } from '../../desk/authorise.js';
import type { Unit } from '../../domain/model/case.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';

const unit = (id: string, district: string): Unit => ({
  id,
  name: id,
  kind: 'key',
  district,
  newlyListed: false,
});
const UNITS = [unit('BJ-0001', 'chaoyang'), unit('BJ-0002', 'haidian'), unit('constructor', 'toString')];
const register = { units: new Map(UNITS.map((one) => [one.id, one])) };

const answerTo = (raw: RawAct) => admit(raw, register);
const no = (raw: RawAct): Refusal => {
  const answer = answerTo(raw);
  if (!isRefusal(answer)) throw new Error(`admitted: ${JSON.stringify(answer)}`);
  return answer;
};
const confirm: RawAct = {
  by: 'city/a',
  approvedBy: 'city/b',
  for: 'BJ-0001',
  do: 'confirm-emissions',
  with: { emissions: '98200', basis: '核查报告' },
};
const withBasis = (basis: string): RawAct => ({ ...confirm, with: { emissions: '98200', basis } });

describe('D11 — text is well-formed Unicode without control characters', () => {
  it.each([
    ['U+0000', '核查\u0000报告'],
    ['half a surrogate pair', '核查\ud83d报告'],
    ['the other half', '核查\ude00报告'],
    ['an escape', '核查\u001b[31m报告'],
    ['a delete', '核查\u007f报告'],
    ['a control of Latin-1', '核查\u0085报告'],
    ['a carriage return by itself', '核查\r报告'],
  ])('%s in a basis is bad input, at its place', (_, basis) => {
    expect(no(withBasis(basis))).toMatchObject({ refused: 'bad-input', path: ['with', 'basis'] });
  });

  it.each([
    ['of no width', '\u200b\u2060'],
    ['a blank of another sort', '\u3000\u00a0\u200b'],
    ['that turn others around', '\u202e\u202c'],
  ])('a basis of nothing but characters %s is none', (_, basis) => {
    expect(no(withBasis(basis))).toMatchObject({ refused: 'bad-input', path: ['with', 'basis'] });
  });

  it('a file has a name that is seen', () => {
    const filed = (name: string): RawAct => ({
      by: 'BJ-0001',
      do: 'submit-first-report',
      with: { emissions: '1', sealed: true, files: [{ name, sha256: 'a'.repeat(64) }] },
    });
    for (const name of ['a\u202efdp.exe', 'a\u200bb.pdf', '   ', '\u3000', '\ufeffa.pdf'])
      expect([name, no(filed(name))]).toMatchObject([name, { refused: 'bad-input', path: ['with', 'files', 0, 'name'] }]);
    for (const name of ['电费结算单 1.pdf', 'é.pdf', 'e\u0301.pdf']) expect(isRefusal(answerTo(filed(name)))).toBe(false);
  });

  it('a text of several lines has line feeds and tabs, and a line that ends with CRLF is read as one', () => {
    expect(answerTo(withBasis('一\n\t二'))).toMatchObject({ act: { with: { basis: '一\n\t二' } } });
    expect(answerTo(withBasis('一\r\n二'))).toMatchObject({ act: { with: { basis: '一\n二' } } });
    expect(answerTo(withBasis('䶮𬭎😀'))).toMatchObject({ act: { with: { basis: '䶮𬭎😀' } } });
  });

  it('a name has one line', () => {
    const evidence = (more: object): RawAct => ({
      by: 'BJ-0001',
      do: 'submit-monthly-evidence',
      with: { month: '2024-05', electricityMWh: '10', fuels: [], files: [], ...more },
    });
    const sha256 = 'a'.repeat(64);
    expect(isRefusal(answerTo(evidence({ files: [{ name: '五月.pdf', sha256 }], auxiliary: { 班次: '' } })))).toBe(false);
    expect(no(evidence({ files: [{ name: '五月\n.pdf', sha256 }] }))).toMatchObject({ path: ['with', 'files', 0, 'name'] });
    expect(no(evidence({ auxiliary: { 班次: '三\n班' } }))).toMatchObject({ refused: 'bad-input' });
  });

  it('so are the names of fields, of acts and of whoever acts, before anything else is looked at', () => {
    expect(no({ ...confirm, with: { emissions: '98200', basis: '核查报告', 'x\u0000': 1 } }).refused).toBe('bad-input');
    for (const field of ['do', 'by', 'for', 'approvedBy'] as const)
      for (const text of ['a\u0000', 'a\ud83d', 'a\nb'])
        expect(no({ ...confirm, [field]: text }), field).toMatchObject({ refused: 'bad-input', path: [field] });
  });

  it('a unit that is none is said in words that can be kept', () => {
    const trade = { from: 'BJ-0001\u0000', to: 'BJ-0002', quantity: '1', price: '1' };
    const { refused, en } = no({ by: 'exchange', do: 'settle-trade', with: trade });
    expect(refused).toBe('unknown-unit');
    expect(en).not.toContain('\u0000');
  });

  it('what is nested without end, or too large as a whole, is too large', () => {
    let deep: Json = 'x';
    for (let n = 0; n < 20_000; n += 1) deep = [deep];
    expect(no({ ...confirm, with: deep }).refused).toBe('too-large');
    const findings = Array.from({ length: 100 }, () => '问'.repeat(4_000));
    const check = { by: 'chaoyang', for: 'BJ-0001', do: 'first-check', with: { result: 'return', findings } };
    expect(no(check).refused).toBe('too-large');
  });
});

describe('a number with more digits than are kept', () => {
  const reported = (emissions: string): RawAct => ({
    by: 'BJ-0001',
    do: 'submit-first-report',
    with: { emissions, sealed: true },
  });
  it('is told that it has too many, not that it is none; both sides of the bound', () => {
    for (const emissions of ['9'.repeat(19), `0.${'1'.repeat(13)}`])
      expect(no(reported(emissions))).toMatchObject({
        zh: expect.stringContaining('位数过多'),
        en: expect.stringContaining('18'),
      });
    for (const emissions of ['9'.repeat(18), `0.${'1'.repeat(12)}`]) expect(isRefusal(answerTo(reported(emissions)))).toBe(false);
    for (const emissions of ['1e30', '٩٨٠٠٠', '-0', `${'9'.repeat(19)}t`])
      expect(no(reported(emissions)).zh).toContain('应为不小于零的十进制数');
  });
});

describe('D14 — whoever acts has one spelling', () => {
  it.each(['city/b ', ' city/b', 'city/B', 'city/ｂ', 'city//b', 'city/b/', 'city/', 'City/b', 'city/b_c', 'city/张'])(
    '“%s” is nobody who could approve, or propose',
    (who) => {
      expect(no({ ...confirm, approvedBy: who })).toMatchObject({ refused: 'bad-input', path: ['approvedBy'] });
      expect(no({ ...confirm, by: who })).toMatchObject({ refused: 'bad-input', path: ['by'] });
    },
  );

  it('a unit is unknown in any other spelling than the register’s', () => {
    for (const by of ['bj-0001', 'BJ-0001 ', 'ＢJ-0001'])
      expect(no({ by, do: 'submit-first-report', with: { emissions: '1', sealed: true } }).refused, by).toBe('unknown-unit');
  });

  it('comes after an unknown unit, an unknown act and a bad “with”, and before who may', () => {
    expect(no({ ...confirm, by: 'city/A', for: 'BJ-7777' }).refused).toBe('unknown-unit');
    expect(no({ ...confirm, by: 'city/A', do: 'dance' }).refused).toBe('unknown-act');
    expect(no({ ...confirm, by: 'city/A', with: { emissions: 'x' } }).path).toEqual(['with', 'emissions']);
    expect(no({ ...confirm, by: 'chaoyang/A' }).refused).toBe('bad-input');
    expect(no({ ...confirm, by: 'chaoyang/a' }).refused).toBe('not-allowed');
  });
});

describe('D14 — at every door', () => {
  it('nobody announces an auction with the approval of city/A', () => {
    const by = { by: 'city/a', approvedBy: 'city/A' };
    expect(authorise('announce-auction', announceAuction, by, [])).toMatchObject({ refused: 'bad-input', path: ['approvedBy'] });
    expect(authorise('announce-auction', announceAuction, { ...by, approvedBy: 'city/b' }, [])).toBeUndefined();
  });
});

describe('D12 — a name that every object has is a name like any other', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('no act, no district is called %s', (name) => {
    expect(no({ ...confirm, do: name }).refused).toBe('unknown-act');
    const move = { ...confirm, do: 'move-district', with: { district: name, basis: '决定' } };
    expect(no(move).refused).toBe('unknown-district');
  });

  it('a unit called constructor, in a district called toString, is found by its own name', () => {
    const report = { emissions: '98000', sealed: true };
    expect(answerTo({ by: 'constructor', do: 'submit-first-report', with: report })).toMatchObject({ unit: 'constructor' });
    const pass = { for: 'constructor', do: 'first-check', with: { result: 'pass' } };
    expect(answerTo({ ...pass, by: 'toString' })).toMatchObject({ unit: 'constructor' });
    expect(no({ ...pass, by: 'valueOf' }).refused).toBe('not-allowed');
  });
});

describe('D15 — the id of a verifier has a shape', () => {
  it.each(['spy@elsewhere.example, x', 'V 01', 'V\t01', '', '核查', 'V-01,V-02', '<V-01>', '__proto__'])(
    '“%s” is none, wherever it is named',
    (verifier) => {
      const acts: RawAct[] = [
        { by: 'BJ-0001', do: 'appoint-verifier', with: { verifier } },
        {
          by: 'BJ-0001',
          do: 'submit-verified-report',
          with: { emissions: '1', sealed: true, verifierReport: { verifier, sealed: true } },
        },
        { by: 'city/a', approvedBy: 'city/b', do: 'strike-off-verifier', with: { verifier, basis: '决定' } },
      ];
      for (const act of acts) expect(no(act), act.do).toMatchObject({ refused: 'bad-input' });
    },
  );

  it('V-01 is one, and constructor', () => {
    for (const verifier of ['V-01', 'constructor'])
      expect(isRefusal(answerTo({ by: 'BJ-0001', do: 'appoint-verifier', with: { verifier } }))).toBe(false);
  });
});

describe('D16 — a unit moves to a district that the register knows', () => {
  const move = (district: string): RawAct => ({ ...confirm, do: 'move-district', with: { district, basis: '决定' } });

  it.each(['chaoyng', 'city', 'chaoyang/x', '北京市', '经济技术开发区'])('%s is unknown', (district) => {
    expect(no(move(district))).toMatchObject({ refused: 'unknown-district', path: ['with', 'district'] });
  });

  it.each(['haidian', '海淀区', '海淀', '海淀区生态环境局'])('%s is haidian, by its id', (district) => {
    expect(answerTo(move(district))).toMatchObject({ act: { with: { district: 'haidian', basis: '决定' } } });
  });
});
