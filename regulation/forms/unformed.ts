import { datedBy, isFurther } from '../../domain/model/terms.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { formsOf } from './load.js';

/** 另行报送 of a cycle that no form asks for, by the notice's own names: in service nobody could file them. */
export function filingsWithoutForm({ cycle, parameters }: Rulebook, folder?: string): readonly string[] {
  const forms = formsOf(cycle, folder);
  return Object.keys(parameters)
    .map((name) => datedBy(name) ?? '')
    .filter(isFurther)
    .filter((duty) => {
      const [kind = '', filing] = duty.split('/');
      const act = kind === 'verifier-filing' ? 'submit-verifier-filing' : 'submit-further-filing';
      return !forms.some((form) => form.act === act && form.filing === filing);
    });
}
