import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../scripts/docs/glossary.js';
import { codeOf, LAYERS, read } from '../../scripts/sources.js';

const { parties, terms, ours } = readGlossary();
const all = [...parties, ...terms, ...ours];
const code = codeOf(...LAYERS)
  .map(read)
  .join('\n');

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

describe('one English word for each Chinese term', () => {
  it('no word stands twice, in either language', () => {
    expect(twice(all.map(({ en }) => en))).toEqual([]);
    expect(twice(all.map(({ zh }) => zh))).toEqual([]);
  });

  it('every word that has a name in code has it there', () => {
    const absent = all.filter((term) => term.code !== undefined && !new RegExp(`\\b${term.code}\\b`).test(code));
    expect(absent.map((term) => term.code)).toEqual([]);
  });

  it('a word of the notice is the word of the notice', () => {
    const notice = read('regulation/texts/jhf-2024-8.txt');
    // ours for what the text only describes, and two names from other texts
    const described = ['北京绿色交易所', '排放年度', '履约周期', '应清缴量', '工作日', '有偿发放', '富余和亏缺'];
    const absent = [...parties, ...terms].filter(({ zh }) => !described.includes(zh) && !notice.includes(zh));
    expect(absent.map(({ zh }) => zh)).toEqual([]);
  });

  it('an old word is never the word of another thing', () => {
    const words = new Map(all.map(({ zh, en }) => [zh, en]));
    expect(all.flatMap(({ old = [] }) => old.filter((word) => words.has(word)))).toEqual([]);
  });
});
