import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMailsPage } from '../../embedded/mails-page.js';
import type { OnLoopback } from '../../embedded/on-loopback.js';
import { startSmtp, type MailCatcher } from '../../embedded/smtp.js';
import { temporaryFolder } from './folders.js';

let catcher: MailCatcher;
let page: OnLoopback;

beforeEach(async () => {
  catcher = await startSmtp(join(await temporaryFolder(), 'mails'), {}, {});
  page = await startMailsPage(catcher.folder, {}, {});
});

afterEach(async () => {
  await Promise.all([page.stop(), catcher.stop()]);
});

const send = (mail: SendMailOptions): Promise<unknown> =>
  nodemailer.createTransport(catcher.url).sendMail({ from: '"北京市生态环境局" <city@authority.example>', ...mail });

const textOf = async (path: string): Promise<string> => (await fetch(new URL(path, page.url))).text();

const linkIn = (list: string): string => /href="(\/mail\/[^"]+)"/.exec(list)?.[1] ?? 'none';

test('a mail in Chinese is kept whole and shown right, subject, recipient, date in Beijing and text', async () => {
  await send({
    to: '"示例热力有限公司" <ops@bj-0001.example>',
    subject: '提醒:请于2024年6月15日前报送碳排放报告(剩余7天)',
    text: '依据京环发〔2024〕8号……\n第二行',
    date: new Date('2024-06-07T17:00:00Z'),
  });
  expect(catcher.count()).toBe(1);
  const list = await textOf('/');
  expect(list).toContain('提醒:请于2024年6月15日前报送碳排放报告(剩余7天)');
  expect(list).toContain('示例热力有限公司');
  expect(list).toContain('2024-06-08 01:00:00');
  const mail = await textOf(linkIn(list));
  expect(mail).toContain('依据京环发〔2024〕8号……\n第二行');
  expect(mail).toContain('北京市生态环境局');
  expect(await textOf(`${linkIn(list)}.eml`)).toMatch(/^Subject: =\?UTF-8\?/m);
});

test('the newest mail stands first', async () => {
  for (const subject of ['first', 'second', 'third']) await send({ to: 'a@b.example', subject, text: subject });
  const subjects = [...(await textOf('/')).matchAll(/>(first|second|third)</g)].map((match) => match[1]);
  expect(subjects).toEqual(['third', 'second', 'first']);
  expect(await readdir(catcher.folder)).toHaveLength(3);
});

test('what a mail says is shown as text, never run as a page', async () => {
  await send({ to: 'a@b.example', subject: '<script>alert(1)</script>', text: '<img src=x onerror=alert(2)>' });
  const list = await textOf('/');
  const mail = await textOf(linkIn(list));
  expect(list + mail).not.toMatch(/<script|<img/);
  expect(mail).toContain('&lt;img src=x onerror=alert(2)&gt;');
});

test('a letter is shown as its recipients see it, beside its text, and may do nothing there', async () => {
  const calendar = { filename: '期限.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' };
  await send({ to: 'a@b.example', subject: 's', text: '文字', html: '<h1>信</h1><script>x</script>', attachments: [calendar] });
  const link = linkIn(await textOf('/'));
  const mail = await textOf(link);
  expect(mail).toContain(`<iframe sandbox src="${link}.html"`);
  expect(mail).toContain('文字');
  expect(mail).toContain('期限.ics (text/calendar)');
  const letter = await fetch(new URL(`${link}.html`, page.url));
  expect(await letter.text()).toContain('<h1>信</h1>');
  expect(letter.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
});

test('only mails can be read, nothing beside them', async () => {
  await writeFile(join(catcher.folder, '..', '20240101T000000000Z-1-000001.eml'), 'Subject: secret\n\nsecret');
  for (const path of [
    '/mail/..%2f20240101T000000000Z-1-000001',
    '/mail/../secret',
    '/mail/20240101T000000000Z-1-000009',
    '/other',
  ]) {
    const answer = await fetch(new URL(path, page.url));
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('a mail larger than ten megabytes is refused to its sender and not counted', async () => {
  const text = 'x'.repeat(11 * 1024 * 1024);
  await expect(send({ to: 'a@b.example', subject: 'large', text })).rejects.toMatchObject({ responseCode: 552 });
  expect(catcher.count()).toBe(0);
  expect(await readdir(catcher.folder)).toEqual([]);
});

test('what did not go out stands first, with what the mail server said', async () => {
  const letters = [
    { state: 'refused', to: 'ops@bj-0001.example', subject: '【提醒】', attempts: 1, said: '550 5.1.1 <ops> unknown' },
    { state: 'waiting', to: 'ops@bj-0002.example', subject: '【逾期】', attempts: 3, said: '450 4.2.0 greylisted' },
  ] as const;
  const other = await startMailsPage(catcher.folder, {}, {}, () => Promise.resolve(letters));
  try {
    const list = await (await fetch(other.url)).text();
    expect(list).toContain('未送达 Not delivered(2)');
    expect(list).toMatch(/refused for good.*550 5\.1\.1 &lt;ops&gt; unknown.*待发 waiting.*450 4\.2\.0 greylisted/);
  } finally {
    await other.stop();
  }
});
