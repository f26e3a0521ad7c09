import { z } from 'zod';
import { EnvironmentError, readableFile } from '../../records/environment.js';
import type { TimeAuthority } from './authority.js';

const file = z.preprocess((given: unknown) => (given === '' ? undefined : given), readableFile.optional());

/** By whom the anchors are stamped: the worker's, and the commands' that verify them. */
export const STAMP_SETTINGS = {
  /** An authority for time stamps (RFC 3161 over HTTP); without it anchors carry none. */
  TSA_URL: z.preprocess((given: unknown) => (given === '' ? undefined : given), z.url({ protocol: /^https?$/ }).optional()),
  /** A file of certificates (PEM): to which of them the authority's must lead. */
  TSA_ROOTS: file,
  /** Whether each seal is stamped too. */
  TSA_SEALS: z.preprocess((given: unknown) => (given === '' ? undefined : given), z.stringbool().optional()),
};
type StampSettings = z.infer<z.ZodObject<typeof STAMP_SETTINGS>>;

/** Who stamps, and what; nobody where no authority is named. Throws where it is named and not whom to trust. */
export function stampingIn({
  TSA_URL: url,
  TSA_ROOTS: roots,
  TSA_SEALS: seals = false,
}: StampSettings): { readonly authority: TimeAuthority; readonly seals: boolean } | undefined {
  if (url === undefined) return undefined;
  if (roots === undefined)
    throw new EnvironmentError([
      {
        path: ['TSA_ROOTS'],
        message:
          '已设 TSA_URL，须在此指明其证书应追溯到的证书文件 / TSA_URL is set: this names the file of certificates that its own must lead to',
      },
    ]);
  // every command looks at these settings, and only who verifies a stamp needs what reads a certificate
  return { authority: { url, roots: async () => (await import('../seals/trust.js')).readRoots(roots) }, seals };
}
