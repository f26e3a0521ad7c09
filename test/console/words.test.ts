import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../console/event-words.js';
import { fieldSaid, valueSaid } from '../../console/field-said.js';
import { FIELD_WORDS } from '../../console/field-words.js';
import { VALUE_WORDS } from '../../console/value-words.js';
import { fieldsOf, type Field } from '../../console/propose/fields.js';
import { stateSaid } from '../../console/words.js';
import { citeSaid, parameterSaid, valueOf } from '../../console/parameter-words.js';
import { actorNamed, partyNamed } from '../../console/who.js';
import { PEOPLE_ACTS } from '../../desk/people-acts.js';
import { VOCABULARY } from '../../acts/vocabulary.js';
import type { Json } from '../../domain/model/json.js';
import { rulebookNamed } from '../../regulation/named.js';
import { readingInChinese } from '../../regulation/readings.js';
import { DUTY_FACTS } from '../../views/duty-facts.js';
import { explain, type Explained } from '../../views/explain.js';
import { play } from '../../simulator/simulate.js';
import { readScenario } from '../../simulator/scenario.js';
import { scenarioNames } from '../scenario/play.js';

const SCENARIOS = fileURLToPath(new URL('../scenarios/', import.meta.url));
const visit = { say: (zh: string) => zh };

/** Numbers of a public key and names of what a party itself enters are called so everywhere. */
const isOwnName = (name: string): boolean => ['e', 'n', 'x', 'y'].includes(name);

const inside = (field: Field): readonly Field[] => {
  if (field.as === 'group') return field.fields;
  if (field.as === 'rows') return inside({ ...field.row, name: field.name });
  return field.as === 'variants' ? [...field.variants.values()].flat() : [];
};
const allOf = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...allOf(inside(field))]);
const FIELDS = [...Object.keys(VOCABULARY), ...Object.keys(PEOPLE_ACTS)].flatMap((act) => allOf(fieldsOf(act)));

const namesIn = (value: Json | undefined): string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
};

/** What a page opens, as far as the rulebook has it; reminders are told elsewhere. */
const explainedIn = (book: string, what: string): readonly Explained[] => {
  const rulebook = rulebookNamed(book);
  const duty = DUTY_FACTS.some((one) => one.duty === what) || what === 'obligation';
  const { parameters = [] } = (duty ? explain(rulebook, what) : {}) as { readonly parameters?: readonly Explained[] };
  return parameters.filter(({ name }) => !name.startsWith('reminders.'));
};

describe('front.md 7 — a page in Chinese has no word of the program in it', () => {
  const events = scenarioNames().flatMap((name) =>
    play(readScenario(join(SCENARIOS, `${name}.yaml`))).units.flatMap(({ cases }) => cases.flatMap((one) => one.events)),
  );

  it('every event that any scenario brings has its words', () => {
    expect([...new Set(events.map(({ type }) => type))].filter((type) => !EVENTS[type])).toEqual([]);
  });

  it('so has every field of every act and event', () => {
    const names = new Set([...FIELDS.map(({ name }) => name), ...events.flatMap((one) => namesIn(one.with))]);
    const wordless = [...names].filter((name) => !isOwnName(name) && fieldSaid(visit, name) === name);
    expect(wordless.sort()).toEqual([]);
  });

  it('and every value that may be chosen', () => {
    const chosen = FIELDS.flatMap((field) =>
      field.as === 'choice' ? field.options.map((one) => [field.name, one] as const) : [],
    );
    // curves and uses of a public key are called so everywhere
    const wordless = chosen.filter(
      ([name, one]) => !['crv', 'use'].includes(name) && valueSaid(visit, name, one) === one && stateSaid(visit, one) === one,
    );
    expect(wordless).toEqual([]);
    for (const [zh, en] of [...Object.values(VALUE_WORDS), ...Object.values(FIELD_WORDS)]) expect(zh).not.toBe(en);
  });

  it('nor has what opens at a date or a number: names, values, units and readings of the rulebook', () => {
    const duties = DUTY_FACTS.map(({ duty }) => duty);
    const opened = ['2022', '2022.r2', '2022.r3', '2024'].flatMap((book) =>
      [...duties, 'obligation', 'surrender', 'collection'].flatMap((what) => explainedIn(book, what)),
    );
    expect(opened.length).toBeGreaterThan(30);
    const wordless = opened.flatMap((one) => [
      ...(parameterSaid(visit, one.name) === one.name ? [one.name] : []),
      ...(/[a-z]/i.test(valueOf(visit, one)) ? [valueOf(visit, one)] : []),
      ...(one.reading !== undefined && readingInChinese(one.reading) === undefined ? [one.reading] : []),
      ...(/[a-z]/.test(citeSaid(one.cite)) ? [citeSaid(one.cite)] : []),
    ]);
    expect([...new Set(wordless)]).toEqual([]);
  });

  it('who acted is called by what they are', () => {
    expect(['platform', 'city/a', 'chaoyang/p-0007', 'BJ-0001'].map((one) => actorNamed(visit, one))).toEqual([
      '管理平台',
      '市生态环境部门（a）',
      '朝阳区生态环境局（p-0007）',
      'BJ-0001',
    ]);
    expect(partyNamed(visit, 'V-01')).toBe('V-01');
  });

  it('what somebody typed is shown as they typed it, whatever it is', () => {
    for (const typed of ['constructor', '__proto__', '2024-11-15', '98000'])
      expect([valueSaid(visit, 'basis', typed), stateSaid(visit, typed), fieldSaid(visit, typed)]).toEqual([typed, typed, typed]);
  });
});
