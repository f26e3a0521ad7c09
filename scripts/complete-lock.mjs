// node scripts/complete-lock.mjs: run it after every `npm install` that changes package-lock.json.
//
// npm leaves out of the lock what its registry does not have, such as the builds of a package for other
// platforms; `npm ci` then refuses the lock it wrote ("Missing: … from lock file"). This adds each optional
// package that another one names with an exact version: platform and version, so that npm can pass it over.
import { readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from './build-state.mjs';

const FILE = `${ROOT}package-lock.json`;
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The part of a package's name that stands between hyphens and is one of these. */
const partOf = (name, parts) => parts.find((part) => new RegExp(`[-/]${part}(-|$)`).test(name));

const libraryOf = (name) => (/-musl/.test(name) ? { libc: ['musl'] } : /-gnu/.test(name) ? { libc: ['glibc'] } : {});

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const [, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const system = partOf(name, SYSTEMS);
    const processor = partOf(name, PROCESSORS);
    if (`node_modules/${name}` in lock.packages || !system || !processor || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const dev = parent.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [processor],
      ...dev,
      ...libraryOf(name),
      optional: true,
      os: [system],
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
if (added.length > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete' : `added to package-lock.json:\n  ${added.join('\n  ')}`);
