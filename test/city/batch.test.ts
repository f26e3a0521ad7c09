import { describe, expect, it } from 'vitest';
import { carryOutBatch, type Result } from '../../city/batch/carry-out-batch.js';
import { preview, type Foreseen, type Standing } from '../../city/batch/preview.js';
import { readBatch, type Batch } from '../../city/batch/read-batch.js';
import { writeXlsx } from '../../city/table/xlsx.js';
import { caseAt } from '../../views/case-history.js';
import type { Outcome } from '../../desk/answer.js';
import { refuse } from '../../domain/model/refusal.js';
import { cycleUntil, histories, keyUnit, noon, playedUnits } from './played.js';

const HEAD = 'unit,act,amount,result,basis,with,by,approvedBy';
const read = (...lines: string[]): Promise<Batch> => readBatch(new TextEncoder().encode([HEAD, ...lines].join('\n')), 2024);
const line = (unit: string, act: string, rest: string): string => `${unit},${act},${rest},city/a,city/b`;
const preAllocate = (unit: string, amount: string): string => line(unit, 'pre-allocate', `${amount},,预发方案,`);
const confirm = (unit: string): string => line(unit, 'confirm-emissions', '98200,,核查报告,');
const allocate = (unit: string, amount: string): string => line(unit, 'allocate', `${amount},,核定意见,`);

const YEAR = cycleUntil('2024-07-12', [keyUnit('BJ-0001', 'chaoyang'), keyUnit('BJ-0002', 'haidian')].join('\n'), '  []');
const at = noon('2024-07-14');
/** Two units as they stand in the book on 12 July. */
const standing = (sent: Standing['sentBefore'] = () => undefined): Standing => {
  const cases = histories(YEAR);
  const units = playedUnits(YEAR);
  return {
    register: { units: new Map(units.map(({ unit }) => [unit.id, unit])) },
    caseOf(unit, kind) {
      const history = cases.find(({ opening }) => opening.unit.id === unit && opening.kind === kind);
      return history && caseAt(history, Infinity);
    },
    accountOf: (unit) => units.find((one) => one.unit.id === unit)?.account,
    sentBefore: sent,
  };
};
const states = (foreseen: readonly Foreseen[]): string[] =>
  foreseen.map(({ decision, state, refusal }) => `${String(decision.line)} ${state} ${refusal?.refused ?? ''}`.trim());
const foresee = async (...lines: string[]): Promise<string[]> =>
  states(preview((await read(...lines)).decisions, standing(), at));

describe('a batch as read', () => {
  it('makes acts of its lines, under their own names or Chinese ones', async () => {
    const { decisions, findings } = await read(
      preAllocate('BJ-0001', '70000'),
      line('BJ-0001', '抵销决定', ',同意,符合条件,'),
      line('BJ-0002', '核发', `,,,"{""parts"": [{""method"": ""benchmark""}]}"`),
      line('BJ-0002', 'record-spot-check', '97000.5,,,'),
    );
    expect(findings).toEqual([]);
    expect(decisions.map(({ raw }) => [raw.for, raw.do, raw.with])).toEqual([
      ['BJ-0001', 'pre-allocate', { amount: '70000', basis: '预发方案' }],
      ['BJ-0001', 'decide-offsets', { result: 'accept', basis: '符合条件' }],
      ['BJ-0002', 'allocate', { parts: [{ method: 'benchmark' }] }],
      ['BJ-0002', 'record-spot-check', { emissions: '97000.5' }],
    ]);
    expect(decisions[0]!.raw).toMatchObject({ by: 'city/a', approvedBy: 'city/b' });
  });

  it('reads tonnes as a spreadsheet shows them, with their thousands apart; of 70,00 nobody can tell what is meant', async () => {
    const { decisions } = await read(preAllocate('BJ-0001', '"70,000"'), line('BJ-0002', 'record-spot-check', '"97,000.5",,,'));
    expect(decisions.map(({ raw }) => raw.with)).toEqual([{ amount: '70000', basis: '预发方案' }, { emissions: '97000.5' }]);
    expect(await foresee(preAllocate('BJ-0001', '"70,00"'))).toEqual(['2 would-be-refused bad-input']);
  });

  it('the same line of the same batch is the same act; another batch makes other acts', async () => {
    const [first, again, other] = await Promise.all([
      read(preAllocate('BJ-0001', '70000')),
      read(preAllocate('BJ-0001', '70000')),
      read(preAllocate('BJ-0001', '70001')),
    ]);
    expect(first.decisions[0]!.id).toBe(again.decisions[0]!.id);
    expect(first.decisions[0]!.id).not.toBe(other.decisions[0]!.id);
    expect(first.decisions[0]!.id).toMatch(/^batch-[0-9a-f]{16}-1$/);
  });

  it('saved anew as a workbook, with its columns moved or under Chinese headings, it is the same batch; in another cycle it is not', async () => {
    const batch = await read(preAllocate('BJ-0001', '70000'), confirm('BJ-0002'));
    const ids = (one: Batch): string[] => one.decisions.map(({ id }) => id);
    const head = ['批准人', '经办人', '单位编号', '事项', '依据', '数量', '备注'];
    const lines = [
      ['city/b', 'city/a', 'BJ-0001', '预发', '预发方案', '70000', ''],
      ['city/b', 'city/a', 'BJ-0002', '核定', '核查报告', '98200', '已核'],
    ];
    const workbook = await readBatch(await writeXlsx('决定', head, lines), 2024);
    expect([workbook.digest, ids(workbook)]).toEqual([batch.digest, ids(batch)]);
    const later = await readBatch(await writeXlsx('决定', head, lines), 2025);
    expect(ids(later).some((id) => ids(batch).includes(id))).toBe(false);
    expect(new Set(ids(batch)).size).toBe(2);
  });

  it.each([
    ['an act of a unit', line('BJ-0001', 'surrender', ',,,'), 'not-a-decision act'],
    ['an act that concerns every case', line('BJ-0001', 'adopt-revision', ',,,'), 'not-a-decision act'],
    ['an act that concerns no unit', line('BJ-0001', 'release-alarm', ',,,'), 'not-a-decision act'],
    ['an amount where none belongs', line('BJ-0001', 'decide-offsets', '5,accept,,'), 'no-amount amount'],
    ['a result that is none', line('BJ-0001', 'decide-offsets', ',maybe,,'), 'bad-result result'],
    ['JSON that is none', line('BJ-0001', 'allocate', ',,,{x'), 'bad-json with'],
    ['JSON that is no object', line('BJ-0001', 'allocate', ',,,"[1]"'), 'bad-json with'],
    ['two spellings', line('BJ-0001', 'allocate', '5,,,{}'), 'two-spellings with'],
    ['no unit', line('', 'allocate', '5,,依据,'), 'empty-cell unit'],
    ['no second officer', 'BJ-0001,allocate,5,,依据,,city/a,', 'empty-cell approvedBy'],
    ['a formula', line('BJ-0001', 'allocate', '=A1,,依据,'), 'formula-cell amount'],
  ])('names %s', async (_what, text, finding) => {
    const { decisions, findings } = await read(preAllocate('BJ-0002', '1'), text);
    expect(findings.map(({ level, code, line: at, column }) => `${level} ${String(at)} ${code} ${column ?? ''}`)).toContain(
      `error 3 ${finding}`,
    );
    expect(decisions.map((one) => one.line)).toEqual([2]);
  });

  it('a missing column is named, and nothing is read', async () => {
    const { decisions, findings } = await readBatch(new TextEncoder().encode('unit,act,by\nBJ-0001,allocate,city/a\n'), 2024);
    expect(decisions).toEqual([]);
    expect(findings.map(({ code, column }) => [code, column])).toEqual([['missing-column', 'approvedBy']]);
  });
});

describe('三(三) — what a batch would do', () => {
  it('tells what would be recorded and what the account would hold: 5 000 before, 75 000 after', async () => {
    const { decisions } = await read(preAllocate('BJ-0001', '70000'));
    const [seen] = preview(decisions, standing(), at);
    expect(seen).toMatchObject({ state: 'would-be-done', allowances: { before: '5000', after: '75000' } });
    expect(seen!.events!.map(({ event }) => event)).toEqual(['pre-allocated', 'credited']);
  });

  it('a line finds what those before it would have done', async () => {
    expect(await foresee(allocate('BJ-0001', '97000'))).toEqual(['2 would-be-refused too-early']);
    expect(await foresee(confirm('BJ-0001'), allocate('BJ-0001', '97000'))).toEqual(['2 would-be-done', '3 would-be-done']);
    expect(await foresee(preAllocate('BJ-0001', '1'), preAllocate('BJ-0001', '2'))).toEqual([
      '2 held-back',
      '3 would-be-refused already-done',
    ]);
  });

  it('a take-back is foretold on the account: 75 000 less 5 000', async () => {
    const { decisions } = await read(preAllocate('BJ-0001', '70000'), confirm('BJ-0001'), allocate('BJ-0001', '65000'));
    const seen = preview(decisions, standing(), at);
    expect(seen[2]).toMatchObject({ state: 'would-be-done', allowances: { before: '75000', after: '70000' } });
  });

  it('the refusals are those of the door and of the case, each with its code', async () => {
    expect(await foresee(preAllocate('BJ-0007', '1'))).toEqual(['2 would-be-refused unknown-unit']);
    expect(await foresee(line('BJ-0001', 'dance', ',,,'))).toEqual(['2 would-be-refused unknown-act']);
    expect(await foresee(preAllocate('BJ-0001', '1.5'))).toEqual(['2 would-be-refused bad-input']);
    expect(await foresee('BJ-0001,pre-allocate,1,,依据,,city/a,city/a')).toEqual(['2 would-be-refused same-officer']);
    expect(await foresee('BJ-0001,pre-allocate,1,,依据,,chaoyang,city/b')).toEqual(['2 would-be-refused not-allowed']);
    expect(await foresee(line('BJ-0001', 'pre-allocate', ',,,'))).toEqual(['2 would-be-refused provisional']);
  });

  it('plays what is due before: an adjustment applied for by nobody has lapsed with 15 July, a decision on it is too early', async () => {
    const { decisions } = await read(line('BJ-0001', 'decide-adjustment', '10,accept,依据,'));
    expect(states(preview(decisions, standing(), noon('2024-07-16')))).toEqual(['2 would-be-refused too-early']);
  });

  it('a unit with a line that would be refused is held back whole, the others are not', async () => {
    expect(await foresee(preAllocate('BJ-0001', '1'), preAllocate('BJ-0002', '1'), allocate('BJ-0001', '97000'))).toEqual([
      '2 held-back',
      '3 would-be-done',
      '4 would-be-refused too-early',
    ]);
  });

  it('what an earlier run settled stays settled', async () => {
    const { decisions } = await read(preAllocate('BJ-0001', '1'), preAllocate('BJ-0002', '1'));
    const no = refuse('too-early', '太早', 'too early');
    const sent: Standing['sentBefore'] = (id) => (id.endsWith('-1') ? { state: 'applied' } : { state: 'refused', refusal: no });
    expect(states(preview(decisions, standing(sent), at))).toEqual(['2 done-before', '3 refused-before too-early']);
    const waiting: Standing['sentBefore'] = () => ({ state: 'stored' });
    expect(states(preview(decisions, standing(waiting), at))).toEqual(['2 would-be-done', '3 would-be-done']);
  });
});

describe('a batch carried out', () => {
  const run = async (lines: string[], submit: Parameters<typeof carryOutBatch>[1]): Promise<string[]> => {
    const results = await carryOutBatch(preview((await read(...lines)).decisions, standing(), at), submit, () => undefined);
    return results.map(({ line: n, state }: Result) => `${String(n)} ${state}`);
  };
  const lines = [preAllocate('BJ-0001', '1'), confirm('BJ-0001'), preAllocate('BJ-0002', '1')];
  const decided: Outcome = { state: 'decided', at, seq: 2 };

  it('sends each line once, a unit’s in their order', async () => {
    const sent: string[] = [];
    expect(
      await run(lines, (raw) => {
        sent.push(`${raw.for ?? ''} ${raw.do}`);
        return Promise.resolve(decided);
      }),
    ).toEqual(['2 done', '3 done', '4 done']);
    expect(sent.filter((one) => one.startsWith('BJ-0001'))).toEqual(['BJ-0001 pre-allocate', 'BJ-0001 confirm-emissions']);
    expect(sent).toHaveLength(3);
  });

  it('a refusal that nobody foresaw holds back the rest of its unit and nothing else', async () => {
    const no = refuse('already-done', '已办', 'done already');
    expect(
      await run(lines, (raw) => Promise.resolve(raw.for === 'BJ-0001' ? { state: 'refused', at, refusal: no } : decided)),
    ).toEqual(['2 refused', '3 held-back', '4 done']);
  });

  it('a case that does not answer holds back the rest of its unit, and is told; so does a platform that is away', async () => {
    const unanswered = ['2 unanswered', '3 held-back', '4 done'];
    const stored: Outcome = { state: 'stored', at };
    expect(await run(lines, (raw) => Promise.resolve(raw.for === 'BJ-0001' ? stored : decided))).toEqual(unanswered);
    expect(
      await run(lines, (raw) => (raw.for === 'BJ-0001' ? Promise.reject(new Error('away')) : Promise.resolve(decided))),
    ).toEqual(unanswered);
  });

  it('sends nothing of a unit that was held back', async () => {
    const sent: string[] = [];
    const results = await run([preAllocate('BJ-0001', '1'), allocate('BJ-0001', '1')], (_raw, id) => {
      sent.push(id);
      return Promise.resolve(decided);
    });
    expect(results).toEqual(['2 held-back', '3 refused']);
    expect(sent).toEqual([]);
  });
});
