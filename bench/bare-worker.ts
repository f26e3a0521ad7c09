/** A worker of the bare workflow: one insert an activity, on the same PostgreSQL. Started by bare.ts. */
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import { reachIn } from '../desk/reach/settings.js';

const settingOf = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the bare worker needs ${name}`);
  return value;
};

const activitiesOn = (pool: pg.Pool) => ({
  async insert(id: string, seq: number): Promise<void> {
    await pool.query({ name: 'bare', text: 'insert into bare (id, seq, body) values ($1, $2, $3)', values: [id, seq, '{}'] });
  },
});
export type BareActivities = ReturnType<typeof activitiesOn>;

Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGTERM'] });
const pool = new pg.Pool({ connectionString: settingOf('DATABASE_URL'), max: 10 });
await pool.query('create table if not exists bare (id text, seq int, body jsonb not null, primary key (id, seq))');
const reach = reachIn(process.env, settingOf('TEMPORAL_ADDRESS'), settingOf('TEMPORAL_NAMESPACE'));
const connection = await NativeConnection.connect(addressOf(reach));
const worker = await Worker.create({
  connection,
  ...writingTo(reach),
  taskQueue: settingOf('TASK_QUEUE'),
  workflowsPath: fileURLToPath(new URL('bare-workflow.ts', import.meta.url)),
  activities: activitiesOn(pool),
  maxCachedWorkflows: 400,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 20,
});
const running = worker.run();
process.stdout.write('worker ready\n');
await running;
await connection.close();
await pool.end();
