import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { VOCABULARY } from '../../acts/vocabulary.js';
import type { ActDefinition } from '../../acts/definition.js';
import { dutiesOf } from '../../domain/cases/kinds.js';
import type { Duty } from '../../domain/duties/duty.js';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import { rulebookNamed } from '../../regulation/named.js';
import { termsOf } from '../../regulation/terms.js';

/** One line of docs/glossary.yaml. */
export interface Term {
  readonly en: string;
  readonly zh: string;
  readonly old?: readonly string[];
  readonly code?: string;
  readonly means: string;
}
export type Glossary = Readonly<Record<'parties' | 'terms' | 'ours', readonly Term[]>>;

export const readGlossary = (): Glossary =>
  parse(readFileSync(new URL('../../docs/glossary.yaml', import.meta.url), 'utf8')) as Glossary;

/** Every duty of the notice, the monthly ones once, in the notice's order within a kind of case. */
export function duties(): readonly Duty[] {
  const terms = termsOf(rulebookNamed());
  const unit = { newlyListed: true } as Unit;
  const kinds: readonly CaseKind[] = ['monthly-evidence', 'general-report', 'compliance-cycle'];
  const all = kinds.flatMap((kind) => dutiesOf({ kind, unit, terms }));
  const seen = new Set<string>();
  return all.filter(({ name }) => {
    const base = baseOf(name);
    return !seen.has(base) && seen.add(base);
  });
}

/** `monthly-evidence/2024-05` is `monthly-evidence`. */
export const baseOf = (name: string): string => name.split('/')[0] ?? name;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const termRows = (terms: readonly Term[]): string[][] =>
  terms.map(({ en, zh, old = [], code, means }) => [en, zh, old.join('、'), code ? `\`${code}\`` : '', means]);

const HEAD = ['English', '中文', 'old words', 'in code', 'what it is'];
const OWNERS: Readonly<Record<Duty['owedBy'], string>> = {
  unit: 'the unit',
  district: 'district authority',
  city: 'city authority',
  verifier: 'verifier',
  platform: 'platform',
};
const ENDS: Readonly<Record<Duty['atItsEnd'], string>> = {
  overdue: 'is overdue',
  lapses: 'lapses: a right, not a duty',
  collection: 'is carried out',
};

/** docs/glossary.md: the words, from docs/glossary.yaml and from the code. */
export function glossary(): string {
  const { parties, terms, ours } = readGlossary();
  const dutyRows = duties().map((duty) => [
    `\`${baseOf(duty.name)}\``,
    duty.zh.replace(/^\d{4}-\d{2} /, ''),
    duty.clause,
    OWNERS[duty.owedBy],
    ENDS[duty.atItsEnd],
  ]);
  const definitions: readonly ActDefinition[] = Object.values(VOCABULARY);
  const actRows = definitions.map(({ name, words, party, concerns, case: kind, duty, twoPeople, seal }) => [
    `\`${name}\``,
    words.zh,
    words.en,
    `${party}${twoPeople ? ', two people' : ''}${seal ? ', under seal' : ''}`,
    concerns,
    duty === undefined ? (kind ?? '') : 'monthly-evidence, for a monthly duty',
  ]);
  return [
    '# Glossary',
    'Written by `npm run docs` from `docs/glossary.yaml` and from the code; change those, not this page. One English word for each Chinese term.',
    '## Parties',
    table(HEAD, termRows(parties)),
    '## Words of the notice',
    table(HEAD, termRows(terms)),
    '## Our words',
    table(HEAD, termRows(ours)),
    '## Duties',
    table(['name', '中文', 'clause', 'owed by', 'at its end it'], dutyRows),
    '## Acts',
    'What each brings with it (`with`) stands in its file in `acts/`; `luyue do --help` shows it.',
    table(['name', '中文', 'English', 'done by', 'concerns units that are', 'case, where it is not the unit’s own'], actRows),
    '',
  ].join('\n\n');
}
