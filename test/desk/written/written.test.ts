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
    for (const bytes of [
      utf8('核定'),
      utf8('\ufeff核定'),
      Buffer.from('\ufeff核定', 'utf16le'),
      Buffer.from('\ufeff核定', 'utf16le').swap16(),
    ])
      expect(textOf(bytes)).toBe('核定');
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
