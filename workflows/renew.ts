import { makeContinueAsNewFunc, workflowInfo, type Workflow } from '@temporalio/workflow';

/** Whether workers of another version have become the current ones since this run began; never without versioning. */
export const isOutdated = (): boolean => workflowInfo().targetWorkerDeploymentVersionChanged;

/**
 * Ends the run and begins the next with what is given. A run stays on the workers that began it; the next one begins on the
 * current version, so that code changes between two runs and never within one.
 */
export const renew = <F extends Workflow>(...input: Parameters<F>): Promise<never> =>
  makeContinueAsNewFunc<F>(isOutdated() ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {})(...input);
