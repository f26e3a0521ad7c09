import { afterAll, beforeAll, expect, it } from 'vitest';
import { cityDecisions } from '../../client/city-decisions.js';
import { doAct, type DoOptions } from '../../client/do.js';
import type { Theatre } from '../../client/drill/stage.js';
import { revive } from '../../client/revive.js';
import { CityDesk } from '../../desk/city.js';
import { opensOf } from '../../simulator/opening.js';
import { scenarioNamed, theatreForTests } from '../drill/theatre.js';

let theatre: Theatre;
const OPENINGS = opensOf(scenarioNamed('contract-example'));
const IDS = [...OPENINGS.map(({ id }) => id), '2024/city/city-cycle'];

// the commands know no prefix: on the server that the tests share, these cases are ended again
beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, platform } = theatre;
  Object.assign(process.env, { DATABASE_URL: platform.databaseUrl, TASK_QUEUE: taskQueue });
  const desk = new CityDesk({ book, client, taskQueue, cycle: 2024 });
  for (const opening of OPENINGS) await desk.openCase({ ...opening, opensAt: Date.now() });
});
afterAll(async () => {
  for (const id of IDS)
    await theatre.client
      .getHandle(id)
      .terminate('the test is over')
      .catch(() => undefined);
  await theatre.close();
  delete process.env['TASK_QUEUE'];
});

async function said(work: (streams: { out(text: string): void; err(text: string): void }) => Promise<number>) {
  let out = '';
  let err = '';
  const status = await work({ out: (text) => (out += text), err: (text) => (err += text) });
  return { status, out, err };
}
const OFFICERS: DoOptions = { as: 'city/a', approvedBy: 'city/b', json: true };
const strikeOff = (options: Partial<DoOptions>, verifier = 'V-09') => {
  const brings = JSON.stringify({ verifier, basis: '决定书' });
  return said((streams) => doAct('strike-off-verifier', { ...OFFICERS, with: brings, ...options }, streams));
};

it('四(二) — a verifier struck off by command: 0 and how many cases took it, the same id the same answer, 1 for a second time', async () => {
  const first = await strikeOff({ id: 'strike-1' });
  expect(first.status).toBe(0);
  // of the unit's two cases only its cycle has a verifier
  expect(JSON.parse(first.out)).toMatchObject({
    id: 'strike-1',
    state: 'decided',
    do: 'strike-off-verifier',
    cycle: 2024,
    rollOut: { cases: 1, applied: 1, waiting: 0, refused: [], over: true },
  });
  expect(first.err).toContain('1 / 1');
  expect(JSON.parse((await strikeOff({ id: 'strike-1' })).out)).toEqual(JSON.parse(first.out));

  const again = await strikeOff({});
  expect(again.status).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'already-done' } });
  const used = await strikeOff({ id: 'strike-1' }, 'V-10');
  expect([used.status, JSON.parse(used.out)]).toMatchObject([2, { error: { code: 'id-used' } }]);
});

it('what cannot be: one officer, nobody’s cycle, a revision that is not on file, a unit named, a basis missing', async () => {
  const codeOf = async (work: ReturnType<typeof strikeOff>): Promise<[number, string]> => {
    const { status, out } = await work;
    return [status, (JSON.parse(out) as { error: { code: string } }).error.code];
  };
  expect(await codeOf(strikeOff({ approvedBy: 'city/a' }))).toEqual([1, 'same-officer']);
  expect(await codeOf(strikeOff({ as: 'chaoyang' }))).toEqual([1, 'not-allowed']);
  expect(await codeOf(strikeOff({ unit: 'BJ-0001' }))).toEqual([2, 'bad-input']);
  expect(await codeOf(strikeOff({ cycle: '2023' }))).toEqual([1, 'not-allowed']);
  expect(await codeOf(strikeOff({ with: '{"verifier":"V-11"}' }))).toEqual([2, 'bad-input']);
  const adopt = said((streams) => doAct('adopt-revision', { ...OFFICERS, with: '{"revision":7}' }, streams));
  expect(await codeOf(adopt)).toEqual([2, 'bad-input']);
  await expect(strikeOff({ cycle: 'next' })).rejects.toThrow('write its year');
});

it('what was decided is listed, and what the server has lost is started again', async () => {
  const decisions = await said((streams) => cityDecisions({ json: true }, streams));
  expect([decisions.status, JSON.parse(decisions.out)]).toMatchObject([
    0,
    { cycle: 2024, revision: 1, struckOff: ['V-09'], decisions: [{ act: 'strike-1', applied: 1, over: true }], closedAt: null },
  ]);
  expect((await said((streams) => cityDecisions({}, streams))).out).toContain('已除名 struck off: V-09');
  await expect(said((streams) => cityDecisions({ cycle: '2023' }, streams))).rejects.toThrow("no case of the city's own");

  for (const id of IDS) await theatre.client.getHandle(id).terminate('lost');
  const revived = async (...named: string[]): Promise<unknown> =>
    JSON.parse((await said((streams) => revive(named, { json: true }, streams))).out);
  expect(await revived()).toEqual({ looked: 3, revived: [...IDS].sort(), suspended: [] });
  expect(await revived()).toEqual({ looked: 3, revived: [], suspended: [] });
  expect(await revived(...IDS.slice(0, 1))).toEqual({ looked: 1, revived: [], suspended: [] });
  await expect(revived('2024/BJ-0009/compliance-cycle')).rejects.toMatchObject({ code: 'unknown-case' });
  expect((await strikeOff({}, 'V-12')).status).toBe(0);
});
