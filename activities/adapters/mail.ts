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

/** A mail server reached by SMTP over kept connections. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 2, maxMessages: Infinity });
  return {
    async send({ id, to, subject, text, date }) {
      await transport.sendMail({ from, to, subject, text, date, messageId: messageIdOf(id), headers: { 'X-Luyue-Id': id } });
    },
    close: () => {
      transport.close();
    },
  };
}
