import { statSync } from 'node:fs';
import { z } from 'zod';

/** What is wrong with a setting, as `中文 / English`; what a schema says of itself is English alone. */
export function inBothLanguages(message: string): string {
  if (/\p{Script=Han}/u.test(message)) return message;
  return message.includes('received undefined') ? '须设置 / must be set' : `写法不对 / ${message}`;
}

/** A variable of the environment is missing, or says what it cannot mean. */
export class EnvironmentError extends Error {
  constructor(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) {
    const wrong = issues.map(({ path, message }) => `  ${path.map(String).join('.')}: ${inBothLanguages(message)}`);
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

/** A number as people write one, with its bounds: `0x10`, `1e3` and `5s` are none. */
const written = (text: z.ZodString, least: number, most: number, because: string) =>
  text.transform(Number).refine((value) => value >= least && value <= most, because);

/** A whole number within bounds; `usual` where nothing is said. */
export function whole(usual: number, { least = 1, most = 1_000_000 }: { readonly least?: number; readonly most?: number } = {}) {
  const [from, to] = [String(least), String(most)];
  const because = `须为 ${from} 至 ${to} 的整数 / must be a whole number, ${from} to ${to}`;
  return written(z.string().regex(/^\d{1,9}$/, because), least, most, because).default(usual);
}

/** Shorter than that nothing answers. */
const LEAST_MS = 100;
const DAY_SECONDS = 86_400;

/** A span of time, given in seconds; 0 only where it means something. */
export function secondsAs(least = LEAST_MS / 1_000) {
  const [from, to] = [String(least), String(DAY_SECONDS)];
  const because = `须为 ${from} 至 ${to} 的秒数，不写单位 / must be a number of seconds without a unit, ${from} to ${to}`;
  return written(z.string().regex(/^\d{1,5}(\.\d{1,3})?$/, because), least, DAY_SECONDS, because);
}

/** Files that are read once something is asked for: named wrongly, they are missed when it is too late. */
export const readableFile = z.string().refine((path) => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}, '须指向现有的文件 / must name a file that is there');
