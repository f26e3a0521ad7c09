import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../embedded/run.js';
import { cacheFolder } from '../../../embedded/temporal-binary.js';
import { TEMPORAL_VERSION } from '../../../embedded/versions.js';

/** Minutes that building may take, on a machine that has built nothing of it yet. */
const BUILDING = 45 * 60_000;

const SERVER = `go.temporal.io/server`;
const UI = 'github.com/temporalio/ui-server/v2';
/** What the images of compose hold, each by its package. */
const PROGRAMS = {
  'temporal-server': [`${SERVER}/cmd/server`, TEMPORAL_VERSION.server],
  'temporal-sql-tool': [`${SERVER}/cmd/tools/sql`, TEMPORAL_VERSION.server],
  'ui-server': [`${UI}/cmd/server`, TEMPORAL_VERSION.ui],
} as const;

export interface Programs {
  readonly folder: string;
  /** The settings that the image of the pages has. */
  readonly uiConfig: string;
}

/** Built once from the sources of the versions that compose names, by the Go on this machine, and kept. Answers why not, where it cannot. */
export async function temporalInService(log: (line: string) => void): Promise<Programs | string> {
  const folder = join(cacheFolder(process.env), `temporal-in-service-${TEMPORAL_VERSION.server}-${TEMPORAL_VERSION.ui}`);
  const uiConfig = join(folder, 'config');
  await mkdir(uiConfig, { recursive: true });
  const missing = Object.entries(PROGRAMS).filter(([name]) => !existsSync(join(folder, name)));
  if (missing.length === 0 && existsSync(join(uiConfig, 'docker.yaml'))) return { folder, uiConfig };
  if ((await run('go', ['version'], 10_000)).status !== 0)
    return `缺少 ${missing.map(([name]) => name).join('、')}，也没有 Go 来构建：请安装 Go，或把这些程序放进 ${folder} · these are missing, and there is no Go to build them: install Go, or put them into ${folder}`;
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOBIN: folder, GOWORK: 'off' };
  for (const [name, [from, version]] of missing) {
    log(`构建 ${name} ${version} · building it, which takes some minutes`);
    const built = await run('go', ['install', `${from}@v${version}`], BUILDING, { env, cwd: folder });
    if (built.status !== 0) return `${name}: go install ${from}@v${version}\n${built.output.slice(-2_000)}`;
    await rename(join(folder, from.split('/').at(-1) ?? ''), join(folder, name));
  }
  const module = await run('go', ['mod', 'download', '-json', `${UI}@v${TEMPORAL_VERSION.ui}`], BUILDING, { env, cwd: folder });
  const dir = /"Dir": "([^"]+)"/.exec(module.output)?.[1];
  if (dir === undefined) return `${UI}: ${module.output.slice(-2_000)}`;
  await copyFile(join(dir, 'config/docker.yaml'), join(uiConfig, 'docker.yaml'));
  return { folder, uiConfig };
}
