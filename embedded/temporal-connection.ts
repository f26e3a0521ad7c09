import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { addressOf } from '../desk/reach/connection.js';
import { reachIn } from '../desk/reach/settings.js';
import { PlatformError, reasonOf } from './platform-error.js';
import { SEARCH_ATTRIBUTES, type SearchAttributeType } from './search-attributes.js';
import { until } from './wait.js';

/** The numbers of `temporal.api.enums.v1.IndexedValueType`. */
const INDEXED: Readonly<Record<SearchAttributeType, number>> = { Keyword: 2, Int: 3, Datetime: 6 };

/** Milliseconds that a newly registered search attribute may need to be known to the whole server. */
const SPREADING = 20_000;

/** gRPC status: the thing named does not exist. */
const NOT_FOUND = 5;

const unreachable = (address: string, namespace: string, thrown: unknown): PlatformError => {
  const missing = (thrown as { code?: unknown }).code === NOT_FOUND;
  return missing
    ? new PlatformError(
        'temporal-unreachable',
        `Temporal(${address})上没有命名空间 ${namespace}。请先建立:temporal operator namespace create --address ${address} --namespace ${namespace} --retention 36500d`,
        `Temporal at ${address} has no namespace ${namespace}. Create it: temporal operator namespace create --address ${address} --namespace ${namespace} --retention 36500d`,
      )
    : new PlatformError(
        'temporal-unreachable',
        `连接不上 Temporal(${address})。请检查 TEMPORAL_ADDRESS 与网络;不设置它则在本机启动一个。`,
        `Temporal at ${address} does not answer. Check TEMPORAL_ADDRESS and the network, or unset it to have one started here. (${reasonOf(thrown)})`,
      );
};

const register = async (connection: Connection, namespace: string, address: string): Promise<void> => {
  const known = async (): Promise<Record<string, number>> =>
    (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes;
  const before = await known();
  const missing: Record<string, number> = {};
  for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) {
    const found = before[name];
    if (found === undefined) missing[name] = INDEXED[type];
    else if (found !== INDEXED[type]) {
      throw new PlatformError(
        'search-attribute-conflict',
        `Temporal(${address},命名空间 ${namespace})已有同名但类型不同的搜索属性 ${name},应为 ${type}。请换一个命名空间,或先删除它。`,
        `Temporal at ${address}, namespace ${namespace}, has a search attribute ${name} of another type than ${type}. Use another namespace, or remove it first.`,
      );
    }
  }
  if (Object.keys(missing).length === 0) return;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
  const there = await until(
    async () =>
      Object.keys(missing).every(
        (
          (now) => (name: string) =>
            name in now
        )(await known()),
      ),
    SPREADING,
  );
  if (!there) throw new Error('the search attributes were accepted but do not appear');
};

/** Seconds for which histories of ended cases are kept: a hundred years, they are evidence. The server's own default is a day. */
const RETENTION = 36_500 * 86_400;

/** Keeps the histories of a namespace on a server of our own, whose data stays. */
export const keepHistories = async (address: string, namespace: string): Promise<void> => {
  const connection = await Connection.connect({ ...addressOf(reachIn(process.env, address)), connectTimeout: '5s' });
  try {
    const workflowExecutionRetentionTtl = msToTs(RETENTION * 1_000);
    await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
  } finally {
    await connection.close();
  }
};

/**
 * Makes sure that a Temporal server is there, has the namespace and knows our search attributes; registers
 * those that are missing. Throws `temporal-unreachable` or `search-attribute-conflict`.
 */
export const prepareTemporal = async (address: string, namespace: string): Promise<void> => {
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...addressOf(reachIn(process.env, address)), connectTimeout: '5s' });
  } catch (thrown) {
    throw unreachable(address, namespace, thrown);
  }
  try {
    await connection.workflowService.describeNamespace({ namespace });
    await register(connection, namespace, address);
  } catch (thrown) {
    throw thrown instanceof PlatformError ? thrown : unreachable(address, namespace, thrown);
  } finally {
    await connection.close();
  }
};

/** Whether the server at an address serves a namespace yet; never throws. */
export const isServing = async (address: string, namespace: string): Promise<boolean> => {
  try {
    const connection = await Connection.connect({ ...addressOf(reachIn(process.env, address)), connectTimeout: '1s' });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
};
