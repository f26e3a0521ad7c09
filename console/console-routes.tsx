import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addActPages } from './act-pages.js';
import { addApprovalPages } from './approval-pages.js';
import type { ConsoleDeps, Said } from './deps.js';
import { addInboxPage } from './inbox-page.js';
import { Layout, STYLE } from './layout.js';
import { addStartPage } from './start-page.js';
import { addUnitPages } from './unit-pages.js';
import { failing, type Method, type Pages } from './pages.js';
import { chooseLang, hereOf, langOf, type Known, type Shown, type Visit } from './visit.js';

const MOST_BYTES = 65_536;
const css = readFileSync(join(import.meta.dirname, 'console.css'), 'utf8');

const FOREIGN: Said = {
  code: 'not-allowed',
  zh: '这份表单不是本会话的页面发出的，未办理任何事项。请返回页面，刷新后重新提交。',
  en: 'This form did not come from a page of your session, and nothing was done. Go back, reload the page and send it again.',
};
const NOBODY: Said = {
  code: 'not-allowed',
  zh: '您已登录，但未受任何单位或者机构任命。请联系本单位负责人或者市生态环境部门。',
  en: 'You have signed in, but you are appointed by nobody. Ask whoever signs for your unit, or the city authority.',
};

async function fieldsOf(c: Context): Promise<ReadonlyMap<string, string>> {
  if (c.req.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/.test(c.req.header('content-type') ?? ''))
    return new Map();
  return new Map(new URLSearchParams(await c.req.text()));
}

async function visitOf(c: Context, deps: ConsoleDeps): Promise<Visit> {
  const lang = langOf(c);
  const signed = await deps.signedIn(c);
  const caller = signed && (await deps.callerOf(signed.session));
  return {
    ...{ c, deps, lang, here: hereOf(c), fields: await fieldsOf(c) },
    ...(signed ? { signed } : {}),
    ...(caller ? { caller } : {}),
    say: (zh, en) => (lang === 'zh' ? zh : en),
  };
}

async function answer(visit: Visit, shown: Shown): Promise<Response> {
  const { c } = visit;
  c.header('cache-control', 'no-store');
  if ('to' in shown) return c.redirect(shown.to, 303);
  const page: string = await (<Layout visit={visit} shown={shown} />).toString();
  return c.html(`<!doctype html>${page}`, (shown.status ?? 200) as ContentfulStatusCode);
}

/** Where to sign in and come back to; what was sent by a form is not sent again by itself. */
const signInFirst = ({ c, here }: Visit): Shown => {
  const back = c.req.method === 'GET' ? here : new URL(c.req.header('referer') ?? '/', c.req.url);
  const to = typeof back === 'string' ? back : `${back.pathname}${back.search}`;
  return { to: `/sign-in?ended&to=${encodeURIComponent(to)}` };
};

async function guarded(visit: Visit, show: (visit: Known) => Promise<Shown>): Promise<Shown> {
  const { c, deps, signed, caller, fields } = visit;
  if (!signed) return signInFirst(visit);
  if (!caller) return failing(visit, NOBODY);
  if (c.req.method === 'POST' && !deps.isOwnForm(c.req.raw, signed, fields.get('csrf'))) return failing(visit, FOREIGN);
  return show({ ...visit, signed, caller });
}

/** The pages of the platform, for people: forms and links alone, no script. */
export function consoleRoutes(deps: ConsoleDeps): Hono {
  const app = new Hono();
  const route = (method: Method, path: string, show: (visit: Visit) => Promise<Shown>): void => {
    app.on(method, path, bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
      deps.noted(c, path);
      const to = chooseLang(c);
      if (to !== undefined) return c.redirect(to, 303);
      const bare: Visit = {
        ...{ c, deps, lang: langOf(c), here: hereOf(c), fields: new Map() },
        say: (zh, en) => (langOf(c) === 'zh' ? zh : en),
      };
      try {
        const visit = await visitOf(c, deps);
        const tooMany = await deps.tooMany(c, visit.caller);
        const shown = tooMany ? failing(visit, tooMany) : await show(visit);
        if ('status' in shown && shown.wrong) deps.noted(c, path, shown.wrong.code);
        return await answer(visit, shown);
      } catch (error) {
        const no = deps.failed(error, c.req.method);
        deps.noted(c, path, no.code);
        return answer(bare, failing(bare, no));
      }
    });
  };
  const pages: Pages = {
    open: (path, show) => route('get', path, show),
    known: (method, path, show) => route(method, path, (visit) => guarded(visit, show)),
  };
  app.get(STYLE, (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }));
  addStartPage(pages);
  addUnitPages(pages);
  addInboxPage(pages);
  addApprovalPages(pages);
  addActPages(pages);
  return app;
}
