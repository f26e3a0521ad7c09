import { existsSync } from 'node:fs';
import { businessNow } from '../records/business-clock.js';
import { isRefusal } from '../domain/model/refusal.js';
import { issuerFile } from '../gateway/issuer-file.js';
import { testToken } from '../gateway/test-issuer.js';
import { testCaller } from '../parties/test-caller.js';
import { UsageError } from './failure.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { sayNo } from './say-outcome.js';
import { findService, FOLDER, withBook } from './service.js';

/** `luyue token --as ACTOR`: prints a bearer token for a test person of the platform in this folder, and nothing else. */
export async function token(
  { as, json = false }: { readonly as: string; readonly json?: boolean },
  streams: Streams = STREAMS,
  folder = FOLDER,
): Promise<number> {
  return withBook(
    async (book) => {
      const who = await testCaller(book.pool, as, await businessNow(book.pool));
      if (isRefusal(who)) return sayNo(who, json, streams);
      if (!existsSync(issuerFile(folder)))
        throw new UsageError('此目录没有平台 / no platform was started in this folder: luyue up', 'no-platform');
      streams.out(`${await testToken(folder, { actor: as })}\n`);
      return DONE;
    },
    findService(process.env, folder),
  );
}
