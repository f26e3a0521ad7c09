import { keyOf } from '../activities/adapters/webhook.js';
import { isMailAddress } from '../domain/model/mail-address.js';
import { CITY_AUTHORITY, type Party } from '../domain/model/party.js';
import { contactOf, enterContacts } from '../records/contacts.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface ContactOptions {
  readonly mail?: string;
  readonly telephone?: string;
  readonly webhook?: string;
  readonly json?: boolean;
}

const KINDS: readonly string[] = ['unit', 'district', 'verifier'];

const partyIn = (text: string): Party => {
  if (text === 'city') return CITY_AUTHORITY;
  if (text === 'operator') return { kind: 'operator', id: 'operator' };
  const [kind = '', id = '', ...more] = text.split('/');
  if (!KINDS.includes(kind) || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id) || more.length > 0)
    throw new UsageError(
      `“${text}”不是一个当事方，应如 unit/BJ-0001 / ${text} names no party: write it like unit/BJ-0001, district/chaoyang, city`,
      'bad-input',
      ['party'],
    );
  return { kind: kind as Party['kind'], id };
};

const looked = ({ mail, telephone, webhook }: ContactOptions): void => {
  if (mail !== undefined && !isMailAddress(mail))
    throw new UsageError(`“${mail}”不是邮箱地址 / is no mail address`, 'bad-input', ['mail']);
  if (telephone !== undefined && !/^\+?[\d\s()-]{5,30}$/.test(telephone))
    throw new UsageError(`“${telephone}”不是电话号码 / is no telephone number`, 'bad-input', ['telephone']);
  if (webhook !== undefined && !(URL.canParse(webhook) && /^https?:$/.test(new URL(webhook).protocol)))
    throw new UsageError(`“${webhook}”应为 https 地址 / must be an address of https`, 'bad-input', ['webhook']);
};

/** `luyue letters contact`: where a party is reached; what is named is entered or corrected. */
export async function lettersContact(text: string, options: ContactOptions, streams: Streams = STREAMS): Promise<number> {
  const party = partyIn(text);
  looked(options);
  const { mail, telephone, webhook, json } = options;
  const named = {
    ...(mail === undefined ? {} : { mail }),
    ...(telephone === undefined ? {} : { telephone }),
    ...(webhook === undefined ? {} : { webhook }),
  };
  return withBook(async (book) => {
    if (Object.keys(named).length > 0) await enterContacts(book.pool, [{ party, ...named }]);
    const known = await contactOf(book.pool, party);
    const said = `${text}  邮箱 mail ${known?.mail ?? '–'}  电话 telephone ${known?.telephone ?? '–'}  接口 webhook ${known?.webhook ?? '–'}`;
    return printAnswer(known ?? { party }, said, json, streams);
  });
}

/** `luyue letters webhook-key`: to hand to whoever runs the system of a unit. */
export function webhookKey(unit: string, streams: Streams = STREAMS): Promise<number> {
  const secret = process.env['WEBHOOK_SECRET'];
  if (secret === undefined || secret === '')
    throw new UsageError('需要设置 WEBHOOK_SECRET / WEBHOOK_SECRET is not set', 'bad-input', ['WEBHOOK_SECRET']);
  streams.out(`${keyOf(secret, `unit/${partyIn(`unit/${unit}`).id}`)}\n`);
  return Promise.resolve(DONE);
}
