import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { PAGE_HEADERS } from '../../gateway/sign-in/page-headers.js';
import { isOwnRequest } from '../../gateway/sign-in/own-request.js';
import { SigningIn, type InteractionParts } from './signing-in.js';
import { PREFIX } from './provider.js';

type Env = { Bindings: HttpBindings };

const MOST_BYTES = 16_384;

/** The pages of one sign-in, each a form: password, one-time code, a test person's button. */
export function interactionPages(parts: InteractionParts): Hono<Env> {
  const app = new Hono<Env>();
  const at = `${PREFIX}/interaction/:uid`;
  const one = (work: (signing: SigningIn) => Promise<Response>) => async (c: Context<Env>) => work(await SigningIn.of(c, parts));
  app.use(`${at}/*`, async (c, next) => {
    if (!isOwnRequest(c.req.raw, parts.origin)) return c.text('请求来自其他网站 / another site asks', 403, PAGE_HEADERS);
    await next();
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
    return undefined;
  });
  app.use(`${at}/*`, bodyLimit({ maxSize: MOST_BYTES }));
  app.onError((error, c) => {
    if (error.name === 'SessionNotFound')
      return c.text(
        '登录已过期，请回到原来的页面重新登录 / this sign-in has expired: go back and sign in again',
        400,
        PAGE_HEADERS,
      );
    if (error instanceof HTTPException) return error.getResponse();
    // not the detail of a database's error, which has values in it
    process.stderr.write(`identity: ${error.name}: ${error.message}\n`);
    return c.text('暂时无法登录，请稍后再试 / signing in does not work just now: try again soon', 503, PAGE_HEADERS);
  });
  app.get(
    at,
    one((signing) => signing.page()),
  );
  app.post(
    `${at}/password`,
    one((signing) => signing.password()),
  );
  app.post(
    `${at}/totp`,
    one((signing) => signing.code()),
  );
  app.post(
    `${at}/as`,
    one((signing) => signing.testPerson()),
  );
  app.post(
    `${at}/cancel`,
    one((signing) => signing.cancel()),
  );
  return app;
}
