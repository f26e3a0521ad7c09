import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript, readYaml } from '../../client/auction/script.js';
import { parseScenario, readScenario, ScenarioError } from '../../simulator/scenario.js';

const folder = mkdtempSync(join(tmpdir(), 'luyue-written-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const UNSAFE = fileURLToPath(new URL('faults/unsafe.yaml', import.meta.url));
const unsafe = readFileSync(UNSAFE, 'utf8');
const refused = (read: () => unknown): ScenarioError => {
  try {
    read();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('it was read');
};

describe('numbers of a scenario', () => {
  it('9007199254740993 is not taken as …992: it is to be written in quotes, and its line and column are named', () => {
    const { message, path } = refused(() => readScenario(UNSAFE));
    expect(message).toMatch(/unsafe\.yaml.*line 10, column 28: 9007199254740993 .*write it in quotes/);
    expect(path).toEqual(['units', 0, 'lastCycle', 'approved']);
  });

  it('0x10 is not taken as 16', () => {
    const hex = unsafe
      .replace('approved: 9007199254740993', 'approved: "9007199254740993"')
      .replace('quantity: 9007199254740993', 'quantity: 5');
    expect(refused(() => parseScenario(hex, 'x')).message).toMatch(/line 13, column 56: 0x10 .*write it in quotes/);
    expect(refused(() => parseScenario(hex, 'x')).path).toEqual(['units', 0, 'holdings', 1, 'quantity']);
  });

  it('in quotes it is taken to the last digit', () => {
    const quoted = unsafe.replaceAll('9007199254740993', '"9007199254740993"').replace('0x10', '16');
    const [unit] = parseScenario(quoted, 'x').units;
    expect([unit!.lastCycle!.approved, unit!.holdings.map(({ quantity }) => quantity)]).toEqual([
      '9007199254740993',
      ['9007199254740993', '16'],
    ]);
  });

  it('a vintage has four digits, and no unit has the letters of another in another case', () => {
    const plain = unsafe.replaceAll('9007199254740993', '5').replace('0x10', '5');
    const vintage = plain.replace(/vintage: \d{4}/, 'vintage: 20222');
    expect(refused(() => parseScenario(vintage, 'x')).path).toEqual(['units', 0, 'holdings', 0, 'vintage']);
    const twin = `${plain}  - { id: bj-0001, kind: key, district: chaoyang }\n`;
    expect(refused(() => parseScenario(twin, 'x')).path).toEqual(['units', 1, 'id']);
  });

  it('an address of a unit or a party is one plain address', () => {
    const text = (mail: string): string =>
      unsafe.replaceAll('9007199254740993', '5').replace('0x10', '5').replace('kind: key', `kind: key\n    mail: ${mail}`);
    expect(parseScenario(text('a@b.example'), 'x').units[0]!.mail).toBe('a@b.example');
    expect(refused(() => parseScenario(text('"a\\u200b@b.example"'), 'x')).path).toEqual(['units', 0, 'mail']);
    const party = `${text('a@b.example')}mail: { city: "x, y@b.example" }\n`;
    expect(refused(() => parseScenario(party, 'x')).path).toEqual(['mail', 'city']);
  });
});

describe('files of scenarios and auctions', () => {
  const file = (name: string, content: Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const auction = readFileSync(new URL('../auction/three-bidders.yaml', import.meta.url), 'utf8');
  const plain = unsafe.replaceAll('9007199254740993', '5').replace('0x10', '5');

  it('are read with the mark that programs put before them, and in UTF-16', () => {
    expect(readScenario(file('a.yaml', Buffer.from(`\ufeff${plain}`))).units[0]!.name).toBe('示例');
    expect(readScenario(file('b.yaml', Buffer.from(`\ufeff${plain}`, 'utf16le'))).units[0]!.name).toBe('示例');
    expect(readScript(readYaml(file('c.yaml', Buffer.from(`\ufeff${auction}`)))).bids).toHaveLength(5);
  });

  it('in another encoding are refused, not read with their Chinese lost', () => {
    const bytes = Buffer.from(plain.replace('示例', '\xca\xbe\xc0\xfd'), 'latin1');
    expect(refused(() => readScenario(file('d.yaml', bytes))).message).toContain('save it as UTF-8');
  });

  it('an auction with a number that would not be kept is refused', () => {
    const hex = auction.replace('quantity: "20000"', 'quantity: 0x10');
    expect(hex).not.toBe(auction);
    expect(() => readYaml(file('e.yaml', Buffer.from(hex)))).toThrow(/write it in quotes/);
  });
});
