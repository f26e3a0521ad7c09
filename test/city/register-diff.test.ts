import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { registerDiff } from '../../client/register-diff.js';

const folder = mkdtempSync(join(tmpdir(), 'luyue-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'id,name,kind,district,mail\n';
const line = (id: string, name: string, district = 'chaoyang', kind = 'key') =>
  `${id},${name},${kind},${district},ops@${id}.example\n`;
const file = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), HEAD + lines.join(''));
  return join(folder, name);
};
async function compared(after: string, before: string) {
  let out = '';
  const exit = await registerDiff(after, before, { json: true }, { out: (text) => void (out += text), err: () => undefined });
  return { exit, told: JSON.parse(out) as Record<string, unknown> };
}

describe('next year’s list against the last one', () => {
  it('tells who stays, with what is otherwise, who comes and who leaves, by id', async () => {
    const last = file('2024.csv', line('BJ-0001', '甲热力'), line('BJ-0002', '乙物业'), line('BJ-0003', '丙学院'));
    const next = file('2025.csv', line('BJ-0001', '甲热力'), line('BJ-0003', '丙学院', 'haidian'), line('BJ-0004', '丁医院'));
    const { exit, told } = await compared(next, last);
    expect(exit).toBe(0);
    expect(told).toMatchObject({
      stay: [
        { id: 'BJ-0001', changed: [] },
        { id: 'BJ-0003', changed: [{ field: 'district', was: 'chaoyang', is: 'haidian' }] },
      ],
      come: [{ id: 'BJ-0004' }],
      leave: [{ id: 'BJ-0002' }],
      perhapsSame: [],
    });
  });

  it('names who may be the same under another id, by a name that only its brackets and spaces tell apart', async () => {
    const last = file('2024.csv', line('BJ-0001', '甲热力（北京）有限公司'));
    const next = file('2025.csv', line('BJ-9001', '甲热力(北京) 有限公司'));
    expect((await compared(next, last)).told['perhapsSame']).toEqual([
      { name: '甲热力(北京) 有限公司', was: 'BJ-0001', is: 'BJ-9001' },
    ]);
  });

  it('does not compare a list that cannot be read as it stands', async () => {
    const { exit, told } = await compared(
      file('2025.csv', line('BJ-0001', '甲', 'nowhere')),
      file('2024.csv', line('BJ-0001', '甲')),
    );
    expect([exit, told['error']]).toMatchObject([2, { code: 'bad-register' }]);
  });
});
