import fc from 'fast-check';
import { expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../domain/model/refusal.js';
import { play } from '../../simulator/simulate.js';
import { randomScenario } from './scenarios.js';

/** What a sample of random years must come to, or the driver proves less than it seems to. */
const HAPPENS = [
  ...['first-report-filed', 'data-quality-plan-filed', 'verified-report-filed', 'general-report-filed', 'monthly-evidence-filed'],
  ...['first-check-passed', 'first-check-returned', 'monthly-check-passed', 'monthly-check-returned', 'general-check-returned'],
  ...[
    'verifier-appointed',
    'appointment-lapsed',
    'verifier-struck-off',
    'verifier-assessed',
    'spot-checked',
    'expert-meeting-held',
  ],
  ...[
    'adjustment-applied-for',
    'adjustment-accepted',
    'adjustment-rejected',
    'pre-allocated',
    'emissions-confirmed',
    'allocated',
  ],
  ...[
    'offsets-applied-for',
    'offsets-accepted',
    'offsets-rejected',
    'surrendered',
    'collected',
    'nothing-to-collect',
    'lots-expired',
  ],
  ...['rectification-opened', 'rectification-closed', 'referral-opened', 'referral-closed', 'penalty-decided', 'right-lapsed'],
  ...['emissions-corrected', 'allocation-corrected', 'given-back', 'collection-reopened', 'taken-back', 'movement-reversed'],
  ...['allowances-sold', 'allowances-bought', 'auction-credited', 'cancelled', 'account-frozen', 'account-unfrozen'],
  ...['unit-left', 'unit-merged', 'district-moved', 'no-longer-due', 'revision-adopted', 'date-moved', 'deadline-extended'],
  ...['deadline-shortened', 'order-issued'],
  ...['mail-resent', 'case-closed', 'case-reopened', 'overdue', 'reminded', 'returned', 'overtaken', 'check-window-opened'],
];
/** What only the desk says, of requests: no scenario comes to it. */
const AT_THE_DESK = ['too-large', 'too-many', 'id-used', 'unknown-district'];
/** What only proposals come to. */
const OF_PROPOSALS = ['unknown-approval', 'same-person', 'two-requests', 'lapsed', 'already-proposed', 'moved', 'rehearsal-over'];
/** What only an auction refuses. */
const OF_AUCTIONS = ['unknown-auction', 'commitment-mismatch', 'insufficient-cover'];
/** What only a cycle known in part refuses; the random years are of 2024. */
const OF_SKETCHES = ['not-known'];
/** What is said of documents and seals; their own tests come to each. */
const OF_DOCUMENTS = ['unknown-document', 'unknown-file', 'document-required', 'document-changed', 'seal-invalid'];
/** What is said of people, whom no scenario knows. */
const OF_PEOPLE = ['unknown-person', 'unknown-verifier', 'not-signed-in', 'same-person', 'step-up-required'];
const YEARS = 250;
const SEED = 20_240_510;

it(`${String(YEARS)} random years come to everything that can happen, and are refused for every reason there is`, () => {
  const years = fc.sample(randomScenario, { numRuns: YEARS, seed: SEED }).map(play);
  const types = new Set(
    years.flatMap(({ units }) => units.flatMap(({ cases }) => cases.flatMap(({ events }) => events.map(({ type }) => type)))),
  );
  const codes = new Set(years.flatMap(({ refusals }) => refusals.map(({ refusal }) => refusal.refused)));
  expect(HAPPENS.filter((type) => !types.has(type))).toEqual([]);
  const beside = [...OF_AUCTIONS, ...OF_SKETCHES, ...OF_PEOPLE, ...OF_DOCUMENTS, ...OF_PROPOSALS, ...AT_THE_DESK];
  expect(REFUSAL_CODES.filter((code) => !codes.has(code) && !beside.includes(code))).toEqual([]);
});
