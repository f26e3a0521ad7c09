import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from '@temporalio/worker';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Made once by the build, beside the built sources. */
const BUNDLE = here('../workflow-bundle.js');
const SOURCE = here('../workflows/index.ts');

/** The workflows for a worker: the bundle that is named, or the one that was built; run from the sources, one made now (their imports say `.js`). */
export const workflows = (named?: string): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> =>
  named === undefined && existsSync(SOURCE)
    ? {
        workflowsPath: SOURCE,
        bundlerOptions: {
          webpackConfigHook: (config) => ({
            ...config,
            resolve: { ...config.resolve, extensionAlias: { '.js': ['.ts', '.js'] } },
          }),
        },
      }
    : { workflowBundle: { codePath: named ?? BUNDLE } };
