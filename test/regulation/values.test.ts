import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../regulation/load.js';

/** Typed by hand from the notice and from our reading of it: never from the file that it checks. */
const DECIDED: Record<string, string> = {
  'green-electricity.factor': '0',
  'allocation.surplus-limit': '0.20',
  'offsets.carbon-inclusive': 'usable-once-issued',
  'first-report.due': '2024-06-15',
  'monthly-evidence.window': '20',
  'monthly-check.window': '10',
  'general-report.due': '2024-07-15',
  'general-check.window': '30',
  'verified-report.due': '2024-07-15',
  'first-check.window': '10',
  'adjustment-application.due': '2024-07-15',
  'confirmation.due': '2024-09-15',
  'pre-allocation.due': '2024-07-15',
  'final-allocation.due': '2024-09-15',
  'surrender.due': '2024-11-15',
  'offsets.share': '0.05',
  'offset-application.due': '2024-10-15',
  'offsets.old-recorded-up-to': '2017-03-14',
  'offsets.old-usable-to': '2024-12-31',
  'collection.happens': 'after-surrender-due',
  'filing.seal': 'required',
  'spot-check.tonnes': '1000',
  'spot-check.share': '0.10',
};
const POLICY: Record<string, string> = {
  'emissions.rounding': 'hundredths-half-up',
  'allocation.rounding': 'whole-half-up',
  'deadline.day': 'included',
  'deadline.roll': 'none',
  'reminders.at': '09:00:00',
  'reminders.annual': '30,7,1',
  'reminders.monthly': '5,1',
  'reminders.authority': '3,1',
  // what the platform holds in every cycle: policies.yaml
  'approval.lapse': '10',
  'approval.reminders': '1,3',
  'bounds.years-ahead': '1',
  'collection.borrowing': 'none',
  'seal.witness': 'embedded,rehearsal',
  'check.late-filing': 'from-filing',
  'data-quality-plan.with': 'first-report',
  'surrender.after-confirmation': '10',
  'verification.answer-window': '5',
  'verification.reminders': '14,7,3',
  'verification.same-verifier': '3',
  'obligation.rounding': 'whole-up',
  'offsets.rounding': 'whole-down',
  'collection.order': 'expiring-allowances-offsets',
  'plausibility.jump-share': '0.50',
  'plausibility.year-jump-share': '0.50',
  'plausibility.annual-share': '0.01',
  'plausibility.slip-factors': '10,100,1000,10000',
  'plausibility.slip-tolerance': '0.20',
  'plausibility.heat-slip-factors': '278',
};
const EXPECTED: Record<string, string> = {
  'emissions.formula': 'activity × ncv × carbon-content × oxidation × co2-to-carbon',
  'emissions.co2-mass': '44',
  'emissions.carbon-mass': '12',
  'fuel.natural-gas.ncv': '389.31',
  'fuel.natural-gas.carbon-content': '15.3',
  'fuel.natural-gas.oxidation': '0.99',
  'fuel.gasoline.ncv': '43.070',
  'fuel.gasoline.carbon-content': '18.9',
  'fuel.gasoline.oxidation': '0.98',
  'fuel.diesel.ncv': '42.652',
  'fuel.diesel.carbon-content': '20.2',
  'fuel.diesel.oxidation': '0.98',
  'fuel.lpg.ncv': '50.179',
  'fuel.lpg.carbon-content': '17.2',
  'fuel.lpg.oxidation': '0.98',
  'fuel.kerosene.ncv': '43.070',
  'fuel.kerosene.carbon-content': '19.5',
  'fuel.kerosene.oxidation': '0.98',
  'fuel.fuel-oil.ncv': '41.816',
  'fuel.fuel-oil.carbon-content': '21.1',
  'fuel.fuel-oil.oxidation': '0.98',
  // in policies.yaml: what an application for an adjustment is compared with
  'adjustment.facility-share': '0.20',
  'adjustment.facility-tonnes': '5000',
  'adjustment.base-year-swing': '0.20',
  'electricity.factor': '0.604',
  'heat.factor': '0.11',
  'allocation.formula': 'parts-plus-new-minus-deductions',
  'confirmation.binding': 'spot-checked-else-verified',
  'pre-allocation.share': '0.70',
  'pre-allocation.condition': 'settled-and-not-newly-listed',
  'true-up.rule': 'issue-or-take-back',
  'auction.clearing': 'uniform-lowest-accepted',
  'auction.key-share': '0.15',
  'auction.voluntary-share': '0.03',
  'auction.voluntary-total-share': '0.20',
  'auction.floor-multiple': '1.0',
  'offsets.outside-share': '0.025',
  'rating.minimum-reports': '5',
  'rectification.window': '10',
  'penalty.min-multiple': '3',
  'penalty.max-multiple': '5',
  'missing-report.max-fine': '50000',
};
const PLACEHOLDER: Record<string, string> = {
  'benchmark.heat': '0.0631',
  'allocation.limit-formula': 'within-share-of-confirmed',
  'adjustment.amount': 'as-decided',
};

const book = loadRulebook(2024);
const valuesOf = (status: string): Record<string, string> =>
  Object.fromEntries(
    Object.values(book.parameters).flatMap((one) => (one.status === status ? [[one.name, String(one.value)]] : [])),
  );

describe('京环发〔2024〕8号 › every value, and how sure it is', () => {
  it('decided by the text in hand', () => expect(valuesOf('decided')).toEqual(DECIDED));
  it('our policy', () => expect(valuesOf('policy')).toEqual(POLICY));
  it('expected: published elsewhere', () => expect(valuesOf('expected')).toEqual(EXPECTED));
  it('placeholder: an annex is missing', () => expect(valuesOf('placeholder')).toEqual(PLACEHOLDER));
  it('nothing of the notice of 2024 is called not known', () => expect(book.unknown).toEqual({}));
});
