import { isRefusal } from '../../../domain/model/refusal.js';
import type { Json } from '../../../domain/model/json.js';
import type { Outcome } from '../../../desk/answer.js';
import { PeopleDesk } from '../../../desk/people.js';
import { dersIn } from '../../../documents/seals/pem.js';
import type { TrustSource } from '../../../documents/seals/trust.js';
import type { Caller } from '../../../parties/caller.js';
import { callerOf } from '../../../parties/read.js';
import type { Book } from '../../../records/book.js';

/** Two founded registrars, p-0001 and p-0002, and what they do together. */
export const REGISTRARS = ['city/p-0001', 'city/p-0002'] as const;
export const ISSUER = 'https://id.example';

export class Town {
  readonly desk: PeopleDesk;
  private asked = 0;
  private readonly book: Book;

  constructor(book: Book, trust?: TrustSource, now?: () => number) {
    this.book = book;
    this.desk = new PeopleDesk(book, { trust, now });
  }

  found(): Promise<Outcome> {
    const one = (name: string) => ({ name, mail: `${name}@city.example`, identity: { issuer: ISSUER, subject: name } });
    return this.desk.found([one('gu'), one('he')], 'found');
  }

  do(what: string, brings: Json, by: string = REGISTRARS[0], approvedBy?: string): Promise<Outcome> {
    this.asked += 1;
    const raw = { do: what, by, with: brings, ...(approvedBy === undefined ? {} : { approvedBy }) };
    return this.desk.submit(raw, `t-${String(this.asked)}`);
  }

  /** By both registrars. */
  both(what: string, brings: Json): Promise<Outcome> {
    return this.do(what, brings, ...REGISTRARS);
  }

  /** What the case said to the last request. */
  async said(by: string = REGISTRARS[0]): Promise<Readonly<Record<string, Json | undefined>>> {
    return (await this.desk.said(`t-${String(this.asked)}`, by))[0] ?? {};
  }

  /** Enters somebody who signs in by a name; answers the number. */
  async enter(subject: string): Promise<string> {
    const done = await this.both('enter-person', {
      name: subject,
      mail: `${subject}@unit.example`,
      identity: { issuer: ISSUER, subject },
    });
    if (done.state !== 'decided') throw new Error(JSON.stringify(done));
    return (await this.said())['person'] as string;
  }

  async appoint(person: string, party: string, role: string, more: Readonly<Record<string, Json>> = {}): Promise<number> {
    const done = await this.both('appoint', { person, party, role, basis: '任命书', ...more });
    if (done.state !== 'decided') throw new Error(JSON.stringify(done));
    return (await this.said())['appointment'] as number;
  }

  /** Registers a certificate, and those above it (PEM), for a party; answers its number. */
  async register(party: string, pem: string, more: Readonly<Record<string, Json>> = {}): Promise<string> {
    const certificates = dersIn(pem, 'CERTIFICATE').map((der) => Buffer.from(der).toString('base64'));
    const done = await this.both('register-certificate', { party, certificates, basis: '登记表', ...more });
    if (done.state !== 'decided') throw new Error(JSON.stringify(done));
    return (await this.said())['certificate'] as string;
  }

  caller(subject: string, at = Date.now()): Promise<Caller | undefined> {
    return callerOf(this.book.pool, { issuer: ISSUER, subject }, at);
  }
}

/** The state of an outcome, or the code of a refusal; `no outcome` for any other answer. */
export const codeOf = (answer: Outcome | object): string => {
  if (isRefusal(answer)) return answer.refused;
  if (!('state' in answer)) return 'no outcome';
  return 'refusal' in answer && isRefusal(answer.refusal) ? answer.refusal.refused : answer.state;
};
