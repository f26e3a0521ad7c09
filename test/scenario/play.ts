import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'yaml';
import { simulate } from '../../simulator/simulate.js';
import { readScenario } from '../../simulator/scenario.js';
import { compare, type Difference } from './compare.js';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
const expectationEnding = '.expect.yaml';

/** The names of all scenarios that have an expectation beside them. */
export const scenarioNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(expectationEnding))
    .map((file) => file.slice(0, -expectationEnding.length))
    .sort();

/** The scenario files that nobody expects anything of: there should be none. */
export const scenariosWithoutExpectation = (): string[] => {
  const expected = new Set(scenarioNames());
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !file.endsWith(expectationEnding))
    .map((file) => file.slice(0, -'.yaml'.length))
    .filter((name) => !expected.has(name));
};

const scenarioPath = (name: string): string => join(folder, `${name}.yaml`);

/** The outcome of a scenario as the JSON document that `luyue drill --simulate --json` prints, parsed again. */
export const play = (name: string, options: { units?: number } = {}): unknown => {
  const outcome: unknown = JSON.parse(JSON.stringify(simulate(readScenario(scenarioPath(name), options))));
  return outcome;
};

/** What must come out of a scenario. */
const expectation = (name: string): unknown => parse(readFileSync(join(folder, name + expectationEnding), 'utf8'));

const say = (name: string, { path, expected, got }: Difference): string =>
  `${name} › ${path}\n      expected ${expected}\n      got      ${got}`;

/** Every difference between what must come out of a scenario and what does, a line group each; none if it is as expected. */
export const differences = (name: string, outcome: unknown): string[] =>
  compare('', expectation(name), outcome).map((difference) => say(name, difference));
