import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Desk } from '../../desk/desk.js';
import { VOCABULARY } from '../../acts/vocabulary.js';
import type { Opening } from '../../domain/cases/case.js';
import { IN_SERVICE } from '../../domain/model/clock.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { attemptsIn } from '../../records/attempts.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';
import { wholeBook } from '../records/whole-book.js';

const run = promisify(execFile);
const SCENARIO = parseScenario(
  `
name: two units that somebody reaches past the desk
cycle: 2024
from: 2024-06-01
until: 2024-12-31
units:
  - { id: BJ-0001, kind: key, district: chaoyang, holdings: [{ product: allowance, vintage: 2022, quantity: "5000" }] }
  - { id: BJ-0002, kind: key, district: chaoyang, holdings: [{ product: allowance, vintage: 2022, quantity: "5000" }] }
`,
  'by hand',
);
const FAR = Date.UTC(2099, 0, 1);
/** As in service, by everybody's clock; and in a rehearsal, whose clock skips. */
const OF_SERVICE = '2024/BJ-0001/compliance-cycle';
const OF_REHEARSAL = '2024/BJ-0002/compliance-cycle';

let theatre: Theatre;
let desk: Desk;
let binary: string;
const opened = new Map<string, Opening>();

beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  const openings = opensOf(SCENARIO).filter(({ kind }) => kind === 'compliance-cycle');
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register });
  for (const opening of openings) {
    const clock =
      opening.id === OF_SERVICE ? IN_SERVICE : { wall0: Date.now(), business0: opening.opensAt, skips: true as const };
    const one = opening.id === OF_SERVICE ? { ...opening, opensAt: Date.now() } : opening;
    opened.set(one.id, one);
    await desk.open(one, clock);
  }
  binary = await findTemporal(process.env, () => undefined);
});
afterAll(() => theatre.close());

const workflowId = (caseId: string): string => `${theatre.prefix}${caseId}`;
const SHORT_MS = 8_000;
/** Sends an Update past the desk, with whatever content. Answers what came of it. */
const sendUpdate = async (caseId: string, name: string, ...args: unknown[]): Promise<string> => {
  const { client } = theatre;
  try {
    const update = { args: args as [unknown] };
    const done = client.withDeadline(Date.now() + SHORT_MS, () =>
      client.getHandle(workflowId(caseId)).executeUpdate(name, update),
    );
    return `answered ${JSON.stringify(await done)}`;
  } catch (error) {
    return `failed ${String(error)}`;
  }
};
/** The same by the command line that comes with the server. */
const temporal = (...args: string[]): Promise<string> =>
  run(binary, ['--address', theatre.platform.temporalAddress, '--namespace', theatre.platform.namespace, ...args], {
    timeout: 30_000,
  }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return `${stdout}${stderr}`;
    },
  );

/** What the book is not moved by. */
async function unmoved(work: () => Promise<unknown>): Promise<void> {
  const before = await wholeBook(theatre.book.pool);
  await work();
  expect(await wholeBook(theatre.book.pool)).toBe(before);
}

const BRINGS: Readonly<Record<string, Json>> = {
  allocate: { amount: '1000000', basis: '核定意见' },
  'pre-allocate': { amount: '1000000', basis: '预发方案' },
  'confirm-emissions': { emissions: '1', basis: '核查报告' },
  surrender: { quantity: '1' },
  'settle-trade': { from: 'BJ-0001', to: 'BJ-0002', quantity: '5000', price: '1' },
  'credit-auction': { to: 'BJ-0001', quantity: '1000000', price: '1' },
  'extend-deadline': { duty: 'surrender', dueOn: '2025-01-31', basis: '通告' },
  'freeze-account': { basis: '通告' },
  leave: { to: 'none', basis: '通告' },
  'close-case': { basis: '通告' },
  'submit-first-report': { emissions: '1', sealed: true },
};
const act = (name: string, more: object = {}) => ({
  id: '987654',
  do: name,
  by: 'nobody',
  approvedBy: 'nobody',
  at: Date.now(),
  with: BRINGS[name] ?? {},
  ...more,
});

describe('what was not stored did not happen: messages sent by hand into Temporal', () => {
  it('an Update of every act there is, of nobody’s asking, moves nothing', async () => {
    await unmoved(async () => {
      for (const name of Object.keys(VOCABULARY))
        for (const caseId of [OF_SERVICE, OF_REHEARSAL])
          expect(await sendUpdate(caseId, 'act', act(name)), name).toMatch(/^failed/);
    });
    expect((await attemptsIn(theatre.book.pool)).map(({ caseId }) => caseId)).toContain(OF_REHEARSAL);
  });

  it('by the command line of Temporal, too', async () => {
    await unmoved(async () => {
      const input = ['--input', JSON.stringify(act('allocate'))];
      for (const caseId of [OF_SERVICE, OF_REHEARSAL])
        expect(await temporal('workflow', 'update', 'execute', '-w', workflowId(caseId), '--name', 'act', ...input)).not.toMatch(
          /"seq"/,
        );
    });
  });

  it('a stamp in 2099 plays no year', async () => {
    await unmoved(async () => {
      for (const caseId of [OF_SERVICE, OF_REHEARSAL])
        expect(await sendUpdate(caseId, 'act', act('allocate', { at: FAR }))).toMatch(/^failed/);
    });
  });

  it('catching up means to read the book, whatever instant is sent with it', async () => {
    await unmoved(async () => {
      for (const caseId of [OF_SERVICE, OF_REHEARSAL]) {
        expect(await sendUpdate(caseId, 'catchUp', FAR)).toMatch(/^answered/);
        await temporal('workflow', 'update', 'execute', '-w', workflowId(caseId), '--name', 'catchUp', '--input', String(FAR));
      }
    });
  });

  it('a Signal of any name is nothing', async () => {
    await unmoved(async () => {
      for (const name of ['approve', 'act', 'release', 'catchUp', 'lookAgain'])
        await temporal(
          'workflow',
          'signal',
          '-w',
          workflowId(OF_SERVICE),
          '--name',
          name,
          '--input',
          JSON.stringify(act('allocate')),
        );
    });
  });

  it('a workflow started for a case that the desk never entered ends, and its holdings are nobody’s', async () => {
    const { client, taskQueue } = theatre;
    await unmoved(async () => {
      const opening = {
        ...opened.get(OF_SERVICE),
        id: '2024/BJ-0777/compliance-cycle',
        holdings: [{ product: 'allowance', vintage: 2022, quantity: '1000000' }],
      };
      for (const input of [
        { caseId: opening.id, opening, clock: IN_SERVICE },
        { opening, clock: IN_SERVICE },
        'nonsense',
        null,
      ]) {
        const handle = await client.start('complianceCycle', {
          workflowId: `${workflowId(opening.id)}-${String(Math.random())}`,
          taskQueue,
          args: [input],
        });
        await expect(handle.result()).rejects.toThrow();
      }
    });
  });

  it('a case that is terminated and started by hand with another state goes on from the book', async () => {
    const { client, taskQueue } = theatre;
    for (const caseId of [OF_SERVICE, OF_REHEARSAL])
      await unmoved(async () => {
        await client.getHandle(workflowId(caseId)).terminate('by hand');
        const state = { seq: 99, head: 'f'.repeat(64), facts: { confirmed: '1', obligation: '1' } };
        const clock = { wall0: 0, business0: FAR };
        const args = [{ caseId, clock, case: state, opening: { ...opened.get(caseId), holdings: [{ quantity: '1000000' }] } }];
        await client.start('complianceCycle', { workflowId: workflowId(caseId), taskQueue, args });
        expect(await sendUpdate(caseId, 'catchUp')).toMatch(/^answered/);
      });
  });

  it('a case that is reset to its beginning goes on from the book', async () => {
    await unmoved(async () => {
      const said = await temporal(
        'workflow',
        'reset',
        '-w',
        workflowId(OF_SERVICE),
        '--type',
        'FirstWorkflowTask',
        '--reason',
        'by hand',
      );
      expect(said).toMatch(/Resetting workflow/);
      expect(await sendUpdate(OF_SERVICE, 'catchUp')).toMatch(/^answered/);
    });
  });

  it('a stored act under another content, stamp, asker or approval, or of another case, is not that act; as it was stored it goes through', async () => {
    const raw = { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '98000', sealed: true } };
    const received = await desk.receive(raw, 'real');
    if (isRefusal(received)) throw new Error(received.en);
    const real = received.act;
    await unmoved(async () => {
      for (const forged of [
        { ...real, with: { emissions: '1', sealed: true } },
        { ...real, at: real.at + 1 },
        { ...real, by: 'BJ-0002' },
        { ...real, approvedBy: 'city/b' },
        { ...real, do: 'surrender', with: { quantity: '1' } },
      ])
        expect(await sendUpdate(OF_SERVICE, 'act', forged)).toMatch(/^failed/);
      expect(await sendUpdate(OF_REHEARSAL, 'act', real)).toMatch(/^failed/);
    });
    const outcome = await desk.finish(received);
    expect(outcome).toMatchObject({ state: 'decided', at: real.at });
    expect((await theatre.book.readCase(OF_SERVICE))?.events.at(-1)?.type).toBe('first-report-filed');
    // and refused once, it stays refused, whatever is sent under its number
    const early = await desk.submit({ by: 'BJ-0001', do: 'surrender', with: { quantity: '1' } }, 'early');
    expect(early).toMatchObject({ state: 'refused', refusal: { refused: 'too-early' } });
    const [row] = await theatre.book.actsAskedAs('early');
    await unmoved(async () => {
      const forged = { id: row?.id, do: 'surrender', by: 'BJ-0001', at: row?.at, with: { quantity: '2' } };
      expect(await sendUpdate(OF_SERVICE, 'act', forged)).toMatch(/^failed/);
    });
  });
});
