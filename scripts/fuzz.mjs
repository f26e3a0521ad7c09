// `npm run fuzz [SECONDS]`: asks the gateway whatever its contract allows and what it does not, as each role in turn, ten
// minutes each. What was found is found again with the same seed: `LUYUE_FUZZ_SEED=N npm run fuzz`.
import { randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build-state.mjs';

const SECONDS = 600;
const seed = process.env.LUYUE_FUZZ_SEED ?? String(randomInt(1, 2 ** 31));
const seconds = process.argv[2] ?? process.env.LUYUE_FUZZ_SECONDS ?? String(SECONDS);
console.log(`seed ${seed}, ${seconds} s for each role`);
const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/test.mjs'), 'test/gateway/schemathesis.test.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  // whoever asks for it wants it to run: where it cannot, that is a failure
  env: { ...process.env, CI: 'true', LUYUE_FUZZ_SEED: seed, LUYUE_FUZZ_SECONDS: seconds },
});
process.exitCode = status ?? 1;
