import { createTransport } from 'nodemailer';
import parseAddresses from 'nodemailer/lib/addressparser';
import { isMailAddress } from '../../domain/model/mail-address.js';
import { ForGood } from './for-good.js';

/** A calendar in a letter: dates to keep, or dates to take out. */
export interface CalendarPart {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

/** A letter on its way, to one address. */
export interface Envelope {
  /** The same for every attempt, so that whoever receives it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendars?: readonly CalendarPart[];
  /** The business day it is written on. */
  readonly date: Date;
}

export interface Mailer {
  /** Hands a letter to the mail server; answers what it said. Rejects where it does not take it; aborted, its connection is cut. */
  send(envelope: Envelope, signal?: AbortSignal): Promise<string>;
  /** Closes all connections, also one on which a server is still to answer. */
  close(): void;
}

/** What stands behind the @ of a Message-ID of ours. */
export const DOMAIN = 'luyue.example';
/** A delivery's id has characters that a Message-ID may not have. */
const localPartOf = (id: string): string => id.replace(/[^A-Za-z0-9.-]/g, '.');
const messageIdOf = (id: string): string => `<${localPartOf(id)}@${DOMAIN}>`;

/** By a machine, to be answered by none; of one list, so that a mail program can sort them (RFC 3834, RFC 2919). */
const OF_A_MACHINE = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'List-Id': `=?utf-8?B?${Buffer.from('履约通知').toString('base64')}?= <notices.${DOMAIN}>`,
};

const attached = (calendars: readonly CalendarPart[]): object[] =>
  calendars.map(({ method, content }) => ({
    filename: method === 'CANCEL' ? 'done.ics' : 'dates.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  }));

const MINUTE_MS = 60_000;
/** Until a connection stands, and until the server has greeted. */
const CONNECT_MS = MINUTE_MS / 2;
/** A server that has a letter may take ten minutes to say so (RFC 5321 4.5.3.2). */
const ANSWER_MS = 10 * MINUTE_MS;

/** Thrown when a letter is addressed to what is no plain address. */
class BadAddress extends ForGood {
  constructor(to: string) {
    super(`${JSON.stringify(to)} 不是一个邮件地址 / is not one mail address`);
    this.name = 'BadAddress';
  }
}

/** The server does not know us: that is no answer about the letter (RFC 4954, 6). */
const SIGN_IN: readonly unknown[] = [530, 534, 535, 538];
/** Said of a letter, not of the connection, the greeting or the sign-in, which would be so of every letter. */
const OF_THE_LETTER: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

/** Of the sender only a letter's size is its own: that we are not let in would be so of every letter. */
const TOO_LARGE = 552;
type Answered = 'responseCode' | 'code' | 'command' | 'response';

/** Whether trying again cannot help: the server said no to this letter for good (5xx), or there is nobody to send to. */
export const isForGood = (error: unknown): boolean => {
  if (error instanceof ForGood) return true;
  if (!(error instanceof Error)) return false;
  const { responseCode, code, command, response } = error as Error & Readonly<Partial<Record<Answered, unknown>>>;
  // an answer that has no code says nothing; without any, there was nobody to send to
  if (typeof responseCode !== 'number') return code === 'EENVELOPE' && response === undefined;
  if (command === 'MAIL FROM') return responseCode === TOO_LARGE;
  return responseCode >= 500 && OF_THE_LETTER.includes(code) && !SIGN_IN.includes(responseCode);
};

/** The one address of a sender, with or without a name. Throws where it is none, or more than one. */
export const senderOf = (from: string): { readonly name: string; readonly address: string } => {
  const [one, ...more] = parseAddresses(from, { flatten: true });
  if (one === undefined || more.length > 0 || !isMailAddress(one.address))
    throw new Error(`MAIL_FROM: 应为一个邮箱地址，可带名称 must be one mail address, with or without a name: ${from}`);
  return { name: one.name, address: one.address };
};

/** A mail server reached by SMTP over kept connections, one a lane. */
export function smtpMailer(url: string, from: string, lanes: number): Mailer {
  const sender = senderOf(from);
  const transport = createTransport({
    // what was under way when a connection broke is not sent again by the client: the outbox decides that
    url,
    pool: true,
    maxConnections: lanes,
    maxMessages: Infinity,
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  });
  return {
    async send({ id, to, subject, text, html, calendars = [], date }, signal) {
      if (!isMailAddress(to)) throw new BadAddress(to);
      const letter = { from: sender, to: { name: '', address: to }, subject, text, date, messageId: messageIdOf(id) };
      const envelope = { from: sender.address, to: [to] };
      const headers = { ...OF_A_MACHINE, 'X-Luyue-Id': id };
      const more = { ...(html === undefined ? {} : { html }), attachments: attached(calendars) };
      const { response } = await transport.sendMail({ ...letter, ...more, envelope, headers, signal });
      return response;
    },
    close: () => {
      transport.close({ force: true });
    },
  };
}
