import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Package = z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) });
const Lock = z.object({ packages: z.record(z.string(), Package) });

test('package-lock.json names every optional package that npm ci will ask it for (else: node scripts/complete-lock.mjs)', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')));
  const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${holder}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
