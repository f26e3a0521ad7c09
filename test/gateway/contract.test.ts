import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionOf, VOCABULARY } from '../../acts/vocabulary.js';
import { PROBLEM } from '../../gateway/no.js';
import { problemOut } from '../../gateway/shapes.js';
import { forgedFor } from '../workflows/by-hand/vocabulary.js';
import { CALLS } from './calls.js';
import { openHouse, said, type House, type Said } from './house.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly required?: boolean };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}
interface Contract {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let house: House;
let contract: Contract;
let calls: Call[];
let tokens: string[];
beforeAll(async () => {
  house = await openHouse();
  // a fuzzer is too many by design
  const app = house.door({ rates: { person: 1e6, party: 1e6, address: 1e6 }, patienceMs: 2_000 });
  house = { ...house, app };
  contract = (await said(app.request('/openapi.json'))).body as unknown as Contract;
  calls = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  tokens = await Promise.all(['BJ-0001', 'city/a', 'chaoyang/x', 'V-01', 'auditor/x'].map((actor) => house.token(actor)));
});
afterAll(() => house.close());

describe('the contract', () => {
  it('is OpenAPI 3.1, has each call of the interface, and each act by its name', () => {
    expect(contract.openapi).toBe('3.1.0');
    expect(calls.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`).sort()).toEqual(CALLS);
    for (const act of Object.keys(VOCABULARY)) expect(contract.components.schemas).toHaveProperty([act]);
  });

  it('says of each act what it brings, in patterns that every reader knows', () => {
    const { oneOf } = contract.components.schemas['Act'] as { oneOf: { properties: { do: object; with: object } }[] };
    expect(oneOf.map(({ properties }) => properties)).toEqual(
      Object.keys(VOCABULARY).map((act) => ({ do: { const: act }, with: { $ref: `#/components/schemas/${act}` } })),
    );
    expect(JSON.stringify(contract)).not.toContain('\\\\p{');
  });

  it('tells that an instant may be null where it may, and how many may be asked for', () => {
    const { properties } = contract.components.schemas['UnitStatus'] as { properties: Record<string, object> };
    expect(properties['asOf']).toMatchObject({ type: ['string', 'null'] });
    const limit = contract.paths['/api/v1/units']?.['get']?.parameters?.find(({ name }) => name === 'limit');
    expect(limit).toMatchObject({ schema: { minimum: 1, maximum: 9_999 } });
  });

  it('each body is required, and each no is a problem', () => {
    for (const { method, path, operation } of calls) {
      if (operation.requestBody) expect([path, operation.requestBody.required]).toEqual([path, true]);
      for (const [status, { content }] of Object.entries(operation.responses))
        if (Number(status) >= 400)
          expect([method, path, status, Object.keys(content)]).toEqual([method, path, status, [PROBLEM]]);
    }
  });
});

const text = fc.oneof(
  fc.constantFrom(
    'BJ-0001',
    'BJ-9999',
    'AP-000001',
    '2024',
    '2022.r2',
    'surrender',
    'offset-limit',
    'city',
    '0',
    '-1',
    '..',
    '%00',
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.string({ maxLength: 300 }),
);
const key = fc.oneof(
  fc.constantFrom('do', 'for', 'with', 'as', 'cycle', 'reason', 'previewDigest', 'without', 'emissions', 'sealed'),
  text,
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
})).value;
const act = fc.record(
  {
    do: fc.oneof(fc.constantFrom(...Object.keys(VOCABULARY)), text),
    for: text,
    with: json,
    cycle: fc.oneof(fc.constant(2024), fc.integer()),
    as: text,
  },
  { requiredKeys: ['do'] },
);
/** An act as it might be meant, by whoever has signed in: often not theirs, often not lawful now. */
const meant = fc.constantFrom(...Object.entries(forgedFor('BJ-0001'))).map(([what, forged]) => ({
  do: what,
  ...(['key', 'any'].includes(definitionOf(what)?.concerns ?? '') ? { for: 'BJ-0001' } : {}),
  with: forged.with,
}));
const body = fc.oneof(
  { arbitrary: meant.map((value) => JSON.stringify(value)), weight: 4 },
  { arbitrary: act.map((value) => JSON.stringify(value)), weight: 2 },
  { arbitrary: json.map((value) => JSON.stringify(value)), weight: 1 },
  { arbitrary: fc.string({ maxLength: 100 }), weight: 1 },
);
/** Mostly none: each of them is unknown to most calls. */
const search = fc.oneof(
  { arbitrary: fc.constant([]), weight: 3 },
  fc.array(fc.tuple(fc.constantFrom('after', 'limit', 'q', 'state', 'asOf', 'cycle', 'of', 'district', 'at'), text), {
    maxLength: 2,
  }),
);
const type = fc.oneof(
  { arbitrary: fc.constant('application/json'), weight: 8 },
  fc.constantFrom('text/plain', 'application/json; charset=gbk', ''),
);

/** Whether an answer is one that the contract foresees. */
function foreseen({ operation, path, method }: Call, answer: Said): void {
  const where = `${method} ${path} → ${String(answer.status)}: ${JSON.stringify(answer.body).slice(0, 300)}`;
  expect(answer.status, where).toBeLessThan(500);
  const documented = operation.responses[String(answer.status)];
  expect(documented, `undocumented: ${where}`).toBeDefined();
  if (answer.status >= 400) {
    expect(answer.type, where).toBe(PROBLEM);
    expect(problemOut.safeParse(answer.body).success, where).toBe(true);
    expect(answer.body['status'], where).toBe(answer.status);
  }
}

const fill = (path: string, values: readonly string[]): string => {
  let at = 0;
  return path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(values[at++ % values.length]!.toWellFormed()) || 'x');
};

describe('whatever is asked', () => {
  it('the answer is one that the contract foresees, never a failure of ours', async () => {
    const met = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.nat(1_000), fc.array(text, { minLength: 2, maxLength: 2 }), search),
        fc.tuple(body, type),
        fc.tuple(fc.nat(6), fc.constantFrom('', 'k-1', 'k-2', '\u007f', 'x'.repeat(300)), fc.boolean()),
        async ([which, values, asks], [content, contentType], [who, idempotency, async]) => {
          const call =
            (which % 3 === 0 ? calls.find(({ path, method }) => path === '/api/v1/acts' && method === 'POST') : undefined) ??
            calls[which % calls.length]!;
          const token = tokens[who];
          const query = asks.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
          const sends = call.method === 'POST' || call.method === 'PUT';
          const headers = {
            ...(token === undefined ? { authorization: 'Bearer nobody' } : { authorization: `Bearer ${token}` }),
            ...(sends && contentType !== '' ? { 'content-type': contentType } : {}),
            ...(/^[\x20-\x7e]+$/.test(idempotency) ? { 'idempotency-key': idempotency } : {}),
            ...(async ? { prefer: 'respond-async' } : {}),
          };
          const init = { method: call.method, headers, ...(sends ? { body: content } : {}) };
          const path = `${fill(call.path, values)}${query === '' ? '' : `?${query}`}`;
          // `..` is resolved by whoever makes the address, before it is asked
          if (new URL(path, 'http://x').pathname !== path.split('?')[0]) return;
          const answer = await said(house.app.request(path, init));
          met.add(answer.status);
          foreseen(call, answer);
        },
      ),
      { numRuns: 1_200, endOnFailure: true },
    );
    // it got through to what answers, and to each way of saying no that needs no history
    for (const status of [200, 400, 401, 403, 404, 415]) expect([...met]).toContain(status);
  });
});
