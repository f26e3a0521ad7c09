import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Identity } from './identity.js';
import { PREFIX } from './provider.js';

/** The provider as a part of a Hono application on node's server: it answers by itself everything under `PREFIX`. */
export function identityRoutes(identity: Identity): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all(`${PREFIX}/*`, async (c) => {
    const { incoming, outgoing } = c.env;
    // whoever is around this handler sees what came of it, and nobody clears up a request that is still being read
    const over = new Promise((resolve) => outgoing.once('close', resolve));
    identity.handle(incoming, outgoing);
    await over;
    return RESPONSE_ALREADY_SENT.clone();
  });
  return app;
}
