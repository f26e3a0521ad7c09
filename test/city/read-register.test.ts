import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BATCH_COLUMNS } from '../../city/batch/columns.js';
import { FINDING_CODES } from '../../city/finding.js';
import { REGISTER_COLUMNS } from '../../city/register/columns.js';
import { readRegister, type Register } from '../../city/register/read-register.js';
import type { Columns } from '../../city/table/headings.js';
import { districtMeant, districts } from '../../regulation/districts.js';

const HEAD = 'id,name,kind,district,newlyListed,mail,lastApproved,lastSettled';
const GOOD = 'BJ-0001,示例热力有限公司,key,chaoyang,no,ops@bj-0001.example,100000,yes';
const read = (...lines: string[]): Promise<Register> => readRegister(new TextEncoder().encode(lines.join('\n')), districts());
const found = async (...lines: string[]): Promise<string[]> =>
  (await read(...lines)).findings.map(({ level, code, line, column }) =>
    `${level} ${code} ${String(line)} ${column ?? ''}`.trim(),
  );

/** The good line with one cell replaced. */
const withCell = (column: string, value: string): string => {
  const cells = GOOD.split(',');
  cells[HEAD.split(',').indexOf(column)] = value;
  return cells.join(',');
};

describe('三(一)1 — 各区生态环境部门', () => {
  it('sixteen districts, and the Development Area with its two bodies', () => {
    const all = districts();
    expect(all.filter(({ area }) => area.endsWith('区') && area !== '北京经济技术开发区')).toHaveLength(16);
    expect(all.filter(({ area }) => area === '北京经济技术开发区').map(({ authority }) => authority)).toEqual([
      '北京经济技术开发区城市运行局',
      '北京经济技术开发区综合执法局',
    ]);
  });

  it('is found by its id, its name, its area with and without 区; not where two bodies fit', () => {
    for (const said of ['chaoyang', '朝阳区生态环境局', '朝阳区', '朝阳'])
      expect(districtMeant(said, districts())?.id).toBe('chaoyang');
    expect(districtMeant('北京经济技术开发区综合执法局', districts())?.id).toBe('etda-enforcement');
    expect(districtMeant('北京经济技术开发区', districts())).toBeUndefined();
    expect(districtMeant('浦东', districts())).toBeUndefined();
  });
});

describe('a register as read', () => {
  it('gives the unit that a line lists', async () => {
    expect(await read(HEAD, GOOD)).toEqual({
      lines: 1,
      units: [
        {
          line: 2,
          unit: {
            id: 'BJ-0001',
            name: '示例热力有限公司',
            kind: 'key',
            district: 'chaoyang',
            newlyListed: false,
            lastCycle: { approved: '100000', settled: true },
          },
          contact: { mail: 'ops@bj-0001.example' },
        },
      ],
      findings: [],
    });
  });

  it('takes Chinese headings and words, in any order', async () => {
    const register = await read(
      '所属区,单位编号,单位类别,单位名称,电子邮箱,是否新增',
      '海淀区,BJ-9001,一般报告单位,示例大学,a@b.example,否',
      '海淀,BJ-0002,重点碳排放单位,示例数据中心,c@d.example,是',
    );
    expect(register.findings).toEqual([]);
    expect(register.units.map(({ contact }) => contact.mail)).toEqual(['a@b.example', 'c@d.example']);
    expect(register.units.map(({ unit }) => unit)).toEqual([
      { id: 'BJ-9001', name: '示例大学', kind: 'general', district: 'haidian', newlyListed: false },
      { id: 'BJ-0002', name: '示例数据中心', kind: 'key', district: 'haidian', newlyListed: true },
    ]);
  });

  it.each([
    ['id', '', 'error empty-cell 2 id'],
    ['id', 'BJ 0001', 'error bad-id 2 id'],
    ['id', 'BJ/0001', 'error bad-id 2 id'],
    ['id', 'haidian', 'error bad-id 2 id'],
    ['id', 'city', 'error bad-id 2 id'],
    ['name', '', 'error empty-cell 2 name'],
    ['name', '名'.repeat(101), 'error bad-name 2 name'],
    ['kind', '', 'error empty-cell 2 kind'],
    ['kind', 'large', 'error bad-kind 2 kind'],
    ['kind', 'constructor', 'error bad-kind 2 kind'],
    ['district', '', 'error empty-cell 2 district'],
    ['district', '浦东', 'error unknown-district 2 district'],
    ['district', '北京经济技术开发区', 'error unknown-district 2 district'],
    ['newlyListed', '也许', 'error bad-yes-no 2 newlyListed'],
    ['mail', '', 'error empty-cell 2 mail'],
    ['mail', 'ops', 'error bad-mail 2 mail'],
    ['mail', 'a@b.example;c@d.example', 'error bad-mail 2 mail'],
    ['lastApproved', '-1', 'error bad-amount 2 lastApproved'],
    ['lastApproved', '1e5', 'error bad-amount 2 lastApproved'],
    ['lastApproved', '=A1', 'error formula-cell 2 lastApproved'],
    ['lastApproved', '', 'error half-last-cycle 2 lastApproved'],
    ['lastSettled', '', 'error half-last-cycle 2 lastSettled'],
    ['lastSettled', '也许', 'error bad-yes-no 2 lastSettled'],
    ['newlyListed', 'yes', 'warning last-cycle-left-out 2 lastApproved'],
    ['kind', 'general', 'warning last-cycle-left-out 2 lastApproved'],
  ])('%s “%s”: %s', async (column, value, finding) => {
    expect(await found(HEAD, withCell(column, value))).toContain(finding);
  });

  it.each([
    ['name', '名'.repeat(100)],
    ['newlyListed', ''],
    ['district', '北京经济技术开发区城市运行局'],
    ['lastApproved', '0'],
    ['lastApproved', '98200.55'],
    ['lastSettled', '否'],
    ['id', '0-a.B_9'],
  ])('%s “%s” stands', async (column, value) => {
    expect(await found(HEAD, withCell(column, value))).toEqual([]);
  });

  it.each(['\u2028', '\u2029', '\u3164', '\u115f', '\uffa0', '\u2800', '\u034f', '\u180e', '\u{e0001}'])(
    'a name with %j in it, which leaves no mark, is told; a rare character and its form are not',
    async (unseen) => {
      expect(await found(HEAD, withCell('name', `示例${unseen}热力`))).toContain('error unseen-character 2 name');
      expect(await found(HEAD, withCell('name', '𠮷葛\u{e0100}（北京）'))).toEqual([]);
    },
  );

  it('a thousands separator splits the cell, and the line is told to have too many', async () => {
    expect(await found(HEAD, withCell('lastApproved', '100,000'))).toContain('error too-many-cells 2');
    expect(await found(HEAD, withCell('lastApproved', '"100,000"'))).toEqual(['error bad-amount 2 lastApproved']);
  });

  it('the same id twice is an error, in any case of its letters; the same address twice a warning', async () => {
    const other = 'BJ-0002,另一单位,key,chaoyang,yes,ops@bj-0002.example,,';
    expect(await found(HEAD, GOOD, other)).toEqual([]);
    expect(await found(HEAD, GOOD, other.replace('BJ-0002,', 'BJ-0001,'))).toEqual(['error duplicate-id 3 id']);
    expect(await found(HEAD, GOOD, other.replace('BJ-0002,', 'bj-0001,'))).toEqual(['error duplicate-id 3 id']);
    expect(await found(HEAD, GOOD, other.replace('ops@bj-0002', 'OPS@bj-0001'))).toEqual(['warning shared-mail 3 mail']);
  });

  it('the same id is found twice even where a line is wrong besides', async () => {
    expect(await found(HEAD, withCell('kind', 'large'), GOOD)).toEqual(['error bad-kind 2 kind', 'error duplicate-id 3 id']);
  });

  it('a key unit without its last cycle can have no pre-allocation, and that is told', async () => {
    expect(await found(HEAD, 'BJ-0001,名,key,chaoyang,,a@b.example,,')).toEqual(['warning no-last-cycle 2 lastApproved']);
    expect(await found(HEAD, 'BJ-0001,名,general,chaoyang,,a@b.example,,')).toEqual([]);
  });

  it('a column that is missing or there twice ends the reading; one that nobody knows does not', async () => {
    expect(await found('id,name,kind,district', 'BJ-0001,名,key,chaoyang')).toEqual(['error missing-column 1 mail']);
    expect(await found(`${HEAD},单位编号`, `${GOOD},x`)).toEqual(['error duplicate-column 1 id']);
    expect(await found(`${HEAD},备注`, `${GOOD},x`)).toEqual(['warning unknown-column 1 备注']);
  });

  it('a line with an error gives no unit, the others do', async () => {
    const register = await read(HEAD, GOOD, 'BJ-0002,名,key,nowhere,,a@b.example,,', 'BJ-0003,名,general,haidian,,c@d.example,,');
    expect(register.units.map(({ unit }) => unit.id)).toEqual(['BJ-0001', 'BJ-0003']);
  });
});

describe('what is not asked of a unit, and since when it is listed', () => {
  const FLAGGED = `${HEAD},listedOn,mustReport,mustBeVerified,mustSettle`;
  const unitOf = async (line: string) => (await read(FLAGGED, line)).units[0]?.unit;

  it('is asked where nothing is said, or 是: the unit is the same', async () => {
    const [plain] = (await read(HEAD, GOOD)).units;
    expect(await unitOf(`${GOOD},,,,`)).toEqual(plain!.unit);
    expect(await unitOf(`${GOOD},,是,yes,1`)).toEqual(plain!.unit);
  });

  it('need not report, be verified, settle: each by itself', async () => {
    expect(await unitOf(`${GOOD},,否,,`)).toMatchObject({ mustReport: false });
    expect(await unitOf(`${GOOD},,,否,`)).toMatchObject({ mustBeVerified: false });
    expect(await unitOf(`${GOOD},,,,no`)).toMatchObject({ mustSettle: false, lastCycle: { approved: '100000' } });
    expect(await unitOf(`${GOOD},,,,no`)).not.toHaveProperty('mustReport');
  });

  it('takes Chinese headings', async () => {
    const register = await read(
      '单位编号,单位名称,单位类别,所属区,电子邮箱,新增单位,列入名单日期,须报告,须核查,须清缴',
      'BJ-0007,某数据中心,重点碳排放单位,海淀区,a@b.example,是,2024年8月1日,是,是,否',
    );
    expect(register.findings).toEqual([]);
    expect(register.units[0]!.unit).toMatchObject({ newlyListed: true, listedOn: '2024-08-01', mustSettle: false });
  });

  it.each(['2024-08-01', '2024/8/1', '2024年8月1日', '2024.08.01'])('reads the day %s', async (said) => {
    expect((await unitOf(`${GOOD},${said},,,`))?.listedOn).toBe('2024-08-01');
  });

  it.each([
    [',2024-02-30,,,', 'error bad-day 2 listedOn'],
    [',8月1日,,,', 'error bad-day 2 listedOn'],
    [',45505,,,', 'error bad-day 2 listedOn'],
    [',,也许,,', 'error bad-yes-no 2 mustReport'],
    [',,,也许,', 'error bad-yes-no 2 mustBeVerified'],
    [',,,,也许', 'error bad-yes-no 2 mustSettle'],
    [',,否,否,否', 'warning nothing-asked 2 mustReport'],
  ])('%s: %s', async (cells, finding) => {
    expect(await found(FLAGGED, `${GOOD}${cells}`)).toEqual([finding]);
  });

  it('一般报告单位 — is neither verified nor settled whatever stands there; not even reporting leaves nothing', async () => {
    const general = 'BJ-9001,名,general,chaoyang,,a@b.example,,';
    expect(await found(FLAGGED, `${general},,是,,`)).toEqual([]);
    expect(await found(FLAGGED, `${general},,,否,是`)).toEqual([
      'warning flag-left-out 2 mustBeVerified',
      'warning flag-left-out 2 mustSettle',
    ]);
    expect(await unitOf(`${general},,,否,否`)).not.toHaveProperty('mustSettle');
    expect(await found(FLAGGED, `${general},,否,,`)).toEqual(['warning nothing-asked 2 mustReport']);
  });

  it('a unit that need not settle needs no last cycle', async () => {
    expect(await found(FLAGGED, 'BJ-0001,名,key,chaoyang,,a@b.example,,,,,,否')).toEqual([]);
  });
});

describe('docs/register.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/register.md', import.meta.url)), 'utf8');

  it('names every finding there is', () => {
    expect(FINDING_CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it('names every column with its Chinese headings', () => {
    const tables: readonly Columns<string>[] = [REGISTER_COLUMNS, BATCH_COLUMNS];
    const headings = tables.flatMap((columns) =>
      Object.entries(columns).flatMap(([name, column]) => [`\`${name}\``, ...column.headings]),
    );
    expect(headings.filter((heading) => !page.includes(heading))).toEqual([]);
  });
});
