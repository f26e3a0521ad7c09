import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder, LAYERS, read } from '../../scripts/sources.js';
import { linted } from './linted.js';

const FORM = ['c.req.parseBody();', 'c.req.query();'] as const;
const SM2 = ["generateKeyPairSync('ec', { namedCurve: 'SM2' });", "createSign('RSA-SM3');", 'createECDH(`SM2`);'];
const SM3 = "createHash('sm3');";

const NODE = [20, 20, 0] as const;
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      engines: z.union([z.record(z.string(), z.string()), z.array(z.string())]).optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** Whether `20.20.0` is at least a version that may have fewer parts. */
const isAtLeast = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [at, mine] of NODE.entries()) if ((parts[at] ?? 0) !== mine) return mine > (parts[at] ?? 0);
  return true;
};

/** Whether a range of versions, as packages write it of node, admits the oldest that we run on. */
const admits = (range: string): boolean =>
  range.split('||').some((one) =>
    one
      .trim()
      .replaceAll(/(>=|<=|[<>^~])\s+/g, '$1')
      .split(/\s+/)
      .every((part) => {
        const [, sign = '', version = '0'] = /^(>=|<=|[<>^~=])?v?([\d.]*)/.exec(part) ?? [];
        if (sign.startsWith('<')) return !isAtLeast(version);
        if (sign.startsWith('>') || version === '') return isAtLeast(version);
        return version.split('.')[0] === String(NODE[0]) && isAtLeast(version);
      }),
  );

describe('the traps of the front that a linter or a list can close (docs/security.md)', () => {
  /** What the rules of this house forbid in a file of the gateway. */
  let forbidden: (code: string) => string[];
  beforeAll(async () => {
    const codes = [...FORM, ...SM2, SM3];
    const path = (code: string): string => `gateway/a${String(codes.indexOf(code))}.ts`;
    const said = await linted(Object.fromEntries(codes.map((code) => [path(code), code])));
    forbidden = (code) => said(path(code)).filter((one) => one.startsWith('house('));
  });

  it('trap 5: a form is read behind a bound only', () => {
    const [bounded, query] = FORM;
    expect(forbidden(bounded)).toEqual([expect.stringContaining('bodyLimit')]);
    expect(forbidden(query)).toEqual([]);
    const readers = LAYERS.flatMap((layer) => filesUnder(layer, ['.ts', '.tsx'])).filter((file) =>
      /\.parseBody\(/.test(read(file)),
    );
    expect(readers.sort()).toEqual([
      'console/console-routes.tsx',
      'embedded/identity/signing-in.tsx',
      'gateway/sign-in/signed-in.ts',
    ]);
    // there every page has its bound: a form's, or a file's where one is sent
    expect(read('console/console-routes.tsx')).toMatch(/bodyLimit\(\{ maxSize: most,[^]*app\.on\(method, path, limit,/);
    for (const routes of ['gateway/sign-in/routes.tsx', 'embedded/identity/interaction.tsx'])
      expect(read(routes)).toMatch(/app\.use\([^)]*bodyLimit\(\{ maxSize: MOST_BYTES \}\)/);
  });

  it('trap 6: versions are exact, and each package in service runs on the oldest node that we name', () => {
    const { engines, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    expect(engines).toEqual({ node: `>=${NODE.slice(0, 2).join('.')}` });
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    const { packages } = Lock.parse(JSON.parse(read('package-lock.json')));
    const left = Object.entries(packages).flatMap(([name, { engines: said, dev }]) =>
      dev !== true && said && !Array.isArray(said) && said['node'] !== undefined && !admits(said['node'])
        ? [`${name}: ${said['node']}`]
        : [],
    );
    expect(left).toEqual([]);
  });

  it('a range is read as packages mean it', () => {
    for (const range of ['>=18', '^20.19.0 || >=22.12.0', '>= 20.x', '*', '18 || 20 || >=22', '>=12 <23', '>=20.20.0'])
      expect([range, admits(range)]).toEqual([range, true]);
    for (const range of ['>=22.13', '^22.0.0 || >=24', '>=20.20.1', '^18.17.0', '>=12 <20'])
      expect([range, admits(range)]).toEqual([range, false]);
  });

  it('trap 8: nobody asks node for SM2, which looks right and is wrong', () => {
    for (const code of SM2) expect([code, ...forbidden(code)]).toEqual([code, expect.stringContaining('GM/T 0009')]);
    expect(forbidden(SM3)).toEqual([]);
  });

  it('trap 9: pages are compiled by the project’s own compiler, with the settings that they need', () => {
    const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: Record<string, unknown> };
    expect(compilerOptions).toMatchObject({ jsx: 'react-jsx', jsxImportSource: 'hono/jsx' });
    expect(read('bin/luyue.js')).toContain('dist/');
  });
});
