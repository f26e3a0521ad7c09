import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addActPages } from './act-pages.js';
import { addApprovalPages } from './approval-pages.js';
import { BadAddress, namedOnce, unreadForm } from './asked.js';
import type { ConsoleDeps, Said } from './deps.js';
import { addInboxPage } from './inbox-page.js';
import { Layout } from './layout.js';
import { addOwnLettersPage } from './own-letters-page.js';
import { addOwnSessionsPage } from './own-sessions-page.js';
import { addReceiptPages } from './receipt-pages.js';
import { addStartPage } from './start-page.js';
import { addStaticFiles } from './static-files.js';
import { addComparePage } from './auditor/compare-page.js';
import { addVerifyPage } from './auditor/verify-page.js';
import { addAmendmentPages } from './city/amendment-pages.js';
import { addMarketPages } from './city/market-pages.js';
import { addOfficePages } from './city/office-pages.js';
import { addPunctualityPage } from './city/punctuality-page.js';
import { addSeasonPage } from './city/season-page.js';
import { addBulkPage } from './district/bulk-page.js';
import { addCheckPage } from './district/check-page.js';
import { addTimetablePage } from './open/timetable-page.js';
import { addAttentionPage } from './operator/attention-page.js';
import { addCasePage } from './operator/case-page.js';
import { addBeginPages } from './documents/begin-page.js';
import { addPaperCheckPages } from './documents/check-page.js';
import { addDocumentPages } from './documents/document-page.js';
import { addFilesPages } from './documents/files-page.js';
import { addFillPages } from './documents/fill-page.js';
import { addSealPages } from './documents/seal-page.js';
import { addSubmitPages } from './documents/submit-page.js';
import { endedMeanwhile, failedMeanwhile, newSession } from './lost-session.js';
import { addBatchPages } from './propose/batch-page.js';
import { addConfirmPages } from './propose/confirm-page.js';
import { addProposePages } from './propose/propose-page.js';
import { addLettersPages } from './operator/letters-pages.js';
import { addTwinPages } from './twin-pages.js';
import { addAccountPage } from './unit/account-page.js';
import { addCalendarPage } from './unit/calendar-page.js';
import { addStatementFiles } from './unit/statement-file.js';
import { addLetterPage } from './unit/letter-page.js';
import { addRecordsPages } from './unit/records-pages.js';
import { addUnitPages } from './unit-pages.js';
import { addVerificationLists } from './verifier/verification-list.js';
import { addVerificationPage } from './verifier/verification-page.js';
import { failing, NOBODY, type Method, type Pages } from './pages.js';
import { marked } from './marked.js';
import { keptWhole } from './whole.js';
import { choose, hereOf, langOf, type Known, type Shown, type Visit } from './visit.js';

const MOST_BYTES = 65_536;
/** Of a page whose form is long: tables of some hundred rows. */
const MOST_BYTES_KEPT = 1_048_576;
/** Of a form with files, which is read piece by piece by whoever takes it in and bounds it. */
const UNREAD = Infinity;

const FOREIGN: Said = {
  code: 'not-allowed',
  zh: '这份表单不是本会话的页面发出的，未办理任何事项。请返回页面，刷新后重新提交。',
  en: 'This form did not come from a page of your session, and nothing was done. Go back, reload the page and send it again.',
};
/** What a form sent: its fields, and its files where it sends some. */
async function sentIn(c: Context): Promise<Pick<Visit, 'fields' | 'files'>> {
  const type = c.req.header('content-type') ?? '';
  if (c.req.method !== 'POST') return NOTHING;
  if (/^application\/x-www-form-urlencoded\b/.test(type))
    return { ...NOTHING, fields: onceEach([...new URLSearchParams(await c.req.text())]) };
  if (!/^multipart\/form-data\b/.test(type)) return NOTHING;
  const parts = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    // how the platform says that it is no multipart
    throw error instanceof TypeError ? unreadForm() : error;
  });
  namedOnce(Object.entries(parts).flatMap(([name, value]) => (Array.isArray(value) ? value.map(() => name) : [name])));
  const sent = Object.entries(parts);
  return {
    fields: new Map(sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
    files: new Map(sent.flatMap(([name, value]) => (value instanceof File ? [[name, value] as const] : []))),
  };
}

function onceEach(sent: readonly (readonly [name: string, value: string])[]): ReadonlyMap<string, string> {
  namedOnce(sent.map(([name]) => name));
  return new Map(sent);
}

const NOTHING: Pick<Visit, 'fields' | 'files'> = { fields: new Map(), files: new Map() };

const GARBLED: Said = {
  code: 'bad-input',
  zh: '地址或表单含有控制字符，未办理任何事项。请检查后重试。',
  en: 'The address or the form has control characters in it, and nothing was done. Check it and try again.',
};
const TOO_LARGE: Said = {
  code: 'too-large',
  zh: '提交的内容过大，未办理任何事项。请缩短后重新提交，或通过接口办理。',
  en: 'What was sent is too large, and nothing was done. Shorten it, or act by the API.',
};

/** A request before anything is known of who asks. */
const bare = (c: Context, deps: ConsoleDeps): Visit => {
  const lang = langOf(c);
  return { c, deps, lang, here: hereOf(c), ...NOTHING, say: (zh, en) => (lang === 'zh' ? zh : en) };
};

/** Who asks for what; a form with files that others read is left unread. */
async function visitOf(c: Context, all: ConsoleDeps, isRead: boolean): Promise<Visit> {
  const deps = c.req.method === 'GET' ? { ...all, ...all.forOneLook() } : all;
  const signed = await deps.signedIn(c);
  const caller = signed && (await deps.callerOf(signed.session));
  return {
    ...bare(c, deps),
    ...(isRead ? await sentIn(c) : NOTHING),
    ...(signed ? { signed } : {}),
    ...(caller ? { caller } : {}),
  };
}

/** Parts of a page may wait for what they show. */
// oxlint-disable-next-line typescript/no-base-to-string -- how hono/jsx renders
const whole = (page: object): string | Promise<string> => page.toString();

async function answer(visit: Visit, shown: Shown): Promise<Response> {
  const { c } = visit;
  c.header('cache-control', 'no-store');
  if ('to' in shown) return c.redirect(shown.to, 303);
  if ('stream' in shown) {
    for (const [name, value] of Object.entries(shown.headers)) c.header(name, value);
    return c.body(shown.stream);
  }
  if ('file' in shown) {
    c.header('content-disposition', `attachment; filename="${shown.name}"`);
    return c.body(Uint8Array.from(shown.file), 200, { 'content-type': shown.type });
  }
  const page = keptWhole(await whole(<Layout visit={visit} shown={shown} />));
  return c.html(
    `<!doctype html>${marked(page, shown.wrong?.inForm ?? [], visit.say)}`,
    (shown.status ?? 200) as ContentfulStatusCode,
  );
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

/** The same for a form whose content is not to be lost: a session that has ended, or begun anew, is told on a page that keeps it. */
async function guardedKeeping(visit: Visit, show: (visit: Known) => Promise<Shown>): Promise<Shown> {
  const { c, deps, signed, caller, fields } = visit;
  if (!signed) return endedMeanwhile(visit);
  if (!caller) return failing(visit, NOBODY);
  if (deps.isOwnForm(c.req.raw, signed, fields.get('csrf'))) return show({ ...visit, signed, caller });
  // from a page of ours all the same: another session showed it
  return deps.isOwnForm(c.req.raw, signed, signed.formToken) ? newSession(visit) : failing(visit, FOREIGN);
}

/** A form with files is looked at as it is read: whoever takes them in knows whether a page of this session sent it. */
const guardedSending = (visit: Visit, show: (visit: Known) => Promise<Shown>): Promise<Shown> => {
  const { signed, caller } = visit;
  if (!signed) return Promise.resolve(signInFirst(visit));
  return caller ? show({ ...visit, signed, caller }) : Promise.resolve(failing(visit, NOBODY));
};

/** What no text of anybody's has in it. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;

const garbled = ({ c, fields }: Visit): Said | undefined =>
  [...Object.values(c.req.param()), ...Object.values(c.req.query()), ...fields.values()].some((text) => CONTROL.test(text))
    ? GARBLED
    : undefined;

async function shownTo(visit: Visit, path: string, show: (visit: Visit) => Promise<Shown>): Promise<Response> {
  const { c, deps, caller } = visit;
  const no = (await deps.tooMany(c, caller)) ?? garbled(visit);
  namedOnce(new URL(c.req.url).searchParams.keys());
  const shown = no ? failing(visit, no) : await show(visit);
  const told = 'body' in shown ? (shown.wrong ?? shown.no) : undefined;
  if (told) deps.noted(c, path, told.code);
  return answer(visit, shown);
}

const MORE = [
  ...[addCheckPage, addBulkPage, addPunctualityPage, addSeasonPage, addAttentionPage, addCasePage, addComparePage, addVerifyPage],
  ...[addTimetablePage, addAccountPage, addRecordsPages, addLetterPage, addCalendarPage],
  ...[addBeginPages, addFillPages, addFilesPages, addPaperCheckPages, addSealPages, addSubmitPages, addDocumentPages],
  ...[addVerificationLists, addVerificationPage],
  ...[addProposePages, addBatchPages, addConfirmPages, addAmendmentPages, addOfficePages, addMarketPages],
  ...[addLettersPages, addStatementFiles],
];

/** The pages of the platform, for people: forms and links; a script makes them handier and is never needed. */
export function consoleRoutes(deps: ConsoleDeps): Hono {
  const app = new Hono();
  const route = (method: Method, path: string, show: (visit: Visit) => Promise<Shown>, most = MOST_BYTES): void => {
    const limit: MiddlewareHandler =
      method === 'get' || most === UNREAD
        ? (_, next) => next()
        : bodyLimit({ maxSize: most, onError: (c) => answer(bare(c, deps), failing(bare(c, deps), TOO_LARGE)) });
    app.on(method, path, limit, async (c) => {
      deps.noted(c, path);
      const to = choose(c);
      if (to !== undefined) return c.redirect(to, 303);
      let visit = bare(c, deps);
      try {
        visit = await visitOf(c, deps, most !== UNREAD);
        return await shownTo(visit, path, show);
      } catch (error) {
        if (error instanceof BadAddress) return await answer(visit, failing(visit, error.no));
        const no = deps.failed(error, c.req.method);
        deps.noted(c, path, no.code);
        // who asks was not even known: what they sent was not read yet
        if (most !== UNREAD && visit.fields.size === 0) visit = { ...visit, ...(await sentIn(c)) };
        return answer(visit, visit.fields.size > 0 ? failedMeanwhile(visit, no) : failing(visit, no));
      }
    });
  };
  const pages: Pages = {
    open: (path, show) => route('get', path, show),
    known: (method, path, show, most) => route(method, path, (visit) => guarded(visit, show), most),
    keeping: (path, show) => route('post', path, (visit) => guardedKeeping(visit, show), MOST_BYTES_KEPT),
    sending: (path, show) => route('post', path, (visit) => guardedSending(visit, show), UNREAD),
  };
  addStaticFiles(app);
  addStartPage(pages);
  addUnitPages(pages);
  addInboxPage(pages);
  addOwnLettersPage(pages);
  addOwnSessionsPage(pages);
  addApprovalPages(pages);
  for (const add of MORE) add(pages);
  addActPages(pages);
  addReceiptPages(pages);
  if (deps.twin) addTwinPages(pages);
  return app;
}
