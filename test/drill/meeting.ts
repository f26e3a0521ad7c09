import { parseScenario, type Scenario } from '../../simulator/scenario.js';

/** Key units with 700 t of 2022 and 200 t of 2021 each, and whatever is to meet. */
export const scenarioOf = (from: string, until: string, units: readonly string[], acts: string): Scenario =>
  parseScenario(
    `
name: an interleaving
cycle: 2024
from: ${from}
until: ${until}
units:
${units
  .map(
    (id) =>
      `  - { id: ${id}, name: 示例单位, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true },
      holdings: [ { product: allowance, vintage: 2022, quantity: '700' }, { product: allowance, vintage: 2021, quantity: '200' } ] }`,
  )
  .join('\n')}
acts:
${acts}
revisions:
  - { revision: 2, basis: 通告, deadlines: { surrender: 2024-11-29 } }
`,
    'an interleaving',
  );

/** A confirmation well before the deadline, ten working days and more. */
export const confirmed = (id: string, tonnes: string): string =>
  `  - { on: 2024-10-28, by: city/a, approvedBy: city/b, do: confirm-emissions, for: ${id}, with: { emissions: '${tonnes}', basis: 核查报告 } }`;
