import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeOf, underOffice } from '../../../desk/office.js';
import { Documents } from '../../../documents/drafts/documents.js';
import { Files } from '../../../documents/files/files.js';
import { FolderStore } from '../../../documents/files/folder-store.js';
import { Incoming } from '../../../documents/files/incoming.js';
import { addDays, dayOf } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { endLink, renewLink } from '../../../gateway/calendar.js';
import { Claiming } from '../../../gateway/claiming.js';
import { DocumentCalls } from '../../../gateway/document-calls.js';
import { sentUnder } from '../../../gateway/files-seen.js';
import { keepWishes } from '../../../gateway/letter-wishes.js';
import { resendOne } from '../../../gateway/undelivered.js';
import type { Caller, PartyKind, Role } from '../../../parties/caller.js';
import { entitled } from '../../../parties/entitled.js';
import { endSubstitute, nameSubstitute } from '../../../parties/substitutes.js';
import { testCaller } from '../../../parties/test-caller.js';
import { Book } from '../../../records/book.js';
import { sha256 } from '../../../records/chain.js';
import { enterTestPerson } from '../../../records/people.js';
import { claimPlatform } from '../../../records/platform.js';
import { noteRevival } from '../../../records/revivals.js';
import { keepSeal } from '../../../records/seals.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { AT_ONCE } from '../put-letters.js';
import { after, Asker, reminder, stepOf } from '../steps.js';

/** The platform's clock stands still at STAMP, and whoever is asked looks one instant earlier, as if the end of an office came in between. */
const STAMP = Date.now();
const LOOK = STAMP - 1;
const ITEM = 'N1/2024:first-check';

let database: TestDatabase;
let book: Book;
let folder: string;
let files: Files;
let made = 0;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  folder = await mkdtemp(join(tmpdir(), 'luyue-in-office-'));
  const bounds = { file: 1_000_000, partyDay: 100_000_000 };
  files = new Files({
    pool: book.pool,
    store: new FolderStore(folder),
    incoming: new Incoming(join(folder, 'incoming')),
    bounds,
  });
  await claimPlatform(book.pool, 'rehearsal');
  await book.pool.query('alter table appointments disable trigger all');
  const asker = await new Asker(book, 'N1').open([reminder]);
  const filed = {
    duty: 'verified-report',
    turns: 'done',
    with: { emissions: '1', verifierReport: { verifier: 'V-01' } },
  } as const;
  await asker.take(stepOf('act:filed', after(1), [], { type: 'verified-report-filed', ...filed }));
  await book.gatherLetters(AT_ONCE);
  await someone('city', 'city', 'officer');
  const still = `create or replace function business_now() returns bigint language sql as 'select ${String(STAMP)}::bigint'`;
  await book.pool.query(still);
});
afterAll(async () => {
  await book.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function someone(kind: PartyKind, party: string, role: Role, until?: number): Promise<Caller> {
  const actor = `${party}/x-${String((made += 1))}`;
  await enterTestPerson(book.pool, actor, { kind, party, roles: [role] }, STAMP - 60_000);
  const text = 'update appointments a set until_at = $2 from persons p where p.person = a.person and p.test_actor = $1';
  await book.pool.query(text, [actor, until ?? null]);
  const caller = await testCaller(book.pool, actor, LOOK);
  if (isRefusal(caller)) throw new Error(caller.en);
  return { person: caller.person, appointments: caller.appointments, steppedUpAt: Date.now() };
}

const held = (caller: Caller, what: string) => {
  const may = entitled(caller, { what, at: LOOK, now: Date.now() });
  if (isRefusal(may)) throw new Error(may.en);
  return officeOf(caller, [may]);
};
const calls = (): DocumentCalls => new DocumentCalls(new Documents({ pool: book.pool }), () => LOOK);
const claims = (): Claiming => new Claiming(book.pool, () => LOOK);
const calendar = () => ({ book, now: () => LOOK });
const ADJUSTMENT = { form: 'adjustment-application', unit: 'N1', cycle: 2024 };
const DOCUMENT = 'DOC-000001';
const revision = async (): Promise<number> =>
  (await book.pool.query<{ revision: number }>('select revision from document_versions')).rows[0]?.revision ?? 0;
const span = { from: dayOf(STAMP), until: addDays(dayOf(STAMP), 5) };
/** What somebody has taken on who can give it away. */
const taken = async (caller: Caller): Promise<void> => {
  await book.pool.query('update inbox_claims set ended_at = at where ended_at is null');
  const since = `select since::text from case_duties where case_id = 'N1/2024' and duty = 'first-check'`;
  const text = `insert into inbox_claims (party, item, since, person, by, at) select 'chaoyang', $1, d.since, $2, $2, $3 from (${since}) d`;
  await book.pool.query(text, [ITEM, caller.person, LOOK]);
};
const SEAL = {
  manifest: '示例',
  manifestSha256: sha256('示例'),
  party: 'N1',
  kind: 'witness',
  algorithm: 'ecdsa',
  certificate: null,
  evidence: {},
  madeAt: LOOK,
  madeBy: 'N1',
  lists: [],
};

/** Everything that somebody does who has signed in and that is no act of a case: by whom, and how. */
const DONE: readonly [what: string, by: [PartyKind, string, Role], how: (caller: Caller) => Promise<unknown>][] = [
  ['claim what waits', ['district', 'chaoyang', 'reviewer'], (caller) => claims().claim(caller, ITEM)],
  [
    'give it back',
    ['district', 'chaoyang', 'reviewer'],
    async (caller) => taken(caller).then(() => claims().release(caller, ITEM)),
  ],
  [
    'hand it over',
    ['district', 'chaoyang', 'reviewer'],
    async (caller) =>
      taken(caller).then(async () => claims().handOver(caller, ITEM, (await someone('district', 'chaoyang', 'reviewer')).person)),
  ],
  [
    'name a substitute',
    ['district', 'chaoyang', 'reviewer'],
    async (caller) => {
      const { person, office } = { person: caller.person, office: held(caller, 'substitute') };
      const other = { person: (await someone('district', 'chaoyang', 'reviewer')).person, testActor: null };
      const wanted = { party: 'chaoyang', person, substitute: other, ...span };
      return underOffice(book.pool, office, () => nameSubstitute(book.pool, wanted, { at: STAMP, office }));
    },
  ],
  [
    'end a substitution',
    ['district', 'chaoyang', 'reviewer'],
    (caller) => {
      const office = held(caller, 'substitute');
      return underOffice(book.pool, office, () => endSubstitute(book.pool, 'chaoyang', caller.person, { at: STAMP, office }));
    },
  ],
  ['begin a document', ['unit', 'N1', 'signer'], (caller) => calls().begin(caller, ADJUSTMENT)],
  [
    'save it',
    ['unit', 'N1', 'filer'],
    async (caller) => calls().save(caller, DOCUMENT, { revision: await revision(), values: { tonnes: '600' } }),
  ],
  ['check it', ['unit', 'N1', 'filer'], (caller) => calls().check(caller, DOCUMENT)],
  ['explain findings', ['unit', 'N1', 'signer'], (caller) => calls().explain(caller, DOCUMENT, {})],
  [
    'keep a seal',
    ['unit', 'N1', 'signer'],
    (caller) => {
      const office = held(caller, 'draft-document');
      const signature = Buffer.from(caller.person);
      return underOffice(book.pool, office, () => keepSeal(book.pool, { ...SEAL, signature, office }));
    },
  ],
  [
    'send a file',
    ['unit', 'N1', 'filer'],
    (caller) => {
      const pieces = (async function* () {
        yield await Promise.resolve(Buffer.from(`月份\n${caller.person}\n`));
      })();
      const under = sentUnder(book.pool, caller, 'N1', LOOK);
      return files.put({ name: 'a.csv', party: 'N1', by: `N1/${caller.person}`, pieces, under });
    },
  ],
  ['have a new link for one’s calendar', ['unit', 'N1', 'filer'], (caller) => renewLink(calendar(), caller, 'N1')],
  ['end the link', ['unit', 'N1', 'filer'], (caller) => endLink(calendar(), caller, 'N1')],
  [
    'keep somebody’s wish about letters',
    ['operator', 'operator', 'operator'],
    (caller) => keepWishes({ pool: book.pool, now: () => LOOK }, caller, { person: 'p-0001', muted: [] }),
  ],
  [
    'have a letter go once more',
    ['operator', 'operator', 'operator'],
    async (caller) => {
      const [letter] = (await book.pool.query<{ id: string }>(`update deliveries set refused_at = now() returning id`)).rows;
      return resendOne(book, caller, { letter: letter?.id ?? '', reason: '邮箱已更正', at: LOOK });
    },
  ],
  [
    'revive a case',
    ['operator', 'operator', 'operator'],
    (caller) => {
      const office = held(caller, 'revive');
      return underOffice(book.pool, office, () =>
        noteRevival(book.pool, 'N1/2024', { by: 'operator', reason: '已修复', office }),
      );
    },
  ],
];

const saidTo = (answer: unknown): string => {
  if (isRefusal(answer)) return `${answer.refused}: ${answer.en}`;
  const no = answer as { readonly code?: string; readonly en?: string } | undefined;
  return no?.code === undefined ? 'done' : `${no.code}: ${no.en ?? ''}`;
};

describe('whoever does what is no act of a case is in office when it is written', () => {
  it.each(DONE)('%s', async (_, [kind, party, role], how) => {
    const over = await someone(kind, party, role, STAMP);
    expect(saidTo(await how(over))).toBe(`not-allowed: the appointment of ${over.person} is at an end`);
    expect(saidTo(await how(await someone(kind, party, role, STAMP + 1)))).toBe('done');
  });

  it('one’s own wish about letters: suspended, nobody keeps it any more', async () => {
    const { person, ...caller } = await someone('unit', 'N1', 'filer');
    const keep = () => keepWishes({ pool: book.pool, now: () => LOOK }, { person, ...caller }, { person, muted: [] });
    expect(saidTo(await keep())).toBe('done');
    await book.pool.query('update persons set suspended_at = $2 where person = $1', [person, STAMP]);
    expect(saidTo(await keep())).toBe(`not-allowed: the appointment of ${person} is at an end`);
  });
});
