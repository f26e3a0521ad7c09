import { z } from 'zod';
import { RESENDABLE } from '../../domain/acts/resending.js';
import type { CaseKind } from '../../domain/model/case.js';
import type { Json } from '../../domain/model/json.js';
import { alarmNumber, basis, day, expressly, name, text } from './shapes.js';
import type { Vocabulary } from './vocable.js';

/** A duty of one month belongs to the unit's evidence, any other to the case in which the unit is judged. */
const caseOfDuty = (brings: Json): CaseKind | undefined => {
  const { duty } = brings as { readonly duty?: string };
  return duty !== undefined && /^monthly-/.test(duty) ? 'monthly-evidence' : undefined;
};

/** What the city's operators do by hand: recorded acts with a reason, one officer by another's approval. */
export const operatorActs: Vocabulary = {
  'extend-deadline': {
    party: 'city',
    concerns: 'any',
    case: caseOfDuty,
    with: z.strictObject({ duty: name, dueOn: day, basis, expressly }),
  },
  'resend-mail': {
    party: 'city',
    concerns: 'any',
    case: caseOfDuty,
    with: z.strictObject({ template: z.enum(RESENDABLE), duty: name.optional(), basis }),
  },
  'close-cycle': { party: 'city', concerns: 'city', with: z.strictObject({ basis }) },
  'close-case': { party: 'city', concerns: 'any', everyCase: true, with: z.strictObject({ basis }) },
  'release-alarm': { party: 'city', concerns: 'alarms', with: z.strictObject({ alarm: alarmNumber, reason: text }) },
};
