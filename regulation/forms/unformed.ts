import type { Rulebook } from '../../domain/model/rulebook.js';
import { datedBy, isFurther } from '../../domain/model/terms.js';
import { formOfFiling } from './load.js';

/** 另行报送 of a cycle that no form asks for, by the notice's own names: in service nobody could file them. */
export const filingsWithoutForm = ({ cycle, parameters }: Rulebook, folder?: string): readonly string[] =>
  Object.keys(parameters)
    .map((name) => datedBy(name) ?? '')
    .filter(isFurther)
    .filter((duty) => {
      const [kind, filing = ''] = duty.split('/');
      const act = kind === 'verifier-filing' ? 'submit-verifier-filing' : 'submit-further-filing';
      return formOfFiling(act, filing, cycle, folder) === undefined;
    });
