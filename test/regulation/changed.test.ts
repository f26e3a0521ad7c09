import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { seeChanges } from '../../regulation/changed.js';
import { districts } from '../../regulation/districts.js';
import { loadForm } from '../../regulation/forms/load.js';
import { loadLibrary } from '../../regulation/instruments.js';
import { cyclesOf, loadRulebook } from '../../regulation/load.js';
import { currentCycle, rulebookNamed } from '../../regulation/named.js';
import { readingInChinese } from '../../regulation/readings.js';
import { shipped } from '../../regulation/source.js';
import { seen } from '../seen.js';

let folder: string;
beforeAll(() => seeChanges(() => performance.now()));
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'luyue-changed-')), 'regulation');
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const made = folder;
  onTestFinished(() => rmSync(join(made, '..'), { recursive: true }));
});

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const put = (name: string, from: string, to: string): void => {
  expect(read(name)).toContain(from);
  write(name, read(name).replaceAll(from, to));
};
/** What was written in place is seen after a second. */
const soon = (what: () => void): Promise<void> => seen('what was written', what);

describe('what changes in regulation/ while a platform runs is seen without a restart', () => {
  it('the cycle that is meant where none is named', async () => {
    expect(currentCycle(folder)).toBe(2024);
    put('current.yaml', '2024', '2025');
    await soon(() => expect(currentCycle(folder)).toBe(2025));
    expect(rulebookNamed(undefined, folder).cycle).toBe(2025);
  });

  it('the calendar of a further year: a day off then is no working day of a cycle that runs', async () => {
    const free = () => loadRulebook(2024, 1, folder).calendar.free;
    expect(free()).not.toContain('2027-01-01');
    const { digest } = loadRulebook(2024, 1, folder);
    write('calendar/2027.yaml', 'year: 2027\nnumber: 测试\nissued-on: 2026-11-20\nfree: [2027-01-01]\nworked: []\n');
    await soon(() => expect(free()).toContain('2027-01-01'));
    // a calendar is no cycle's text
    expect(loadRulebook(2024, 1, folder).digest).toBe(digest);
  });

  it('a further cycle, with the notice that it rests on', async () => {
    expect(cyclesOf(folder)).not.toContain(2027);
    expect(() => loadRulebook(2027, 1, folder)).toThrow('there is no rulebook 2027');
    const notice = /^  - id: notice-2026\n(?:    .*\n)+/m.exec(read('instruments.yaml'))?.[0] ?? '';
    write('instruments.yaml', `${read('instruments.yaml').trimEnd()}\n${notice.replaceAll('2026', '2027')}`);
    const further = { '2024': '2025', '2025': '2026', '2026': '2027' };
    write(
      'cycles/2027.yaml',
      Object.entries(further)
        .reverse()
        .reduce((text, [year, next]) => text.replaceAll(year, next), read('cycles/2026.yaml'))
        .replace('from: 2025', 'from: 2024')
        .replaceAll('notice-2025', 'notice-2027'),
    );
    await soon(() => expect(loadRulebook(2027, 1, folder).cycle).toBe(2027));
  });

  it('districts, instruments, readings and forms alike', async () => {
    expect(districts(folder).map(({ area }) => area)).toContain('朝阳区');
    expect(loadLibrary(folder).instruments.length).toBeGreaterThan(0);
    const [{ en, zh } = { en: '', zh: '' }] = [
      ...read('readings.yaml').matchAll(/- en: (?<en>[A-Z][^{\n]*)\n\s+zh: (?<zh>.+)/g),
    ].map(({ groups }) => ({ en: groups?.['en'] ?? '', zh: groups?.['zh'] ?? '' }));
    expect(readingInChinese(en, folder)).toBe(zh);
    const form = loadForm({ name: 'first-report', cycle: 2024 }, folder);
    put('districts.yaml', 'area: 朝阳区', 'area: 朝陽区');
    put('readings.yaml', zh, '另一读法');
    put('forms/2024/first-report.yaml', form.zh, '另一名称');
    await soon(() => {
      expect(districts(folder).map(({ area }) => area)).toContain('朝陽区');
      expect(readingInChinese(en, folder)).toBe('另一读法');
      expect(loadForm({ name: 'first-report', cycle: 2024 }, folder).zh).toBe('另一名称');
    });
  });

  it('while what stands there cannot be read, what was read before stays in force, and that is said; then the mended one', async () => {
    const said: string[] = [];
    const hear = (warning: Error): void => void said.push(`${warning.name}: ${warning.message}`);
    process.on('warning', hear);
    onTestFinished(() => void process.off('warning', hear));
    expect(currentCycle(folder)).toBe(2024);
    const whole = read('current.yaml');
    write('current.yaml', 'cycle: [');
    await soon(() => {
      expect(currentCycle(folder)).toBe(2024);
      expect(said.join()).toMatch(
        /RegulationError: .*current\.yaml.*仍按此前读入的内容办理 \/ what was read before stays in force/,
      );
    });
    const often = said.length;
    for (let n = 0; n < 20; n += 1) expect(currentCycle(folder)).toBe(2024);
    expect(said).toHaveLength(often);
    write('current.yaml', whole.replace('2024', '2025'));
    await soon(() => expect(currentCycle(folder)).toBe(2025));
  });

  it('what cannot be read the first time is refused, and asked again', async () => {
    const whole = read('current.yaml');
    write('current.yaml', 'cycle: [');
    expect(() => currentCycle(folder)).toThrow('current.yaml');
    write('current.yaml', whole);
    await soon(() => expect(currentCycle(folder)).toBe(2024));
  });

  it('a year that is in force and is changed is not taken: the lock says so', async () => {
    const before = loadRulebook(2024, 1, folder);
    put('cycles/2024.yaml', 'emission-year: 2023', 'emission-year: 2022');
    await pause(1_100);
    expect(loadRulebook(2024, 1, folder).emissionYear).toBe(before.emissionYear);
  });
});
