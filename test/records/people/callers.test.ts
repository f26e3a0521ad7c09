import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../../domain/model/refusal.js';
import { instantOf } from '../../../domain/model/instant.js';
import { checkBook } from '../../../ledger/checker/checker.js';
import { actorOf, samePerson, type Caller } from '../../../parties/caller.js';
import { unitsMissing } from '../../../parties/missing.js';
import { callerOf } from '../../../parties/read.js';
import { atMachine, testCaller } from '../../../parties/test-caller.js';
import { Book } from '../../../records/book.js';
import { unitsUnsigned } from '../../../records/appointments.js';
import { actingForBoth, verifiersOf } from '../../../records/engaged.js';
import { claimPlatform } from '../../../records/platform.js';
import { parseScenario } from '../../../simulator/scenario.js';
import { PlayOnBook } from '../../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { codeOf, REGISTRARS, Town } from './town.js';

/** BJ-0001 has engaged V-01; BJ-0002 nobody. */
const SCENARIO = parseScenario(
  `
name: a verifier is engaged
cycle: 2024
from: 2024-05-10
until: 2024-06-20
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang }
  - { id: BJ-0002, name: 示例建材有限公司, kind: key, district: chaoyang }
  - { id: BJ-0003, name: 示例商业有限公司, kind: general, district: haidian }
acts:
  - { on: 2024-06-12, by: BJ-0001, do: appoint-verifier, with: { verifier: V-01 } }
`,
  'engaged',
);
let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
  await new PlayOnBook(book).play(SCENARIO);
  await town.found();
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const callerNamed = async (actor: string): Promise<Caller> => {
  const caller = await testCaller(book.pool, actor, Date.now());
  if (isRefusal(caller)) throw new Error(caller.en);
  return caller;
};

describe('front §2 — independence, both ways', () => {
  it('the verifier that a unit engaged is read from the facts of its case', async () => {
    expect([await verifiersOf(book.pool, 'BJ-0001'), await verifiersOf(book.pool, 'BJ-0002')]).toEqual([['V-01'], []]);
  });

  it('a person of the verifier is nobody’s filer or signer at a unit that engaged it; elsewhere they may be', async () => {
    const person = await town.enter('verifies');
    await town.appoint(person, 'V-01', 'verifier');
    const at = (party: string, role: string) => town.both('appoint', { person, party, role, basis: '任命书' });
    expect(codeOf(await at('BJ-0001', 'signer'))).toBe('not-allowed');
    expect(codeOf(await at('BJ-0001', 'filer'))).toBe('not-allowed');
    expect(codeOf(await at('BJ-0002', 'filer'))).toBe('decided');
    // and so BJ-0002 cannot engage that verifier while it is so, though it can another one
    expect(await actingForBoth(book.pool, 'BJ-0002', 'V-01', Date.now())).toEqual([person]);
    expect(await actingForBoth(book.pool, 'BJ-0002', 'V-02', Date.now())).toEqual([]);
  });

  it('the other way round: a unit’s person is nobody at the verifier that it engaged, also by a role that begins later', async () => {
    const person = await town.enter('signs');
    await town.appoint(person, 'BJ-0001', 'signer', { from: '2099-01-01' });
    const at = (party: string) => town.both('appoint', { person, party, role: 'signer', basis: '任命书' });
    expect(codeOf(await at('V-01'))).toBe('not-allowed');
    expect(codeOf(await at('V-02'))).toBe('decided');
  });
});

describe('front §2 — a unit’s signer appoints and ends that unit’s filers, alone', () => {
  it('filers of the own unit, and nothing else', async () => {
    const signer = await town.enter('signer2');
    await town.appoint(signer, 'BJ-0002', 'signer');
    const by = `BJ-0002/${signer}`;
    expect(codeOf(await town.do('enter-person', { name: '赵六', mail: 'zhao@unit.example' }, by))).toBe('decided');
    const { person } = (await town.said(by)) as { person: string };
    const at = (party: string, role: string) => town.do('appoint', { person, party, role, basis: '授权书' }, by);
    expect(codeOf(await at('BJ-0002', 'filer'))).toBe('decided');
    const { appointment } = (await town.said(by)) as { appointment: number };
    expect(codeOf(await at('BJ-0002', 'signer'))).toBe('not-allowed');
    expect(codeOf(await at('BJ-0001', 'filer'))).toBe('not-allowed');
    const filer = `BJ-0002/${person}`;
    expect(codeOf(await town.do('appoint', { person: signer, party: 'BJ-0002', role: 'filer', basis: 'x' }, filer))).toBe(
      'not-allowed',
    );
    expect(codeOf(await town.do('end-appointment', { appointment, basis: '离职' }, by))).toBe('decided');
  });

  it('under another’s name a signer is nobody: the party in the name counts', async () => {
    const { person } = (await town.caller('signer2')) ?? { person: '' };
    expect(codeOf(await town.do('enter-person', { name: 'x', mail: 'x@unit.example' }, `BJ-0001/${person}`))).toBe('not-allowed');
  });
});

describe('front §2 — a unit that nobody can act for is told of in time', () => {
  const near = async (day: string, unit: string) => {
    const found = await unitsMissing(book.pool, instantOf(day, '08:00:00'), { limit: 10 });
    const { deadlines = [], soon } = found.find((one) => one.unit === unit) ?? {};
    return [deadlines[0]?.duty, deadlines[0]?.dueOn, soon];
  };

  it('三(一)2「一般报告单位须于2024年7月15日前…」 › 31 days before is early, 30 days before is near', async () => {
    expect(await near('2024-06-14', 'BJ-0003')).toEqual(['general-report', '2024-07-15', false]);
    expect(await near('2024-06-15', 'BJ-0003')).toEqual(['general-report', '2024-07-15', true]);
    expect(await near('2024-07-16', 'BJ-0003')).toEqual([undefined, undefined, false]);
  });

  it('what a filer does alone is not counted where there is one', async () => {
    expect((await near('2024-06-20', 'BJ-0001'))[0]).toBe('monthly-evidence/2024-05');
    await town.appoint(await town.enter('filer1'), 'BJ-0001', 'filer');
    expect(await unitsUnsigned(book.pool, Date.now(), '', 10)).toEqual([
      { unit: 'BJ-0001', hasFiler: true },
      { unit: 'BJ-0003', hasFiler: false },
    ]);
  });

  it('a unit with a signer in office is not listed, one after another they are', async () => {
    const units = async (after: string, limit: number) =>
      (await unitsMissing(book.pool, Date.now(), { after, limit })).map(({ unit }) => unit);
    expect(await units('', 10)).toEqual(['BJ-0001', 'BJ-0003']);
    expect([await units('', 1), await units('BJ-0001', 1), await units('BJ-0003', 1)]).toEqual([['BJ-0001'], ['BJ-0003'], []]);
  });
});

describe('contracts §3 — every actor whom a scenario can name has a test person, but never in service', () => {
  it('before the book says what it is, there is none', async () => {
    expect(await testCaller(book.pool, 'city/a', Date.now())).toMatchObject({ refused: 'not-signed-in' });
  });

  it('units file and sign, officers of the city do everything, districts check; in office at any time', async () => {
    await claimPlatform(book.pool, 'rehearsal');
    const roles = async (actor: string) => {
      const { appointments } = await callerNamed(actor);
      return appointments.map(({ kind, party, role }) => `${kind} ${party} ${role}`);
    };
    expect(await roles('BJ-0001')).toEqual(['unit BJ-0001 filer', 'unit BJ-0001 signer']);
    expect(await roles('city/a')).toEqual(['city city officer', 'city city approver', 'city city registrar']);
    expect(await roles('chaoyang')).toEqual(['district chaoyang officer']);
    expect(await roles('chaoyang/x')).toEqual(['district chaoyang officer']);
    expect(await roles('V-01')).toEqual(['verifier V-01 verifier', 'verifier V-01 signer']);
    expect(await roles('exchange')).toEqual(['exchange exchange clerk']);
    expect(await roles('operator/x')).toEqual(['operator operator operator']);
    expect(await roles('auditor/x')).toEqual(['auditor auditor auditor']);
    const then = await testCaller(book.pool, 'BJ-0001', instantOf('2024-05-10', '00:00:00'));
    expect(then).toMatchObject({ appointments: [{ role: 'filer' }, { role: 'signer' }] });
  });

  it('made once, however many come at once; acts are still named as the scenario does', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => callerNamed('city/many')));
    expect(new Set(many.map(({ person }) => person)).size).toBe(1);
    const [one] = many as [Caller];
    expect(one.person).toMatch(/^p-\d{4}$/);
    expect(actorOf(one, 'city')).toBe('city/many');
    expect(samePerson(one, 'city/many')).toBe(true);
    expect(samePerson(one, await callerNamed('city/a'))).toBe(false);
    const signedIn = await callerOf(book.pool, { issuer: 'test', subject: 'city/many' }, Date.now());
    expect(signedIn).toMatchObject({ person: one.person, testActor: { actor: 'city/many', party: 'city' } });
    expect(signedIn).not.toHaveProperty('steppedUpAt');
  });

  it.each(['city', 'operator', 'city/A', 'city/a ', 'city/ａ', 'city/', '', 'BJ-0001/x', 'city/p-0001', 'ni hao'])(
    '%j is nobody',
    async (actor) => {
      expect(await testCaller(book.pool, actor, Date.now())).toMatchObject({ refused: 'bad-input' });
    },
  );

  it('at the machine a person may also be named by number, at the party for which they are', async () => {
    expect(await atMachine(book.pool, REGISTRARS[0], Date.now())).toMatchObject({ person: 'p-0001' });
    expect(await atMachine(book.pool, 'city/p-0900', Date.now())).toMatchObject({ refused: 'unknown-person' });
  });

  it('test registrars do what registrars do, and are none where the first ones are counted', async () => {
    const raw = { do: 'enter-person', by: 'city/a', approvedBy: 'city/many', with: { name: '钱七', mail: 'qian@unit.example' } };
    expect(codeOf(await town.desk.submit(raw, 'by-test'))).toBe('decided');
    expect(codeOf(await town.desk.submit({ ...raw, approvedBy: 'city/a' }, 'by-same'))).toBe('same-person');
    expect(codeOf(await town.both('end-appointment', { appointment: 1, basis: 'x' }))).toBe('too-early');
  });

  it('a suspended test person is nobody', async () => {
    const { person } = await callerNamed('city/many');
    expect(codeOf(await town.both('suspend-person', { person, reason: '试验' }))).toBe('decided');
    expect(await testCaller(book.pool, 'city/many', Date.now())).toMatchObject({ refused: 'not-allowed' });
  });

  it('they are marked as test people in the chain and in the list; the book stays whole', async () => {
    const { rows } = await book.pool.query<{ n: string; marked: string }>(
      `select count(*) as n, count(*) filter (where body #>> '{with,basis}' = 'test' or body #> '{with,testActor}' is not null) as marked
        from events where case_id = 'people' and step_key like 'test:%'`,
    );
    expect(rows[0]?.n).toBe(rows[0]?.marked);
    expect(await checkBook(book.pool)).toEqual([]);
  });
});
