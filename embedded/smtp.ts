import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { choosePorts, LOOPBACK, type Ports } from './ports.js';

export interface MailCatcher {
  readonly url: string;
  /** Where each mail lies as an `.eml` file, named by when it came. */
  readonly folder: string;
  /** How many mails came since the start. */
  count(): number;
  stop(): Promise<void>;
}

/** Bytes that a mail may have. */
const LARGEST = 10 * 1024 * 1024;

/** A mail's bytes, to its end; of one that is too large, only as many as show it. */
const bodyOf = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (size <= LARGEST) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
};

/** Starts a real SMTP server that delivers nothing and keeps every mail. Throws `port-in-use`. */
export const startSmtp = async (folder: string, wanted: Partial<Ports>, env: NodeJS.ProcessEnv): Promise<MailCatcher> => {
  await mkdir(folder, { recursive: true });
  const { smtp: port = 0 } = await choosePorts(['smtp'], wanted, env);
  let received = 0;
  const keep = async (stream: SMTPServerDataStream): Promise<void> => {
    const body = await bodyOf(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('the mail is too large'), { responseCode: 552 });
    received += 1;
    const when = new Date().toISOString().replaceAll(/[-:.]/g, '');
    const file = join(folder, `${when}-${String(process.pid)}-${String(received).padStart(6, '0')}`);
    await writeFile(`${file}.part`, body);
    await rename(`${file}.part`, `${file}.eml`);
  };
  const server = new SMTPServer({
    banner: 'luyue mail catcher',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    logger: false,
    onData: (stream, _session, done) => {
      keep(stream).then(
        () => {
          done();
        },
        (thrown: unknown) => {
          done(thrown instanceof Error ? thrown : new Error(String(thrown)));
        },
      );
    },
  });
  // A client that breaks off is the client's business.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  return {
    url: `smtp://${LOOPBACK}:${String(port)}`,
    folder,
    count: () => received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
};
