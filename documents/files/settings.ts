import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { hasPort } from '../../records/addresses.js';
import { EnvironmentError, settingsIn, whole } from '../../records/environment.js';
import { isBucket } from './bucket.js';
import { Files } from './files.js';
import { FolderStore } from './folder-store.js';
import { Incoming } from './incoming.js';
import { S3Store } from './s3-store.js';
import { Clamd } from './scanner.js';
import type { Store } from './store.js';

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
      .regex(/^(?![a-z][\w+.-]*:\/\/)|^https?:\/\//i, 'must be a folder, or a bucket like https://HOST/BUCKET')
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
      .regex(/^clamd:(\/.+|.+:\d{1,5})$/, 'must be clamd:HOST:PORT or clamd:/SOCKET')
      .refine(hasPort, 'must have a port of 1 to 65535')
      .optional(),
  ),
};
const SETTINGS = z.object(FILE_SETTINGS);
export type FileSettings = z.infer<typeof SETTINGS>;

function storeOf(
  place: string,
  { LUYUE_FILES_KEY: key, LUYUE_FILES_SECRET: secret, LUYUE_FILES_REGION: region }: FileSettings,
): Store {
  if (!isBucket(place)) return new FolderStore(place);
  if (key === undefined || secret === undefined)
    throw new EnvironmentError([
      { path: ['LUYUE_FILES_KEY'], message: `LUYUE_FILES is a bucket, ${place}: set LUYUE_FILES_KEY and LUYUE_FILES_SECRET` },
    ]);
  return new S3Store({ place, key, secret, region });
}

/** The settings in an environment; `usual` is where files are where nothing is said. */
export const fileSettings = (env: NodeJS.ProcessEnv, usual?: string): FileSettings => {
  const settings = settingsIn(SETTINGS, env);
  return { ...settings, LUYUE_FILES: settings.LUYUE_FILES ?? usual };
};

/** The files that the settings name. Throws where a setting is wrong; undefined where none says where they are. */
export function filesFrom(settings: FileSettings, pool: pg.Pool, log?: (line: string) => void): Files | undefined {
  const { LUYUE_FILES: place, LUYUE_FILES_INCOMING: apart, LUYUE_SCANNER: scanner } = settings;
  if (place === undefined) return undefined;
  const incoming = apart ?? join(isBucket(place) ? tmpdir() : place, isBucket(place) ? 'luyue-incoming' : 'incoming');
  return new Files({
    pool,
    log,
    store: storeOf(place, settings),
    incoming: new Incoming(incoming),
    bounds: { file: settings.LUYUE_FILE_MB, partyDay: settings.LUYUE_FILES_DAY_MB },
    ...(scanner === undefined ? {} : { scanner: new Clamd(scanner) }),
  });
}
