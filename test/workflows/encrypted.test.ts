import type { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { expect, it } from 'vitest';
import { rehearse } from '../../client/auction/rehearse.js';
import { readScript, readYaml } from '../../client/auction/script.js';
import { run } from '../../client/drill/run.js';
import type { Theatre } from '../../client/drill/stage.js';
import { PayloadCipher } from '../../desk/reach/payload-cipher.js';
import { keyRing, newKey } from '../../desk/reach/payload-keys.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { rulebookNamed } from '../../regulation/named.js';
import { quiet, scenarioNamed, testTheatre } from '../drill/theatre.js';
import { bundle } from './replay.js';

const KEYS = newKey('k1');
const MAIL = /[\w.-]+@[\w.-]+\.[a-z]{2,}/;
/** A mobile telephone of the mainland, or a fixed line with its area. */
const TELEPHONE = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/;

/** Anything with fields, but for what the SDK notes about a local activity beside its result: which, when, how often. */
const FIELDS = /^(\[|\{(?!"seq":\d+,"attempt":))/;

interface Kept {
  readonly encoding: string;
  readonly text: string;
  readonly payload: Payload;
}

/** Every payload of whatever a server keeps, wherever it stands. */
function* payloadsIn(value: unknown): Generator<Kept> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const payload = value as Payload;
  const encoding = payload.metadata?.['encoding'];
  if (encoding instanceof Uint8Array) {
    const text = Buffer.from(payload.data ?? []).toString('utf8');
    yield { encoding: Buffer.from(encoding).toString('utf8'), text, payload };
    return;
  }
  for (const inner of Object.values(value)) yield* payloadsIn(inner);
}

type Events = Awaited<ReturnType<Theatre['client']['workflowService']['getWorkflowExecutionHistory']>>['history'];

/** The histories of every run of a theatre, as the server keeps them. */
async function historiesOf({ client, prefix, connection }: Theatre): Promise<{ id: string; events: Events }[]> {
  const service: Connection['workflowService'] = connection.workflowService;
  const all = [];
  for await (const { workflowId, runId } of client.list({ query: `WorkflowId STARTS_WITH "${prefix}"` })) {
    const asked = { namespace: 'default', execution: { workflowId, runId } };
    const { history } = await service.getWorkflowExecutionHistory({ ...asked, maximumPageSize: 10_000 });
    all.push({ id: workflowId, events: history });
  }
  return all;
}

it('a year of a unit and an auction leave no address, telephone or name of a person in what Temporal keeps; with the keys all of it is read, and replayed', async () => {
  const theatre = await testTheatre({ LUYUE_PAYLOAD_KEYS: KEYS });
  const ring = keyRing(KEYS);
  if (!ring) throw new Error('no keys');
  const cipher = new PayloadCipher(ring);
  const played = await run(theatre, scenarioNamed('mails-go-where-the-scenario-says'), 0, quiet);
  expect(Object.keys(played.units)).toEqual(['BJ-0001']);
  const script = readScript(readYaml(new URL('../auction/three-bidders.yaml', import.meta.url).pathname));
  const ended = await rehearse(theatre, script, rulebookNamed('2024'), quiet);
  if (isRefusal(ended)) throw new Error(ended.en);

  const histories = await historiesOf(theatre);
  const kept = histories.flatMap(({ id, events }) => [...payloadsIn(events)].map((one) => ({ id, ...one })));
  const sealed = kept.filter(({ encoding }) => encoding === 'binary/encrypted');
  const open = kept.filter(({ encoding }) => encoding !== 'binary/encrypted');
  expect(sealed.length).toBeGreaterThan(40);
  // what can be read is ids and lines on timers
  for (const { id, encoding, text } of open) {
    expect([id, encoding, text]).toEqual([
      id,
      expect.stringMatching(/^(json\/plain|binary\/null)$/),
      expect.not.stringMatching(FIELDS),
    ]);
    expect([id, text]).toEqual([id, expect.not.stringMatching(MAIL)]);
    expect([id, text]).toEqual([id, expect.not.stringMatching(TELEPHONE)]);
  }
  // failures and whatever else is no payload: the processes that took part are `123@machine`
  for (const { id, events } of histories) {
    const whole = historyToJSON({ events: events?.events ?? [] }).replaceAll(/\d+@[\w.-]+/g, 'worker');
    expect([id, whole]).toEqual([id, expect.not.stringMatching(MAIL)]);
  }

  // the search is one that can fail: with the keys there is what was filed, and still nobody's address
  const read = await cipher.decode(sealed.map(({ payload }) => payload));
  const texts = read.map(({ data }) => Buffer.from(data ?? []).toString('utf8'));
  expect(texts.some((text) => text.includes('BJ-0001') && text.includes('submit-'))).toBe(true);
  expect(texts.filter((text) => text.includes('ops@bj-0001.example'))).toEqual([]);

  const failed: string[] = [];
  const replays = histories
    .filter(({ id }) => id.includes('BJ-0001'))
    .map(({ id, events }) => ({
      workflowId: id,
      history: historyFromJSON(JSON.parse(historyToJSON({ events: events?.events ?? [] }))),
    }));
  expect(replays.length).toBeGreaterThan(1);
  const options = { workflowBundle: await bundle(), dataConverter: { payloadCodecs: [cipher] } };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, replays))
    if (error) failed.push(`${workflowId}: ${error.message}`);
  expect(failed).toEqual([]);
});
