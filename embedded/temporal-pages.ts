import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { onLoopback, type OnLoopback } from './on-loopback.js';
import { LOOPBACK } from './ports.js';

/** What the pages ask by POST and what changes nothing: a question to a case. */
const QUERY = /^\/api\/v1\/namespaces\/[^/]+\/workflows\/[^/]+(\/runs\/[^/]+)?\/query(\/[^/]+)?$/;

const READS = new Set(['GET', 'HEAD']);

/** Names under which these pages are asked for on this machine; a page of another name cannot have a browser read them. */
const OWN_NAMES = new Set([LOOPBACK, 'localhost', '[::1]']);

/** The pages of a Temporal server of which the actions that write are off, as its own server of pages has them off in service. */
const readOnly = (behind: string): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    const { hostname, pathname } = new URL(c.req.url);
    if (!OWN_NAMES.has(hostname)) return c.json({ message: 'unknown host' }, 403);
    if (READS.has(c.req.method) || (c.req.method === 'POST' && QUERY.test(pathname))) return next();
    return c.json(
      { message: '此页面只供查看；办理事项请用 luyue。 These pages are for looking: act through luyue.', code: 7 },
      403,
    );
  });
  app.get('/api/v1/settings', async (c) => {
    const answer = await fetch(`${behind}/api/v1/settings`);
    const settings = (await answer.json()) as object;
    return c.json({ ...settings, DisableWriteActions: true });
  });
  app.all('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return proxy(`${behind}${pathname}${search}`, { raw: c.req.raw, headers: { ...c.req.header(), host: new URL(behind).host } });
  });
  app.onError((_, c) => c.json({ message: 'Temporal 没有答复 · Temporal does not answer' }, 502));
  return app;
};

/** Shows the pages of a server that has no switch for it, for looking only. Throws where the port is held. */
export const showTemporalPages = (behind: string, port: number): Promise<OnLoopback> => {
  const answer = getRequestListener(readOnly(behind).fetch);
  return onLoopback((request, response) => void answer(request, response), port);
};
