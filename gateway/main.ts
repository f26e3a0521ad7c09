import { once } from 'node:events';
import { Connection, WorkflowClient } from '@temporalio/client';
import { filesFrom } from '../documents/files/kept-where.js';
import { receiptSealerIn, sealsIn, trustIn } from '../documents/seals/settings.js';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import { callMs } from '../desk/call-time.js';
import { Book } from '../records/book.js';
import { lastWords } from '../records/last-words.js';
import { limitsFrom, within } from '../records/limits.js';
import { claimPlatform } from '../records/platform.js';
import { DeskFront } from './desk-front.js';
import { addPayloads } from './payloads.js';
import { readSettings, type Settings } from './settings.js';
import { startGateway } from './start.js';
import { testIssuer } from './test-issuer.js';
import { providerFrom } from './sign-in/relying-party.js';
import type { SignInProvider } from './provider.js';
import type { Issuer } from './tokens.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const CONNECT_TIMEOUT = '10s';

/** The provider that the settings name; none where there is none, and nobody can sign in but by test tokens. */
function providerIn({ LUYUE_ORIGIN: origin, OIDC_COMMAND_LINE: clientId }: Settings): SignInProvider | undefined {
  const settings = providerFrom(process.env);
  if (!settings || origin === undefined) return undefined;
  const commandLine = { issuer: settings.issuer, clientId, scope: 'openid' };
  return { settings, origin: new URL(origin).origin, madeUp: false, commandLine };
}

/** Answers HTTP until it is asked to stop; what is being answered is answered first. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const asked = Promise.race(STOP_SIGNALS.map((signal) => once(process, signal)));
  const limits = within(limitsFrom(process.env), callMs());
  const book = new Book(settings.DATABASE_URL, { maxConnections: settings.DATABASE_CONNECTIONS, limits });
  // a server that is away hinders nobody from filing: what is filed is stored, every call to a case has its end
  const connection = Connection.lazy({ ...addressOf(settings), connectTimeout: CONNECT_TIMEOUT });
  try {
    await claimPlatform(book.pool, settings.PLATFORM);
    const own = settings.TEST_ISSUER_FOLDER === undefined ? undefined : testIssuer(settings.TEST_ISSUER_FOLDER);
    const issuers: Issuer[] = own ? [own] : [];
    const provider = providerIn(settings);
    const keys = settings.LUYUE_PAYLOAD_KEYS;
    const files = filesFrom(settings, book.pool, (line) => void process.stderr.write(`${line}\n`));
    const isService = settings.PLATFORM === 'service';
    const seals = await sealsIn(settings, book.pool, isService);
    const client = new WorkflowClient({ connection, ...writingTo(settings) });
    // in service a submission is sealed by what is more than a second factor
    const sealed = isService ? { seals } : {};
    const front = new DeskFront({ book, client, taskQueue: settings.TASK_QUEUE, trust: trustIn(settings), ...sealed });
    const gateway = await startGateway({
      ...(provider ? { provider } : {}),
      book,
      files,
      seals,
      sealer: await receiptSealerIn(settings, book.pool),
      front,
      issuers,
      taskQueue: settings.TASK_QUEUE,
      proxies: settings.LUYUE_PROXY,
      ...(keys
        ? {
            mount: (app, { signedIn }) => {
              addPayloads(app, signedIn, keys, settings.LUYUE_TEMPORAL_PAGES);
            },
          }
        : {}),
      client,
      port: settings.LUYUE_GATEWAY_PORT,
      address: settings.LUYUE_GATEWAY_ADDRESS,
      innerPort: settings.LUYUE_INNER_PORT,
      innerAddress: settings.LUYUE_INNER_ADDRESS,
      rates: { person: settings.LIMIT_PERSON, party: settings.LIMIT_PARTY, address: settings.LIMIT_ADDRESS },
    });
    process.stdout.write(`gateway ready on ${String(gateway.port)}, inner ${String(gateway.innerPort)}\n`);
    await asked;
    await gateway.stop();
  } finally {
    await connection.close();
    await book.close();
  }
}

/** A gateway that was asked to stop is gone by then, whatever hangs. */
const GONE_MS = 30_000;
for (const signal of STOP_SIGNALS) process.once(signal, () => setTimeout(() => process.exit(1), GONE_MS).unref());

main().catch((error: unknown) => {
  const { text, status } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exit(status);
});
