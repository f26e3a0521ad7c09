import { isoOf } from '../domain/model/instant.js';
import { letter } from '../domain/letters/letter.js';
import { letterState, type OutboxMail } from '../records/outbox.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { findService, openBook } from './service.js';

export interface LettersOptions {
  readonly unit?: string;
  readonly waiting?: boolean;
  readonly refused?: boolean;
  readonly json?: boolean;
}

const STATES = { sent: '已发出 sent', waiting: '待发 waiting', refused: '被拒收 refused for good' } as const;

const shown = (mail: OutboxMail) => ({
  id: mail.id,
  state: letterState(mail),
  at: isoOf(mail.at),
  to: mail.recipient,
  unit: mail.unit,
  template: mail.template,
  ...(mail.duty === undefined ? {} : { duty: mail.duty }),
  subject: letter({ ...mail, to: mail.recipient }).subject,
  attempts: mail.attempts,
  ...(mail.sentAt ? { sentAt: isoOf(mail.sentAt.getTime()) } : {}),
  ...(mail.lastError === undefined ? {} : { said: mail.lastError }),
});

const say = ({ state, at, to, subject, attempts, said }: ReturnType<typeof shown>): string =>
  `${at}  ${STATES[state]}  ${to}  ${subject}${said === undefined ? '' : `\n    ${String(attempts)} 次尝试 attempts: ${said}`}`;

/** `luyue letters list`: what was sent, what waits and why, what a mail server refused for good. */
export async function lettersList(options: LettersOptions, streams: Streams = STREAMS): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const { unit, waiting = false, refused = false, json } = options;
    const mails = await book.outboxOf({ ...(unit === undefined ? {} : { unit }), waiting, refused });
    const letters = mails.map(shown);
    if (json === true) streams.out(`${JSON.stringify({ letters }, null, 2)}\n`);
    else streams.out(`${letters.length === 0 ? '没有邮件 no letters' : letters.map(say).join('\n')}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}
