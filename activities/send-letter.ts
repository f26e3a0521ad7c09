import { asHtml } from '../letters/html.js';
import { asJson } from '../letters/json.js';
import { asText } from '../letters/text.js';
import { calendarParts } from '../letters/calendar.js';
import { compose, type House } from '../letters/compose.js';
import { ForGood } from './adapters/for-good.js';
import type { Mailer } from './adapters/mail.js';
import type { ShortMessages } from './adapters/short-message.js';
import type { Webhook } from './adapters/webhook.js';
import type { Send } from './lanes.js';

/** The ways in which a letter leaves; what is not set up waits. */
export interface Ways {
  readonly mail: Pick<Mailer, 'send'>;
  readonly webhook?: Webhook;
  readonly sms?: ShortMessages;
}

const notSetUp = (channel: string): Error => new Error(`没有配置 ${channel} 通道 / the channel ${channel} is not set up`);

/** Writes a letter for its channel and hands it over. */
export const sendLetter =
  ({ mail, webhook, sms }: Ways, house: House): Send =>
  async (delivery, signal) => {
    const { id, channel, to, at, party, calendar } = delivery;
    if (to === undefined) throw new ForGood('收件人已没有地址 / its receiver has no address any more');
    const composed = compose(delivery, house);
    if (channel === 'webhook') {
      if (!webhook) throw notSetUp(channel);
      return webhook({ id, to, party: `${party.kind}/${party.id}`, body: asJson(delivery, composed, house) }, signal);
    }
    if (channel === 'sms') {
      if (!sms) throw notSetUp(channel);
      return sms({ id, to, text: `${composed.subject}。详见 ${house.url}` });
    }
    const { subject } = composed;
    const [text, html] = [asText(composed, house), asHtml(composed, house)];
    return mail.send({ id, to, subject, text, html, calendars: calendarParts(calendar, at), date: new Date(at) }, signal);
  };
