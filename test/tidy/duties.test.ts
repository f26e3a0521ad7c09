import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, duties } from '../../scripts/docs/glossary.js';
import { codeOf, read, ROOT } from '../../scripts/sources.js';

/** What the notice asks, duty by duty, with the clause that asks it. */
const ASKED: Readonly<Record<string, string>> = {
  'first-report': '三(一)1',
  'monthly-evidence': '三(一)1',
  'monthly-check': '三(一)1',
  'data-quality-plan': '三(一)1',
  'general-report': '三(一)2',
  'general-check': '三(一)2',
  'verified-report': '三(二)',
  'first-check': '三(二)',
  'adjustment-application': '三(二)',
  'pre-allocation': '三(三)2',
  confirmation: '三(三)1',
  'final-allocation': '三(三)2',
  'offset-application': '三(四)',
  surrender: '三(四)',
  collection: '三(四)',
};

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** The clauses of the notice, `三(一)1` and the wider ones that hold them, with their words. */
function clauses(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let [chapter, section, item] = ['', '', ''];
  for (const line of read('regulation/texts/jhf-2024-8.txt').split('\n')) {
    const opens = [/^([一二三四五])、/.exec(line), /^（([一二三四五])）/.exec(line), /^(\d)\./.exec(line)];
    if (opens[0]) [chapter, section, item] = [opens[0][1] ?? '', '', ''];
    if (opens[1]) [section, item] = [`(${opens[1][1] ?? ''})`, ''];
    if (opens[2]) item = opens[2][1] ?? '';
    for (const name of new Set([chapter, `${chapter}${section}`, `${chapter}${section}${item}`]))
      found.set(name, (found.get(name) ?? '') + bare(line));
  }
  return found;
}

/** Every quotation of the notice in a file, with the clause before it: `三(一)1「…」`. */
const quotesOf = (file: string): { clause: string; parts: string[] }[] =>
  [
    ...read(file)
      .replaceAll(/\n\s*\* ?/g, '')
      .matchAll(/([一二三四五](?:\([一二三四五]\)\d?)?)「([^」]+)」/g),
  ].map((match) => ({
    clause: match[1] ?? '',
    parts: bare(match[2] ?? '').split(/…+/),
  }));

/** Whether the parts stand in the text, in their order. */
const standsIn = (text: string, parts: readonly string[]): boolean => {
  let from = 0;
  return parts.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
};

const fileOf = (name: string): string => `domain/duties/${name}.ts`;

describe('somebody who holds the notice in one hand finds every sentence of it in the other', () => {
  const text = clauses();

  it('knows the clauses of the notice', () => {
    expect(text.get('三(一)2')).toContain('一般报告单位须于2024年7月15日前');
    expect(text.get('三(一)1')).not.toContain('一般报告单位须于');
    expect(text.get('三(四)')).toContain('自动收缴');
  });

  it('the code knows the duties of the notice and no others', () => {
    expect(Object.fromEntries(duties().map((duty) => [baseOf(duty.name), duty.clause]))).toEqual(ASKED);
  });

  it.each(Object.entries(ASKED))('%s has a file of its own, which quotes %s, and a test of the same name', (name, clause) => {
    expect(quotesOf(fileOf(name)).map((quote) => quote.clause)).toContain(clause);
    expect(existsSync(join(ROOT, `test/domain/duties/${name}.test.ts`))).toBe(true);
    expect(read(`test/domain/duties/${name}.test.ts`)).toContain(clause);
  });

  it('every quotation is verbatim and stands in the clause it names', () => {
    const quotes = codeOf('domain', 'desk', 'simulator', 'workflows').flatMap((file) =>
      quotesOf(file).map((quote) => ({ file, ...quote })),
    );
    expect(quotes.length).toBeGreaterThan(20);
    const wrong = quotes.filter(({ clause, parts }) => !standsIn(text.get(clause) ?? '', parts));
    expect(wrong.map(({ file, clause, parts }) => `${file}: ${clause}「${parts.join('……')}」`)).toEqual([]);
  });

  it('every clause that a refusal or a duty names is one of the notice', () => {
    const named = codeOf('domain', 'desk').flatMap((file) =>
      [...read(file).matchAll(/'([一二三四五]\([一二三四五]\)\d?)'/g)].map((match) => [file, match[1] ?? ''] as const),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(([, clause]) => !text.has(clause))).toEqual([]);
  });
});
