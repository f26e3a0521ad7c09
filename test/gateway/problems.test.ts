import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../domain/model/refusal.js';
import { BODY_MAX } from '../../gateway/body.js';
import { PROBLEM, statusOf } from '../../gateway/no.js';
import { askerOf, openHouse, said, type House } from './house.js';

let house: House;
let city: ReturnType<typeof askerOf>;
let token: string;
beforeAll(async () => {
  house = await openHouse();
  token = await house.token('city/a');
  city = askerOf(house.app, token);
});
afterAll(() => house.close());

const SURRENDER = '{"do":"surrender","for":"BJ-0001","with":{"quantity":"1"}}';
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer> | undefined, headers: Record<string, string>) =>
  said(
    house.app.request('/api/v1/acts', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  );
const isProblem = (answer: { type: string; body: Record<string, unknown> }, status: number, code: string): void => {
  expect([answer.type, answer.body['status'], answer.body['code']]).toEqual([PROBLEM, status, code]);
  expect(answer.body['message']).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) });
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
};

describe('every no is a problem', () => {
  it('each code has the status that the contract gives it', () => {
    const by = (status: number) => REFUSAL_CODES.filter((code) => statusOf(code) === status);
    expect(by(400)).toEqual(['bad-input']);
    expect(by(403)).toEqual(expect.arrayContaining(['not-allowed', 'same-officer']));
    expect(by(404).every((code) => code.startsWith('unknown-'))).toBe(true);
    expect(by(413)).toEqual(['too-large']);
    expect(by(422)).toEqual(['id-used']);
    expect(by(429)).toEqual(['too-many']);
    expect(by(409)).toEqual(expect.arrayContaining(['right-lapsed', 'overtaken', 'already-done', 'too-early', 'account-frozen']));
    expect(REFUSAL_CODES.filter((code) => statusOf(code) >= 500)).toEqual([]);
    expect(['not-signed-in', 'step-up-required', 'same-person', 'moved', 'lapsed', 'stored-nothing'].map(statusOf)).toEqual([
      401, 403, 403, 409, 409, 503,
    ]);
  });

  it('a body is parsed whatever its content type: without one, or with another, the handler never runs with nothing', async () => {
    isProblem(await post(undefined, {}), 415, 'wrong-type');
    isProblem(await post('{"do":"surrender"}', { 'content-type': 'text/plain' }), 415, 'wrong-type');
    isProblem(await post('do=surrender', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'wrong-type');
    for (const type of ['merge-patch+json', 'json-patch+json', 'ld+json', 'json-seq', 'json5', 'json; charset=utf-16'])
      isProblem(await post('{"do":"surrender"}', { 'content-type': `application/${type}` }), 415, 'wrong-type');
    isProblem(await post(undefined, JSON_TYPE), 400, 'bad-input');
    isProblem(await post('{}', JSON_TYPE), 400, 'bad-input');
    isProblem(await said(house.app.request('/api/v1/calc/emissions', { method: 'POST' })), 415, 'wrong-type');
  });

  it.each([
    ['cut short', '{"do":'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', Buffer.from(`\ufeff${SURRENDER}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${SURRENDER}`, 'utf16le').swap16()],
    ['UTF-16 that does not say so', Buffer.from(SURRENDER, 'utf16le')],
    ['a list', '[]'],
    ['a number that would not be kept', '{"do":"surrender","with":{"quantity":12345678901234567890}}'],
    ['half a character', '{"do":"sur\\ud800render"}'],
    ['NUL', '{"do":"sur\\u0000render"}'],
    ['NUL in what it brings', '{"do":"surrender","for":"BJ-0001","with":{"quantity":"\\u0000"}}'],
    ['a field of its prototype', '{"__proto__":{"do":"surrender"},"do":"surrender"}'],
    ['a name too long', `{"do":"${'x'.repeat(300)}"}`],
    ['nested deeply', `{"do":"surrender","with":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('a body is told what is wrong with it: %s', async (_, body) => {
    const answer = await post(body, JSON_TYPE);
    expect([400, 413]).toContain(answer.status);
    isProblem(answer, answer.status, answer.status === 400 ? 'bad-input' : 'too-large');
  });

  it('a body is no larger than an act may be, and is never unpacked', async () => {
    isProblem(await post(`{"do":"surrender","with":"${'x'.repeat(BODY_MAX)}"}`, JSON_TYPE), 413, 'too-large');
    isProblem(await post('{"do":"surrender"}', { ...JSON_TYPE, 'content-encoding': 'gzip' }), 415, 'wrong-type');
  });

  it('an unknown path is 404, a wrong method 405 with those that are right', async () => {
    isProblem(await city.get('/api/v1/nothing'), 404, 'unknown-path');
    const wrong = await said(house.app.request('/api/v1/acts', { method: 'DELETE' }));
    isProblem(wrong, 405, 'wrong-method');
    expect(wrong.headers.get('allow')).toBe('POST');
    expect((await said(house.app.request('/api/v1/timetable', { method: 'POST' }))).headers.get('allow')).toBe('GET, HEAD');
  });

  it('a query that is wrong, unknown or given twice is named', async () => {
    expect((await city.get('/api/v1/units?limit=0')).body).toMatchObject({ code: 'bad-input', path: ['limit'] });
    expect((await city.get('/api/v1/units?q=a&q=b')).body).toMatchObject({ code: 'bad-input', path: ['q'] });
    expect((await city.get('/api/v1/units?where=x')).body).toMatchObject({ code: 'bad-input', path: ['where'] });
    expect((await city.get('/api/v1/units/BJ-0001/status?asOf=2024-06-31T00:00:00%2B08:00')).body).toMatchObject({
      path: ['asOf'],
    });
    expect((await city.get('/api/v1/units/%00/status')).status).toBe(400);
  });

  it('without a token nobody is signed in, and is told how to be', async () => {
    const answer = await said(house.app.request('/api/v1/me'));
    isProblem(answer, 401, 'not-signed-in');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="luyue"');
    isProblem(await askerOf(house.app, await house.token('city')).get('/api/v1/me'), 401, 'not-signed-in');
  });

  it('while the database is away every call is 503 with when to try again', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const app = house.door({ people: { callerOf: () => Promise.reject(away) } });
    const answer = await askerOf(app, token).post('/api/v1/acts', { do: 'surrender' });
    isProblem(answer, 503, 'stored-nothing');
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('a failure of ours is 500 without a word of how it came about; the log has it', async () => {
    const app = house.door({ people: { callerOf: () => Promise.reject(new Error('a secret of ours')) } });
    const answer = await askerOf(app, token).get('/api/v1/me');
    isProblem(answer, 500, 'failed');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(house.lines.join('\n')).toContain('a secret of ours');
  });

  it('the log has a line for each request, without token, address, id or name', async () => {
    house.lines.length = 0;
    await city.get('/api/v1/units/BJ-0001/status', { referer: 'reader of logs' });
    expect(house.lines).toHaveLength(1);
    expect(JSON.parse(house.lines[0]!)).toMatchObject({ method: 'GET', route: '/api/v1/units/{id}/status', status: 200 });
    expect(house.lines[0]).not.toMatch(/BJ-0001|reader|Bearer|eyJ|127\.0|city\/a/);
  });
});

describe('what browsers are told', () => {
  it('no script but files of this site, no frame, no other origin, and the same-origin referrer', async () => {
    const { headers, body } = await said(house.app.request('/docs'));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(body['text']).not.toMatch(/<script|<style|\son\w+=|style="|https?:\/\/(?!127)/);
  });
});
