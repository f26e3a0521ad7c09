import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calc, type CalcOptions } from '../../client/calc.js';

const folder = mkdtempSync(join(tmpdir(), 'luyue-calc-'));
let files = 0;

const run = async (
  rule: string,
  input: string,
  options: CalcOptions = {},
): Promise<{ status: number; out: string; err: string }> => {
  const file = join(folder, `${String((files += 1))}.json`);
  writeFileSync(file, input);
  let [out, err] = ['', ''];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { status: await calc(rule, { input: file, ...options }, streams), out, err };
};
const json = async (
  rule: string,
  input: unknown,
  options: CalcOptions = {},
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const { status, out } = await run(rule, typeof input === 'string' ? input : JSON.stringify(input), { json: true, ...options });
  return { status, body: JSON.parse(out) as Record<string, unknown> };
};

describe('luyue calc', () => {
  it('reads a question behind the mark that programs put before it, and lines that hold U+2028', async () => {
    const marked = fileURLToPath(new URL('faults/bom.json', import.meta.url));
    let out = '';
    const streams = { out: (text: string) => void (out += text), err: () => undefined };
    expect(await calc('offset-limit', { input: marked, json: true }, streams)).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ answer: { all: '4938' } });
    const lines = await run('penalty', '\ufeff{"shortfall":"1","averagePrice":"2"}\r\n{"\u2028":"1"}\r\n', { jsonl: true });
    const answers = lines.out.trimEnd().split('\n');
    expect(answers.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['rule', 'error']);
    expect(answers[1]).toContain('bad-input');
  });

  it('answers with working, citations, digest and standing', async () => {
    const { status, body } = await json('offset-limit', { confirmed: '98765.43' });
    expect(status).toBe(0);
    expect(Object.keys(body)).toEqual(['rule', 'cycle', 'rulebook', 'answer', 'working', 'cites', 'provisional', 'because']);
    expect(body).toMatchObject({
      rule: 'offset-limit',
      cycle: 2024,
      answer: { all: '4938', outsideBeijing: '2469' },
      provisional: true,
    });
    expect(body['rulebook']).toMatchObject({ revision: 1, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string });
    expect((body['working'] as object[])[0]).toEqual({
      step: '抵销总上限 / cap of all offsets: 98765.43 × 0.05, rounded down',
      value: '4938',
      unit: 't',
      cite: '京环发〔2024〕8号 三(四)',
    });
  });

  it('prints for people unless asked for JSON', async () => {
    const { status, out, err } = await run('penalty', '{"shortfall":"1000","averagePrice":"102"}');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/min\s+306000\.00/);
    expect(out).toMatch(/暂定 \/ provisional/);
  });

  it('asks the revision that is named', async () => {
    const due = async (cycle: string): Promise<unknown> =>
      (await json('deadline', { duty: 'first-report' }, { cycle })).body['answer'];
    expect(await due('2022')).toMatchObject({ dueOn: '2022-05-31' });
    expect(await due('2022.r2')).toMatchObject({ dueOn: '2022-07-31' });
    const hint = async (cycle: string): Promise<string> => (await run('deadline', '{"duty":"first-report"}', { cycle })).err;
    expect(await hint('2022')).toMatch(/amended: ask 2022\.r2, 2022\.r3/);
    expect([await hint('2022.r2'), await hint('2024')]).toEqual(['', '']);
  });

  it.each([
    ['an unknown key', 'penalty', { shortfall: '1', averagePrice: '2', x: 1 }, 'bad-input', ['x']],
    [
      'a key unknown deep inside',
      'auction',
      { lot: '1', floor: '1', bids: [{ bidder: 'a', kind: 'key', price: '1', quantity: '1', at: '2024-09-10T10:00:00Z', y: 1 }] },
      'bad-input',
      ['bids', 0, 'y'],
    ],
    ['a missing key', 'penalty', { shortfall: '1' }, 'bad-input', ['averagePrice']],
    ['a number that is not text', 'penalty', { shortfall: 1, averagePrice: '2' }, 'bad-input', ['shortfall']],
    ['a negative amount', 'penalty', { shortfall: '-1', averagePrice: '2' }, 'bad-input', ['shortfall']],
    ['an exponent', 'penalty', { shortfall: '1e3', averagePrice: '2' }, 'bad-input', ['shortfall']],
    ['a day that does not exist', 'deadline', { duty: 'first-check', filedOn: '2023-02-29' }, 'bad-input', ['filedOn']],
    ['a month that is none', 'deadline', { duty: 'monthly-evidence', month: '2024-13' }, 'bad-input', ['month']],
    ['a duty that is none', 'deadline', { duty: 'dance' }, 'bad-input', ['duty']],
    ['a fuel that is none', 'emissions', { fuels: [{ fuel: 'coal', consumption: '1' }] }, 'bad-input', ['fuels', 0, 'fuel']],
    [
      'oxidation in per cent',
      'emissions',
      { fuels: [{ fuel: 'lpg', consumption: '1', oxidation: '98' }] },
      'bad-input',
      ['fuels', 0, 'oxidation'],
    ],
    ['more green than all', 'emissions', { electricityMWh: '1', greenElectricityMWh: '2' }, 'bad-input', ['greenElectricityMWh']],
    [
      'a price that is none',
      'auction',
      { lot: '1', floor: '1', bids: [{ bidder: 'a', kind: 'key', price: 'x', quantity: '1', at: '2024-09-10T10:00:00Z' }] },
      'bad-input',
      ['bids', 0, 'price'],
    ],
    [
      'an instant without its offset',
      'auction',
      { lot: '1', floor: '1', bids: [{ bidder: 'a', kind: 'key', price: '1', quantity: '1', at: '2024-09-10T10:00:00' }] },
      'bad-input',
      ['bids', 0, 'at'],
    ],
    [
      'an instant on a day that does not exist',
      'auction',
      { lot: '1', floor: '1', bids: [{ bidder: 'a', kind: 'key', price: '1', quantity: '1', at: '2024-06-31T10:00:00+08:00' }] },
      'bad-input',
      ['bids', 0, 'at'],
    ],
    [
      'an allowance without vintage',
      'collection',
      {
        confirmed: '1',
        surrendered: { allowances: '0', offsets: '0', offsetsOutside: '0' },
        on: '2024-11-16',
        holdings: [{ lot: 'A', product: 'allowance', quantity: '1' }],
      },
      'bad-input',
      ['holdings', 0, 'vintage'],
    ],
    [
      'a lot named twice',
      'collection',
      {
        confirmed: '1',
        surrendered: { allowances: '0', offsets: '0', offsetsOutside: '0' },
        on: '2024-11-16',
        holdings: ['A', 'B', 'A'].map((lot) => ({ lot, product: 'allowance', vintage: 2022, quantity: '1' })),
      },
      'bad-input',
      ['holdings', 2, 'lot'],
    ],
    [
      'half a character in a name',
      'auction',
      { lot: '1', floor: '1', bids: [{ bidder: '\ud800', kind: 'key', price: '1', quantity: '1', at: '2024-06-30T10:00:00Z' }] },
      'bad-input',
      ['bids', 0, 'bidder'],
    ],
    [
      'a month after which days have no four digits',
      'deadline',
      { duty: 'monthly-check', month: '9999-12' },
      'bad-input',
      ['month'],
    ],
    ['a member that stands twice', 'penalty', '{"shortfall":"1","averagePrice":"2","shortfall":"3"}', 'bad-json', []],
    [
      'a value that the rulebook lacks',
      'allocation',
      { parts: [{ method: 'historic-total', baseEmissions: ['1'], sector: 's' }] },
      'bad-input',
      ['parts', 0, 'coefficient'],
    ],
    ['a monthly duty without its month', 'deadline', { duty: 'monthly-check' }, 'bad-input', ['month']],
    ['something else than an object', 'penalty', [], 'bad-input', []],
  ])('%s is bad input and says where', async (_what, rule, input, code, path) => {
    const { status, body } = await json(rule, input);
    expect(status).toBe(2);
    expect(body['error']).toMatchObject({ code, path });
    expect((body['error'] as { message: string }).message.length).toBeGreaterThan(10);
  });

  it('bad JSON, an unknown rule, an unknown cycle and a missing file are told apart', async () => {
    expect(await json('penalty', '{')).toMatchObject({ status: 2, body: { error: { code: 'bad-json' } } });
    expect(await json('dance', {})).toMatchObject({ status: 2, body: { error: { code: 'unknown-rule' } } });
    const unknown = { code: 'unknown-cycle', message: expect.stringMatching(/没有规则 1999.*no rulebook 1999/) as string };
    expect(await json('penalty', {}, { cycle: '1999' })).toMatchObject({ status: 2, body: { error: unknown } });
    expect(await json('penalty', {}, { cycle: 'x' })).toMatchObject({ status: 2, body: { error: { code: 'unknown-cycle' } } });
    expect(await json('penalty', {}, { input: join(folder, 'nowhere') })).toMatchObject({
      status: 2,
      body: { error: { code: 'no-such-file' } },
    });
  });

  it('without --json an error is one line on standard error', async () => {
    const { status, out, err } = await run('penalty', '{}');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^luyue: bad-input: shortfall/);
  });

  it('a date that nobody knows is a refusal, not bad input', async () => {
    expect(await json('deadline', { duty: 'surrender' }, { cycle: '2023' })).toMatchObject({
      status: 1,
      body: { error: { code: 'not-known' } },
    });
  });
});

describe('luyue calc --jsonl', () => {
  it('answers a line for a line in the same order; a bad line carries its error and the exit status tells', async () => {
    const lines = ['{"confirmed":"20"}', '{', '{"confirmed":"x"}', '', '{"confirmed":"40"}'];
    const { status, out } = await run('offset-limit', `${lines.join('\n')}\n`, { jsonl: true });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { answer?: { all: string }; error?: { code: string } });
    expect(status).toBe(2);
    expect(answers.map(({ answer, error }) => answer?.all ?? error?.code)).toEqual([
      '1',
      'bad-json',
      'bad-input',
      'bad-json',
      '2',
    ]);
  });

  it.each([false, true])('what goes on and on is no question, as lines neither: %s', async (jsonl) => {
    const endless = '/dev/zero';
    expect(existsSync(endless)).toBe(true);
    let said = '';
    const streams = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) };
    expect(await calc('offset-limit', { input: endless, jsonl }, streams)).toBe(2);
    expect(said).toMatch(/过长.*too long/);
  });

  it.each([
    ['offset-limit', '{"confirmed":"1","__proto__":1}', '__proto__'],
    ['offset-limit', '{"confirmed":"1","constructor":1}', 'constructor'],
    ['annual-match', '{"year":"2024","months":[],"annual":{"a":"1","__proto__":"3"}}', 'annual.__proto__'],
  ])('%s passes no key over: %s', async (rule, question, place) => {
    const { status, out, err } = await run(rule, question, { json: true });
    const { error } = JSON.parse(out || err) as { error: { path: (string | number)[] } };
    expect([status, error.path.join('.')]).toEqual([2, place]);
  });

  it('ten thousand questions of a cheap rule are answered, each on its line', async () => {
    const questions = Array.from({ length: 10_000 }, (_, n) => `{"confirmed":"${String(n)}.5"}`).join('\n');
    const { status, out } = await run('offset-limit', questions, { jsonl: true });
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(10_000);
  });
});
