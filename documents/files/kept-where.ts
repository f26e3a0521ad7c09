import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { EnvironmentError } from '../../records/environment.js';
import { isBucket } from './bucket.js';
import { Files } from './files.js';
import { FolderStore } from './folder-store.js';
import { Incoming } from './incoming.js';
import { S3Store } from './s3-store.js';
import { Clamd } from './scanner.js';
import type { FileSettings } from './settings.js';
import type { Store } from './store.js';

function storeOf(
  place: string,
  { LUYUE_FILES_KEY: key, LUYUE_FILES_SECRET: secret, LUYUE_FILES_REGION: region }: FileSettings,
): Store {
  if (!isBucket(place)) return new FolderStore(place);
  if (key === undefined || secret === undefined)
    throw new EnvironmentError([
      {
        path: ['LUYUE_FILES_KEY'],
        message: `LUYUE_FILES 是存储桶 ${place}：须设置 LUYUE_FILES_KEY 和 LUYUE_FILES_SECRET / LUYUE_FILES is a bucket, ${place}: set LUYUE_FILES_KEY and LUYUE_FILES_SECRET`,
      },
    ]);
  return new S3Store({ place, key, secret, region });
}

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
