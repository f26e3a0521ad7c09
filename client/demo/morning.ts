import type { WorkflowClient } from '@temporalio/client';
import { Front } from '../../desk/front.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import { changeHands, itemWaiting } from '../../parties/claims.js';
import { testCaller } from '../../parties/test-caller.js';
import type { Book } from '../../records/book.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { readDays } from './days.js';
import { TASK_QUEUE } from '../service.js';

interface Morning {
  readonly book: Book;
  readonly client: WorkflowClient;
}

const { alarm: DRILL, confirm: CONFIRM, offsets: OFFSETS, claimed: CLAIMED } = readDays().morning;

const ALARM = {
  ...{ check: 'drill', subject: DRILL.subject, units: [DRILL.subject] },
  found: '演练：人工插入的差异，用于练习解除警报 / a difference put in by hand, to practise releasing an alarm',
};

/** What has happened on the first morning of the demonstration before anybody looks: proposals that wait, an alarm that was released, a claim. */
export async function actOfTheMorning({ book, client }: Morning, now: () => Instant): Promise<void> {
  const as = async (actor: string): Promise<Caller> => {
    const caller = await testCaller(book.pool, actor, now());
    if (isRefusal(caller)) throw new Error(`${actor}: ${caller.en}`);
    return caller;
  };
  const front = new Front({ book, client, taskQueue: TASK_QUEUE, now });
  const [a, b] = [await as('city/a'), await as('city/b')];
  const propose = async (id: string, act: string, unit: string | undefined, brings: object): Promise<string> => {
    const reply = await front.submit(a, {
      ...{ id: `demo-${id}`, do: act, with: JSON.parse(JSON.stringify(brings)) as never },
      ...(unit === undefined ? {} : { for: unit }),
    });
    if (reply.state !== 'proposed') throw new Error(`${act} of ${unit ?? 'the city'}: ${JSON.stringify(reply)}`);
    return reply.approval;
  };
  await raiseAlarms(book.pool, [ALARM], now());
  const released = await propose('alarm', 'release-alarm', undefined, { alarm: 1, reason: DRILL.reason });
  const shown = await front.approvals.read(released, b);
  if (isRefusal(shown)) throw new Error(shown.en);
  const digest = shown.previewDigest === undefined ? {} : { previewDigest: shown.previewDigest };
  const done = await front.approve(b, released, { request: 'demo-alarm-yes', ...digest });
  if (isRefusal(done)) throw new Error(done.en);
  await propose('confirm', 'confirm-emissions', CONFIRM.unit, { emissions: CONFIRM.emissions, basis: CONFIRM.basis });
  await propose('offsets', 'decide-offsets', OFFSETS.unit, { result: 'accept', basis: OFFSETS.basis });
  const officer = await as(CLAIMED.by);
  const item = await itemWaiting(book.pool, CLAIMED.item, now());
  if (item)
    await changeHands(book.pool, item, {
      by: officer.person,
      to: { person: officer.person, testActor: CLAIMED.by },
      at: now(),
    });
}
