import type { Case } from '../model/case.js';
import type { Act } from '../model/step.js';
import { decided } from '../duties/deciding.js';
import type { Taken } from '../duties/filing.js';

/** 五(二)「对未按规定报送……和逾期未清缴的碳排放单位，将依法处理」: people decide; the platform only proposes and records. */
export const decidePenalty = (c: Case, act: Act): Taken => decided(c, act, 'penalty-decided', '行政处罚');
