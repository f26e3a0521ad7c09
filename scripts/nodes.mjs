// `npm run nodes`: the scenario of the contract gives the same digest on every Node that the platform is to run on. The npm package `node`
// brings the others; nothing of this machine is changed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build-state.mjs';

const VERSIONS = ['20.20.2', '22.23.3', '24.21.0'];
const DRILL = ['dist/client/main.js', 'drill', '--scenario', 'test/scenarios/contract-example.yaml', '--simulate', '--json'];

const played = (version) => {
  const own = process.versions.node === version;
  const [program, args] = own
    ? [process.execPath, DRILL]
    : ['npm', ['exec', '--yes', `--package=node@${version}`, '--', 'node', ...DRILL]];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return JSON.parse(stdout).digest;
  console.error(stderr);
  return `failed (${status})`;
};

const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const digests = VERSIONS.map((version) => {
  const digest = played(version);
  console.log(`Node ${version}  ${digest}`);
  return digest;
});
const same = new Set(digests).size === 1 && digests[0].startsWith('sha256:');
console.log(same ? 'the same on all of them' : 'NOT the same');
process.exitCode = same ? 0 : 1;
