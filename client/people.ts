import { randomUUID } from 'node:crypto';
import { PeopleDesk } from '../desk/people.js';
import { bytesIn } from '../desk/written/file.js';
import { readJson } from '../desk/written/json.js';
import { textOf } from '../desk/written/text.js';
import { isMailAddress } from '../domain/model/mail-address.js';
import { personIn } from '../domain/people/rules.js';
import type { Json } from '../domain/model/json.js';
import { askPeople, numbersIn, type Asked } from './ask-people.js';
import { UsageError } from './failure.js';
import { STREAMS, type Streams } from './print.js';
import { sayOutcome } from './say-outcome.js';
import { withBook } from './service.js';

export { peopleList, peopleMissing, type ListOptions, type MissingOptions } from './people-views.js';

export interface FoundOptions {
  readonly registrar: readonly string[];
  readonly id?: string;
  readonly json: boolean;
}
export interface EnterOptions extends Asked {
  readonly name: string;
  readonly mail: string;
  readonly telephone?: string;
  readonly issuer?: string;
  readonly subject?: string;
}
export interface AppointOptions extends Asked {
  readonly party: string;
  readonly role: string;
  readonly basis: string;
  readonly from?: string;
  readonly until?: string;
}
export interface ClientOptions extends Asked {
  readonly name: string;
  readonly key: string;
  readonly acts: string;
}
export interface ActOptions extends Asked {
  readonly basis?: string;
  readonly reason?: string;
}

const registrarIn = (text: string): { name: string; mail: string } => {
  const at = text.lastIndexOf(':');
  const [name, mail] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || name === '' || !isMailAddress(mail))
    throw new UsageError(`登记员应写作 姓名:邮箱，而非 ${text} / a registrar is named as NAME:MAIL, not ${text}`, 'bad-input', [
      'registrar',
    ]);
  return { name, mail };
};

/** `luyue people found`: the first two registrars, by whoever has the machine. */
export async function peopleFound(
  { registrar, id = randomUUID(), json }: FoundOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const known = registrar.map(registrarIn);
  if (known.length !== 2 || known[0]?.mail === known[1]?.mail)
    throw new UsageError(
      '首次设立两名登记员，须为两人：请给出两次 --registrar 姓名:邮箱 / two registrars are found, who are two people: give --registrar NAME:MAIL twice',
      'bad-input',
      ['registrar'],
    );
  return withBook(async (book) => {
    const desk = new PeopleDesk(book);
    const outcome = await desk.found(known, id);
    const more = outcome.state === 'decided' ? numbersIn(await desk.said(id, 'platform')) : {};
    return sayOutcome({ id, do: 'found-registrars', outcome, more }, json, streams);
  });
}

const given = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));

/** `luyue people enter`: the act `enter-person`. */
export function peopleEnter(options: EnterOptions, streams: Streams = STREAMS): Promise<number> {
  const { name, mail, telephone, issuer, subject } = options;
  if ((issuer === undefined) !== (subject === undefined))
    throw new UsageError('登录身份须写明签发方与主体 / a sign-in is named by its issuer and its subject', 'bad-input', [
      'issuer',
    ]);
  const identity = issuer === undefined || subject === undefined ? {} : { identity: { issuer, subject } };
  return askPeople({ do: 'enter-person', with: { ...given({ name, mail, telephone }), ...identity } }, options, streams);
}

/** `luyue people appoint`: the act `appoint`. */
export function peopleAppoint(person: string, options: AppointOptions, streams: Streams = STREAMS): Promise<number> {
  const { party, role, basis, from, until } = options;
  return askPeople({ do: 'appoint', with: given({ person, party, role, basis, from, until }) }, options, streams);
}

const appointmentIn = (number: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw new UsageError(`任职以其编号指明，而非 ${number} / an appointment is named by its number, not ${number}`, 'bad-input', [
      'appointment',
    ]);
  return Number(number);
};

/** A public key is some hundred bytes; nothing longer is read. */
const KEY_MAX = 16_384;

function keyIn(file: string): Json {
  try {
    return readJson(textOf(bytesIn(file, KEY_MAX)));
  } catch (error) {
    throw new UsageError(
      `${file} 中的密钥不能作为 JWK 读取 / the key in ${file} cannot be read as a JWK: ${(error as Error).message}`,
      'bad-json',
      ['key'],
    );
  }
}

/** `luyue people client register`: the act `register-client`. */
export function peopleClient(number: string, options: ClientOptions, streams: Streams = STREAMS): Promise<number> {
  const { name, key, acts } = options;
  const brings = { appointment: appointmentIn(number), acts: acts.split(',').map((act) => act.trim()), key: keyIn(key), name };
  return askPeople({ do: 'register-client', with: brings }, options, streams);
}

/** `luyue people client end`: the act `end-client`. */
export const peopleEndClient = (client: string, options: ActOptions, streams: Streams = STREAMS): Promise<number> =>
  askPeople({ do: 'end-client', with: { client, basis: options.basis ?? '' } }, options, streams);

/** `luyue people end`: the act `end-appointment`. */
export function peopleEnd(number: string, options: ActOptions, streams: Streams = STREAMS): Promise<number> {
  return askPeople(
    { do: 'end-appointment', with: { appointment: appointmentIn(number), basis: options.basis ?? '' } },
    options,
    streams,
  );
}

/** `luyue people suspend`, `lift`, `erase`: an act about one person, with a reason. */
export function peopleAbout(what: string, person: string, options: ActOptions, streams: Streams = STREAMS): Promise<number> {
  if (personIn(person) !== person)
    throw new UsageError(
      `人员以 p-0007 这样的编号指明，而非 ${person} / a person is named by a number such as p-0007, not ${person}`,
      'bad-input',
      ['person'],
    );
  return askPeople({ do: what, with: { person, reason: options.reason ?? '' } }, options, streams);
}
