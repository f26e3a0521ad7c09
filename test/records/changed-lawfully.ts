import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ending } from '../../desk/approvals/deciding.js';
import { PeopleDesk } from '../../desk/people.js';
import { forgetFiles } from '../../documents/files/by-night.js';
import { Files } from '../../documents/files/files.js';
import { FolderStore } from '../../documents/files/folder-store.js';
import { Incoming } from '../../documents/files/incoming.js';
import { isFileRefused } from '../../documents/files/refused.js';
import { beginVersion, fixVersion, makeDocument } from '../../documents/drafts/rows.js';
import type { Json } from '../../domain/model/json.js';
import { changeHands } from '../../parties/claims.js';
import { recordSignIn } from '../../parties/sign-ins.js';
import { endSubstitute, nameSubstitute } from '../../parties/substitutes.js';
import { storeDecision, storeProposal } from '../../records/approving.js';
import type { Book } from '../../records/book.js';
import { canonical, sha256 } from '../../records/chain.js';
import { markReturned, resendRefused } from '../../records/deliveries.js';
import { inTransaction } from '../../records/connection.js';
import { release } from '../ledger/releasing.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { AT_ONCE } from './put-letters.js';
import { reportFiled } from './full-book.js';
import { REGISTRARS } from './people/town.js';
import { after, allowances, Asker, credited, named, reminder, stepOf } from './steps.js';

const DAY = 86_400_000;
const ITEM = { item: 'N1/2024:first-report', party: 'city', since: '2024-05-10' };
const AWAY = { party: 'city', person: 'p-0001', substitute: { person: 'p-0002', testActor: null } };

/** What happens to a book in which everything has happened once, before it is anchored again and after. */
export class Lawful {
  readonly book: Book;
  private readonly asker: Asker;
  private readonly files: Files;
  private readonly people: PeopleDesk;
  private sent: { readonly name: string; readonly sha256: string }[] = [];
  private hours = 100;
  private asked = 0;
  private readonly versions = new Map<string, number>();
  private readonly filedAt = new Map<string, number>();

  constructor(book: Book, asker: Asker) {
    this.book = book;
    this.asker = asker;
    const at = mkdtempSync(join(tmpdir(), 'luyue-lawful-'));
    this.files = new Files({
      pool: book.pool,
      store: new FolderStore(at),
      incoming: new Incoming(join(at, 'incoming')),
      bounds: { file: 1_000_000, partyDay: 100_000_000 },
    });
    this.people = new PeopleDesk(book, {});
  }

  /** An instant after all before it. */
  now(): number {
    this.hours += 1;
    return after(this.hours);
  }

  async put(name: string): Promise<string> {
    const pieces = Readable.from([Buffer.from(`月份\n${name}\n`)]);
    const sent = await this.files.put({ name, party: 'N1', by: 'N1/p-0003', pieces });
    if (isFileRefused(sent)) throw new Error(sent.en);
    this.sent.push({ name, sha256: sent.sha256 });
    return sent.sha256;
  }

  /** Nobody filed what was sent within the days that a file is kept for. */
  async forget(): Promise<number> {
    await this.book.pool.query('update files set asked_at = $1 where filed_at is null', [Date.now() - 40 * DAY]);
    return forgetFiles(this.book.pool, this.files);
  }

  async both(what: string, brings: Json): Promise<void> {
    this.asked += 1;
    const [by, approvedBy] = REGISTRARS;
    const done = await this.people.submit({ do: what, by, approvedBy, with: brings }, `lawful-${String(this.asked)}`);
    if (done.state !== 'decided') throw new Error(`${what}: ${JSON.stringify(done)}`);
  }

  /** The next version of a document, sealed. */
  async version(document: string): Promise<void> {
    this.versions.set(document, (this.versions.get(document) ?? 0) + 1);
    const { version, sha256: hash } = this.latest(document);
    const saved = { formVersion: 1, formDigest: 'x', values: {}, totals: undefined, files: [], at: 1, by: 'N1/p-0003' };
    await beginVersion(this.book.pool, document, version, { ...saved, sha256: hash });
    await fixVersion(this.book.pool, document, version, hash);
  }

  async document(form: string): Promise<string> {
    const of = { form, party: 'N1', unit: 'N1', cycle: 2024 };
    return (await makeDocument(this.book.pool, of, 'N1/p-0003', 1)) ?? '';
  }

  private latest(document: string) {
    const version = this.versions.get(document) ?? 0;
    return { version, sha256: sha256(`${document}/${String(version)}`) };
  }

  /** Files the latest version; taken by its case, or still to be decided. */
  async fileVersion(document: string, id: string, taken = true): Promise<void> {
    const at = this.now();
    const filed = { document: { id: document, ...this.latest(document) } };
    await named(this.book, { id, cases: ['N1/2024'], stamp: at, by: 'N1', with: filed });
    this.filedAt.set(id, at);
    if (taken) await this.decide(id);
  }

  /** The case takes what was filed. */
  async decide(id: string): Promise<void> {
    await this.asker.take(stepOf(`act:${id}`, this.filedAt.get(id) ?? 0, [], reportFiled));
  }

  take(key: string, ...more: Parameters<typeof stepOf> extends [string, number, ...infer R] ? R : never): Promise<unknown> {
    return this.asker.take(stepOf(key, this.now(), ...more));
  }

  /** Letters of whatever waits go out; answers the ids of those that were sent. */
  async send(): Promise<string[]> {
    await this.book.gatherLetters(AT_ONCE);
    const claimed = await this.book.claimLetters(50);
    for (const { id } of claimed) await this.book.letterSent({ id }, '250 taken');
    return claimed.map(({ id }) => id);
  }

  async comesBack(ids: readonly string[]): Promise<void> {
    for (const id of ids) await markReturned(this.book.pool, id.replaceAll(/[^A-Za-z0-9.-]/g, '.'), '550 box is full');
    await resendRefused(this.book.pool, ids, 'operator/x', '邮箱已更正');
  }

  claim(to?: string): Promise<unknown> {
    const person = to === undefined ? {} : { to: { person: to, testActor: null } };
    return changeHands(this.book.pool, ITEM, { by: 'p-0001', at: Date.now(), ...person });
  }

  standIn(): Promise<unknown> {
    const day = new Date(Date.now() + DAY).toISOString().slice(0, 10);
    return nameSubstitute(this.book.pool, { ...AWAY, from: day, until: day }, { at: Date.now() });
  }

  noStandIn(): Promise<void> {
    return endSubstitute(this.book.pool, AWAY.party, AWAY.person, { at: Date.now() });
  }

  signIn(): Promise<void> {
    const entry = { at: Date.now(), what: 'signed-in', how: 'password', issuer: 'https://id.example', subject: 'gu' } as const;
    return recordSignIn(this.book.pool, entry);
  }

  async propose(): Promise<string> {
    const lines = [{ line: 1, about: 'N2/2024', act: 'freeze-account', for: 'N2', with: { basis: '依据' } }];
    const proposed = await storeProposal(this.book.pool, {
      about: { asker: 'city/a', id: 'again', asked: 'again', do: 'propose', by: 'city/a' },
      brings: { act: 'freeze-account', lines: 1, digest: `sha256:${sha256(canonical(lines))}` },
      cycle: 2024,
      lines,
      opening: (id, approval, at) => ({
        id,
        approval,
        cycle: 2024,
        act: 'freeze-account',
        lines: 1,
        at,
        proposedBy: 'city/a',
        person: 'p-0001',
        remindAt: [],
        lapsesOn: '2999-01-01',
      }),
    });
    if (!proposed || !('approval' in proposed)) throw new Error('not proposed');
    return proposed.approval;
  }

  withdraw(approval: string): Promise<unknown> {
    const about = { asker: 'city/a', id: 'withdraws', asked: 'withdraws', do: 'withdraw', by: 'city/a' };
    return storeDecision(this.book.pool, ending(approval, about, { reason: '有误' }));
  }

  async alarm(subject: string): Promise<void> {
    const difference = { check: 'chain-end', subject, found: 'for the test', units: ['N1'] };
    const [alarm] = await raiseAlarms(this.book.pool, [difference], this.now());
    await release(this.book, alarm?.id ?? 0, {}, `release ${subject}`);
  }

  nextCycle(): Promise<Asker> {
    return new Asker(this.book, 'N1', 'N1/2025').open(
      [credited(allowances('9', 2024)), reminder],
      'compliance-cycle',
      this.now(),
    );
  }

  /** Does something in a transaction of its own. */
  alone(sql: string): Promise<unknown> {
    return inTransaction(this.book.pool, async (db) => {
      await db.query(sql);
      return { undo: undefined };
    });
  }
}
