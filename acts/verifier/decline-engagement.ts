import { z } from 'zod';
import { define } from '../definition.js';
import { text } from '../shapes.js';

/** 不接受委托, or stepping back from it before a report is issued. */
export const declineEngagement = define({
  name: 'decline-engagement',
  words: { zh: '不接受委托或者退出核查', en: 'decline an engagement' },
  party: 'verifier',
  concerns: 'key',
  case: 'verification',
  heardBy: ['compliance-cycle'],
  with: z.strictObject({ reason: text }),
});
