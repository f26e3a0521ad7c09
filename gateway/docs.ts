import { html } from 'hono/html';
import type { Gateway, Guard } from './endpoint.js';
import { statusOf, titleOf } from './no.js';
import { REFUSAL_CODES } from '../domain/model/refusal.js';

/** The title under which the contract goes. */
const CONTRACT = {
  openapi: '3.1.0',
  info: {
    title: 'luyue 履约',
    version: '1',
    description:
      'The yearly compliance cycle of the carbon market of Beijing. Instants are written with +08:00, quantities as text. Errors are problems (RFC 9457) with a code, Chinese and English.',
  },
} as const;

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}
interface Contract {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const STYLE = `:root { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1b1b1b; background: #fff; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
pre { background: #f4f4f4; padding: 0.75rem; overflow: auto; }
td, th { text-align: left; vertical-align: top; padding: 0.2rem 1rem 0.2rem 0; }
a { color: #0b5394; }
summary { cursor: pointer; }
@media print { details > * { display: block; } }
`;

/** One page of the gateway's own, for people. */
const page = (title: string, body: unknown) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;

const sayOperation = (
  path: string,
  method: string,
  { summary = '', security, parameters = [], requestBody, responses = {} }: Operation,
) =>
  html`<section id="${method}-${path}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${summary}${security ? '' : '（无须登录 open to all）'}</p>
    ${
      parameters.length === 0
        ? ''
        : html`<p>
            参数 takes:
            ${parameters.map((one, at) => html`${at === 0 ? '' : ', '}<code>${one.name}${one.required ? '' : '?'}</code> (${one.in})`)}
          </p>`
    }
    ${
      requestBody
        ? html`<details>
            <summary>请求 body</summary>
            <pre>${JSON.stringify(requestBody, null, 2)}</pre>
          </details>`
        : ''
    }
    <table>
      ${Object.entries(responses).map(
        ([status, { description = '' }]) =>
          html`<tr>
            <th>${status}</th>
            <td>${description}</td>
          </tr>`,
      )}
    </table>
  </section>`;

const sayContract = ({ paths = {}, components = {} }: Contract) =>
  page(
    'luyue 履约 · API',
    html`<h1>luyue 履约 · API</h1>
      <p>${CONTRACT.info.description} <a href="/openapi.json">openapi.json</a></p>
      <h2>调用 calls</h2>
      ${Object.entries(paths).map(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => sayOperation(path, method, operation)),
      )}
      <h2>内容 shapes</h2>
      ${Object.entries(components.schemas ?? {}).map(
        ([name, schema]) =>
          html`<details id="schema-${name}">
            <summary><code>${name}</code></summary>
            <pre>${JSON.stringify(schema, null, 2)}</pre>
          </details>`,
      )}
      <h2>拒绝 refusals</h2>
      <table>
        ${REFUSAL_CODES.map(
          (code) =>
            html`<tr id="${code}">
              <th><code>${code}</code></th>
              <td>${statusOf(code)} ${titleOf(statusOf(code))}</td>
            </tr>`,
        )}
      </table>`,
  );

/** `GET /openapi.json` and `GET /docs`: the contract, for programs and for people. */
export function addDocs(app: Gateway, guard: Guard): void {
  let contract: object | undefined;
  const written = (): object => (contract ??= app.getOpenAPI31Document({ ...CONTRACT, info: { ...CONTRACT.info } }));
  app.get('/openapi.json', guard, (c) => c.json(written()));
  app.get('/docs', guard, (c) => c.html(sayContract(written() as Contract)));
  app.get('/docs.css', guard, (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
}

/** `GET /`: where to go, while there are no other pages. */
export function addStartPage(app: Gateway, guard: Guard): void {
  const body = html`<h1>luyue 履约</h1>
    <p>北京市碳排放权交易管理 · the yearly compliance cycle of the carbon market of Beijing</p>
    <ul>
      <li><a href="/sign-in">登录 sign in</a></li>
      <li><a href="/docs">接口说明 how programs speak to it</a></li>
      <li><a href="/api/v1/timetable.ics">履约日历 the timetable, for a calendar</a></li>
    </ul>`;
  app.get('/', guard, (c) => c.html(page('luyue 履约', body)));
}
