import type { z } from 'zod';

/** A variable of the environment is missing, or says what it cannot mean. */
export class EnvironmentError extends Error {
  constructor(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) {
    const wrong = issues.map(({ path, message }) => `  ${path.map(String).join('.')}: ${message}`);
    super(`环境变量缺失或有误 · variables of the environment are missing or wrong:\n${wrong.join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/** Settings as somebody meant them: compose and shells hand on what is not set as an empty text. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''));

/** Reads settings from the environment. Throws an EnvironmentError with every variable that is missing or wrong, never with what it says. */
export function settingsIn<T>(shape: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const read = shape.safeParse(withoutEmpty(env));
  if (!read.success) throw new EnvironmentError(read.error.issues);
  return read.data;
}
