import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Desk } from '../../desk/desk.js';
import { Front, type Wish } from '../../desk/front.js';
import type { Caller } from '../../parties/caller.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Terms } from '../../domain/model/terms.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';
import { claimPlatform } from '../../records/platform.js';
import { inTheBook } from './callers.js';

const officers = new Map<string, Caller>();
const cityOfficer = (letter: string): Caller => officers.get(letter) as Caller;
const JUNE = instantOf('2025-06-10', '10:00:00');
const SCENARIO = parseScenario(
  `
name: a cycle begins while the one before it is not settled
cycle: 2024
from: 2025-06-10
until: 2025-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang, holdings: [{ product: allowance, vintage: 2023, quantity: '500' }] }
  - { id: BJ-0002, kind: key, district: chaoyang }
`,
  'two cycles',
);
/** As if the next notice said the same with every date a year later; its text is not in hand. */
const aYearLater = (terms: Terms): Terms => {
  const dates = Object.fromEntries(Object.entries(terms.dates).map(([duty, day]) => [duty, day.replace('2024', '2025')]));
  return { ...terms, cycle: 2025, emissionYear: 2024, evidenceYear: 2025, dates: dates as Terms['dates'] };
};

const UNITS = ['BJ-0001', 'BJ-0002'];

let theatre: Theatre;
let front: Front;

/** Both cycles of both units, by a clock that stands in June of 2025. */
beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  const options = { book, client, taskQueue, prefix, patienceMs: 100_000 };
  const desk = new Desk({ ...options, cycle: 2024, register: { units: new Map() } });
  const clock = { wall0: Date.now(), business0: JUNE };
  for (const opening of opensOf(SCENARIO)) {
    await desk.open(opening, clock);
    const later = { ...opening, id: opening.id.replace('2024/', '2025/'), terms: aYearLater(opening.terms), holdings: [] };
    await desk.open(later, clock);
  }
  front = new Front(options);
  await claimPlatform(book.pool, 'rehearsal');
  for (const letter of ['a', 'b', 'c']) officers.set(letter, await inTheBook(book, `city/${letter}`));
});
afterAll(() => theatre.close());

const typesOf = async (caseId: string): Promise<string[]> =>
  ((await theatre.book.readCase(caseId))?.events ?? []).map(({ type }) => type);
const refusalOf = async (caller: Caller, wish: Wish) => {
  const reply = await front.submit(caller, wish);
  return reply.state === 'refused' ? reply.refusal : reply.state;
};
const decided = async (wish: Wish): Promise<void> => {
  const reply = await front.submit(cityOfficer('a'), wish);
  if (reply.state !== 'proposed') throw new Error(JSON.stringify(reply));
  const shown = await front.approvals.read(reply.approval);
  if (isRefusal(shown) || shown.previewDigest === undefined) throw new Error(JSON.stringify(shown));
  const said = { request: reply.approval, previewDigest: shown.previewDigest };
  expect(await front.approve(cityOfficer('b'), reply.approval, said)).toMatchObject({ outcome: { state: 'decided' } });
};

describe('D8 — 2025 beside 2024, on running cases', () => {
  it('a month goes to the cycle that takes its evidence, without being told', async () => {
    const brings = { electricityMWh: '1', fuels: [], files: [] };
    for (const [month, cycle, other] of [
      ['2025-05', '2025', '2024'],
      ['2024-12', '2024', '2025'],
    ] as const) {
      const wish = { do: 'submit-monthly-evidence', with: { ...brings, month } };
      expect(await refusalOf(await inTheBook(theatre.book, 'BJ-0001'), wish)).toBe('decided');
      const filed = async (of: string) =>
        ((await theatre.book.readCase(`${of}/BJ-0001/monthly-evidence`))?.events ?? []).some(
          ({ duty, turns }) => duty === `monthly-evidence/${month}` && turns === 'done',
        );
      expect([await filed(cycle), await filed(other)]).toEqual([true, false]);
    }
  });

  it('a penalty names its cycle, and lands there; without it nothing is done', async () => {
    const wish = { do: 'decide-penalty', for: 'BJ-0001', with: { amount: '1000', basis: '处罚决定' } };
    expect(await refusalOf(cityOfficer('a'), wish)).toMatchObject({ refused: 'bad-input', path: ['cycle'] });
    await decided({ ...wish, cycle: 2024 });
    expect(await typesOf('2024/BJ-0001/compliance-cycle')).toContain('penalty-decided');
    expect(await typesOf('2025/BJ-0001/compliance-cycle')).not.toContain('penalty-decided');
  });

  it('the same act of both cycles may be proposed at once, of one cycle once', async () => {
    const wish = { do: 'confirm-emissions', for: 'BJ-0002', with: { emissions: '10', basis: '依据' } };
    await decided({ ...wish, cycle: 2024 });
    expect((await front.submit(cityOfficer('a'), { ...wish, cycle: 2025 })).state).toBe('proposed');
    expect(await refusalOf(cityOfficer('c'), { ...wish, cycle: 2025 })).toMatchObject({ refused: 'already-proposed' });
    expect(await typesOf('2025/BJ-0002/compliance-cycle')).not.toContain('emissions-confirmed');
  });

  it('a trade names none: both events stand in the newest cases, which keep the accounts', async () => {
    const exchange = await inTheBook(theatre.book, 'exchange');
    const [from, to] = UNITS;
    const wish = { do: 'settle-trade', with: { from: from ?? '', to: to ?? '', quantity: '10', price: '100' } };
    expect(await refusalOf(exchange, wish)).toBe('decided');
    expect(await typesOf('2025/BJ-0001/compliance-cycle')).toContain('allowances-sold');
    expect(await typesOf('2025/BJ-0002/compliance-cycle')).toContain('allowances-bought');
    expect(await typesOf('2024/BJ-0001/compliance-cycle')).not.toContain('allowances-sold');
  });
});
