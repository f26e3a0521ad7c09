import { codeOf, isDatabaseAway } from './connection.js';
import { EnvironmentError } from './environment.js';
import { WrongPlatform } from './platform.js';

interface LastWords {
  readonly text: string;
  readonly status: number;
}

const MISSET = 2;
const OUTSIDE = 3;
const OURS = 1;

/** What the database says to a process that it lets in no further, by its code. */
const REFUSED_BY_DATABASE: Readonly<Record<string, string>> = {
  '28P01': '数据库拒绝了用户名或密码，请检查 DATABASE_URL · the database refuses this user or password: look at DATABASE_URL',
  '28000': '数据库不允许这一用户登录，请检查 DATABASE_URL · the database lets this user not in: look at DATABASE_URL',
  '3D000': '没有 DATABASE_URL 所指的数据库，请先建立 · there is no such database as DATABASE_URL names: make it first',
  '42P01': '数据库中没有账簿，请先执行迁移 · there is no book in this database: migrate it first',
  '42501':
    '数据库用户权限不足，请按 docs/operations.md 授权 · this user of the database may not do that: grant it as docs/operations.md says',
};

/** What the system says of an address or a file that a setting names, by its code. */
const REFUSED_BY_SYSTEM: Readonly<Record<string, readonly [said: string, status: number]>> = {
  EADDRINUSE: ['端口已被占用，请换一个 · the port is in use: name another', OUTSIDE],
  EADDRNOTAVAIL: ['本机没有这一地址 · this machine has no such address', MISSET],
  EACCES: ['没有所需的权限 · it is not allowed', MISSET],
  ENOENT: ['设置所指的文件不存在 · there is no such file as a setting names', MISSET],
  EISDIR: ['设置所指的是目录而非文件 · a setting names a folder where a file is meant', MISSET],
  ENOSPC: ['磁盘已满，请腾出空间 · the disk is full: free some space', OUTSIDE],
};

/** The message of an error, on one line. */
const because = (error: Error): string => `（${error.message.replaceAll(/\s*\n\s*/g, ' ').trim()}）`;

/** What a database refuses to whoever comes with wrong settings or to a wrong place, in a sentence with what to do; nothing of other errors. */
export function refusedByDatabase(error: unknown): string | undefined {
  const said = REFUSED_BY_DATABASE[codeOf(error) ?? ''];
  return said !== undefined && error instanceof Error ? `${said}${because(error)}` : undefined;
}

/** Errors of the Temporal client and of its native half, by their names. */
const TEMPORAL = new Set(['TransportError', 'ServiceError', 'NamespaceNotFoundError']);

const systemCode = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/**
 * What a process says that cannot start, and its exit status: 2 for whoever set something wrongly, 3 where something outside does not
 * answer or refuses; what nobody foresaw is a failure of ours, with its stack.
 */
export function lastWords(error: unknown): LastWords {
  if (!(error instanceof Error)) return { text: String(error), status: OURS };
  if (error instanceof EnvironmentError || error instanceof WrongPlatform) return { text: error.message, status: MISSET };
  const refused = refusedByDatabase(error);
  if (refused !== undefined) return { text: refused, status: OUTSIDE };
  if (TEMPORAL.has(error.name))
    return {
      text: `Temporal 没有答复或拒绝了连接，请检查 TEMPORAL_ADDRESS 与 TEMPORAL_NAMESPACE · Temporal does not answer, or refuses: look at TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE${because(error)}`,
      status: OUTSIDE,
    };
  if (isDatabaseAway(error))
    return {
      text: `账簿数据库没有答复，请检查 DATABASE_URL · the database of the book does not answer: look at DATABASE_URL${because(error)}`,
      status: OUTSIDE,
    };
  const [said, status] = Object.hasOwn(REFUSED_BY_SYSTEM, systemCode(error)) ? (REFUSED_BY_SYSTEM[systemCode(error)] ?? []) : [];
  if (said !== undefined && status !== undefined) return { text: `${said}${because(error)}`, status };
  return { text: error.stack ?? error.message, status: OURS };
}
