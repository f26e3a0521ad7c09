import { z } from 'zod';
import { define } from '../definition.js';
import { basis, measured } from '../shapes.js';

/** 四(二): what experts found after a spot check that differs too much. */
export const recordExpertMeeting = define({
  name: 'record-expert-meeting',
  words: { zh: '登记专家评审意见', en: 'record an expert meeting' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ emissions: measured.optional(), opinion: basis }),
});
