/** One fault for each rule of the linter that syntax alone tells, or more where it has more sides. */
export const FAULTS: Readonly<Record<string, readonly string[]>> = {
  eqeqeq: [
    'export const same = (one: string, other: string) => one == other;',
    'export const none = (one?: string) => one != null;',
  ],
  'max-lines': ['//\n'.repeat(251)],
  'no-var': ['export var a = 1;'],
  'prefer-const': ['let a = 1;\nexport const b = a;'],
  complexity: [`export const f = (a: number) => {\n${'if (a > 1) a += 1;\n'.repeat(18)}};`],
  'max-depth': [`export const f = (a: number) => {\n${'if (a > 1) {\n'.repeat(5)}a += 1;\n${'}\n'.repeat(5)}};`],
  'max-lines-per-function': [`export const f = (a: number) => {\n${'a += 1;\n'.repeat(69)}};`],
  'max-params': [
    'export const f = (...all: number[]) => all;\nexport const g = (a: 1, b: 2, c: 3, d: 4, e: 5, h: 6, i: 7) => f(a, b, c, d, e, h, i);',
  ],
  'house/bounded-files': [
    "import { readFileSync } from 'node:fs';\nexport const a = (path: string) => readFileSync(path);",
    "import { readFile as whole } from 'node:fs/promises';\nexport const a = (path: string) => whole(path);",
    "import { createReadStream } from 'fs';\nexport const a = (path: string) => createReadStream(path);",
    "import * as fs from 'node:fs';\nexport const a = (path: string) => fs.readFileSync(path);",
    "import { open } from 'node:fs/promises';\nexport const a = async (path: string) => (await open(path)).readFile();",
  ],
  'house/bounded-forms': [
    'c.req.parseBody();',
    'await c.req.formData();',
    'export const a = c.req?.arrayBuffer();',
    'void c.req.blob({ all: true });',
  ],
  'house/records-by-name': [
    "import { z } from 'zod';\nexport const a = z.record(z.string(), z.string());",
    "import { z } from '@hono/zod-openapi';\nexport const a = z.partialRecord(z.enum(['b']), z.string());",
    "import { z } from 'zod';\nexport const { record } = { record: z.record };",
  ],
  'house/no-sm2': [
    "generateKeyPairSync('ec', { namedCurve: 'SM2' });",
    "createSign('RSA-SM3');",
    'createECDH(`SM2`);',
    "export type Curve = 'sm2-with-sm3';",
  ],
  'house/no-spread-literal': ['export const f = (a: number, b: number) => ({ c: 1, ...{ a, b } });'],
  'house/one-reader-of-days': [
    "export const a = Date.parse('2024-06-31');",
    "export const a = new Date('2024-06-31');",
    'export const a = (day: string) => new Date(`${day}T00:00`);',
    'export const a = z.iso.date();',
  ],
  'no-unused-expressions': [
    'export const f = (a: number, b: () => void) => {\na > 1 && b();\n};',
    'export const f = (a: number) => {\na > 1;\n};',
  ],
  'no-unused-vars': [
    'const unused = 1;\nexport {};',
    'export const f = (a: number, b: number) => a;',
    'export const f = (a: () => void) => {\ntry {\na();\n} catch (error) {\nreturn 1;\n}\n};',
    "import { a } from './a.js';\nexport {};",
    'type Unused = string;\nexport {};',
    'let written = 1;\nwritten = 2;\nexport {};',
  ],
  'no-array-constructor': ['export const a = new Array(1, 2);', 'export const a = Array(1, 2);'],
  'no-useless-constructor': [
    'export class A {\nkept = 1;\nconstructor() {}\n}',
    'class B { kept = 1; }\nexport class A extends B {\nconstructor(a: number) {\nsuper(a);\n}\n}',
  ],
  'prefer-rest-params': ['export function f() {\nreturn arguments[0] as number;\n}'],
  'prefer-spread': ['export const f = (a: (...all: number[]) => void, b: number[]) => a.apply(undefined, b);'],
  'typescript/ban-ts-comment': [
    '// @ts-ignore\nexport const a: number = 1;',
    '// @ts-ignore: it is as it should be here\nexport const a: number = 1;',
    '// @ts-nocheck\nexport {};',
    '// @ts-expect-error\nexport const a: number = 1;',
    '// @ts-expect-error: short\nexport const a: number = 1;',
  ],
  'typescript/consistent-type-imports': [
    "import { A } from './a.js';\nexport type B = A;",
    "export type B = import('./a.js').A;",
  ],
  'typescript/no-duplicate-enum-values': ['export enum A { B = 1, C = 1 }'],
  'typescript/no-empty-object-type': ['export type A = {};', 'export interface A {}'],
  'typescript/no-explicit-any': ['export const a: any = 1;', 'export const f = (...all: any[]) => all;'],
  'typescript/no-extra-non-null-assertion': ['export const f = (a?: { b: 1 }) => a!!.b;'],
  'typescript/no-extraneous-class': ['export class A {}', 'export class A {\nstatic b = 1;\n}'],
  'typescript/no-invalid-void-type': ['export type A = void | string;', 'export const f = (a: void) => a;'],
  'typescript/no-misused-new': ['export interface A {\nnew (): A;\n}', 'export declare class A {\nnew(): A;\n}'],
  'typescript/no-namespace': ['export namespace A {\nexport const b = 1;\n}'],
  'typescript/no-non-null-asserted-nullish-coalescing': ['export const f = (a: { b?: string }) => a.b! ?? 1;'],
  'typescript/no-non-null-asserted-optional-chain': ['export const f = (a?: { b?: 1 }) => a?.b!;'],
  'typescript/no-non-null-assertion': ['export const f = (a?: { b: 1 }) => a!.b;'],
  'typescript/no-require-imports': ["export const a = require('./a.js');", "import a = require('./a.js');\nexport { a };"],
  'typescript/no-this-alias': ['export class A {\nb = 1;\nf() {\nconst self = this;\nreturn self.b;\n}\n}'],
  'typescript/no-unnecessary-type-constraint': [
    'export const f = <T extends unknown>(a: T, b: T) => [a, b];',
    'export interface A<T extends any> {\nb: T;\n}',
  ],
  'typescript/no-unsafe-declaration-merging': ['export interface A {\nb: 1;\n}\nexport class A {\nc = 1;\n}'],
  'typescript/no-unsafe-function-type': ['export const f = (a: Function) => a;'],
  'typescript/no-wrapper-object-types': ['export const f = (a: String) => a;', 'export const f = (a: Object) => a;'],
  'typescript/prefer-as-const': ["export const a = 'b' as 'b';", "export const a: 'b' = 'b';"],
  'typescript/prefer-literal-enum-member': ["const b = 'b';\nexport enum A { C = b.length }"],
  'typescript/prefer-namespace-keyword': ['declare module A {\nconst b: 1;\n}\nexport {};'],
  'typescript/triple-slash-reference': ['/// <reference path="./a.d.ts" />\nexport {};'],
  'typescript/unified-signatures': ['export interface A {\nf(a: string): void;\nf(a: number): void;\n}'],
  'typescript/no-floating-promises': ['const save = (): Promise<void> => Promise.resolve();\nsave();\nexport {};'],
  'typescript/switch-exhaustiveness-check': [
    "export const seen = (kind: 'key' | 'general'): void => {\nswitch (kind) {\ncase 'key':\nbreak;\n}\n};",
  ],
};

/** The same in JavaScript, of which less is asked. */
export const IN_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  eqeqeq: ['const same = (one, other) => one == other;', 'const none = (one) => one != null;'],
  'max-lines': ['//\n'.repeat(251)],
  'no-var': ['var a = 1;'],
  'prefer-const': ['let a = 1;\nconst b = a;'],
};

const WHEN = ['new Date();', 'Date();'];
const NOW = ['Date.now();', 'const { now } = Date;\nexport { now };'];
const CHANCE = ['Math.random();'];
const WAITS = ['setTimeout(f, 1);', 'setInterval(f, 1);', 'setImmediate(f);'];
const OUTSIDE = [
  'process.env;',
  'performance.now();',
  'crypto.randomUUID();',
  "fetch('http://a');",
  'console.log(1);',
  'Buffer.from(a);',
];

/** What a folder is asked besides. */
export const BY_FOLDER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ...Object.fromEntries(
    ['domain', 'ledger', 'records', 'regulation', 'simulator', 'views'].map((folder) => [
      folder,
      { 'house/no-clock': WHEN, 'no-restricted-properties': [...NOW, ...CHANCE] },
    ]),
  ),
  'domain/rules': { 'no-restricted-globals': [...WAITS, ...OUTSIDE] },
  workflows: { 'house/no-clock': WHEN, 'no-restricted-properties': CHANCE, 'no-restricted-globals': [...WAITS, ...OUTSIDE] },
};

const FORM = 'c.req.parseBody();';
const NOT_OF_TESTS = [
  'house/bounded-files',
  'house/bounded-forms',
  'house/no-sm2',
  'house/one-reader-of-days',
  'house/records-by-name',
  'max-lines-per-function',
  'typescript/no-non-null-assertion',
];
/** Files of which a rule does not ask that. */
export const EXCEPTIONS: readonly (readonly [path: string, rule: string, text: string])[] = [
  ...['console/console-routes.tsx', 'gateway/sign-in/signed-in.ts', 'embedded/identity/signing-in.tsx'].map(
    (path) => [path, 'house/bounded-forms', FORM] as const,
  ),
  ...[
    'records/bounded-file.ts',
    'regulation/source.ts',
    'client/demo/city.ts',
    'embedded/cpu.ts',
    'documents/files/look/pdf.ts',
  ].flatMap((path) =>
    (FAULTS['house/bounded-files'] ?? []).slice(0, 1).map((text) => [path, 'house/bounded-files', text] as const),
  ),
  ...(FAULTS['house/records-by-name'] ?? [])
    .slice(0, 1)
    .map((text) => ['regulation/by-name.ts', 'house/records-by-name', text] as const),
  ['workflows/now.ts', 'no-restricted-properties', NOW.join('\n')],
  ['desk/now.ts', 'no-restricted-properties', [...NOW, ...CHANCE].join('\n')],
  ['desk/when.ts', 'house/no-clock', WHEN.join('\n')],
  ['ledger/outside.ts', 'no-restricted-globals', [...WAITS, ...OUTSIDE].join('\n')],
  [
    'domain/inside.ts',
    'no-restricted-globals',
    'export const f = (process: { env: 1 }, fetch: () => void) => [process.env, fetch()];',
  ],
  ...['test', 'bench'].flatMap((folder) =>
    NOT_OF_TESTS.flatMap((rule) =>
      (FAULTS[rule] ?? []).map((text, n) => [`${folder}/${rule.replace('/', '-')}-${String(n)}.ts`, rule, text] as const),
    ),
  ),
  [
    'desk/dictionary.ts',
    'typescript/no-dynamic-delete',
    'export const f = (a: Record<string, 1>, b: string) => {\ndelete a[b];\n};',
  ],
  ['desk/underscore.ts', 'no-unused-vars', 'const _a = 1;\nexport const f = (_b: 1, c: 1) => c;'],
];
