import { describe, expect, it } from 'vitest';
import { refuse } from '../../domain/model/refusal.js';
import { makeGateway } from '../../gateway/gateway.js';
import type { ApprovalAnswer } from '../../desk/approvals/saying.js';
import type { FrontDesk } from '../../desk/port.js';
import { testIssuer, testToken } from '../../gateway/test-issuer.js';
import { askerOf, goneAfterTest, issuerFolder } from './house.js';

const proposal: ApprovalAnswer = {
  id: 'AP-000001',
  act: 'allocate',
  for: 'BJ-0001',
  with: { amount: '97000' },
  proposedBy: 'city/a',
  at: '2024-09-10T10:00:00+08:00',
  lapsesOn: '2024-09-26',
  state: 'waiting',
  previewDigest: 'sha256:1',
};

/** A desk with one proposal, which tells what it was asked. */
async function deskWithOne() {
  const folder = await issuerFolder();
  goneAfterTest(folder);
  const asked: unknown[] = [];
  const told = (answer: ApprovalAnswer | ReturnType<typeof refuse>, ...what: unknown[]) => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const front = {
    approvals: {
      list: (caller, what) => {
        asked.push([caller.person, what]);
        return Promise.resolve({ items: [proposal], after: proposal.id });
      },
      read: (_, id) => told(id === proposal.id ? proposal : refuse('unknown-approval', '没有', `no proposal ${id}`)),
      approve: (_, id, what) => told({ ...proposal, state: 'approved' }, id, what),
      return: (_, id, what) => told({ ...proposal, state: 'returned' }, id, what),
      withdraw: (_, id) => told(refuse('same-person', '不得', 'not by you'), id),
    },
  } as Pick<FrontDesk, 'approvals'> as FrontDesk;
  const issuer = testIssuer(folder);
  const app = makeGateway({
    front,
    book: {} as never,
    issuers: issuer ? [issuer] : [],
    isEnded: () => Promise.resolve(false),
    log: () => undefined,
    people: { callerOf: ({ subject }) => Promise.resolve({ person: subject, appointments: [] }) },
  });
  return { asked, city: askerOf(app, await testToken(folder, { actor: 'city/b' })) };
}

describe('approvals over HTTP', () => {
  it('those of a state, a page of them; one by its id', async () => {
    const { city, asked } = await deskWithOne();
    const found = await city.get('/api/v1/approvals?state=waiting&limit=1');
    expect(found.body).toEqual({ approvals: [proposal], after: 'AP-000001' });
    expect(asked).toEqual([['city/b', { state: 'waiting', limit: 1 }]]);
    expect(await city.get('/api/v1/approvals/AP-000001')).toMatchObject({ status: 200, body: { previewDigest: 'sha256:1' } });
    expect(await city.get('/api/v1/approvals/AP-9')).toMatchObject({ status: 404, type: 'application/problem+json' });
    expect(await city.get('/api/v1/approvals?state=done')).toMatchObject({ status: 400, body: { path: ['state'] } });
  });

  it('an approval names what was seen, under an id of its own; without an outcome yet it is 202', async () => {
    const { city, asked } = await deskWithOne();
    const body = { previewDigest: 'sha256:1', without: [{ line: 2, reason: '待核' }] };
    const done = await city.post('/api/v1/approvals/AP-000001/approve', body, { 'idempotency-key': 'a-1' });
    expect(done).toMatchObject({ status: 202, body: { state: 'approved' } });
    expect(asked).toEqual([['AP-000001', { request: 'a-1', ...body }]]);
  });

  it('a return has its reason, a withdrawal needs nothing, a no is a problem', async () => {
    const { city, asked } = await deskWithOne();
    expect((await city.post('/api/v1/approvals/AP-000001/return', { reason: '  ' })).status).toBe(400);
    expect(await city.post('/api/v1/approvals/AP-000001/return', { reason: '依据不足' })).toMatchObject({
      status: 200,
      body: { state: 'returned' },
    });
    expect(await city.post('/api/v1/approvals/AP-000001/withdraw', {})).toMatchObject({
      status: 403,
      body: { code: 'same-person' },
    });
    expect(asked).toMatchObject([['AP-000001', { reason: '依据不足', request: expect.any(String) }], ['AP-000001']]);
  });
});
