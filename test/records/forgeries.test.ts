import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkActivities, type Checked } from '../../activities/check-book.js';
import { auditVerify } from '../../client/audit.js';
import { attemptsIn } from '../../records/attempts.js';
import { anchorHash, anchorsOf, type Anchor } from '../../records/anchors.js';
import { Book } from '../../records/book.js';
import { openTroubles } from '../../records/troubles.js';
import { bookDatabase, copyOf, intruderIn, type TestDatabase } from './database.js';
import { appended, by, type Forge } from './forging.js';
import { fillBook } from './full-book.js';
import { after, allowances, Asker, credited } from './steps.js';

let written: TestDatabase;
/** The same book a day before. */
let before: TestDatabase;
let kept: Anchor[];
beforeAll(async () => {
  written = await bookDatabase();
  const book = new Book(written.url);
  await fillBook(book);
  await book.close();
  before = await copyOf(written);
  const later = new Book(written.url);
  await new Asker(later, 'N3').open([credited(allowances('7'))]);
  await later.anchorHeads(after(47));
  kept = await anchorsOf(later.pool);
  await later.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await before.drop();
  await written.drop();
});

/** What `luyue audit verify` says of a copy that somebody has forged. */
async function audited(forge: Forge, anchors: readonly string[] = [], of = written): Promise<{ status: number; said: string }> {
  const copy = await copyOf(of);
  try {
    await forge(copy.url);
    vi.stubEnv('DATABASE_URL', copy.url);
    vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
    let said = '';
    const status = await auditVerify({ anchor: anchors }, { out: (more) => void (said += more), err: () => undefined });
    return { status, said };
  } finally {
    await copy.drop();
  }
}
const nothing: Forge = () => Promise.resolve();
/** The time stamp of the full book is made up: it is the one thing that is said of it as it is. */
const MADE_UP = /seal SEAL-000001: /;

const FORGERIES: readonly [what: string, forge: Forge, found: RegExp][] = [
  [
    'a document is given to another unit',
    by(`update documents set unit = 'N2', party = 'N2'`),
    /document-misfiled {2}N1: DOC-000001\/1 is about N2, and act filed filed it for N1[^]*DOC-000001 .*whose document it is/,
  ],
  [
    'what was filed says something else, under its old hash',
    by(`update document_versions set "values" = '{"tonnes": "1"}'`),
    /DOC-000001\/1 .*what the version of the document says is not what was anchored/,
  ],
  [
    'an approval is pointed at another proposal',
    by(`update requests set body = body || '{"approval": "AP-999999"}' where do_what = 'approve'`),
    /请求与锚定不符 the request is not what was anchored/,
  ],
  [
    'the end of a chain is taken away, with all that names it',
    by(
      `delete from events where case_id = 'N1/2024' and step_key = 'act:filed'`,
      `delete from acts where act_id = 'filed'`,
      `delete from requests where act_id = 'filed'`,
      `update document_versions set state = 'sealed', filed_act = null, filed_at = null`,
      `update cases c set (seq, head, played_to) = (select e.seq, e.hash, e.at from events e where e.case_id = c.case_id order by seq desc limit 1)
        where case_id = 'N1/2024'`,
    ),
    /anchored-head-gone {2}N1\/2024[^]*filed .*the request is not what was anchored/,
  ],
  [
    'an event of an act is put at the end, with its right hash',
    appended('act:made-up', { type: 'account-unfrozen' }),
    /act-without-request {2}N2\/2024\/\d+: comes from act:made-up, which nobody stored/,
  ],
  [
    'a credit is put at the end, with its right hash, by the platform itself',
    appended('at:1', {
      type: 'credited',
      with: { reason: 'opening', lots: [{ lot: 'N2/L1', product: 'allowance', quantity: '9' }] },
    }),
    /events-against-postings {2}at:1 N2\/L1/,
  ],
  ['a receipt is dated back', by('update receipts set made_at = made_at - 86400000'), /the receipt is not what was anchored/],
  [
    'a seal is said to be by another certificate',
    by(`update seals set certificate = null, kind = 'witness'`),
    /SEAL-000001 .*by which certificate and whom the seal was made/,
  ],
  [
    'a letter went to somebody else',
    by(`update deliveries set sent_to = 'other@example.com' where sent_at is not null`),
    /where and when the letter was sent is not what was anchored/,
  ],
  [
    'a letter said something else',
    by(`update outbox set say = '{"days": "70"}' where template = 'reminder'`),
    /the letter, or a notice in it, is not what was anchored/,
  ],
  [
    'one person signs in as another',
    by(`update identities set person = 'p-0002' where subject = 'clerk'`),
    /p-0003@\d+ .*what is known of the person, or the sign-in/,
  ],
  ['a sign-in leaves no trace', by('delete from sign_ins'), /who signed in on that day is not what was anchored/],
  [
    'a lot lapses later, and no amendment says so',
    by(`update lots set expires_on = '2099-01-01' where expires_on is not null`),
    /N1\/L1@0 .*the day on which the lot lapses is not what was anchored/,
  ],
  [
    'a platform in service gets another clock',
    by(
      `insert into platform (kind) values ('service') on conflict (one) do update set kind = excluded.kind`,
      'insert into business_clock (wall0, business0) values (1, 0)',
    ),
    /clock-in-service .*the whole book lives by[^]*the kind of the platform is not what was anchored/,
  ],
  [
    'an anchor is changed, with the list under it',
    by(
      `update anchored_evidence set sha256 = repeat('0', 64) where kind = 'receipt'`,
      `update anchors set evidence = repeat('0', 64)`,
    ),
    /the anchor is not what it was/,
  ],
  ['an account is taken away', by(`delete from accounts where unit = 'N1'`), /account-astray {2}N1: has no account/],
];

describe('somebody who owns the database changes it behind the book’s back', () => {
  it('as it is, nothing is said of it', async () => {
    const { said } = await audited(nothing);
    expect(said.split('\n').filter((line) => line.startsWith('  ') && !MADE_UP.test(line))).toEqual([]);
  });

  it.each(FORGERIES)('%s: audit verify names it', async (_, forge, found) => {
    const { status, said } = await audited(forge);
    expect(status).toBe(1);
    expect(said).toMatch(found);
  });

  it('the book of yesterday in place of today’s is found by an anchor that was kept elsewhere, and by nothing else', async () => {
    const last = kept.at(-1)!;
    const today = `${last.day}=${last.hash}`;
    const { said: blind } = await audited(nothing, [], before);
    expect(blind.split('\n').filter((line) => line.startsWith('  ') && !MADE_UP.test(line))).toEqual([]);
    const { status, said } = await audited(nothing, [today], before);
    expect(status).toBe(1);
    expect(said).toMatch(new RegExp(`${last.day} .*it is not the one kept outside the database`));
    expect((await audited(nothing, [today])).said).not.toMatch(/kept outside/);
  });

  it('anchors that are written anew, all of them with right hashes, are found by one that was kept elsewhere', async () => {
    const anew: Forge = async (url) => {
      const book = new Book(url);
      let previous = '';
      const intruder = await intruderIn({ url } as TestDatabase);
      for (const anchor of await anchorsOf(book.pool)) {
        const forged = { ...anchor, transactions: anchor.transactions + 1, before: previous };
        previous = anchorHash(forged);
        const values = [anchor.day, forged.transactions, forged.before, previous];
        await intruder.query('update anchors set transactions = $2, before = $3, hash = $4 where day = $1', values);
      }
      await intruder.end();
      await book.close();
    };
    const [first] = kept;
    const { said } = await audited(anew, [`${first!.day}=${first!.hash}`]);
    expect(said).toMatch(/it is not the one kept outside the database/);
  });

  const INSTANT = { type: 'reminded', duty: 'first-report' };
  it('an instant that is put at the end with its right hash, and shown everywhere, is found for as long as it is not anchored', async () => {
    const { status, said } = await audited(appended('at:1', INSTANT));
    expect(status).toBe(1);
    expect(said).toMatch(/step-differs {2}N2\/2024\/\d+: at:1: 此时没有到期事项 nothing is due then/);
  });

  it('nor is it forgotten when it is anchored: operators have it from the night that did so', async () => {
    const anchoredSince: Forge = async (url) => {
      await appended('at:1', INSTANT)(url);
      const book = new Book(url);
      const night = checkActivities(book);
      const { steps } = await new MockActivityEnvironment().run<[], Checked, () => Promise<Checked>>(() =>
        night.checkBook(after(90)),
      );
      expect(steps).toEqual({ differences: 1, events: [expect.stringMatching(/^N2\/2024\/\d+$/)] });
      expect(await attemptsIn(book.pool)).toContainEqual(
        expect.objectContaining({ caseId: 'N2/2024', why: expect.stringMatching(/^at:1: 此时没有到期事项/) as string }),
      );
      await book.close();
    };
    // what was done before the night's anchor is anchored with the rest: from then on only the attempt tells
    expect((await audited(anchoredSince)).said).not.toMatch(/N2\/2024/);
  });

  it('the day on which a lot lapses is told by the night too, until it is put right', async () => {
    const copy = await copyOf(written);
    const book = new Book(copy.url);
    const night = (): Promise<Checked> =>
      new MockActivityEnvironment().run<[], Checked, () => Promise<Checked>>(() => checkActivities(book).checkBook(after(90)));
    const told = async (): Promise<string[]> => (await openTroubles(book.pool)).map(({ kind, subject }) => `${kind} ${subject}`);
    try {
      await by(`update lots set expires_on = expires_on + 1 where lot = 'N1/L1'`)(copy.url);
      const what = `${kept[0]!.day} expiry N1/L1@0`;
      expect([(await night()).anchored, await told()]).toEqual([{ differences: 1, what: [what] }, [`anchored ${what}`]]);
      await by(`update lots set expires_on = expires_on - 1 where lot = 'N1/L1'`)(copy.url);
      expect([(await night()).anchored, await told()]).toEqual([undefined, []]);
    } finally {
      await book.close();
      await copy.drop();
    }
  });
});
