import { z } from 'zod';
import { define } from '../definition.js';
import { basis, name } from '../shapes.js';

/** 主管区变更 (policy): another district checks the unit from now on. */
export const moveDistrict = define({
  name: 'move-district',
  words: { zh: '变更主管区', en: 'move a unit to another district' },
  party: 'city',
  concerns: 'any',
  everyCase: true,
  district: 'district',
  twoPeople: true,
  with: z.strictObject({ district: name, basis }),
});
