import { getHeapStatistics } from 'node:v8';
import { z } from 'zod';
import { isMailAddress } from '../domain/model/mail-address.js';
import { FILE_SETTINGS } from '../documents/files/settings.js';
import { SEAL_SETTINGS } from '../documents/seals/settings.js';
import { STAMP_SETTINGS } from '../documents/time-stamps/settings.js';
import { CALL_SETTINGS } from '../desk/call-time.js';
import { REACH_SETTINGS } from '../desk/reach/settings.js';
import { secondsAs, settingsIn, whole } from '../records/environment.js';
import { DATABASE_ADDRESS, MAIL_ADDRESS, ORIGIN } from '../records/addresses.js';
import { LIMIT_SETTINGS } from '../records/limits.js';
import { PLATFORM_KINDS } from '../records/platform.js';

/** Compose hands on what is not set as an empty text. */
const given = <T extends z.ZodType>(shape: T) => z.preprocess((text) => (text === '' ? undefined : text), shape);
const milliseconds = whole(0, { least: 0 });
/** Connections to a database that has some hundred, or cases in memory. */
const connections = whole(10, { most: 1_000 });

/** Measured: a case takes somewhat less than a megabyte. Half of the heap is left for everything else. */
const BYTES_PER_CASE = 1_000_000;
const CASES_KEPT = Math.floor(getHeapStatistics().heap_size_limit / 2 / BYTES_PER_CASE);

/** `NAME <address>`, or the address alone. */
const isSender = (text: string): boolean => isMailAddress(/^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text);

const SETTINGS = z
  .object({
    ...REACH_SETTINGS,
    ...FILE_SETTINGS,
    LUYUE_SEAL_LISTS: SEAL_SETTINGS.LUYUE_SEAL_LISTS,
    LUYUE_SEAL_LISTS_FROM: SEAL_SETTINGS.LUYUE_SEAL_LISTS_FROM,
    ...STAMP_SETTINGS,
    TASK_QUEUE: z.string().min(1).default('luyue'),
    /** Before every workflow id, where several platforms share a server. */
    WORKFLOW_PREFIX: z.string().default(''),
    DATABASE_URL: DATABASE_ADDRESS,
    DATABASE_CONNECTIONS: connections,
    /** What the platform is; the book remembers it, and a worker that says something else does not start. */
    PLATFORM: z.enum(PLATFORM_KINDS).default('service'),
    ...LIMIT_SETTINGS,
    ...CALL_SETTINGS,
    SMTP_URL: MAIL_ADDRESS,
    MAIL_FROM: z
      .string()
      .refine(isSender, '须为一个地址，或“名称 <地址>” / must be one address, or NAME <address>')
      .default('北京市碳排放权交易管理平台 <platform@luyue.example>'),
    /** Where people reach the platform: what links in letters begin with. */
    LUYUE_ORIGIN: given(ORIGIN.default('http://127.0.0.1:8080')),
    /** The telephone of whom to ask where a district has none on file. */
    LETTERS_HELP: given(z.string().max(100).optional()),
    /** From it the key is made by which each party's own system knows our messages; without it none is told. */
    WEBHOOK_SECRET: given(z.string().min(32).optional()),
    /** Whether systems in private networks may be told; on one machine and in rehearsals they may. */
    WEBHOOK_PRIVATE: given(z.stringbool().optional()),
    /** A file that takes short messages in place of a gateway: a test double, nothing reaches anybody. */
    SMS_FILE: given(z.string().min(1).optional()),
    /** The mailbox that letters come back to: imaps://user:password@host/INBOX. */
    RETURNS_IMAP_URL: given(z.url({ protocol: /^imaps?$/ }).optional()),
    /** For how long nothing more may have come to an authority's letter before it leaves. */
    LETTERS_QUIET_SECONDS: given(secondsAs(0).optional()),
    /** Cases kept in memory between tasks: one that is not is read again from its history, which costs as much as a dozen tasks. */
    CACHE: whole(CASES_KEPT),
    /** Worker versioning, both or neither: the deployment's name and this build's. A run stays with the build that began it. */
    DEPLOYMENT: z.string().min(1).optional(),
    BUILD_ID: z.string().min(1).optional(),
    /** Another bundle of workflows than the one that was built beside the worker. */
    WORKFLOW_BUNDLE: z.string().min(1).optional(),
    /**
     * Seconds between two looks for acts that were stored and never handed over; 0 in a rehearsal, which hands over itself and
     * begins what standing work it wants.
     */
    SWEEP_SECONDS: secondsAs(0).default(60),
    /** Test only: pauses around the commit of a step, in milliseconds, for step keys that begin with PAUSE_KEYS. */
    PAUSE_BEFORE_COMMIT: milliseconds,
    PAUSE_AFTER_COMMIT: milliseconds,
    PAUSE_KEYS: z.string().default(''),
  })
  .refine(({ DEPLOYMENT, BUILD_ID }) => (DEPLOYMENT === undefined) === (BUILD_ID === undefined), {
    path: ['BUILD_ID'],
    message:
      'DEPLOYMENT 与 BUILD_ID 须同时设置，不分版本时都不设置 / DEPLOYMENT and BUILD_ID go together: set both, or neither for workers without versions',
  })
  .refine(({ PLATFORM, SWEEP_SECONDS }) => PLATFORM === 'rehearsal' || SWEEP_SECONDS !== 0, {
    path: ['SWEEP_SECONDS'],
    message:
      '非演练时须大于 0，否则已受理而未转交的永不办结 / must be above 0 but in a rehearsal: without that look what was stored and not handed over is never decided',
  })
  .refine(({ PLATFORM, LUYUE_PAYLOAD_KEYS }) => PLATFORM !== 'service' || LUYUE_PAYLOAD_KEYS !== undefined, {
    path: ['LUYUE_PAYLOAD_KEYS'],
    message:
      '正式运行时写入 Temporal 的内容一律加密：须设置 / in service nothing is written to Temporal unencrypted: set it (decision 30)',
  });
export type Settings = z.infer<typeof SETTINGS>;

/** Reads the worker's settings from the environment. Throws an EnvironmentError with every variable that is missing or wrong. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => settingsIn(SETTINGS, env);
