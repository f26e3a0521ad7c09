import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { CityDesk } from '../../desk/city.js';
import { Desk } from '../../desk/desk.js';
import { bringMissing } from '../../desk/roll-out.js';
import type { Opening } from '../../domain/cases/case.js';
import type { Clock } from '../../domain/model/clock.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { adoptValue } from '../../regulation/adopt.js';
import { rulebookNamed } from '../../regulation/named.js';
import { shipped } from '../../regulation/source.js';
import { termsOf } from '../../regulation/terms.js';
import { theatreForTests } from '../drill/theatre.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { seen } from '../seen.js';

const CITY = { by: 'city/a', approvedBy: 'city/b' };
const adopt = (revision: number) => ({ ...CITY, do: 'adopt-revision', with: { revision } });
const strikeOff = (verifier: string) => ({ ...CITY, do: 'strike-off-verifier', with: { verifier, basis: '弄虚作假' } });

let theatre: Theatre;
let regulation: string;
beforeAll(async () => {
  regulation = join(mkdtempSync(join(tmpdir(), 'luyue-regulation-')), 'regulation');
  cpSync(shipped(), regulation, { recursive: true });
  const adoption = { cycle: 2024, by: 'city/a', approvedBy: 'city/b', on: '2024-05-20', basis: '通告' };
  adoptValue({ ...adoption, parameter: 'first-report.due', value: '2024-06-30' }, regulation);
  adoptValue({ ...adoption, parameter: 'surrender.due', value: '2024-11-30' }, regulation);
  theatre = await theatreForTests({}, true);
});
afterAll(async () => {
  await theatre.close();
  rmSync(join(regulation, '..'), { recursive: true, force: true });
});

const TEN = instantOf('2024-05-20', '10:00:00');

/** The city as one who comes anew finds it: on a clock that began with this moment. */
function city(cycle: number, opensAt: Instant, on: Theatre = theatre) {
  const { book, client, taskQueue, prefix } = on;
  const options = { book, client, taskQueue, prefix, cycle };
  const clock: Clock = { wall0: Date.now(), business0: opensAt, skips: true };
  const terms = termsOf(rulebookNamed(String(cycle), regulation));
  const opening = (id: string, kind: Opening['kind'] = 'compliance-cycle'): Opening => ({
    id: `${String(cycle)}/${id}/${kind}`,
    kind,
    unit: {
      id,
      name: id,
      kind: kind === 'general-report' ? 'general' : 'key',
      district: 'chaoyang',
      newlyListed: false,
    },
    terms,
    opensAt,
    allowProvisional: false,
    holdings: [],
  });
  const desk = new CityDesk({ ...options, regulation });
  /** An act for all cases, by its asker's id, once every case has answered. */
  const over = async (id: string) => {
    const [act = ''] = (await book.actsAskedAs(id, CITY.by)).map((one) => one.id);
    await seen(`every case has answered ${id}`, async () => (await desk.progress(act)).over);
    return desk.progress(act);
  };
  const eventsOf = async (caseId: string, type: string) =>
    (await book.readCase(caseId))?.events.filter((event) => event.type === type) ?? [];
  const plain = new Desk({ ...options, register: { units: new Map() } });
  return { desk, plain, clock, opening, over, eventsOf, open: (one: Opening) => desk.openCase(one, clock) };
}

describe('调整 — a revision reaches every running case of a platform in service', () => {
  const KEY = ['BJ-0001', 'BJ-0002', 'BJ-0003'];

  it('is decided once by the city, taken once by each case, and sent again it answers the same', async () => {
    const { desk, clock, opening, open, over, eventsOf } = city(2024, instantOf('2024-05-10', '00:00:00'));
    for (const id of KEY) {
      await open(opening(id));
      await open(opening(id, 'monthly-evidence'));
    }
    await open(opening('BJ-9001', 'general-report'));
    expect(clock.business0).toBeLessThan(TEN);

    const first = await desk.submit(adopt(2), 'adopt-2', TEN);
    if (first.state !== 'decided') throw new Error(first.state);
    expect(await over('adopt-2')).toEqual({ cases: 7, applied: 7, waiting: 0, refused: [], over: true });
    expect(await desk.submit(adopt(2), 'adopt-2')).toMatchObject({ seq: first.seq, at: TEN, act: first.act });
    const no = (refused: string) => ({ state: 'refused', refusal: { refused } });
    expect(await desk.submit(adopt(2), 'adopt-2-again', TEN + 1)).toMatchObject(no('already-done'));
    expect(await desk.submit(adopt(7), 'adopt-7', TEN + 1)).toMatchObject(no('bad-input'));
    expect(await desk.submit({ ...adopt(3), approvedBy: 'city/a' }, 'adopt-3-alone', TEN + 1)).toMatchObject(no('same-officer'));
    expect(await desk.submit(adopt(3), 'adopt-2', TEN + 1)).toMatchObject(no('id-used'));

    for (const id of KEY) {
      const [adopted, ...more] = await eventsOf(`2024/${id}/compliance-cycle`, 'revision-adopted');
      expect([adopted?.at, more]).toEqual([TEN, []]);
      expect(await eventsOf(`2024/${id}/compliance-cycle`, 'date-moved')).toMatchObject([
        { duty: 'first-report', dueOn: '2024-06-30', with: { from: '2024-06-15' } },
      ]);
    }
    expect(await eventsOf('2024/city/city-cycle', 'rolled-out')).toMatchObject([{ with: { cases: 7, applied: 7 } }]);
  });

  it('a case opened later starts from what is in force; one opened unawares is brought what it lacks', async () => {
    const { desk, plain, clock, opening, open, eventsOf } = city(2024, instantOf('2024-05-10', '00:00:00'));
    await open(opening('BJ-0004'));
    expect((await eventsOf('2024/BJ-0004/compliance-cycle', 'case-opened'))[0]?.with).toMatchObject({ revision: 2 });
    expect(await eventsOf('2024/BJ-0004/compliance-cycle', 'revision-adopted')).toEqual([]);

    // as somebody does who read the city's book before the decision and was killed after opening the case
    await plain.open({ ...opening('BJ-0005'), cityEvent: 1 }, clock);
    const there = await desk.read();
    if (!there) throw new Error('no city');
    await bringMissing(theatre.book, plain, there);
    await bringMissing(theatre.book, plain, there);
    expect(await eventsOf('2024/BJ-0005/compliance-cycle', 'revision-adopted')).toHaveLength(1);
  });

  it('cases that open while it is on its way have it once, whichever way', async () => {
    const { desk, opening, open, over, eventsOf } = city(2024, instantOf('2024-05-10', '00:00:00'));
    const late = ['BJ-0006', 'BJ-0007', 'BJ-0008', 'BJ-0009', 'BJ-0010', 'BJ-0011'];
    const [answer] = await Promise.all([
      desk.submit(adopt(3), 'adopt-3', TEN + 5),
      ...late.map(async (id, n) => {
        await pause(n * 40);
        await open(opening(id));
      }),
    ]);
    expect(answer.state).toBe('decided');
    await over('adopt-3');
    for (const id of late) {
      const [opened] = await eventsOf(`2024/${id}/compliance-cycle`, 'case-opened');
      const adopted = await eventsOf(`2024/${id}/compliance-cycle`, 'revision-adopted');
      const brought = adopted.map((event) => (event.with as { revision: number }).revision);
      expect([(opened?.with as { revision: number }).revision, ...brought].at(-1), id).toBe(3);
      expect(new Set(brought).size, id).toBe(brought.length);
    }
  });

  it('a worker killed in the middle of it loses nothing and does nothing twice', async () => {
    const { desk, over, eventsOf } = city(2024, instantOf('2024-05-10', '00:00:00'));
    const submitted = desk.submit(strikeOff('V-09'), 'strike-off-9', TEN + 10);
    await pause(60);
    process.kill(theatre.worker.pid, 'SIGKILL');
    await theatre.worker.restart();
    expect((await submitted).state).not.toBe('refused');
    // only a key unit's cycle has a verifier
    const { cases, applied } = await over('strike-off-9');
    expect([cases, applied]).toEqual([11, 11]);
    for (const id of KEY) expect(await eventsOf(`2024/${id}/compliance-cycle`, 'verifier-struck-off')).toHaveLength(1);
    expect(await eventsOf('2024/city/city-cycle', 'rolled-out')).toHaveLength(3);
  });

  it('三(二) — the cycle is not closed while cases have time left: each says why, and the city may close it later', async () => {
    const { desk, over } = city(2024, instantOf('2024-05-10', '00:00:00'));
    const close = { ...CITY, do: 'close-cycle', with: { basis: '周期结束' } };
    expect((await desk.submit(close, 'close-1', TEN + 20)).state).toBe('decided');
    const { applied, refused } = await over('close-1');
    expect(applied).toBe(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['still-running']));
    expect((await desk.read())?.closed).toBeUndefined();
  });
});

describe('周期结束 — a cycle whose cases have come to their end is closed with a report', () => {
  it('once every case is closed; then the workflow ends, and nothing concerns all cases any more', async () => {
    const late = await theatreForTests();
    try {
      // everything was due before these cases opened: nobody has time left
      const { desk, opening, open, over, eventsOf } = city(2024, instantOf('2025-06-01', '00:00:00'), late);
      for (const id of ['BJ-0001', 'BJ-0002']) {
        await open(opening(id));
        await open(opening(id, 'monthly-evidence'));
      }
      const at = instantOf('2025-06-01', '10:00:00');
      const close = { ...CITY, do: 'close-cycle', with: { basis: '周期结束' } };
      expect((await desk.submit(close, 'close', at)).state).toBe('decided');
      expect(await over('close')).toMatchObject({ cases: 4, applied: 4, refused: [] });
      const [closed] = await eventsOf('2024/city/city-cycle', 'cycle-closed');
      expect(closed?.with).toMatchObject({ report: { cycle: 2024, digest: expect.stringMatching(/^sha256:/) as string } });

      const handle = late.client.getHandle(`${late.prefix}2024/city/city-cycle`);
      const ofUnit = late.client.getHandle(`${late.prefix}2024/BJ-0001/compliance-cycle`);
      expect(await ofUnit.result()).toEqual({ seq: (await late.book.readCase('2024/BJ-0001/compliance-cycle'))?.seq });
      expect(await handle.result()).toMatchObject({ cycle: 2024 });
      expect(await desk.submit(close, 'close')).toMatchObject({ at });
      expect(await desk.submit(strikeOff('V-01'), 'strike', at + 1)).toMatchObject({
        refusal: { refused: 'cycle-closed' },
      });
      // a closed case that is asked is revived from the book, answers, and ends again
      const units = new Map([['BJ-0001', opening('BJ-0001').unit]]);
      const { book, client, taskQueue, prefix } = late;
      const door = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register: { units } });
      const correct = { ...CITY, do: 'correct-emissions', for: 'BJ-0001', with: { emissions: '1', basis: '复查' } };
      const received = await door.receive(correct, 'correct', at + 2);
      if (isRefusal(received)) throw new Error(received.en);
      expect(await door.handOver(received)).toMatchObject({ refused: 'too-early' });
      const mails = await late.book.outboxOf({});
      expect(mails.map(({ template }) => template)).toContain('cycle-closed');
      for (const { pool } of [late.book, theatre.book]) expect(await stepDifferences(pool)).toEqual([]);
    } finally {
      await late.close();
    }
  });
});
