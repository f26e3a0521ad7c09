import type { WorkflowClient } from '@temporalio/client';
import { Front, type Reply } from '../../desk/front.js';
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

const { alarm: DRILL, confirm: CONFIRM, offsets: OFFSETS, claimed: CLAIMED, engaged: ENGAGED } = readDays().morning;

const ALARM = {
  check: 'drill',
  subject: DRILL.subject,
  units: [DRILL.subject],
  found: '演练：人工插入的差异，用于练习解除警报 / a difference put in by hand, to practise releasing an alarm',
};

/** What has happened on the first morning of the demonstration before anybody looks: proposals that wait, an alarm that was released, a claim, verifiers at work. */
export async function actOfTheMorning({ book, client }: Morning, now: () => Instant): Promise<void> {
  const as = async (actor: string): Promise<Caller> => {
    const caller = await testCaller(book.pool, actor, now());
    if (isRefusal(caller)) throw new Error(`${actor}: ${caller.en}`);
    return caller;
  };
  const front = new Front({ book, client, taskQueue: TASK_QUEUE, now });
  const submit = async (actor: string, id: string, act: string, brings: object, unit?: string): Promise<Reply> =>
    front.submit(await as(actor), {
      id: `demo-${id}`,
      do: act,
      with: JSON.parse(JSON.stringify(brings)) as never,
      ...(unit === undefined ? {} : { for: unit }),
    });
  const unlike = (act: string, reply: Reply): Error => new Error(`${act}: ${JSON.stringify(reply)}`);
  const propose = async (id: string, act: string, unit: string | undefined, brings: object): Promise<string> => {
    const reply = await submit('city/a', id, act, brings, unit);
    if (reply.state !== 'proposed') throw unlike(act, reply);
    return reply.approval;
  };
  const does = async (actor: string, act: string, brings: object, unit?: string): Promise<void> => {
    const reply = await submit(actor, `${act}-${unit ?? actor}`, act, brings, unit);
    if (reply.state !== 'decided') throw unlike(act, reply);
  };
  await raiseAlarms(book.pool, [ALARM], now());
  const released = await propose('alarm', 'release-alarm', undefined, { alarm: 1, reason: DRILL.reason });
  const b = await as('city/b');
  const shown = await front.approvals.read(released, b);
  if (isRefusal(shown)) throw new Error(shown.en);
  const digest = shown.previewDigest === undefined ? {} : { previewDigest: shown.previewDigest };
  const done = await front.approve(b, released, { request: 'demo-alarm-yes', ...digest });
  if (isRefusal(done)) throw new Error(done.en);
  await propose('confirm', 'confirm-emissions', CONFIRM.unit, { emissions: CONFIRM.emissions, basis: CONFIRM.basis });
  await propose('offsets', 'decide-offsets', OFFSETS.unit, { result: 'accept', basis: OFFSETS.basis });
  for (const { unit, verifier, note, accepts, asks } of ENGAGED) {
    await does(unit, 'engage-verifier', { verifier, note });
    if (accepts !== undefined) await does(verifier, 'accept-engagement', { independence: accepts }, unit);
    if (asks) await does(verifier, 'raise-query', asks, unit);
  }
  const officer = await as(CLAIMED.by);
  const item = await itemWaiting(book.pool, CLAIMED.item, now());
  if (item)
    await changeHands(book.pool, item, {
      by: officer.person,
      to: { person: officer.person, testActor: CLAIMED.by },
      at: now(),
    });
}
