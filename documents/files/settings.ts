import { z } from 'zod';
import { hasPort } from '../../records/addresses.js';
import { settingsIn, whole } from '../../records/environment.js';

const MB = 1_000_000;
const unset = (text: unknown): unknown => (text === '' ? undefined : text);
const megabytes = (usual: number) =>
  z.preprocess(
    unset,
    whole(usual).transform((count) => count * MB),
  );
const text = z.preprocess(unset, z.string().min(1).optional());

/** Where files are kept and what looks at them: the gateway, the worker and the commands read the same. */
export const FILE_SETTINGS = {
  /** A folder, or a bucket: `https://s3.example/BUCKET`, or `https://s3.example/BUCKET/PREFIX`. */
  LUYUE_FILES: z.preprocess(
    unset,
    z
      .string()
      .regex(
        /^(?![a-z][\w+.-]*:\/\/)|^https?:\/\//i,
        '须为目录，或 https://HOST/BUCKET 这样的存储桶 / must be a folder, or a bucket like https://HOST/BUCKET',
      )
      .optional(),
  ),
  LUYUE_FILES_REGION: z.preprocess(unset, z.string().min(1).default('us-east-1')),
  LUYUE_FILES_KEY: text,
  LUYUE_FILES_SECRET: text,
  /** Where files come in before they are taken in; on the same disk as a folder of files. */
  LUYUE_FILES_INCOMING: text,
  /** In millions of bytes: one file, and all that a party sends in a day. */
  LUYUE_FILE_MB: megabytes(50),
  LUYUE_FILES_DAY_MB: megabytes(2_000),
  /** `clamd:HOST:PORT` or `clamd:/SOCKET`; without it no file is looked at for malware. */
  LUYUE_SCANNER: z.preprocess(
    unset,
    z
      .string()
      .regex(/^clamd:(\/.+|.+:\d{1,5})$/, '须为 clamd:HOST:PORT 或 clamd:/SOCKET / must be clamd:HOST:PORT or clamd:/SOCKET')
      .refine(hasPort, '端口须为 1 至 65535 / must have a port of 1 to 65535')
      .optional(),
  ),
};
const SETTINGS = z.object(FILE_SETTINGS);
export type FileSettings = z.infer<typeof SETTINGS>;

/** The settings in an environment; `usual` is where files are where nothing is said. */
export const fileSettings = (env: NodeJS.ProcessEnv, usual?: string): FileSettings => {
  const settings = settingsIn(SETTINGS, env);
  return { ...settings, LUYUE_FILES: settings.LUYUE_FILES ?? usual };
};
