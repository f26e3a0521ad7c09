import { isIP } from 'node:net';
import { z } from 'zod';
import { FILE_SETTINGS } from '../documents/files/settings.js';
import { CALL_SETTINGS } from '../desk/call-time.js';
import { REACH_SETTINGS } from '../desk/reach/settings.js';
import { SEAL_SETTINGS } from '../documents/seals/settings.js';
import { readableFile, settingsIn, whole } from '../records/environment.js';
import { DATABASE_ADDRESS, ORIGIN } from '../records/addresses.js';
import { LIMIT_SETTINGS } from '../records/limits.js';
import { PLATFORM_KINDS } from '../records/platform.js';
import { PARTY_LEAST, RATES } from './limits.js';

const LOOPBACK = '127.0.0.1';
const port = (usual: number) => whole(usual, { least: 0, most: 65_535 });
/** Compose hands on what is not set as an empty text. */
const unset = (text: unknown): unknown => (text === '' ? undefined : text);
const addresses = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
  .refine((all) => all.every((one) => isIP(one) > 0), '须为 IP 地址，以逗号分开 / must be IP addresses with commas between them');

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
  .refine(
    (all) => all.every((one) => URL.canParse(one) && new URL(one).origin === one),
    '须为源（https://HOST:PORT） / must be origins (https://HOST:PORT)',
  );

const SETTINGS = z
  .object({
    DATABASE_URL: DATABASE_ADDRESS,
    DATABASE_CONNECTIONS: whole(10, { most: 1_000 }),
    ...LIMIT_SETTINGS,
    ...CALL_SETTINGS,
    ...REACH_SETTINGS,
    ...FILE_SETTINGS,
    TASK_QUEUE: z.string().min(1).default('luyue'),
    /** What the platform is; the book remembers it, and a gateway that says something else does not start. */
    PLATFORM: z.enum(PLATFORM_KINDS).default('service'),
    /** Where pages and API are. */
    LUYUE_GATEWAY_ADDRESS: z.string().min(1).default(LOOPBACK),
    LUYUE_GATEWAY_PORT: port(8080),
    /** Where operators' machines ask how it is: not for the world. */
    LUYUE_INNER_ADDRESS: z.string().min(1).default(LOOPBACK),
    LUYUE_INNER_PORT: port(9464),
    /** Proxies that are believed about whom they speak for, by their addresses. */
    LUYUE_PROXY: addresses,
    /** Where the pages of Temporal are: they may ask here for what is encrypted to be made readable. */
    LUYUE_TEMPORAL_PAGES: origins,
    /** Whose sign-ins are taken: a provider of OpenID Connect, by discovery. */
    OIDC_ISSUER: z.preprocess(unset, z.url().optional()),
    /** Where browsers reach the platform: `https://luyue.example`. Needed with a provider. */
    LUYUE_ORIGIN: z.preprocess(unset, ORIGIN.optional()),
    /** How the command line is known to the provider. */
    OIDC_COMMAND_LINE: z.preprocess(unset, z.string().min(1).default('luyue-cli')),
    /** The folder with the key of the platform's own issuer of tokens for test persons; none in service. */
    TEST_ISSUER_FOLDER: z.preprocess(unset, z.string().optional()),
    ...SEAL_SETTINGS,
    /** Another font for receipts than the one that is installed along. */
    LUYUE_FONT: z.preprocess(unset, readableFile.optional()),
    /** Requests a second. */
    LIMIT_PERSON: whole(RATES.person),
    LIMIT_PARTY: whole(RATES.party, { least: PARTY_LEAST }),
    LIMIT_ADDRESS: whole(RATES.address),
  })
  .refine(({ PLATFORM, TEST_ISSUER_FOLDER }) => PLATFORM !== 'service' || TEST_ISSUER_FOLDER === undefined, {
    path: ['TEST_ISSUER_FOLDER'],
    message: '正式运行时没有测试人员：请勿设置 / there are no test persons in service: unset it',
  })
  .refine(({ OIDC_ISSUER, LUYUE_ORIGIN }) => OIDC_ISSUER === undefined || LUYUE_ORIGIN !== undefined, {
    path: ['LUYUE_ORIGIN'],
    message: '登录后要回到平台的地址：请写明 / people come back from the provider to the address of the platform: name it',
  })
  .refine(({ PLATFORM, LUYUE_PAYLOAD_KEYS }) => PLATFORM !== 'service' || LUYUE_PAYLOAD_KEYS !== undefined, {
    path: ['LUYUE_PAYLOAD_KEYS'],
    message:
      '正式运行时写入 Temporal 的内容一律加密：须设置 / in service nothing is written to Temporal unencrypted: set it (decision 30)',
  })
  .refine(({ PLATFORM, LUYUE_FILES }) => PLATFORM !== 'service' || LUYUE_FILES !== undefined, {
    path: ['LUYUE_FILES'],
    message: '正式运行时文件须留存：请写明目录或存储桶 / in service files are kept: name a folder, or a bucket (decision 33)',
  });
export type Settings = z.infer<typeof SETTINGS>;

/** Reads the gateway's settings from the environment. Throws an EnvironmentError with every variable that is missing or wrong. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => settingsIn(SETTINGS, env);
