import { describe, expect, it } from 'vitest';
import { callsOf, filesUnder, read } from '../../scripts/sources.js';

const tests = filesUnder('test', ['.test.ts']);

describe('a test can fail', () => {
  it('none is skipped, left for later, or run alone', () => {
    const aside = tests.flatMap((file) =>
      callsOf(file)
        .filter(({ name }) =>
          /^(it|test|describe|suite)\.(skip|only|todo|fails)\b|^(xit|xtest|xdescribe|fit|fdescribe)$/.test(name),
        )
        .map(({ name, line }) => `${file}:${String(line)}: ${name}`),
    );
    expect(aside).toEqual([]);
  });

  it('every file of tests expects something', () => {
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter((file) => !/\bexpect(TypeOf)?\(|\bassert|\bfc\.assert\(/.test(read(file)))).toEqual([]);
  });

  it('none waits for something without an end and without a name: `seen` says what did not come', () => {
    // a condition alone, then a pause or nothing: what has a deadline counts looks, or compares with a time
    const endless =
      /^[ \t]*while \((?!.*(?:Date\.now|performance\.now)).*await .*\)(?:;|\s*(?:\{\s*)?await (?:pause|new Promise)\b)|for \(;;\) \{[^}]*await pause|for \(let over\b.*await pause/m;
    const found = [
      'while (!(await is())) await pause(5);',
      '  while ((await count()) > 0)\n    await pause(9);',
      'while (await is());',
    ];
    expect(found.filter((one) => !endless.test(one))).toEqual([]);
    const all = filesUnder('test', ['.ts']).filter((file) => !file.startsWith('test/tidy/'));
    expect(all.filter((file) => endless.test(read(file)))).toEqual([]);
  });

  it('none expects what is so by itself', () => {
    const empty = /expect\((true|false|1|0|null|undefined|'[^']*')\)\.to(Be|Equal|StrictEqual)\(/;
    expect(tests.filter((file) => !file.startsWith('test/tidy/') && empty.test(read(file)))).toEqual([]);
  });
});
