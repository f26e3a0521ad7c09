import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onAct, type Opening } from '../../domain/cases/case.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn } from '../../domain/model/step.js';
import { Book } from '../../records/book.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { verification, verificationNamed } from '../../views/verifications.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { SKIPPING } from '../records/steps.js';
import { PlayOnBook } from './play-on-book.js';

const unit = (id: string): string => `{ id: ${id}, kind: key, district: chaoyang }`;
const FILING = '{ emissions: "100", sealed: true, verifierReport: { verifier: V, sealed: true } }';
const yearOf = (cycle: number, acts: string): string => `
name: a year with a verifier
cycle: ${String(cycle)}
from: ${String(cycle)}-06-01
until: ${String(cycle)}-08-30
units:
  - ${unit('BJ-0001')}
  - ${unit('BJ-0002')}
acts:${acts}
`;

const SCORES = '{ management: "90", impartiality: "85", timeliness: "70", quality: "88" }';
const LAST = `
  - { on: 2024-06-10, by: BJ-0001, do: engage-verifier, with: { verifier: V-01 } }
  - { on: 2024-06-10, by: BJ-0002, do: engage-verifier, with: { verifier: V-01 } }
  - { on: 2024-06-11, by: V-01, do: accept-engagement, for: BJ-0001, with: { independence: 无利益关系 } }
  - { on: 2024-06-12, by: V-01, do: issue-verification-report, for: BJ-0001, with: { emissions: "100", sources: [{ source: 天然气, verified: "100" }], opinion: unqualified, sealed: true } }
  - { on: 2024-06-13, by: BJ-0001, do: submit-verified-report, with: ${FILING.replace('V,', 'V-01,')} }
  - { on: 2024-07-20, by: city/a, approvedBy: city/b, do: assess-verifier, for: BJ-0001, with: { verifier: V-01, scores: ${SCORES}, basis: 评估意见 } }`;

let database: TestDatabase;
let book: Book;
/** As if the notices of the years before had said the same, every date so many years earlier. */
const yearsBefore = (opening: Opening, cycle: number): Opening => {
  const { terms, id } = opening;
  const dates = Object.fromEntries(Object.entries(terms.dates).map(([duty, day]) => [duty, day.replace('2024', String(cycle))]));
  const theirs = { ...terms, cycle, dates: dates as typeof terms.dates };
  return {
    ...opening,
    id: id.replace('2024', String(cycle)),
    terms: theirs,
    opensAt: instantOf(`${String(cycle)}-06-01`, '00:00:00'),
  };
};

/** A year in which a unit named a verifier in the short form and filed its report. */
async function filedWith(verifier: string, opening: Opening): Promise<void> {
  await book.open(opening, SKIPPING);
  const filing = { emissions: '100', sealed: true, verifierReport: { verifier, sealed: true } };
  for (const [n, what] of (['appoint-verifier', 'submit-verified-report'] as const).entries()) {
    const c = (await book.run(opening.id))!.case;
    const asked = { do: what, by: c.unit.id, with: n === 0 ? { verifier } : filing };
    const id = `${opening.id}/${what}`;
    const cases = [{ case: c.id, role: 'decides' as const }];
    const stored = await book.store({ ...asked, asker: asked.by, id, asked: id, stamp: c.playedTo + 1_000, cases });
    const act = letIn({ ...asked, id: stored.act, at: stored.stamp });
    const step = onAct(c, act);
    if (isRefusal(step)) throw new Error(step.en);
    const answer = await book.post({
      caseId: c.id,
      unit: c.unit.id,
      seq: c.seq,
      head: c.head,
      step,
      district: c.unit.district,
      act,
    });
    if (!('head' in answer)) throw new Error(`${id}: ${JSON.stringify(answer)}`);
  }
}

beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url, { maxConnections: 2 });
  const scenario = parseScenario(yearOf(2024, LAST), 'verifiers of three years');
  const [one, two] = opensOf(scenario).filter(({ kind }) => kind === 'compliance-cycle');
  for (const cycle of [2022, 2023]) {
    await filedWith('V-01', yearsBefore(one!, cycle));
    await filedWith(cycle === 2022 ? 'V-02' : 'V-01', yearsBefore(two!, cycle));
  }
  await new PlayOnBook(book).play(scenario);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});
const shown = async (id: string) => verification(book, verificationNamed(id) ?? { cycle: 0, unit: '', verifier: '' });

describe('四(二) — what is known of a verifier besides', () => {
  it('three years in a row with the same one are a finding, two are none', async () => {
    expect((await shown('2024:BJ-0001:V-01'))?.findings).toEqual([{ finding: 'same-verifier', cycles: [2022, 2023, 2024] }]);
    expect((await shown('2024:BJ-0002:V-01'))?.findings).toEqual([]);
  });

  it('评估: the scores that the city gave it for this unit, criterion by criterion', async () => {
    expect((await shown('2024:BJ-0001:V-01'))?.scores).toMatchObject([
      { by: 'city/a', verifier: 'V-01', scores: { management: '90', impartiality: '85', timeliness: '70', quality: '88' } },
    ]);
    expect((await shown('2024:BJ-0002:V-01'))?.scores).toEqual([]);
  });

  it('a verifier that was named in the short form alone has no verification', async () => {
    expect(await shown('2023:BJ-0001:V-01')).toBeUndefined();
    expect(await shown('nothing')).toBeUndefined();
  });
});
