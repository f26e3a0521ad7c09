import { isoOf, type Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';

/** The answer to an act about cases of a demonstration that has been played to its end. */
export const rehearsalOver = (units: readonly string[], now: Instant): Refusal =>
  refuse(
    'rehearsal-over',
    `演示已于 ${isoOf(now)} 结束，${units.join('、')} 不再受理事项；可用 luyue register import 开立自己的案件，或另建目录重新演示`,
    `the demonstration ended at ${isoOf(now)}, and ${units.join(', ')} take no more acts: open cases of your own with luyue register import, or start it anew in another folder`,
  );
