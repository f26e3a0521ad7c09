import { status } from '../../client/status.js';
import type { StoredAct } from '../../records/acts.js';
import type { Book } from '../../records/book.js';
import { readCity } from '../../records/city-cycles.js';
import { contactOf } from '../../records/contacts.js';
import type { SentLetter } from '../../records/sent-letters.js';
import { readAuction } from '../../records/auctions.js';
import { allAlarms } from '../../ledger/alarms.js';
import { differencesIn } from '../../records/inspect.js';
import { allBalances } from '../../ledger/statement.js';
import { cityCaseIdOf } from '../../workflows/ids.js';

/** What a book is asked about: nothing in it says which acts and auctions it should have. */
export interface AskedAbout {
  readonly cycle: number;
  readonly units: readonly string[];
  readonly acts: readonly string[];
  readonly auctions: readonly string[];
}

/** The server is not asked: any address will do. */
const NO_SERVER = '127.0.0.1:1';

/** What `luyue status UNIT --json` answers, without the moment at which it was asked. */
async function statusOf(databaseUrl: string, unit: string): Promise<unknown> {
  const before = { ...process.env };
  Object.assign(process.env, { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: NO_SERVER });
  let said = '';
  try {
    await status(unit, { json: true }, { out: (text) => (said += text), err: () => undefined });
  } finally {
    for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS']) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
  const { at: _at, ...stands } = JSON.parse(said) as Record<string, unknown>;
  return stands;
}

const actSaid = ({ caseId, do: what, by, approvedBy, at, state, refusal }: StoredAct) => ({
  case: caseId,
  do: what,
  by,
  approvedBy: approvedBy ?? null,
  at,
  state,
  refused: refusal?.refused ?? null,
});

/** By case; what was refused at the door under an id that was used again stands beside it. */
const actsOf = async (book: Book, id: string): Promise<StoredAct[]> =>
  [...(await book.actsById(id)), ...(await book.actsById(`${id}#door`))].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));

const named = async <T>(names: readonly string[], ask: (name: string) => Promise<T>): Promise<Record<string, T>> => {
  const answers: Record<string, T> = {};
  for (const name of names) answers[name] = await ask(name);
  return answers;
};

/** By instant, unit, template, address: the order of the first version. */
const inOrder = (a: SentLetter, b: SentLetter): number => {
  const key = ({ notices: [one], to }: SentLetter): string => [one?.unit, one?.template, to].join(' ');
  return a.at - b.at || (key(a) < key(b) ? -1 : 1);
};

/** Everything that must come out of a book the same, whichever version of the code reads it. */
export async function whatTheBookSays(book: Book, databaseUrl: string, about: AskedAbout) {
  const cases = (await book.allCases()).map(({ caseId }) => caseId).sort();
  const city = await readCity(book.pool, cityCaseIdOf(about.cycle));
  const mails = await book.outboxOf();
  const anchors = await book.anchors();
  return {
    statuses: await named(about.units, (unit) => statusOf(databaseUrl, unit)),
    accounts: await named(about.units, async (unit) => ({
      ...(await book.account(unit)),
      mail: (await contactOf(book.pool, { kind: 'unit', id: unit }))?.mail,
    })),
    balances: await allBalances(book.pool, {}),
    cases: await named(cases, async (id) => {
      const record = await book.readCase(id);
      return { seq: record?.seq, head: record?.head, steps: record?.steps.map(({ key, events }) => [key, events.length]) };
    }),
    city: city && { revision: city.terms.revision, struckOff: city.struckOff, decisions: city.decisions, closed: !!city.closed },
    auctions: await named(about.auctions, async (id) => (await readAuction(book.pool, id))?.auction.published),
    acts: await named(about.acts, async (id) => (await actsOf(book, id)).map(actSaid)),
    waiting: await named(cases, async (id) => (await book.actsWaiting(id)).map((act) => act.id)),
    mails: {
      all: mails.length,
      waiting: [...(await book.lettersOf({ waiting: true }))]
        .sort(inOrder)
        .map(({ id, attempts, said }) => [id, attempts, said ?? null]),
    },
    alarms: (await allAlarms(book.pool)).map(({ id, check, subject, release }) => [
      id,
      check,
      subject,
      release?.approvedBy ?? null,
    ]),
    chains: await book.verifyChains(),
    anchors: anchors.map(({ day, hash }) => `${day}=${hash}`),
    wrongAnchors: (await book.verifyAnchors(anchors)).wrong,
    differences: await differencesIn(book.pool),
  };
}
