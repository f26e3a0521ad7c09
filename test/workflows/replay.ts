import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { WorkflowClient } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import product from '../../package.json' with { type: 'json' };

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = pathOf('histories/');

type History = ReturnType<typeof historyFromJSON>;

/** One run of a workflow as some version of the product made it. */
export interface Recorded {
  readonly version: string;
  readonly type: string;
  readonly name: string;
  readonly history: History;
}

/** The workflows as they stand in the sources. */
export const bundle = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: pathOf('../../workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, extensionAlias: { '.js': ['.ts', '.js'] } } }),
  });

/** The same with one more timer at the start of each run of a case, before the shell's alarm. Throws where the shell has none. */
export function withTimer(code: string, options = '{}'): string {
  const [, workflow = ''] = /(_temporalio_workflow__WEBPACK_IMPORTED_MODULE_\d+__)\.allHandlersFinished/.exec(code) ?? [];
  const changed = code.replaceAll(/const alarm = (?=\(0,_alarm_js)/g, `await (0,${workflow}.sleep)(1, ${options}); $&`);
  if (workflow === '' || changed === code) throw new Error('the bundle has no alarm to change');
  return changed;
}

const typeOf = ({ events }: History): string => events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';

/** Every recorded run, of every version. */
export const recorded = (): Recorded[] =>
  readdirSync(FOLDER).flatMap((version) =>
    readdirSync(`${FOLDER}${version}`).map((file) => {
      const history = historyFromJSON(JSON.parse(gunzipSync(readFileSync(`${FOLDER}${version}/${file}`)).toString('utf8')));
      return { version, type: typeOf(history), name: file.replace('.json.gz', ''), history };
    }),
  );

/** Reads every run of a workflow from the server, first to last. */
export async function runsRecorded(client: WorkflowClient, workflowId: string): Promise<History[]> {
  const { raw } = await client.getHandle(workflowId).describe();
  const runs: History[] = [];
  for (let runId = raw.workflowExecutionInfo?.firstRunId ?? ''; runId !== '';) {
    const history = await client.getHandle(workflowId, runId).fetchHistory();
    runs.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? '';
  }
  return runs;
}

/** Begins the recording of this version anew. */
export function clearRecording(): void {
  rmSync(`${FOLDER}${product.version}`, { recursive: true, force: true });
  mkdirSync(`${FOLDER}${product.version}`, { recursive: true });
}

/** The processes and machines that took part are nobody's business. */
const anonymous = (json: string): string => json.replaceAll(/\d+@[\w.-]+/g, 'worker');

/** Keeps the runs of a workflow, named after their type, the play and their number. */
export async function record(client: WorkflowClient, workflowId: string, play: string): Promise<void> {
  for (const [n, history] of (await runsRecorded(client, workflowId)).entries()) {
    const file = `${FOLDER}${product.version}/${typeOf(history)}.${play}.${String(n + 1)}.json.gz`;
    writeFileSync(file, gzipSync(anonymous(historyToJSON(history)), { level: 9 }));
  }
}
