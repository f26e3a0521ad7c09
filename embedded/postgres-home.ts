import { createHash } from 'node:crypto';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from './platform-error.js';
import { run, type Identity } from './run.js';

/** Where the database of a folder lives, and as whom its server runs. */
export interface PostgresHome {
  readonly folder: string;
  /** Undefined: as ourselves. */
  readonly identity: Identity | undefined;
}

/** For root only: where the database goes when its user cannot enter the folder it was to live in. */
const ELSEWHERE = '/var/lib/luyue';

const idOf = async (user: string): Promise<Identity | null> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', user], 5_000), run('id', ['-g', user], 5_000)]);
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
};

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where there is no such user. */
const identityOf = async (): Promise<Identity | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const identity = (await idOf('postgres')) ?? (await idOf('nobody'));
  if (identity !== null) return identity;
  throw new PlatformError(
    'database-missing',
    'PostgreSQL 不能以 root 运行,而本机没有 postgres 或 nobody 用户。请用普通用户启动,或设置 DATABASE_URL。',
    'PostgreSQL refuses to run as root, and there is no user postgres or nobody. Start as an ordinary user, or set DATABASE_URL.',
  );
};

/** Makes a folder that belongs to the identity; false when it cannot get there. */
const settle = async (folder: string, identity: Identity): Promise<boolean> => {
  await mkdir(folder, { recursive: true });
  await chown(folder, identity.uid, identity.gid);
  await chmod(folder, 0o700);
  const { status } = await run('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], 5_000, { identity });
  return status === 0;
};

/** The folder for the database of the platform in `folder`, made ready for the user its server runs as. */
export const postgresHome = async (folder: string): Promise<PostgresHome> => {
  const identity = await identityOf();
  const wanted = join(folder, 'postgres');
  if (identity === undefined) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return { folder: wanted, identity };
  }
  // A folder made for us alone lets nobody through; passing through is all that is granted.
  await chmod(folder, 0o711);
  if (await settle(wanted, identity)) return { folder: wanted, identity };
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const elsewhere = join(ELSEWHERE, name);
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  if (await settle(elsewhere, identity)) return { folder: elsewhere, identity };
  throw new PlatformError(
    'folder-unusable',
    `运行数据库的用户(uid ${String(identity.uid)})进不了 ${wanted},也进不了 ${elsewhere}。请把数据放到它能进入的目录,或设置 DATABASE_URL。`,
    `The user that runs the database (uid ${String(identity.uid)}) can enter neither ${wanted} nor ${elsewhere}. Keep the data where it can, or set DATABASE_URL.`,
  );
};
