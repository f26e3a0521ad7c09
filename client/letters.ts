import { isoOf } from '../domain/model/instant.js';
import { isLine } from '../domain/model/text.js';
import { compose } from '../letters/compose.js';
import { resendRefused } from '../records/deliveries.js';
import { letterState, type SentLetter } from '../records/sent-letters.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface LettersOptions {
  readonly unit?: string;
  readonly waiting?: boolean;
  readonly refused?: boolean;
  readonly json?: boolean;
}

/** Of a letter's subject no address is part. */
const NOWHERE = { url: '', name: '' };

const STATES = {
  sent: '已发出 sent',
  waiting: '待发 waiting',
  refused: '被拒收 refused for good',
  returned: '被退回 came back',
} as const;

const shown = (one: SentLetter) => {
  const { id, channel, party, at, to, notices, attempts, sentAt, refusedAt, returnedAt, said } = one;
  return {
    id,
    state: letterState(one),
    at: isoOf(at),
    channel,
    party: `${party.kind}/${party.id}`,
    to,
    subject: compose({ party, at, notices }, NOWHERE).subject,
    notices: notices.map((notice) => ({
      id: notice.id,
      unit: notice.unit,
      template: notice.template,
      ...(notice.duty === undefined ? {} : { duty: notice.duty }),
    })),
    attempts,
    ...(sentAt ? { sentAt: isoOf(sentAt.getTime()) } : {}),
    ...(refusedAt ? { refusedAt: isoOf(refusedAt.getTime()) } : {}),
    ...(returnedAt ? { returnedAt: isoOf(returnedAt.getTime()) } : {}),
    ...(said === undefined ? {} : { said }),
  };
};

const say = ({ id, state, at, to, subject, attempts, said }: ReturnType<typeof shown>): string =>
  `${id}  ${at}  ${STATES[state]}  ${to}  ${subject}${said === undefined ? '' : `\n    ${String(attempts)} 次尝试 attempts: ${said}`}`;

/** `luyue letters list`: what was sent, what waits and why, what a mail server refused for good. */
export async function lettersList(options: LettersOptions, streams: Streams = STREAMS): Promise<number> {
  return withBook(async (book) => {
    const { unit, waiting = false, refused = false, json } = options;
    const letters = (await book.lettersOf({ ...(unit === undefined ? {} : { unit }), waiting, refused })).map(shown);
    return printAnswer({ letters }, letters.length === 0 ? '没有邮件 no letters' : letters.map(say), json, streams);
  });
}

export interface ResendOptions {
  readonly all?: boolean;
  readonly as: string;
  readonly reason: string;
  readonly json?: boolean;
}

const REASON_MAX = 500;

/** `luyue letters resend`: letters that were refused for good go once more, the same words, kept with who and why. */
export async function lettersResend(ids: readonly string[], options: ResendOptions, streams: Streams = STREAMS): Promise<number> {
  const { all = false, as, json } = options;
  const reason = options.reason.trim();
  if (ids.length > 0 === all)
    throw new UsageError('请写明邮件编号，或用 --all / name the letters, or all of them with --all', 'bad-input', ['ids']);
  if (!/^operator(\/[a-z0-9-]{1,40})?$/.test(as))
    throw new UsageError('由运维人员办理，如 operator/x / it is for an operator, such as operator/x', 'bad-input', ['as']);
  if (reason === '' || reason.length > REASON_MAX || !isLine(reason))
    throw new UsageError('理由须为一行文字，至多 500 字 / the reason is one line of up to 500 characters', 'bad-input', [
      'reason',
    ]);
  return withBook(async (book) => {
    const resent = await resendRefused(book.pool, all ? undefined : ids, as, reason);
    const said = resent.length === 0 ? '没有被拒收的邮件 none of them was refused for good' : resent;
    printAnswer({ resent }, said, json, streams);
    return resent.length === 0 ? REFUSED : DONE;
  });
}
