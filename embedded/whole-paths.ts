import { resolve } from 'node:path';
import { isBucket } from '../documents/files/bucket.js';

/** What in an environment names a file or a folder. */
export const PATHS = [
  'LUYUE_FILES',
  'LUYUE_FILES_INCOMING',
  'LUYUE_FONT',
  'LUYUE_REGULATION',
  'LUYUE_SEAL_LISTS',
  'LUYUE_SEAL_ROOTS',
  'LUYUE_WITNESS',
  'SMS_FILE',
  'TEMPORAL_TLS_CA',
  'TEMPORAL_TLS_CERT',
  'TEMPORAL_TLS_KEY',
  'TEST_ISSUER_FOLDER',
  'TSA_ROOTS',
  'WORKFLOW_BUNDLE',
] as const;

const isWhole = (named: string | undefined): boolean => named === undefined || named === '' || isBucket(named);

/** An environment for a process that runs in another folder than we: every path in it leads to what it leads to here. */
export const wholePaths = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  ...Object.fromEntries(PATHS.filter((name) => !isWhole(env[name])).map((name) => [name, resolve(env[name] ?? '')])),
});
