import { z } from 'zod';
import { define } from '../definition.js';
import { alarmNumber, text } from '../shapes.js';

/** 解除警报: what an alarm of the checker held up goes on. */
export const releaseAlarm = define({
  name: 'release-alarm',
  words: { zh: '解除警报', en: 'release an alarm' },
  party: 'city',
  concerns: 'alarms',
  twoPeople: true,
  operator: 'proposes',
  with: z.strictObject({ alarm: alarmNumber, reason: text }),
});
