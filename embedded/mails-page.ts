import { readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { bytesOfFile } from '../records/bounded-file.js';
import { onLoopback, type OnLoopback } from './on-loopback.js';
import type { Undelivered } from './undelivered.js';
import { choosePorts, LOOPBACK, type Ports } from './ports.js';

/** Mails on one page of the list. */
const A_PAGE = 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const STYLE = `body{font:16px/1.5 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:62rem;padding:0 1rem;color:#1b1f24}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d8dee4;vertical-align:top}
td.date{white-space:nowrap;color:#57606a}a{color:#0b57d0;text-decoration:none}a:hover{text-decoration:underline}
pre{white-space:pre-wrap;font:inherit;background:#f6f8fa;padding:1rem;border-radius:.4rem}dt{color:#57606a;float:left;clear:left;width:8rem}dd{margin-left:8rem}
iframe{width:100%;height:42rem;border:1px solid #d8dee4;border-radius:.4rem;margin-top:1rem}`;

const page = (title: string, body: string, refresh: boolean): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${
    refresh ? '<meta http-equiv="refresh" content="5">' : ''
  }<title>${escape(title)}</title><style>${STYLE}</style></head><body><h1>${escape(title)}</h1>${body}</body></html>`;

/** A mail's date in Beijing, to the second. */
const beijing = (date: Date | undefined): string => {
  if (!date || Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
};

const recipients = (to: ParsedMail['to']): string =>
  [to]
    .flat()
    .map((one: AddressObject | undefined) => one?.text ?? '')
    .join(', ');

/** What the mail server takes is bounded, and so is this. */
const MAIL_MAX = 64 * 1_024 * 1_024;
const mailIn = (folder: string, name: string): Buffer => bytesOfFile(join(folder, `${name}.eml`), MAIL_MAX);

/** Mails never change once they are there: each is parsed once. */
const parsedMails = (folder: string): ((name: string) => Promise<ParsedMail>) => {
  const known = new Map<string, Promise<ParsedMail>>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const parsed = Promise.resolve().then(() => simpleParser(mailIn(folder, name)));
    parsed.catch(() => known.delete(name));
    known.set(name, parsed);
    return parsed;
  };
};

const notDelivered = (letters: readonly Undelivered[]): string => {
  if (letters.length === 0) return '';
  const rows = letters.map(
    ({ state, to, subject, attempts, said }) =>
      `<tr><td>${state === 'refused' ? '被拒收 refused for good' : '待发 waiting'}</td><td>${escape(to)}</td><td>${escape(subject)}</td><td>${String(attempts)}</td><td>${escape(said)}</td></tr>`,
  );
  const head =
    '<tr><th>状态 State</th><th>收件人 To</th><th>主题 Subject</th><th>尝试 Attempts</th><th>邮件服务器答复 The server said</th></tr>';
  return `<h2>未送达 Not delivered(${String(letters.length)})</h2><table>${head}${rows.join('')}</table><h2>已收到 Received</h2>`;
};

const listOf = async (
  folder: string,
  mailOf: (name: string) => Promise<ParsedMail>,
  first: number,
  waiting: string,
): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort((a, b) => (a < b ? 1 : -1));
  const shown = names.slice(first, first + A_PAGE).map((name) => name.slice(0, -'.eml'.length));
  const rows = await Promise.all(
    shown.map(async (name) => {
      const mail = await mailOf(name);
      return `<tr><td class="date">${escape(beijing(mail.date))}</td><td>${escape(recipients(mail.to))}</td><td><a href="/mail/${encodeURIComponent(name)}">${escape(mail.subject ?? '(无主题 no subject)')}</a></td></tr>`;
    }),
  );
  const older =
    first + A_PAGE < names.length ? `<p><a href="/?from=${String(first + A_PAGE)}">更早的邮件 older mails</a></p>` : '';
  const head = '<tr><th>日期 Date</th><th>收件人 To</th><th>主题 Subject</th></tr>';
  const body = names.length === 0 ? '<p>还没有邮件。 No mail yet.</p>' : `<table>${head}${rows.join('')}</table>${older}`;
  return page(`邮件 Mails(${String(names.length)})`, first === 0 ? waiting + body : body, first === 0);
};

const mailPage = (mail: ParsedMail, name: string): string => {
  const terms = [
    ['日期 Date', beijing(mail.date)],
    ['发件人 From', mail.from?.text ?? ''],
    ['收件人 To', recipients(mail.to)],
    ['编号 ID', mail.messageId ?? ''],
  ].map(([term = '', value = '']) => `<dt>${term}</dt><dd>${escape(value) || '–'}</dd>`);
  const at = `/mail/${encodeURIComponent(name)}`;
  const parts = mail.attachments.map(({ filename, contentType }) => escape(`${filename ?? contentType} (${contentType})`));
  const html =
    typeof mail.html === 'string' ? `<iframe sandbox src="${at}.html" title="收件人所见 as recipients see it"></iframe>` : '';
  const body = `<p><a href="/">← 全部邮件 all mails</a></p><dl>${terms.join('')}</dl>${html}<h2>纯文本 Text</h2><pre>${escape(mail.text ?? '')}</pre>${
    parts.length === 0 ? '' : `<p>附件 Attached: ${parts.join('、')}</p>`
  }<p><a href="${at}.eml">原文 source</a></p>`;
  return page(mail.subject ?? '(无主题 no subject)', body, false);
};

const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** A letter's own HTML may do nothing: no script, no picture from elsewhere, no form. */
const LETTER = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer, more = {}): void => {
  response.writeHead(status, { ...HEADERS, ...more, 'content-type': `${type}; charset=utf-8` });
  response.end(body);
};

/** Starts the page that lists what did not go out, then the mails of a folder, newest first, and shows each. Throws `port-in-use`. */
export const startMailsPage = async (
  folder: string,
  wanted: Partial<Ports>,
  env: NodeJS.ProcessEnv,
  undelivered: () => Promise<readonly Undelivered[]> = () => Promise.resolve([]),
): Promise<OnLoopback> => {
  const { mails: port = 0 } = await choosePorts(['mails'], wanted, env);
  const mailOf = parsedMails(folder);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`);
    if (url.pathname === '/') {
      const first = Math.max(0, Math.trunc(Number(url.searchParams.get('from') ?? '0')) || 0);
      send(response, 200, 'text/html', await listOf(folder, mailOf, first, notDelivered(await undelivered())));
      return;
    }
    // Only names this server gave itself lead to a file.
    const found = /^\/mail\/([\dTZ-]+)(\.eml|\.html)?$/.exec(url.pathname);
    const [, name, source] = found ?? [];
    if (name === undefined) send(response, 404, 'text/plain', '没有这一页。 No such page.\n');
    else if (source === undefined) send(response, 200, 'text/html', mailPage(await mailOf(name), name));
    else if (source === '.html') send(response, 200, 'text/html', (await mailOf(name)).html || '', LETTER);
    else send(response, 200, 'text/plain', mailIn(folder, name));
  };
  return onLoopback((request, response) => {
    answer(request, response).catch(() => {
      send(response, 404, 'text/plain', '没有这封邮件。 No such mail.\n');
    });
  }, port);
};
