import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cityDecide } from '../../client/city-decide.js';
import { cityReport, inbox } from '../../client/city.js';
import { registerImport } from '../../client/register.js';
import { registerTemplateTo } from '../../client/register-template.js';
import { blank, openingStep } from '../../domain/cases/case.js';
import { instantOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { setBusinessClock } from '../../records/business-clock.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { cycleUntil, keyUnit } from './played.js';

const HEAD = 'id,name,kind,district,mail\n';
const A = 'BJ-0001,单位BJ-0001,key,chaoyang,ops@bj-0001.example\n';
const before = process.cwd();
let folder: string;
let database: TestDatabase;

/** Opens the cases of BJ-0001 in the book, as its platform would. */
async function openOne(): Promise<void> {
  const book = new Book(database.url);
  for (const opening of opensOf(parseScenario(cycleUntil('2024-05-11', keyUnit('BJ-0001', 'chaoyang'), '  []'), 'test'))) {
    const c = blank(opening);
    const place = { caseId: c.id, unit: c.unit.id, seq: 0, head: '' };
    await book.post({ ...place, step: openingStep(opening), district: c.unit.district, opening });
  }
  await book.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-city-'));
  // where no platform has left how it is reached
  process.chdir(folder);
  database = await bookDatabase();
  await openOne();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  process.chdir(before);
  rmSync(folder, { recursive: true });
  await database.drop();
});

const withPlatform = (): void => {
  vi.stubEnv('DATABASE_URL', database.url);
  // nobody listens there: whatever only reads never asks
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
};
const alone = (): void => {
  vi.stubEnv('DATABASE_URL', undefined);
  vi.stubEnv('TEMPORAL_ADDRESS', undefined);
};
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const asked = async (ask: (streams: { out: (text: string) => void; err: () => void }) => Promise<number>) => {
  let said = '';
  const status = await ask({ out: (text) => (said += text), err: () => undefined });
  return { status, said, json: (said.startsWith('{') ? JSON.parse(said) : undefined) as Record<string, unknown> };
};
const importing = (name: string, more = {}) =>
  asked((streams) => registerImport(name, { cycle: '2024', opens: '2024-05-10', json: true, ...more }, streams));

describe('luyue register import', () => {
  it('looks at a file without a platform, and writes nothing', async () => {
    alone();
    const { status, json } = await importing(file('good.csv', HEAD + A));
    expect(status).toBe(0);
    expect(json).toMatchObject({
      compared: false,
      committed: false,
      opens: ['2024/BJ-0001/compliance-cycle', '2024/BJ-0001/monthly-evidence'],
    });
  });

  it('where none is named, the cases run from today by the platform’s clock', async () => {
    withPlatform();
    const book = new Book(database.url);
    const business0 = instantOf('2024-11-01', '09:00:00');
    await setBusinessClock(book.pool, { wall0: Date.now(), business0 });
    try {
      expect((await importing(file('good.csv', HEAD + A), { opens: undefined })).json).toMatchObject({ opensOn: '2024-11-01' });
    } finally {
      await book.pool.query('delete from business_clock');
      await book.close();
    }
  });

  it('a file with an error is not carried out: exit status 2, the error as any other', async () => {
    withPlatform();
    const { status, json } = await importing(file('bad.csv', HEAD + A.replace('key', 'large')), { commit: true });
    expect(status).toBe(2);
    expect(json).toMatchObject({ committed: false, error: { code: 'bad-register', path: ['lines', 2, 'kind'] } });
    expect(json['opened']).toBeUndefined();
  });

  it('says of what is there that it is there', async () => {
    withPlatform();
    const { status, json } = await importing(file('good.csv', HEAD + A));
    expect(status).toBe(0);
    expect(json).toMatchObject({ compared: true, opens: [], there: 2 });
  });

  it('needs a platform to open cases, a file that can be read, a day that exists', async () => {
    alone();
    await expect(importing(file('good.csv', HEAD + A), { commit: true })).rejects.toMatchObject({ code: 'no-platform' });
    await expect(importing('none.csv')).rejects.toMatchObject({ code: 'no-such-file' });
    await expect(importing('good.csv', { opens: '2024-02-30' })).rejects.toMatchObject({ code: 'bad-day' });
  });
});

describe('luyue register template', () => {
  const template = (out?: string) => asked((streams) => registerTemplateTo(out === undefined ? {} : { out }, streams));

  it('goes to standard output, or to a new file of either kind that the import reads', async () => {
    alone();
    expect((await template()).said).toContain('单位编号,单位名称');
    for (const name of ['list.csv', 'list.xlsx']) {
      expect((await template(join(folder, name))).status).toBe(0);
      const { status, json } = await importing(name);
      expect([status, (json['findings'] as { code: string }[]).map(({ code }) => code)]).toEqual([2, ['bad-id']]);
    }
  });

  it('overwrites nothing, and writes no other kind of file', async () => {
    await expect(template(join(folder, 'list.csv'))).rejects.toMatchObject({ code: 'cannot-write' });
    await expect(template(join(folder, 'list.pdf'))).rejects.toMatchObject({ code: 'bad-file-name' });
  });
});

describe('luyue city decide', () => {
  const decide = (content: string) =>
    asked((streams) => cityDecide(file('batch.csv', content), { cycle: '2024', json: true }, streams));
  const head = 'unit,act,amount,basis,by,approvedBy\n';

  it('previews from the book: exit status 0 where all would be done, 1 where a line would be refused, 2 where the file is wrong', async () => {
    withPlatform();
    const good = await decide(`${head}BJ-0001,pre-allocate,70000,预发方案,city/a,city/b\n`);
    expect([good.status, good.json['counts'], good.json['committed']]).toEqual([0, { 'would-be-done': 1 }, false]);
    const refused = await decide(`${head}BJ-0001,allocate,70000,核定意见,city/a,city/b\n`);
    expect([refused.status, refused.json['counts']]).toEqual([1, { 'would-be-refused': 1 }]);
    const wrong = await decide(`${head}BJ-0001,surrender,1,,city/a,city/b\n`);
    expect([wrong.status, wrong.json['error']]).toMatchObject([2, { code: 'bad-batch', path: ['lines', 2, 'act'] }]);
  });

  it('shows each amount as it is read and as it would be recorded: 98200.4 t, of which 98 201 t are to be surrendered', async () => {
    withPlatform();
    const line = `${head}BJ-0001,confirm-emissions,98200.4,核查报告,city/a,city/b\n`;
    const { said } = await asked((streams) => cityDecide(file('batch.csv', line), { cycle: '2024' }, streams));
    expect(said).toContain('confirm-emissions emissions 98200.4');
    expect(said).toContain('emissions-confirmed emissions 98200.4 obligation 98201');
    const json = (await decide(line)).json['lines'] as { with: unknown }[];
    expect(json[0]!.with).toEqual({ emissions: '98200.4', basis: '核查报告' });
  });

  it('an amount that the act wants whole is refused, not rounded', async () => {
    withPlatform();
    const { said, status } = await asked((streams) =>
      cityDecide(file('batch.csv', `${head}BJ-0001,pre-allocate,70000.4,预发方案,city/a,city/b\n`), { cycle: '2024' }, streams),
    );
    expect([status, said]).toEqual([1, expect.stringContaining('would-be-refused bad-input')]);
  });
});

describe('luyue inbox and luyue city report', () => {
  const asOf = '2024-06-16T12:00:00+08:00';

  it('finds a unit, a district by its id or its name, an officer of it, and the city', async () => {
    withPlatform();
    const counts = async (of: string): Promise<[number, number]> => {
      const { status, json } = await asked((streams) => inbox({ of, cycle: '2024', asOf, json: true }, streams));
      return [status, (json['items'] as unknown[]).length];
    };
    // first and verified report, an adjustment that may be applied for, packages from April to December
    expect(await counts('BJ-0001')).toEqual([0, 12]);
    for (const of of ['chaoyang', '朝阳区', 'chaoyang/x']) expect(await counts(of)).toEqual([0, 0]);
    // the book was played to the opening alone: three dates of the city
    expect(await counts('city/a')).toEqual([0, 3]);
    await expect(counts('nobody')).rejects.toMatchObject({ code: 'unknown-party' });
  });

  it('says it to people, too', async () => {
    withPlatform();
    const { said } = await asked((streams) => inbox({ of: 'BJ-0001', cycle: '2024', asOf }, streams));
    expect(said.split('\n')[1]).toMatch(/^! 2024-05-20 .*monthly-evidence\/2024-04/);
    expect((await asked((streams) => cityReport({ cycle: '2024', asOf }, streams))).said).toContain('尚不能结束');
  });

  it('a cycle that is no year and a moment without its offset are named', async () => {
    withPlatform();
    await expect(asked((streams) => cityReport({ cycle: 'x' }, streams))).rejects.toMatchObject({ code: 'bad-input' });
    await expect(asked((streams) => cityReport({ asOf: '2024-06-16' }, streams))).rejects.toMatchObject({ code: 'bad-input' });
  });
});
