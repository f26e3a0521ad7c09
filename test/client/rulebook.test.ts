import { describe, expect, it } from 'vitest';
import { rulebookCheck, rulebookDiff, rulebookExplain, rulebookList, rulebookShow } from '../../client/rulebook.js';
import { timetable } from '../../client/timetable.js';
import type { Streams } from '../../client/print.js';

const run = async (work: (streams: Streams) => Promise<number>): Promise<{ status: number; out: string; err: string }> => {
  let [out, err] = ['', ''];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { status: await work(streams), out, err };
};
const body = async (work: (streams: Streams) => Promise<number>): Promise<Record<string, unknown>> => {
  const { status, out } = await run(work);
  expect(status).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

describe('luyue rulebook', () => {
  it('list names every rulebook with how sure its values are', async () => {
    const { rulebooks } = await body((streams) => rulebookList({ json: true }, streams));
    expect((rulebooks as { rulebook: string }[]).map(({ rulebook }) => rulebook)).toEqual([
      '2020',
      '2022',
      '2022.r2',
      '2022.r3',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
    expect((await run((streams) => rulebookList({}, streams))).out).toMatch(/^2024 .*23 decided/m);
  });
  it('show gives a value with its quote', async () => {
    const { out } = await run((streams) => rulebookShow('2024', {}, streams));
    expect(out).toMatch(/offsets\.share = 0\.05 share of confirmed emissions {2}\[decided\] jhf-2024-8 三\(四\)/);
    expect(out).toMatch(/「使用比例不得高于当年核定碳排放量的5%」/);
    expect(await body((streams) => rulebookShow(undefined, { json: true }, streams))).toMatchObject({
      cycle: 2024,
      emissionYear: 2023,
    });
  });
  it('check finds nothing wrong with what is shipped', async () => {
    expect(await body((streams) => rulebookCheck({ json: true }, streams))).toMatchObject({ ok: true, problems: [] });
  });
  it('diff says what moves for whom, windows with the dates they hang on', async () => {
    const { changes } = await body((streams) => rulebookDiff('2022', '2022.r2', { json: true }, streams));
    const [first, verified] = changes as { name: string; days: number; moves: { duties: { duty: string }[] } }[];
    expect(first).toMatchObject({ name: 'first-report.due', days: 61 });
    expect(verified?.moves.duties.map(({ duty }) => duty)).toEqual(['verified-report', 'first-check']);
    expect((await run((streams) => rulebookDiff('2024', '2024', {}, streams))).out).toMatch(/nothing changes/);
  });
  it('explain gives a duty its day, the way to it, source, standing and history', async () => {
    const surrender = await body((streams) => rulebookExplain('surrender', { cycle: '2022.r3', json: true }, streams));
    expect(surrender).toMatchObject({ duty: 'surrender', dueOn: '2022-11-30', kind: 'compliance-cycle', provisional: true });
    const date = (surrender['parameters'] as { name: string; history: unknown; since: string }[]).find(
      ({ name }) => name === 'surrender.due',
    );
    expect(date).toMatchObject({
      since: '2022-08-11',
      history: [
        { rulebook: '2022', value: '2022-10-31' },
        { rulebook: '2022.r3', value: '2022-11-30' },
      ],
    });
  });
  it('explain says what is not known, and knows names that are both a duty and a rule', async () => {
    const { out } = await run((streams) => rulebookExplain('surrender', { cycle: '2023' }, streams));
    expect(out).toMatch(/未知 \/ not known/);
    expect(await body((streams) => rulebookExplain('collection', { json: true }, streams))).toMatchObject({
      duty: 'collection',
      asRule: { rule: 'collection' },
    });
    expect((await run((streams) => rulebookExplain('dance', {}, streams))).status).toBe(2);
    expect((await run((streams) => rulebookExplain('spot-check', {}, streams))).out).toMatch(
      /「抽查与核查排放量差异超过1000吨或10%以上的/,
    );
  });
});

describe('luyue timetable', () => {
  it('gives every date of the notice in order', async () => {
    const { rows, notKnown } = await body((streams) => timetable({ json: true }, streams));
    const times = rows as { duty: string; dueOn: string }[];
    expect(notKnown).toEqual([]);
    expect(times).toHaveLength(13 + 24);
    expect(times.map(({ dueOn }) => dueOn)).toEqual(times.map(({ dueOn }) => dueOn).sort());
    expect(times.find(({ duty }) => duty === 'monthly-check/2024-01')?.dueOn).toBe('2024-03-01');
    expect((await run((streams) => timetable({}, streams))).out).toMatch(/^2024-11-15 {2}surrender/m);
  });
  it('names what is not known of a sketch', async () => {
    expect((await body((streams) => timetable({ cycle: '2026', json: true }, streams)))['notKnown']).toContain('surrender');
    expect((await run((streams) => timetable({ cycle: '2021' }, streams))).status).toBe(2);
  });
  it('writes a calendar file: all-day events, alarms at nine in Beijing, lines of at most 75 octets', async () => {
    const { out } = await run((streams) => timetable({ ics: true }, streams));
    const lines = out.split('\r\n');
    expect([lines[0], lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const event = out.slice(
      out.indexOf('UID:2024-first-report@luyue'),
      out.indexOf('END:VEVENT', out.indexOf('UID:2024-first-report@luyue')),
    );
    expect(event).toContain('DTSTART;VALUE=DATE:20240615');
    expect(event).toContain('DTEND;VALUE=DATE:20240616');
    for (const alarm of ['20240516T010000Z', '20240608T010000Z', '20240614T010000Z'])
      expect(event).toContain(`TRIGGER;VALUE=DATE-TIME:${alarm}`);
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(37);
    expect(new Set(out.match(/^UID:.*$/gm)).size).toBe(37);
  });

  it('a revision is the same events anew, so that a calendar moves them: the same names, a higher SEQUENCE, alarms of one day only', async () => {
    const events = async (cycle: string): Promise<Map<string, string>> => {
      const { out } = await run((streams) => timetable({ cycle, ics: true }, streams));
      const parts = out.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
      return new Map(parts.map((part) => [/^UID:(.*)$/m.exec(part)?.[1]?.trim() ?? '', part]));
    };
    const [issued, first, second] = [await events('2022'), await events('2022.r2'), await events('2022.r3')];
    for (const uid of issued.keys()) expect(first.has(uid), uid).toBe(true);
    for (const uid of first.keys()) expect(second.has(uid), uid).toBe(true);
    for (const part of issued.values()) expect(part).toContain('SEQUENCE:0');
    for (const part of first.values()) expect(part).toContain('SEQUENCE:1');
    for (const part of second.values()) expect(part).toContain('SEQUENCE:2');
    const report = first.get('2022-first-report@luyue') ?? '';
    expect(report).toContain('DTSTART;VALUE=DATE:20220731');
    // thirty, seven and one day before 31 July, at nine in Beijing; none of those before 31 May
    expect(report.match(/TRIGGER;VALUE=DATE-TIME:\d{8}/g)).toEqual([
      'TRIGGER;VALUE=DATE-TIME:20220701',
      'TRIGGER;VALUE=DATE-TIME:20220724',
      'TRIGGER;VALUE=DATE-TIME:20220730',
    ]);
  });
});
