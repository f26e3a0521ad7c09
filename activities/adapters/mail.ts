import { createTransport } from 'nodemailer';

/** A letter on its way: plain text, to one address. */
export interface Envelope {
  /** The same for every attempt, so that whoever receives it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The business day it is written on. */
  readonly date: Date;
}

export interface Mailer {
  /** Hands a letter to the mail server. Rejects where the server does not take it. */
  send(envelope: Envelope): Promise<void>;
  close(): void;
}

const DOMAIN = 'luyue.example';
/** An outbox id has characters that a Message-ID may not have. */
const messageIdOf = (id: string): string => `<${id.replace(/[^A-Za-z0-9.-]/g, '.')}@${DOMAIN}>`;

const MINUTE_MS = 60_000;
/** Until a connection stands, and until the server has greeted. */
const CONNECT_MS = MINUTE_MS / 2;
/** A server that has a letter may take ten minutes to say so (RFC 5321 4.5.3.2). */
const ANSWER_MS = 10 * MINUTE_MS;

/** One address and nothing else: what a header could read as two is none. */
const ONE_ADDRESS = /^[^\s<>()[\]\\,;:"@\p{C}]+@[^\s<>()[\]\\,;:"@\p{C}]+$/u;

/** Thrown when a letter is addressed to what is no plain address. */
export class BadAddress extends Error {
  constructor(to: string) {
    super(`${JSON.stringify(to)} 不是一个邮件地址 / is not one mail address`);
    this.name = 'BadAddress';
  }
}

/** Whether trying again cannot help: the server said no for good (5xx), or there is nobody to send to. */
export const isForGood = (error: unknown): boolean => {
  if (error instanceof BadAddress) return true;
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as Error & { readonly responseCode?: unknown; readonly code?: unknown };
  return typeof responseCode === 'number' ? responseCode >= 500 : code === 'EENVELOPE';
};

/** A mail server reached by SMTP over kept connections, one a lane. */
export function smtpMailer(url: string, from: string, lanes: number): Mailer {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: lanes, maxMessages: Infinity },
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, socketTimeout: ANSWER_MS },
  });
  const sender = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return {
    async send({ id, to, subject, text, date }) {
      if (!ONE_ADDRESS.test(to)) throw new BadAddress(to);
      await transport.sendMail({
        ...{ from, to: { name: '', address: to }, subject, text, date },
        ...{ envelope: { from: sender, to }, messageId: messageIdOf(id), headers: { 'X-Luyue-Id': id } },
      });
    },
    close: () => {
      transport.close();
    },
  };
}
