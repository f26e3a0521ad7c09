import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { DOMAIN } from './mail.js';

/** A letter of ours that came back: by the part of its Message-ID before the @, and what the one that could not deliver it said. */
export interface ReturnedLetter {
  readonly localPart: string;
  readonly said: string;
}

const OURS = new RegExp(`^Message-ID:\\s*<([A-Za-z0-9.-]+)@${DOMAIN.replaceAll('.', '\\.')}>`, 'gim');
const FIELD = (name: string): RegExp => new RegExp(`^${name}:\\s*(.+(?:\\r?\\n[ \\t].+)*)`, 'im');
const fieldIn = (text: string, name: string): string => FIELD(name).exec(text)?.[1]?.replace(/\s+/g, ' ') ?? '';
const BY_A_MAILER = /^(mailer-daemon|postmaster)@/i;

/** What a mail says of a letter of ours: that it came back; nothing where it is delayed, was delivered, or is an answer (RFC 3464). */
export async function returnedIn(source: Buffer): Promise<ReturnedLetter | undefined> {
  const mail = await simpleParser(source, { skipImageLinks: true });
  const parts = mail.attachments.map(({ content }) => content.toString('utf8'));
  const body = source.toString('utf8').replace(/^[\s\S]*?\r?\n\r?\n/, '');
  const report = [mail.text ?? '', ...parts, body].join('\n');
  const ids = [...report.matchAll(OURS)].map(([, id = '']) => id);
  const [localPart] = ids;
  if (localPart === undefined) return undefined;
  const action = fieldIn(report, 'Action').toLowerCase();
  const from = mail.from?.value[0]?.address ?? '';
  if (action !== '' && action !== 'failed') return undefined;
  if (action === '' && !BY_A_MAILER.test(from)) return undefined;
  const said = [fieldIn(report, 'Status'), fieldIn(report, 'Diagnostic-Code')].filter((part) => part !== '').join(' ');
  return { localPart, said: said === '' ? (mail.subject ?? 'returned') : said };
}

const WITHIN_MS = 30_000;
const MOST = 200;
const MOST_BYTES = 1_048_576;

/** Reads what has come into a mailbox and nobody has read: each is handed on, then marked as read. Answers how many told of a letter. */
export async function readReturns(address: string, found: (returned: ReturnedLetter) => Promise<unknown>): Promise<number> {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    logger: false,
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
    ...(secure ? {} : { doSTARTTLS: false }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  });
  // one that breaks says so to whoever waits for it
  client.on('error', () => undefined);
  await client.connect();
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
    try {
      return await readNew(client, found);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => undefined);
  }
}

async function readNew(client: ImapFlow, found: (returned: ReturnedLetter) => Promise<unknown>): Promise<number> {
  const unread = (await client.search({ seen: false }, { uid: true })) || [];
  let told = 0;
  for (const uid of unread.slice(0, MOST)) {
    const one = await client.fetchOne(String(uid), { source: { maxLength: MOST_BYTES } }, { uid: true });
    const returned = one && one.source ? await returnedIn(one.source) : undefined;
    if (returned) {
      await found(returned);
      told += 1;
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
  return told;
}
