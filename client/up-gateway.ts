import { join } from 'node:path';
import type { WorkflowClient } from '@temporalio/client';
import { filesFrom } from '../documents/files/kept-where.js';
import { fileSettings } from '../documents/files/settings.js';
import { logTo } from '../embedded/log-file.js';
import { choosePorts, LOOPBACK, type Ports } from '../embedded/ports.js';
import type { KeyRing } from '../desk/reach/payload-keys.js';
import { addPayloads } from '../gateway/payloads.js';
import { startGateway, type RunningGateway } from '../gateway/start.js';
import { refuse } from '../domain/model/refusal.js';
import type { Twin } from '../console/twin.js';
import type { TestPerson } from '../embedded/identity/people.js';
import { testSeals } from '../embedded/authority/for-platform.js';
import { receiptSealerIn, sealsIn, trustIn } from '../documents/seals/settings.js';
import { makeTestIssuer, testIssuer } from '../gateway/test-issuer.js';
import type { Book } from '../records/book.js';
import { DeskFront } from '../gateway/desk-front.js';
import { embeddedSignIn } from './embedded-sign-in.js';
import { filesIn, TASK_QUEUE } from './service.js';

export interface GatewayWanted {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly folder: string;
  readonly ports: Partial<Ports>;
  /** The pages of Temporal. */
  readonly temporalUrl?: string | undefined;
  /** By which keys the platform writes to Temporal, and where its pages are. */
  readonly keys?: KeyRing | undefined;
  readonly pages?: string | undefined;
  /** A demonstration whose clock everything lives by. */
  readonly twin?: (Twin & { readonly people: readonly TestPerson[] }) | undefined;
}

const BUSY = refuse(
  'too-early',
  '演示城市正在推演本年度，约一分钟后即可办理',
  'the year of the demonstration is being played: try again in a minute',
);

/** While a year is played nobody acts between its acts. */
function closeWhilePlaying(front: DeskFront, twin: Twin): void {
  const submit = front.submit.bind(front);
  front.submit = (caller, wish) =>
    twin.state.playing
      ? Promise.resolve({ id: wish.id ?? '', state: 'refused', at: twin.now(), refusal: BUSY })
      : submit(caller, wish);
}

/** The gateway of a platform on one machine, in this process: its address, for people and programs. */
export async function openGateway({
  book,
  client,
  folder,
  ports,
  temporalUrl,
  keys,
  pages,
  twin,
}: GatewayWanted): Promise<RunningGateway & { readonly url: string }> {
  const { gateway: port = 0, inner: innerPort = 0 } = await choosePorts(['gateway', 'inner'], ports, process.env);
  await makeTestIssuer(folder);
  const issuer = testIssuer(folder);
  const url = `http://${LOOPBACK}:${String(port)}`;
  const { identity, provider } = await embeddedSignIn(book.pool, url, twin?.people);
  const clock = twin ? { now: twin.now } : {};
  const settings = await testSeals(folder, process.env);
  const seals = await sealsIn(settings, book.pool, false);
  const sealer = await receiptSealerIn(settings, book.pool);
  const front = new DeskFront({ book, client, taskQueue: TASK_QUEUE, trust: trustIn(settings), ...clock });
  if (twin) closeWhilePlaying(front, twin);
  const file = logTo(join(folder, 'gateway.log'));
  const files = filesFrom(fileSettings(process.env, filesIn(folder)), book.pool, file.line);
  const running = await startGateway({
    book,
    files,
    seals,
    sealer,
    client,
    taskQueue: TASK_QUEUE,
    issuers: issuer ? [issuer] : [],
    provider,
    front,
    ...clock,
    ...(twin ? { twin } : {}),
    ...(temporalUrl === undefined ? {} : { temporalUrl }),
    port,
    address: LOOPBACK,
    innerPort,
    innerAddress: LOOPBACK,
    ...(keys
      ? {
          mount: (app, { signedIn }) => {
            addPayloads(app, signedIn, keys, pages === undefined ? [] : [pages]);
          },
        }
      : {}),
    log: file.line,
  });
  const stop = async (): Promise<void> => {
    identity.stop();
    await running.stop();
    file.close();
  };
  return { ...running, stop, url };
}
