import { z } from '@hono/zod-openapi';
import { isoOf } from '../domain/model/instant.js';
import { PARTY_KINDS } from '../parties/caller.js';
import { add, type Gateway, type Guard } from './endpoint.js';
import { instantOut } from './shapes.js';

const appointmentOut = z
  .object({
    kind: z.enum(PARTY_KINDS),
    party: z.string(),
    role: z.string(),
    from: instantOut,
    until: instantOut.optional(),
  })
  .openapi('Appointment');

/** `GET /me`: who one is here, and for whom one may act. */
export function addMe(app: Gateway, guard: Guard): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/me',
    tag: 'me',
    summary: '本人 · who you are here',
    answers: {
      200: z
        .object({
          person: z.string().openapi({ example: 'p-0007' }),
          actor: z.string().optional().openapi({ description: 'how a test person is spelt' }),
          client: z.string().optional(),
          steppedUpAt: instantOut.optional(),
          appointments: z.array(appointmentOut),
        })
        .openapi('Me'),
    },
    handle: ({ caller: { person, testActor, client, steppedUpAt, appointments } }) =>
      Promise.resolve({
        json: {
          person,
          ...(testActor ? { actor: testActor.actor } : {}),
          ...(client === undefined ? {} : { client }),
          ...(steppedUpAt === undefined ? {} : { steppedUpAt: isoOf(steppedUpAt) }),
          appointments: appointments.map(({ kind, party, role, from, until }) => ({
            kind,
            party,
            role,
            from: isoOf(from),
            ...(until === undefined ? {} : { until: isoOf(until) }),
          })),
        },
      }),
  });
}
