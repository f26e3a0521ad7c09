// `npm run test:pages`: every page in a real browser, at every width, in both colours and languages, with and without script.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'platform', 'test/gateway/console'], {
  stdio: 'inherit',
  env: { ...process.env, LUYUE_PAGES: 'all' },
});
process.exit(status ?? 1);
