import { describe, expect, it } from 'vitest';
import { isExact } from '../../../desk/written/exact-number.js';
import { parseJson, readJson } from '../../../desk/written/json.js';
import { linesOf, textOf } from '../../../desk/written/text.js';
import { readYaml } from '../../../desk/written/yaml.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (read: () => unknown): string => {
  try {
    return `read: ${JSON.stringify(read())}`;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a number as it is written', () => {
  it.each(['0', '-1', '98200', '98200.55', '98200.50', '1.0', '9007199254740992', '999999999999999', '0.1', '0.000001'])(
    '%s is kept',
    (written) => {
      expect(isExact(written)).toBe(true);
    },
  );

  it.each(['9007199254740993', '0x10', '0o17', '010', '1e3', '1E-2', '.5', '5.', '+5', '1_000', '.inf', '.nan', '-0'])(
    '%s is not, or not as everybody reads it',
    (written) => {
      expect(isExact(written)).toBe(false);
    },
  );

  it.each(['0.1234567890123456789', '12345678901234567.5', '0.0000001', '1000000000000000000000'])(
    '%s has more than a double',
    (written) => {
      expect(isExact(written)).toBe(false);
    },
  );
});

describe('YAML', () => {
  it.each([
    ['a: 9007199254740993', 1, 4, '9007199254740993'],
    ['a:\n  - { b: 0x10 }', 2, 10, '0x10'],
    ['a:\n  - b: 0o17', 2, 8, '0o17'],
    ['a: 1e3', 1, 4, '1e3'],
    ['0x10: a', 1, 1, '0x10'],
    ['%YAML 1.1\n---\na: 1_000', 3, 4, '1_000'],
    ['%YAML 1.1\n---\na: 1:30', 3, 4, '1:30'],
  ])('%j is refused at its line and column: write it in quotes', (text, line, column, number) => {
    const said = refusal(() => readYaml(text));
    expect(said).toContain(`line ${String(line)}, column ${String(column)}: ${number} `);
    expect(said).toContain('write it in quotes');
  });

  it('says where in the document the number stands', () => {
    expect(() => readYaml('units:\n  - holdings:\n      - {}\n      - quantity: 0x10\n')).toThrow(
      expect.objectContaining({ path: ['units', 0, 'holdings', 1, 'quantity'] }),
    );
  });

  it('in quotes it is a text, and plain numbers are numbers', () => {
    expect(readYaml('a: "0x10"\nb: "9007199254740993"\nc: 5\nd: 98200.50')).toEqual({
      a: '0x10',
      b: '9007199254740993',
      c: 5,
      d: 98200.5,
    });
  });

  it('a mark before it is no part of it', () => {
    expect(readYaml('\ufeffa: 1')).toEqual({ a: 1 });
    expect(readYaml(textOf(utf8('\ufeff# remark\r\na: 1\r\n')))).toEqual({ a: 1 });
  });

  it.each([
    ['a tag that makes bytes of a text', 'a: !!binary aGk='],
    ['a tag that makes a number of a text', 'a: !!int "5"'],
    ['a tag that makes an instant of a day', 'a: !!timestamp 2024-06-10'],
    ['a tag of nobody', 'a: !ours 5'],
    ['a day that an older YAML makes an instant of', '%YAML 1.1\n---\na: 2024-06-10'],
    ['a yes that an older YAML makes true of', '%YAML 1.1\n---\na: yes'],
    ['two keys that are one', 'a: "1"\n1: x\n"1": y'],
    ['a key that is a list', '? [a, b]\n: 1'],
    ['several documents', 'a: 1\n---\nb: 2'],
    ['an alias of itself', 'a: &a [*a]'],
    ['an alias of nothing', 'a: *b'],
    ['a tab before a key', 'a:\n\tb: 1'],
  ])('%s is refused in both languages', (_, text) => {
    const said = refusal(() => readYaml(text));
    expect(said).toMatch(/^[^/]*\p{Script=Han}.* \/ .*[a-z]/u);
    expect(said).not.toMatch(/YAML\.|Symbol|^read/);
  });

  it('what is a word elsewhere is the text that stands there', () => {
    const words = [
      'yes',
      'no',
      'on',
      'off',
      '12:30:00',
      '2024-06-10',
      '1_000',
      '0b1',
      '١٢٣',
      '１２３',
      'NaN',
      'Infinity',
      '1,000',
    ];
    for (const word of words) expect(readYaml(`a: ${word}`), word).toEqual({ a: word });
    expect(readYaml('a: !!str 5')).toEqual({ a: '5' });
  });

  it.each([
    ['lists', '['.repeat(33) + ']'.repeat(33)],
    ['lists without end', '['.repeat(2_000) + ']'.repeat(2_000)],
    ['lists that are not closed', '['.repeat(5_000)],
    ['objects', `${'{a: '.repeat(3_000)}1${'}'.repeat(3_000)}`],
    ['blocks', Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('%s nested too deep are told so, and where', (_, text) => {
    expect(refusal(() => readYaml(text))).toMatch(/line \d+, column \d+: 至多嵌套 32 层 \/ .*nested 32 deep at most$/);
  });

  it('32 deep is not too deep', () => {
    expect(refusal(() => readYaml('['.repeat(32) + ']'.repeat(32)))).toMatch(/^read/);
  });

  it('aliases that unfold to billions are refused', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) =>
        `a${String(n)}: &a${String(n)} [${Array.from({ length: 9 }, () => (n === 0 ? 'x' : `*a${String(n - 1)}`)).join(',')}]`,
    );
    expect(refusal(() => readYaml(lines.join('\n')))).toMatch(/alias/);
  });
});

describe('JSON', () => {
  it.each([33, 2_000, 200_000])('lists nested %i deep are told so, and where', (deep) => {
    expect(refusal(() => readJson('['.repeat(deep) + ']'.repeat(deep)))).toMatch(
      /line 1, column 33: 至多嵌套 32 层 \/ .*32 deep/,
    );
    expect(refusal(() => parseJson('{"a":'.repeat(deep) + '1' + '}'.repeat(deep)))).toContain('至多嵌套 32 层');
  });

  it('32 deep is not too deep, nor is what stands side by side', () => {
    expect(refusal(() => readJson('['.repeat(32) + ']'.repeat(32)))).toMatch(/^read/);
    expect(refusal(() => readJson(`[${Array.from({ length: 100 }, () => '[]').join()}]`))).toMatch(/^read/);
  });

  it.each([
    ['{"a": NaN}', 'line 1, column 7: 不是 JSON：此处不应为 N'],
    ['{"a": +5}', 'column 7: 不是 JSON：此处不应为 +'],
    ['{"a": .5}', 'column 7'],
    ['{"a": １２３}', '不应为 １'],
    ['{"a":1,\n \ufeff"b":2}', 'line 2, column 2: 不是 JSON：此处不应为 U+FEFF'],
    ['{"a":\u00a01}', 'column 6: 不是 JSON：此处不应为'],
    ["{'a': 1}", "不应为 '"],
    ['{"a": 01}', 'column 8'],
    ['{"a": 1} x', 'column 10: 不是 JSON：此处不应为 x'],
    ['{"a": "b', '没有写完'],
    ['{"a":', '没有写完'],
    ['', '没有写完'],
  ])('%j is told where it is none, in both languages', (text, said) => {
    const found = refusal(() => readJson(text));
    expect(found).toContain(said);
    expect(found).toContain('this is no JSON');
  });

  it('marks of files that were put together are no part of it', () => {
    expect(readJson('\ufeff\ufeff{"a":"1"}')).toEqual({ a: '1' });
    expect(readYaml('\ufeff\ufeffa: "1"')).toEqual({ a: '1' });
  });

  it('a mark before it is no part of it', () => {
    expect(readJson('\ufeff{"a":"1"}')).toEqual({ a: '1' });
  });

  it('numbers that would not be kept are refused at their place; within a text they are text', () => {
    expect(refusal(() => readJson('{"a": "1e5 \\" 0x10",\n "b": 9007199254740993}'))).toMatch(
      /^第 2 行第 7 列 .*9007199254740993.*quotes$/,
    );
    expect(refusal(() => readJson('[1e3]'))).toContain('line 1, column 2');
    expect(refusal(() => readJson('{"a":"1e5","b":5,"c":-0.25}'))).toBe('read: {"a":"1e5","b":5,"c":-0.25}');
  });

  it('a member that stands twice is refused at its second place, however it is spelt; the same name elsewhere is another', () => {
    expect(refusal(() => readJson('{"do":"a",\n "with":{"x":1},"do":"b"}'))).toMatch(/^第 2 行第 17 列 .*do .*twice/);
    expect(refusal(() => readJson('[{"a":{"b":1,"\\u0062":2}}]'))).toContain('b 重复');
    expect(refusal(() => parseJson('{"__proto__":1,"__proto__":2}'))).toContain('twice');
    expect(readJson('{"a":{"a":["a","a",{"a":"a"}]},"b":{"a":"b\\":"}}')).toEqual({
      a: { a: ['a', 'a', { a: 'a' }] },
      b: { a: 'b":' },
    });
  });

  it('a text of ten million characters is read', () => {
    expect(readJson(JSON.stringify('"\\'.repeat(5_000_000)))).toHaveLength(10_000_000);
  });
});

describe('text', () => {
  it('is UTF-8 with its mark or without, or UTF-16 with it', () => {
    const marked = Buffer.from('\ufeff核定', 'utf16le');
    for (const bytes of [utf8('核定'), utf8('\ufeff核定'), marked, Buffer.from(marked).swap16()])
      expect(textOf(bytes)).toBe('核定');
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from('{"a":"核"}', 'utf16le')],
    ['UTF-32, the small end first', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0])],
    ['UTF-32, the large end first', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b, 0, 0, 0, 0x7d])],
    ['UTF-16 with half a unit at its end', Buffer.concat([Buffer.from('\ufeff{}', 'utf16le'), Buffer.from([0x41])])],
  ])('%s is told', (_, bytes) => {
    expect(() => textOf(bytes)).toThrow('save it as UTF-8');
  });

  it('in another encoding is told, and not read with its Chinese lost', () => {
    // 编号 in GB18030
    expect(() => textOf(Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5]))).toThrow('save it as UTF-8');
  });
});

describe('lines', () => {
  const lines = async (bytes: Uint8Array, size: number): Promise<string[]> => {
    const found: string[] = [];
    // a stream may cut anywhere, in the middle of a character too
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (const piece of pieces) yield await Promise.resolve(piece);
    }
    for await (const line of linesOf(stream())) found.push(line);
    return found;
  };

  it.each([1, 2, 3, 7, 1_000])('end with LF or CRLF and nothing else, whatever the pieces (%i bytes)', async (size) => {
    const text = '\ufeff{"a":"\u2028"}\r\n{"b":"\u0085\u2029\f\v"}\n\n{"c":"核\rx"}';
    const said = ['{"a":"\u2028"}', '{"b":"\u0085\u2029\f\v"}', '', '{"c":"核\rx"}'];
    expect(await lines(utf8(text), size)).toEqual(said);
    expect(await lines(utf8(`${text}\n`), size)).toEqual(said);
    expect(await lines(Buffer.from(text, 'utf16le'), size)).toEqual(said);
  });

  it('nothing has none; a short one is one', async () => {
    expect(await lines(utf8(''), 1)).toEqual([]);
    expect(await lines(utf8('1'), 1)).toEqual(['1']);
    expect(await lines(utf8('1\n'), 1)).toEqual(['1']);
  });
});
