import { spawnSync } from 'node:child_process';
import { default as ICAL } from 'ical.js';
import { simpleParser } from 'mailparser';
import nodeIcal from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer, type Mailer } from '../../activities/adapters/mail.js';
import { sendLetter } from '../../activities/send-letter.js';
import { compose } from '../../letters/compose.js';
import { asHtml } from '../../letters/html.js';
import { asText } from '../../letters/text.js';
import type { CalendarDate } from '../../records/deliveries.js';
import { startReceiver, type Receiver } from '../activities/receiver.js';
import { SAMPLES } from './samples.js';

const HOUSE = { url: 'https://luyue.example', name: '北京市碳排放权交易管理平台', help: '010-12345678' };
const NAMES = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
const date = (sequence: number, cancelled: boolean, duty = 'surrender'): CalendarDate => ({
  uid: `2024-${duty}@luyue`,
  duty,
  dueOn: '2024-11-15',
  sequence,
  cancelled,
});
const CALENDAR = [date(2, false), date(1, true, 'first-report')];

interface Read {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendars: readonly string[];
  readonly auto: string;
}

/** What Python's own parser reads of mails. */
const PYTHON = `
import email, email.policy, json, sys
out = []
for source in json.load(sys.stdin):
    m = email.message_from_string(source, policy=email.policy.default)
    part = lambda kind: (m.get_body((kind,)).get_content() if m.get_body((kind,)) else '')
    cal = [p.get_content() if isinstance(p.get_content(), str) else p.get_content().decode() for p in m.walk() if p.get_content_type() == 'text/calendar']
    out.append({'subject': m['Subject'], 'text': part('plain'), 'html': part('html'), 'calendars': cal, 'auto': m['Auto-Submitted'],
      'defects': [str(d) for p in m.walk() for d in p.defects]})
json.dump(out, sys.stdout)
`;

let receiver: Receiver;
let mailer: Mailer;
const sources = new Map<string, string>();
const python = new Map<string, Read & { readonly defects: readonly string[] }>();
beforeAll(async () => {
  receiver = await startReceiver();
  mailer = smtpMailer(receiver.url, `${HOUSE.name} <platform@luyue.example>`, 1);
  const send = sendLetter({ mail: mailer }, HOUSE);
  for (const name of NAMES) {
    const sample = SAMPLES[name];
    const calendar = name === 'reminder' ? CALENDAR : [];
    const delivery = {
      ...sample,
      id: `${name}#1`,
      letter: name,
      channel: 'mail',
      to: 'x@unit.example',
      calendar,
      attempts: 1,
    } as const;
    await send(delivery, new AbortController().signal);
    sources.set(name, receiver.got.at(-1)?.source ?? '');
  }
  const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify([...sources.values()]),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') throw new Error(`python3: ${stderr}`);
  const read = JSON.parse(stdout) as (Read & { defects: string[] })[];
  NAMES.forEach((name, n) => read[n] && python.set(name, read[n]));
});
afterAll(async () => {
  mailer.close();
  await receiver.stop();
});

const flat = (text: string): string => text.replaceAll('\r\n', '\n').trim();

describe('front §8 — two parsers that are not ours read of each letter what it says', () => {
  it.each(NAMES)('%s', async (name) => {
    const composed = compose(SAMPLES[name], HOUSE);
    const [text, html] = [flat(asText(composed, HOUSE)), flat(asHtml(composed, HOUSE))];
    const own = await simpleParser(sources.get(name) ?? '');
    const theirs = python.get(name)!;
    expect([own.subject, flat(own.text ?? ''), flat(own.html || '')]).toEqual([composed.subject, text, html]);
    expect([theirs.subject, flat(theirs.text), flat(theirs.html), theirs.defects]).toEqual([composed.subject, text, html, []]);
    expect(theirs.auto).toBe('auto-generated');
    expect(own.headers.get('list')).toMatchObject({ id: { id: 'notices.luyue.example' } });
    expect(own.to).toMatchObject({ value: [{ address: 'x@unit.example' }] });
  });
});

describe('front §8 — each says what it is about, what to do in three steps with a link, whom to ask, and a line of English', () => {
  it.each(NAMES)('%s', (name) => {
    const composed = compose(SAMPLES[name], HOUSE);
    const text = asText(composed, HOUSE);
    for (const { steps, link, title } of composed.matters) {
      expect(steps).toHaveLength(3);
      expect(link).toMatch(/^\/(units\/BJ-0001|inbox|approvals\/AP-000123|)$/);
      expect(title).not.toMatch(/【|undefined/);
    }
    expect(composed.matters.length + composed.groups.length).toBeGreaterThan(0);
    expect(text).toContain('问谁：');
    expect(text).toMatch(/English: [A-Z]/);
    expect(text).not.toMatch(/undefined|null|NaN/);
    // nothing is fetched from anywhere, and nothing of a name is taken for a tag
    expect(asHtml(composed, HOUSE)).not.toMatch(/<img|<link|src=|url\(|<script|<有限>/i);
  });

  it('三(四) — a reminder of the surrender names the day, the consequence and the clause in its own words', () => {
    const text = asText(compose(SAMPLES.reminder, HOUSE), HOUSE);
    for (const part of [
      '2024-11-15（含当日）',
      '平台自动收缴账户内的配额及抵销产品',
      '「碳排放配额清缴截止日期为2024年11月15日」',
      '010-65099999',
      'https://luyue.example/units/BJ-0001',
    ])
      expect(text).toContain(part);
  });

  it('五(二) — what is opened is told as opened, never as ordered', () => {
    for (const name of ['referral', 'rectification'] as const) {
      const text = asText(compose(SAMPLES[name], HOUSE), HOUSE);
      expect(text).toContain('已立案');
      expect(text.replaceAll('是否责令改正', '')).not.toContain('责令');
    }
  });

  it('an authority’s letter is a table by duty and unit, what was escalated first; every notice stands in it once', () => {
    const { groups, subject } = compose(SAMPLES.district, HOUSE);
    expect(groups.map(({ title, rows }) => `${title} ${String(rows.length)}`)).toEqual([
      '督办 · 2024-05 月度数据质量检查 4',
      '逾期 · 经核查的排放报告和第三方核查报告 4',
      '提醒 · 初步检查 4',
      '主管区变更 1',
    ]);
    expect(subject).toBe('【履约】2024-07-16：督办 4 项、逾期 4 项、提醒 4 项、其他 1 项');
  });

  it('rare characters arrive as they are', () => {
    const composed = compose(SAMPLES.rare, HOUSE);
    expect(composed.subject).toContain('䶮𬭎𠅤𠮷科技<有限>公司 "甲&乙"');
    expect(python.get('rare')?.subject).toBe(composed.subject);
  });
});

describe('front §8 — the dates of a letter as iCalendar: the ids of the feed, one number on, taken out once done', () => {
  const parts = async () =>
    (await simpleParser(sources.get('reminder') ?? '')).attachments.map(({ content }) => content.toString('utf8'));

  it('read by one library', async () => {
    const read = (await parts()).map((text) => new ICAL.Component(ICAL.parse(text) as object[]));
    const events = read.map((calendar) => new ICAL.Event(calendar.getFirstSubcomponent('vevent')!));
    expect(read.map((calendar) => calendar.getFirstPropertyValue('method'))).toEqual(['PUBLISH', 'CANCEL']);
    expect(events.map(({ uid, sequence, startDate }) => [uid, sequence, startDate.toString(), startDate.isDate])).toEqual([
      ['2024-surrender@luyue', 2, '2024-11-15', true],
      ['2024-first-report@luyue', 1, '2024-11-15', true],
    ]);
  });

  it('read by another, and found whole by Python too', async () => {
    const read = (await parts()).map((text) => Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT'));
    expect(read.map((one) => [one?.uid, Number(one?.sequence), one?.status])).toEqual([
      ['2024-surrender@luyue', 2, 'CONFIRMED'],
      ['2024-first-report@luyue', 1, 'CANCELLED'],
    ]);
    expect(python.get('reminder')?.calendars.map(flat)).toEqual((await parts()).map(flat));
  });
});
