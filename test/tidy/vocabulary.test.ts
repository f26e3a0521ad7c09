import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActDefinition } from '../../acts/definition.js';
import { VOCABULARY } from '../../acts/vocabulary.js';
import { onAlarmAct } from '../../domain/alarms/acts.js';
import { blankAlarms } from '../../domain/alarms/alarms.js';
import { onAuctionAct } from '../../domain/auction/acts.js';
import type { Auction } from '../../domain/auction/auction.js';
import { answers } from '../../domain/cases/case.js';
import { onCityAct } from '../../domain/city-cycle/acts.js';
import type { CityCycle } from '../../domain/city-cycle/city-cycle.js';
import type { CaseKind } from '../../domain/model/case.js';
import { letIn, type Act } from '../../domain/model/step.js';
import { codeOf, filesUnder, read } from '../../scripts/sources.js';

const definitions: readonly ActDefinition[] = Object.values(VOCABULARY);
const files = filesUnder('acts', ['.ts']).filter((file) => file.split('/').length > 2);
const han = /\p{Script=Han}/u;

/** Which kinds of cases have to answer an act that concerns a unit. */
function kindsOf({ case: its, concerns, everyCase, duty }: ActDefinition): readonly CaseKind[] {
  if (everyCase || duty !== undefined) return ['compliance-cycle', 'monthly-evidence', 'general-report'];
  if (its !== undefined && its !== 'auction') return [its];
  if (concerns === 'any') return ['compliance-cycle', 'general-report'];
  return concerns === 'general' ? ['general-report'] : ['compliance-cycle'];
}

const act = (name: string): Act => letIn({ id: '1', do: name, by: 'city/a', at: 0, with: {} });
/** What is over refuses what it would answer as over, and what it does not know as unknown. */
const overBefore = { published: {}, closed: {}, terms: {} };
const knownToAuctions = (name: string): boolean => {
  const answer = onAuctionAct(overBefore as unknown as Auction, act(name));
  return 'refused' in answer && answer.refused === 'right-lapsed';
};
const knownToTheCity = (name: string): boolean => {
  const answer = onCityAct(overBefore as unknown as CityCycle, act(name));
  return 'refused' in answer && answer.refused === 'cycle-closed';
};
const knownToAlarms = (name: string): boolean => {
  const answer = onAlarmAct(blankAlarms(), act(name));
  return 'refused' in answer && answer.refused === 'bad-input';
};

/** Whether whatever an act goes to has an answer to it. */
const isAnswered = (one: ActDefinition): boolean => {
  // an announcement opens the case that the others go to: the desk decides it
  if (one.case === 'auction') return one.name === 'announce-auction' || knownToAuctions(one.name);
  if (one.concerns === 'alarms') return knownToAlarms(one.name);
  if (one.concerns === 'register') return knownToTheCity(one.name);
  return (one.concerns !== 'city' || knownToTheCity(one.name)) && kindsOf(one).every((kind) => answers(kind, one.name));
};

const namesWhere = (wrong: (one: ActDefinition) => boolean): string[] => definitions.filter(wrong).map(({ name }) => name);

describe('one vocabulary: an act is known once', () => {
  it('every act has a file of its name, and every file an act', () => {
    expect(files.map((file) => basename(file, '.ts')).sort()).toEqual(Object.keys(VOCABULARY).sort());
    const misnamed = files.filter((file) => /\bname: '([a-z-]+)'/.exec(read(file))?.[1] !== basename(file, '.ts'));
    expect(misnamed).toEqual([]);
  });

  it('every act stands in the vocabulary under its own name', () => {
    expect(Object.entries(VOCABULARY).flatMap(([name, one]) => (one.name === name ? [] : [name]))).toEqual([]);
  });

  it('every act has words in both languages, which no other act has', () => {
    expect(namesWhere(({ words: { zh, en } }) => !han.test(zh) || han.test(en) || !/^[a-z]/.test(en))).toEqual([]);
    const said = definitions.flatMap(({ words }) => [words.zh, words.en]);
    expect(said.filter((word, at) => said.indexOf(word) !== at)).toEqual([]);
  });

  it('every act has an answer in each case that it goes to', () => {
    expect(namesWhere((one) => !isAnswered(one))).toEqual([]);
  });

  it('what is answered nowhere would be found', () => {
    expect([knownToAuctions('allocate'), knownToTheCity('allocate'), knownToAlarms('allocate')]).toEqual([false, false, false]);
    expect(answers('monthly-evidence', 'allocate')).toBe(false);
  });

  it('the city decides by two people and nobody else does', () => {
    expect(namesWhere(({ party, twoPeople }) => (party === 'city') !== (twoPeople === true))).toEqual([]);
  });

  it('a unit’s acts bear its seal, all but the four that a filer may do; of others’, what a verifier signs its own', () => {
    const unsealed = namesWhere(({ party, seal }) => party === 'unit' && !seal);
    expect(unsealed.sort()).toEqual(['answer-query', 'appoint-verifier', 'engage-verifier', 'submit-monthly-evidence']);
    expect(namesWhere(({ party, seal }) => party !== 'unit' && seal === true).sort()).toEqual([
      'issue-verification-report',
      'submit-verifier-filing',
    ]);
  });

  it('what an act brings is read by its name, never by a cast', () => {
    const code = codeOf('domain', 'desk', 'acts', 'simulator');
    expect(code.length).toBeGreaterThan(100);
    expect(code.filter((file) => read(file).includes('as unknown as'))).toEqual([]);
    const readers = [...code, ...codeOf('records')];
    expect(readers.filter((file) => /\b(act|asked|parsed|brought)\.with as\b/.test(read(file)))).toEqual([]);
  });

  it('one function takes an act as what its name says', () => {
    expect(code().filter((file) => /\bas (Act|ParsedAct)\b(?!<)/.test(read(file)))).toEqual(['domain/model/step.ts']);
  });
});

const code = (): string[] =>
  codeOf('domain', 'desk', 'acts', 'records', 'workflows', 'activities', 'simulator', 'city', 'client');
