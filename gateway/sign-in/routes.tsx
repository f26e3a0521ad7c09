import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { RETRY_AFTER, statusOf } from '../no.js';
import { sent } from './page.js';
import { PAGE_HEADERS, STYLE } from './page-headers.js';
import { NotSignedInPage, SignedOutPage, SignInPage, SignOutPage } from './pages.js';
import { ownPath } from './own-path.js';
import { SigningInHere, type SignInDeps } from './signing-in-here.js';
import { withSession, type SignedEnv } from './signed-in.js';

const MOST_BYTES = 16_384;
const UNAVAILABLE = 503;
const css = readFileSync(join(import.meta.dirname, 'sign-in.css'), 'utf8');

/** Everything by which people sign in and out, with the pages for it. */
export function signInRoutes(deps: SignInDeps): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();
  const { madeUp } = deps;
  const here = new SigningInHere(deps);
  const goesTo = (c: Context): string => ownPath(c.req.query('to'));
  for (const path of ['/sign-in/*', '/sign-out/*', '/signed-out/*'])
    app.use(path, bodyLimit({ maxSize: MOST_BYTES }), withSession(deps), async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(PAGE_HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
    });
  const hinted = (c: Context): { hint?: string } => {
    const hint = c.req.query('as');
    return hint === undefined || hint.length > 100 ? {} : { hint };
  };
  const failed = (c: Context<SignedEnv>, status: ContentfulStatusCode, zh: string, en: string): Response =>
    c.html(sent(<NotSignedInPage madeUp={madeUp} what={{ zh, en }} goesTo={c.get('goesTo') ?? goesTo(c)} />), status);
  app.onError((error, c) => {
    // a program is answered as everywhere else
    if (c.req.header('accept')?.includes('text/html') !== true) throw error;
    const no = deps.failed(error, c.req.method);
    const status = statusOf(no.code) as ContentfulStatusCode;
    if (status === UNAVAILABLE) c.header('retry-after', String(RETRY_AFTER));
    return failed(c, status, no.zh, no.en);
  });

  app.get(STYLE, (c) => c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }));
  app.get('/sign-in', (c) =>
    c.html(sent(<SignInPage madeUp={madeUp} goesTo={goesTo(c)} ended={c.req.query('ended') !== undefined} />)),
  );
  app.get('/sign-in/start', (c) => here.start(c, { goesTo: goesTo(c), stepUp: false, ...hinted(c) }, failed));
  app.get('/sign-in/step-up', async (c) => {
    if (!c.get('signed')) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(goesTo(c))}`, 303);
    return await here.start(c, { goesTo: goesTo(c), stepUp: true }, failed);
  });
  app.get('/sign-in/callback', (c) => here.finish(c, failed));
  app.get('/sign-in/provider', (c) => c.json(deps.commandLine));
  app.get('/sign-out', (c) => {
    const signed = c.get('signed');
    return signed ? c.html(sent(<SignOutPage madeUp={madeUp} formToken={signed.formToken} />)) : c.redirect('/signed-out', 303);
  });
  app.post('/sign-out', (c) => here.signOut(c, failed));
  app.post('/sign-out/token', (c) => here.endToken(c));
  app.get('/sign-out/elsewhere', (c) => here.signOutElsewhere(c));
  app.get('/signed-out', (c) => c.html(sent(<SignedOutPage madeUp={madeUp} elsewhere />)));
  app.get('/signed-out/everywhere', (c) => c.html(sent(<SignedOutPage madeUp={madeUp} elsewhere={false} />)));
  return app;
}
