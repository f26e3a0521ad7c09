import type { AccountEffect, Claim } from '../../domain/model/step.js';
import { after, stepOf } from '../records/steps.js';

/** What is owed on the day after the deadline of 2024, nothing of it surrendered. */
export const claimOf = (obligation: string, more: Partial<Claim> = {}): Claim => ({
  obligation,
  confirmed: obligation,
  surrendered: { allowances: '0', offsets: '0', outside: '0' },
  on: '2024-11-16',
  share: '0.05',
  outsideShare: '0.025',
  oldRecordedUpTo: '2017-03-14',
  oldUsableTo: '2024-12-31',
  deadline: '2024-11-15',
  ...more,
});

export const collecting = (claim: Claim): AccountEffect => ({
  kind: 'collect',
  claim,
  rectificationDueOn: '2024-11-29',
  name: '示例',
});

/** The step that collects 100 t. */
export const collection = stepOf('at:1', after(9), [collecting(claimOf('100'))], { type: 'collection-run' });
