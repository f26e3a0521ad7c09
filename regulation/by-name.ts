import { z } from 'zod';

/** `__proto__` is no name: zod passes over it in a record without a word, and what stands under it would be lost. */
const PASSED_OVER = '__proto__';

const sayIt = (said: unknown, context: z.core.$RefinementCtx): unknown => {
  if (typeof said === 'object' && said !== null && Object.hasOwn(said, PASSED_OVER))
    context.issues.push({ code: 'unrecognized_keys', keys: [PASSED_OVER], input: said as Record<string, unknown> });
  return said;
};

/** Something from outside under names that are free. What is read of it by a name from outside: `own`, in domain/model/own.ts. */
export const byName = <K extends z.core.$ZodRecordKey, V extends z.ZodType>(name: K, value: V) =>
  z.preprocess(sayIt, z.record(name, value));

/** Something from outside under some of the names that there are. */
export const bySomeOf = <K extends z.core.$ZodRecordKey, V extends z.ZodType>(names: K, value: V) =>
  z.preprocess(sayIt, z.partialRecord(names, value));
