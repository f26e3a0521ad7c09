import type { Mailer } from '../activities/adapters/mail.js';
import { shortMessagesInFile } from '../activities/adapters/short-message.js';
import { webhook } from '../activities/adapters/webhook.js';
import type { Ways } from '../activities/send-letter.js';
import { dayOf, instantOf, startOf } from '../domain/model/instant.js';
import type { House } from '../letters/compose.js';
import type { Gathering } from '../records/deliveries.js';
import { rulebookNamed } from '../regulation/named.js';
import { textIn } from '../regulation/values.js';
import type { Settings } from './settings.js';

/** Milliseconds without anything new before a letter leaves: in service cases wake one after the other, in a rehearsal all at once. */
const QUIET = { service: { day: 60_000, instant: 5_000 }, other: { day: 400, instant: 200 } };

const ANY_DAY = dayOf(0);
const NAME = '北京市碳排放权交易管理平台';

/** How letters are made and leave, by the settings; an authority's morning is that of the rulebook's reminders. */
export function lettersBy(
  settings: Settings,
  mail: Mailer,
): { readonly ways: Ways; readonly house: House; readonly gathering: Gathering } {
  const { PLATFORM, LUYUE_ORIGIN, LETTERS_HELP, WEBHOOK_SECRET, WEBHOOK_PRIVATE, SMS_FILE, LETTERS_QUIET_SECONDS } = settings;
  const quiet = PLATFORM === 'service' ? QUIET.service : QUIET.other;
  const allowPrivate = WEBHOOK_PRIVATE ?? PLATFORM !== 'service';
  return {
    ways: {
      mail,
      ...(WEBHOOK_SECRET === undefined ? {} : { webhook: webhook({ secret: WEBHOOK_SECRET, allowPrivate }) }),
      ...(SMS_FILE === undefined ? {} : { sms: shortMessagesInFile(SMS_FILE) }),
    },
    house: { url: LUYUE_ORIGIN.replace(/\/$/, ''), name: NAME, ...(LETTERS_HELP === undefined ? {} : { help: LETTERS_HELP }) },
    gathering: {
      morning: instantOf(ANY_DAY, textIn(rulebookNamed(), 'reminders.at')) - startOf(ANY_DAY),
      quietDay: LETTERS_QUIET_SECONDS === undefined ? quiet.day : LETTERS_QUIET_SECONDS * 1_000,
      quietInstant: quiet.instant,
      sms: SMS_FILE !== undefined,
    },
  };
}
