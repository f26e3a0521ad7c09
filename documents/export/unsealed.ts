import { VOCABULARY } from '../../acts/vocabulary.js';

/** The forms of acts that bear no seal: nothing is signed, and the receipt vouches for what was filed. */
export const UNSEALED: readonly string[] = Object.values(VOCABULARY).flatMap(({ form, seal }) =>
  form === undefined || seal === true ? [] : [form],
);
