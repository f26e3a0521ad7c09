import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server got it: from the envelope, to whom; from the header, which. */
export interface Got {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly source: string;
}

export interface Receiver {
  readonly url: string;
  /** What it has taken, in order. */
  readonly got: readonly Got[];
  stop(): Promise<void>;
}

export interface Manner {
  /** The answer to RCPT TO, where it is no. */
  readonly rcpt?: (to: string) => { readonly code: number; readonly text: string } | undefined;
  /** The answer to the text, where it is no. */
  readonly data?: (to: string) => { readonly code: number; readonly text: string } | undefined;
  /** How long the answer to the text takes, or what it waits for. */
  readonly delayMs?: (to: string) => number | Promise<void>;
  /** Told of each mail that it takes, before it says so. */
  readonly taken?: (mail: Got) => void;
  readonly more?: SMTPServerOptions;
}

const no = ({ code, text: said }: { readonly code: number; readonly text: string }): Error =>
  Object.assign(new Error(said), { responseCode: code });

/** Starts a real SMTP server that takes mails in its own manner, at a port that is free or that is named. */
export const startReceiver = async ({ rcpt, data, delayMs, taken, more }: Manner = {}, at = 0): Promise<Receiver> => {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const answer = rcpt?.(address);
      done(answer && no(answer));
    },
    onData: (stream, { envelope }, done) => {
      const take = async (): Promise<void> => {
        const source = await text(stream);
        const to = envelope.rcptTo.map(({ address }) => address);
        const late = delayMs?.(to[0] ?? '') ?? 0;
        await (typeof late === 'number' ? pause(late) : late);
        const answer = data?.(to[0] ?? '');
        if (answer) throw no(answer);
        const mail = { to, source, messageId: /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? '' };
        taken?.(mail);
        got.push(mail);
      };
      take().then(() => {
        done();
      }, done);
    },
    ...more,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(at, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    got,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
};
