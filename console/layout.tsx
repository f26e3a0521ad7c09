import { actorOf } from '../parties/caller.js';
import type { Said } from './said.js';
import { TwinBanner } from './twin-pages.js';
import { partySaid } from './words.js';
import { isLarge, withQuery, type Shown, type Visit } from './visit.js';

/** Where the style sheet of the pages lies. */
export const STYLE = '/console.css';
/** And the script that makes them handier. */
export const SCRIPT = '/console.js';

const SEES_ALL = ['city', 'auditor', 'operator'];

const kindsOf = ({ caller }: Visit): string[] => [...new Set(caller?.appointments.map(({ kind }) => kind) ?? [])];

const Who = ({ visit }: { visit: Visit }) => {
  const { caller, signed, say } = visit;
  // a page that answers a form keeps what was written: one signs in beside it
  const beside = visit.c.req.method === 'POST' ? { target: '_blank', rel: 'noopener' } : {};
  if (!signed)
    return (
      <a href={`/sign-in?to=${encodeURIComponent(visit.here)}`} {...beside}>
        {say('登录', 'Sign in')}
      </a>
    );
  const [first] = caller?.appointments ?? [];
  const kinds = kindsOf(visit).map((kind) => partySaid(visit, kind));
  return (
    <>
      <span class="who">
        <b>{caller && first ? actorOf(caller, first.party) : signed.session.subject}</b>
        {kinds.length > 0 && ` · ${kinds.join(visit.say('、', ', '))}`}
      </span>
      {caller && <a href="/me/letters">{say('我的', 'Mine')}</a>}
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={signed.formToken} />
        <button class="link" type="submit">
          {say('退出', 'Sign out')}
        </button>
      </form>
    </>
  );
};

const Ways = ({ visit }: { visit: Visit }) => {
  const kinds = kindsOf(visit);
  const { say } = visit;
  if (kinds.length === 0) return <></>;
  const has = (...some: string[]): boolean => kinds.some((kind) => some.includes(kind));
  const ways = [
    ['/', say('首页', 'Start')],
    // the exchange sees no unit: what it sends names them
    ...(kinds.every((kind) => kind === 'exchange') ? [] : [['/units', say('单位', 'Units')]]),
    ...(has('exchange') ? [['/auctions', say('竞价', 'Auctions')]] : [['/inbox', say('待办', 'Inbox')]]),
    ...(has('verifier') ? [['/verifications', say('核查', 'Verifications')]] : []),
    ...(has('city', 'operator') ? [['/propose', say('提出', 'Propose')]] : []),
    ...(has(...SEES_ALL) ? [['/approvals', say('待批', 'Approvals')]] : []),
    ...(has(...SEES_ALL) ? [['/season', say('全市', 'Season')]] : []),
    ...(has('district', ...SEES_ALL) ? [['/punctuality', say('检查', 'Checks')]] : []),
    ...(has(...SEES_ALL) ? [['/attention', say('运行', 'Running')]] : []),
    ...(has('auditor')
      ? [
          ['/compare', say('比较', 'Compare')],
          ['/verify', say('核验', 'Verify')],
        ]
      : []),
    ['/timetable', say('日历', 'Timetable')],
  ];
  const at = (path: string): boolean => (path === '/' ? visit.here === '/' : visit.here.startsWith(path));
  return (
    <nav aria-label={say('主导航', 'Main')}>
      {ways.map(([path = '', name]) => (
        <a href={path} aria-current={at(path) ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
};

/** What is wrong, each with the way to its field: `console/marked.ts` says where that is. */
const Summary = ({ visit: { say, lang }, wrong }: { visit: Visit; wrong: Said }) => {
  const { inForm: fields = [] } = wrong;
  const each = fields.length > 0 ? fields : [{ name: undefined, zh: wrong.zh, en: wrong.en }];
  const many = String(fields.length);
  return (
    <div class="notice wrong" role="alert" tabindex={-1} autofocus>
      {fields.length > 1 && <p>{say(`有 ${many} 处须更正：`, `${many} to be put right:`)}</p>}
      {each.map(({ name, zh, en }) => (
        <>
          <p lang="zh-CN">
            <strong>{name !== undefined && lang === 'zh' ? <a data-at={name}>{zh}</a> : zh}</strong>
          </p>
          <p lang="en">{name !== undefined && lang === 'en' ? <a data-at={name}>{en}</a> : en}</p>
        </>
      ))}
    </div>
  );
};

/** A whole page: who one is on top, the answer in the middle. */
export const Layout = ({ visit, shown }: { visit: Visit; shown: Extract<Shown, { title: string }> }) => {
  const { lang, say, deps, here } = visit;
  const { title, body, wrong } = shown;
  const back = visit.c.req.method === 'GET' ? here : '/';
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} class={isLarge(visit.c) ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${wrong ? say('错误：', 'Error: ') : ''}${title} · ${say('履约', 'luyue')}`}</title>
        <link rel="stylesheet" href={STYLE} />
        <script src={SCRIPT} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          {say('跳到正文', 'Skip to the content')}
        </a>
        <header>
          <div class="bar">
            <a class="name" href="/">
              <b>履约</b> <span>{say('北京市碳排放权交易管理平台', 'Carbon market of Beijing')}</span>
            </a>
            <div class="account">
              <Who visit={visit} />
              <a href={withQuery(back, { lang: lang === 'zh' ? 'en' : 'zh' })} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
                {lang === 'zh' ? 'English' : '中文'}
              </a>
              <a href={withQuery(back, { size: isLarge(visit.c) ? 'usual' : 'large' })}>
                {isLarge(visit.c) ? say('标准字号', 'Usual text') : say('大字', 'Larger text')}
              </a>
            </div>
          </div>
          <Ways visit={visit} />
        </header>
        {deps.twin ? (
          <TwinBanner visit={visit} />
        ) : (
          deps.madeUp && (
            <aside class="made-up" aria-label={say('说明', 'Note')}>
              {say('演示平台：人员和账户均为虚构。', 'A demonstration: people and accounts are made up.')}
            </aside>
          )
        )}
        <main id="main">
          <h1>{title}</h1>
          {wrong && <Summary visit={visit} wrong={wrong} />}
          {body}
        </main>
        <footer>
          <a href="/docs">{say('接口说明', 'For programs')}</a>
          <a href="/api/v1/timetable.ics">{say('履约日历', 'Calendar')}</a>
        </footer>
      </body>
    </html>
  );
};
