import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { startOf } from '../../domain/model/instant.js';
import { simulate } from '../../simulator/simulate.js';
import { quiet, scenarioNamed, testTheatre } from './theatre.js';
import { seen } from '../seen.js';

/** 三(四): surrender is due on 15 November, so the collection runs at the first instant of the 16th. */
const COLLECTION = `at:${String(startOf('2024-11-16'))}`;

describe('kill -9 of the worker', () => {
  it('三(四) — 自动收缴 › killed after the collection is written and before anybody knows: collected once', async () => {
    const theatre = await testTheatre({ PAUSE_AFTER_COMMIT: '3000', PAUSE_KEYS: COLLECTION });
    const scenario = scenarioNamed('short-and-collected-in-part');
    const caseId = '2024/BJ-0001/compliance-cycle';
    const playing = run(theatre, scenario, 0, quiet, { awaitMails: false });
    const isWritten = async (): Promise<boolean> => (await theatre.book.since(caseId, 0)).some(({ key }) => key === COLLECTION);
    await seen('the collection is written', isWritten);
    const before = theatre.worker.pid;
    await theatre.worker.kill();
    await theatre.worker.restart();
    expect(theatre.worker.pid).not.toBe(before);

    const { timing: _timing, ...played } = await playing;
    expect(played).toEqual(simulate(scenario));
    const events = (await theatre.book.readCase(caseId))?.events ?? [];
    expect(events.filter(({ type }) => type === 'collection-run')).toHaveLength(1);
  });

  it('三(四) — 自动收缴 › killed before the collection is written: collected once', async () => {
    const theatre = await testTheatre({ PAUSE_BEFORE_COMMIT: '8000', PAUSE_KEYS: COLLECTION });
    const scenario = scenarioNamed('short-and-collected-in-part');
    const caseId = '2024/BJ-0001/compliance-cycle';
    const workflowId = `${theatre.prefix}${caseId}`;
    const playing = run(theatre, scenario, 0, quiet, { awaitMails: false });
    const clock = async (): Promise<number> => {
      const described = await theatre.client
        .getHandle(workflowId)
        .describe()
        .catch(() => undefined);
      const { timeSkippingInfo } = described?.raw.workflowExtendedInfo ?? {};
      return Number(timeSkippingInfo?.currentTime?.seconds ?? 0) * 1_000 - Date.now();
    };
    // the play begins on 2024-09-01 or earlier and the clock skips: more than two months ahead is the collection
    const [from] = [startOf(scenario.from)];
    const collects = startOf('2024-11-16') - from - 60_000;
    await seen('the clock has come to the collection', async () => (await clock()) >= collects);
    await pause(1_000);
    expect((await theatre.book.since(caseId, 0)).some(({ key }) => key === COLLECTION)).toBe(false);
    await theatre.worker.kill();
    await theatre.worker.restart();

    const { timing: _timing, ...played } = await playing;
    expect(played).toEqual(simulate(scenario));
  });

  it('again and again during a whole year of several units: the same outcome', async () => {
    const theatre = await testTheatre({ PAUSE_AFTER_COMMIT: '40' });
    const scenario = scenarioNamed('short-and-collected-in-part', 4);
    let over = false;
    let kills = 0;
    const killing = async (): Promise<void> => {
      for (; !over && kills < 4; kills += 1) {
        await pause(1_500);
        await theatre.worker.kill();
        await theatre.worker.restart();
      }
    };
    const [outcome] = await Promise.all([
      run(theatre, scenario, 0, quiet, { awaitMails: false }).finally(() => (over = true)),
      killing(),
    ]);
    const { timing: _timing, ...played } = outcome;
    expect(kills).toBeGreaterThan(0);
    expect(played).toEqual(simulate(scenario));
  });
});
