import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { VOCABULARY } from '../acts/vocabulary.js';
import type { Also } from '../desk/answer.js';
import { isoOf } from '../domain/model/instant.js';
import { REFUSAL_CODES, type Refusal } from '../domain/model/refusal.js';
import type { Json } from '../domain/model/json.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { document } from './shapes-elsewhere.js';
import { no, noOf, type No } from './no.js';
import type { Reply } from '../desk/front.js';
import type { FrontDesk } from '../desk/port.js';
import { anything, decidedOut, idempotencyKey, named, proposedOut, refusedOut, storedOut, unitId } from './shapes.js';

/** Says of each act by its name what it brings. */
const eachAct = Object.keys(VOCABULARY).map((name) => ({
  properties: { do: { const: name }, with: { $ref: `#/components/schemas/${name}` } },
}));

/** The envelope of an act. What it brings is parsed by the act's own shape, at the desk, in the order of the contract. */
export const actIn = z
  .strictObject({
    do: named('the act', 'submit-first-report'),
    for: unitId.optional(),
    cycle: z.int().min(1_000).max(9_999).optional().openapi({ example: 2024 }),
    with: anything.optional().openapi({ description: 'what the act brings: the schema named after the act', type: 'object' }),
    as: named('which of your parties acts, where there are several', 'BJ-0001').optional(),
  })
  .openapi('Act', {
    oneOf: eachAct,
    example: { do: 'submit-first-report', for: 'BJ-0001', with: { emissions: '98000', sealed: true } },
  });

const headers = z.object({
  'idempotency-key': idempotencyKey,
  prefer: z.string().max(200).optional().openapi({ description: 'respond-async: answer as soon as it is stored' }),
});

const alsoOf = ({ case: caseId, state, seq, refusal }: Also) => ({
  case: caseId,
  state,
  ...(seq === undefined ? {} : { seq }),
  ...(refusal ? { refusal: { code: refusal.refused, message: { zh: refusal.zh, en: refusal.en } } } : {}),
});

/** A reply that is no refusal, as it is written. */
function written(reply: Exclude<Reply, { state: 'refused' }>): object {
  const at = isoOf(reply.at);
  switch (reply.state) {
    case 'decided': {
      const { id, state, seq, next, also = [] } = reply;
      return {
        id,
        state,
        at,
        seq,
        ...(next === undefined ? {} : { next: isoOf(next) }),
        ...(also.length === 0 ? {} : { also: also.map(alsoOf) }),
      };
    }
    case 'stored':
      return { id: reply.id, state: reply.state, at, ...(reply.suspended ? { suspended: true } : {}) };
    case 'proposed':
      return { id: reply.id, state: reply.state, at, approval: reply.approval, lapsesOn: reply.lapsesOn };
  }
}

/** A refusal as it is told to who asks what became of a request. */
const refusalTold = (id: string, at: number, { refused: code, zh, en, clause, path }: Refusal): object => ({
  id,
  state: 'refused',
  at: isoOf(at),
  code,
  message: { zh, en },
  ...(clause === undefined ? {} : { clause }),
  ...(path === undefined ? {} : { path }),
});

const asksNotToWait = (prefer: string | undefined): boolean =>
  (prefer ?? '').split(',').some((one) => one.trim().toLowerCase() === 'respond-async');

const place = (id: string): string => `/api/v1/acts/${encodeURIComponent(id)}`;

const unknownAct = (id: string): No => no('unknown-act', `您没有编号为 ${id} 的事项`, `you have asked nothing as ${id}`);

/** Says in the contract what each act brings: the same shapes that the desk parses. */
function documentVocabulary(app: Gateway): void {
  for (const [name, { with: brings }] of Object.entries(VOCABULARY)) document(app, name, brings);
}

/** `POST /acts`, `GET /acts/{id}`: acts, and what became of them. */
export function addActs(app: Gateway, guard: Guard, front: FrontDesk): void {
  documentVocabulary(app);
  add(app, guard, {
    method: 'post',
    path: '/api/v1/acts',
    tag: 'acts',
    summary: '办理事项 · do an act',
    headers,
    body: actIn,
    answers: { 200: decidedOut, 202: z.union([storedOut, proposedOut]) },
    refuses: REFUSAL_CODES,
    async handle({ caller, headers: { 'idempotency-key': key, prefer }, body }, c): Promise<Answer | No> {
      const id = key ?? randomUUID();
      c.header('idempotency-key', id);
      const async = asksNotToWait(prefer);
      const { do: what, for: unit, cycle, with: brings, as } = body;
      const reply = await front.submit(caller, {
        id,
        do: what,
        wait: !async,
        ...(unit === undefined ? {} : { for: unit }),
        ...(cycle === undefined ? {} : { cycle }),
        ...(brings === undefined ? {} : { with: brings as Json }),
        ...(as === undefined ? {} : { as }),
      });
      if (reply.state === 'refused') return noOf(reply.refusal, reply.at);
      const status = reply.state === 'decided' ? 200 : 202;
      const more = {
        'idempotency-key': id,
        location: place(reply.id),
        ...(async ? { 'preference-applied': 'respond-async' } : {}),
      };
      return { status, json: written(reply), headers: more };
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/acts/{id}',
    tag: 'acts',
    summary: '事项办到哪一步 · what became of an act',
    params: z.object({ id: named('the id of the request', '7f0c…') }),
    answers: { 200: z.union([decidedOut, storedOut, proposedOut, refusedOut]) },
    refuses: ['unknown-act'],
    async handle({ caller, params: { id } }): Promise<Answer | No> {
      const reply = await front.act(caller, id);
      if (!reply) return unknownAct(id);
      return { json: reply.state === 'refused' ? refusalTold(reply.id, reply.at, reply.refusal) : written(reply) };
    },
  });
}
