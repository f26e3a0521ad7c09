import { statSync } from 'node:fs';
import { z } from 'zod';
import { CALL_SETTINGS } from '../desk/call-time.js';
import { REACH_SETTINGS } from '../desk/reach/settings.js';
import { FILE_SETTINGS } from '../documents/files/settings.js';
import { STAMP_SETTINGS } from '../documents/time-stamps/settings.js';
import { address, DATABASE_ADDRESS, MAIL_ADDRESS, ORIGIN } from '../records/addresses.js';
import { inBothLanguages, readableFile } from '../records/environment.js';
import { LIMIT_SETTINGS } from '../records/limits.js';
import { UsageError } from './failure.js';

/** As short as HMAC-SHA256 allows: the worker asks for the same. */
const LEAST_SECRET = 32;
const folder = z
  .string()
  .refine(
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
    '须指向现有的目录 / must name a folder that is there',
  );
const port = z
  .string()
  .regex(
    /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
    '须为 1 至 65535 的端口 / must be a port, 1 to 65535',
  );
const web = address(/^https?:$/, 'https://luyue.example');

/** What the command line reads of the environment, where it is set. */
const SETTINGS = z
  .object({
    ...REACH_SETTINGS,
    ...FILE_SETTINGS,
    ...STAMP_SETTINGS,
    ...LIMIT_SETTINGS,
    ...CALL_SETTINGS,
    DATABASE_URL: DATABASE_ADDRESS,
    SMTP_URL: MAIL_ADDRESS,
    LUYUE_URL: web,
    LUYUE_ORIGIN: ORIGIN,
    LUYUE_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]+$/, '须为一个令牌，不含空格或换行 / must be one token, without spaces or line feeds'),
    LUYUE_REGULATION: folder,
    LUYUE_FONT: readableFile,
    LUYUE_SEAL_ROOTS: readableFile,
    LUYUE_WITNESS: readableFile,
    TSA_ROOTS: readableFile,
    WEBHOOK_SECRET: z
      .string()
      .min(LEAST_SECRET, `至少 ${String(LEAST_SECRET)} 个字符 / must have ${String(LEAST_SECRET)} characters at least`),
    LUYUE_TEMPORAL_PORT: port,
    LUYUE_UI_PORT: port,
    LUYUE_HTTP_PORT: port,
    LUYUE_METRICS_PORT: port,
    LUYUE_DATABASE_PORT: port,
    LUYUE_SMTP_PORT: port,
    LUYUE_MAILS_PORT: port,
    LUYUE_GATEWAY_PORT: port,
    LUYUE_INNER_PORT: port,
  })
  .partial();

/** Throws a UsageError that names the first variable which is none of what it is for. */
export function checkEnvironment(env: NodeJS.ProcessEnv): void {
  const read = SETTINGS.safeParse(env);
  const [first] = read.error?.issues ?? [];
  if (!first) return;
  const name = first.path.join('.');
  throw new UsageError(
    `环境变量 ${name} 有误 / the environment variable ${name} is wrong: ${inBothLanguages(first.message)}`,
    'bad-environment',
    [name],
  );
}
