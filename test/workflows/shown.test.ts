import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import type { RawAct } from '../../desk/admit.js';
import { Desk } from '../../desk/desk.js';
import { closesAt, instantOf } from '../../domain/model/instant.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';

const SCENARIO = parseScenario(
  `
name: one case to look at
cycle: 2024
from: 2024-06-01
until: 2024-12-01
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang }
`,
  'one case',
);
const CASE = '2024/BJ-0001/compliance-cycle';

let theatre: Theatre;
let desk: Desk;
beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  const openings = opensOf(SCENARIO);
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  desk = new Desk({ book, client, taskQueue, prefix, cycle: SCENARIO.cycle, register });
  for (const opening of openings) await desk.open(opening, { wall0: Date.now(), business0: opening.opensAt, skips: true });
});
afterAll(() => theatre.close());

const look = async () => {
  const handle = theatre.client.getHandle(`${theatre.prefix}${CASE}`);
  const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  const { typedSearchAttributes } = await handle.describe();
  const attributes = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
  return { currentDetails, attributes };
};

it('三(一)1 — a case tells staff in Chinese where it stands, what it waits for, until when, under which clause', async () => {
  const { currentDetails, attributes } = await look();
  expect(currentDetails).toContain('## 示例热力有限公司 BJ-0001');
  expect(currentDetails).toContain('**等待 waiting for**: 单位 the unit — **初次碳排放报告** (first-report)');
  expect(currentDetails).toContain('**截止 until**: 2024-06-15 24:00');
  expect(currentDetails).toContain('**依据 clause**: 三(一)1');
  expect(currentDetails).toContain('**下一时点 next**: 2024-06-08 09:00 初次碳排放报告 — 提醒 reminder');
  expect(currentDetails).not.toMatch(/^\s*\|/m);
  expect(attributes).toMatchObject({
    Unit: 'BJ-0001',
    District: 'chaoyang',
    CaseKind: 'compliance-cycle',
    Cycle: 2024,
    Phase: 'reporting',
    WaitingFor: 'unit',
    Overdue: 0,
    NextDeadline: new Date(closesAt('2024-06-15')),
  });
});

// no pre-allocation without a last cycle, and an adjustment is a right: the next who owes something is the district
it('三(二) — after the verified report it waits for the district', async () => {
  const on = instantOf('2024-06-10', '10:00:00');
  const acts = [
    { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '1', sealed: true } },
    { by: 'BJ-0001', do: 'appoint-verifier', with: { verifier: 'V-01' } },
    {
      by: 'BJ-0001',
      do: 'submit-verified-report',
      with: { emissions: '1', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } },
    },
  ];
  for (const [n, act] of acts.entries()) {
    const received = await desk.receive(act, `act-${String(n)}`, on);
    if ('refused' in received) throw new Error(received.en);
    await desk.handOver(received);
  }
  const { currentDetails, attributes } = await look();
  expect(attributes).toMatchObject({ Phase: 'verification', WaitingFor: 'chaoyang' });
  expect(currentDetails).toContain(
    '初步检查** (first-check): 待办 pending, 2024-07-25, 区生态环境部门 district authority, 三(二)',
  );
});

const CITY = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001' };

/** How often this run told the server of a district. */
const toldOfDistricts = async (): Promise<number> => {
  const { events = [] } = await theatre.client.getHandle(`${theatre.prefix}${CASE}`).fetchHistory();
  return (events ?? []).filter(
    ({ upsertWorkflowSearchAttributesEventAttributes: upsert }) => upsert?.searchAttributes?.indexedFields?.['District'],
  ).length;
};
const put = async (raw: RawAct, id: string, on: string): Promise<void> => {
  const received = await desk.receive(raw, id, instantOf(on, '10:00:00'));
  if ('refused' in received) throw new Error(received.en);
  const answer = await desk.handOver(received);
  if ('refused' in answer) throw new Error(answer.en);
};

it('主管区变更 — the district staff filter by is the one that is responsible now, told once', async () => {
  expect(await toldOfDistricts()).toBe(0);
  await put({ ...CITY, do: 'move-district', with: { district: 'haidian', basis: '迁址' } }, 'move', '2024-06-11');
  await put({ ...CITY, do: 'record-spot-check', with: { emissions: '1' } }, 'spot', '2024-06-12');
  const { attributes, currentDetails } = await look();
  expect(attributes).toMatchObject({ District: 'haidian', WaitingFor: 'haidian' });
  expect(currentDetails).toContain('区生态环境部门 district authority');
  expect(await toldOfDistricts()).toBe(1);
});

it('周期结束 — a case that the city closed is shown as closed, and waits for nobody', async () => {
  await put({ ...CITY, do: 'leave', with: { to: 'none', basis: '关停' } }, 'leave', '2024-06-13');
  await put({ ...CITY, do: 'close-case', with: { basis: '周期总结' } }, 'close', '2024-06-14');
  const { attributes, currentDetails } = await look();
  expect(attributes).toMatchObject({ Phase: 'closed', WaitingFor: 'nobody', Overdue: 0 });
  expect(attributes).not.toHaveProperty('NextDeadline');
  expect(currentDetails).toContain('**阶段 phase**: 已关闭 closed');
});
