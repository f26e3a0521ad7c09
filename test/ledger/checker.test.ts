import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountEffect } from '../../domain/model/step.js';
import { checkBook, CHECKS } from '../../ledger/checker/checker.js';
import { HASH_CHECKS } from '../../ledger/checker/hash-checks.js';
import { Book } from '../../records/book.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, intruderIn, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { approvedFor } from './approving.js';
import { claimOf } from './claiming.js';
import { release } from './releasing.js';
import { peopled } from '../records/people/peopled.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;

const claim = claimOf('100', { confirmed: '99.5' });
const decided = (type: string, brings: Record<string, string>): { type: string; with: Record<string, string> } => ({
  type,
  with: brings,
});
const preAllocated: AccountEffect = { kind: 'credit', reason: 'pre-allocation', lots: [allowances('70', 2023)] };

/** K1 sells what was pre-allocated, so that its take-back leaves a debt of 10; it is collected short by 95. K2 buys. */
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  const ccer = { product: 'ccer', origin: 'outside', recordedOn: '2016-05-01', quantity: '900' } as const;
  const seller = await new Asker(book, 'K1').open([credited(ccer)]);
  await new Asker(book, 'K2').open([credited(allowances('5'))]);
  await seller.take(stepOf('act:pre', after(1), [preAllocated], decided('pre-allocated', { quantity: '70', basis: '预发方案' })));
  await seller.take(stepOf('act:sell', after(2), [{ kind: 'transfer', to: 'K2', quantity: '65', price: '102' }]));
  await seller.take(
    stepOf('act:confirm', after(3), [], decided('emissions-confirmed', { emissions: '99.5', obligation: '100' })),
  );
  await seller.take(
    stepOf(
      'act:final',
      after(4),
      [{ kind: 'take-back', quantity: '15' }],
      decided('allocated', { quantity: '55', basis: '核定意见' }),
    ),
  );
  const collect: AccountEffect = { kind: 'collect', claim, rectificationDueOn: '2024-11-29', name: 'K1' };
  await seller.take(stepOf('at:1', after(5), [collect], { type: 'collection-run' }));
  await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'tried', found: 'for the test', units: ['K1'] }], after(23));
  await release(book, 1);
  await approvedFor(book, 'K2/2024', 'K2');
  await peopled(book);
  await book.anchorHeads(after(24));
  intruder = await intruderIn(database);
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

describe('design §4 — an independent checker reports any difference by name', () => {
  it('finds nothing in a book that nobody touched, with a debt and a shortfall in it', async () => {
    expect(await book.account('K1')).toMatchObject({ debt: '10', shortfall: '98' });
    expect(await checkBook(book.pool)).toEqual([]);
  });

  const tx = `'K1/2024:act:sell'`;
  const changes: [string, string, string][] = [
    ['transaction-off-balance', 'K1/2024:act:sell', `update postings set quantity = quantity + 1 where tx = ${tx} and n = 1`],
    ['transaction-empty', 'K1/2024:act:sell', `delete from postings where tx = ${tx}`],
    ['posting-without-transaction', 'K1/2024:act:sell', `delete from transactions where id = ${tx}`],
    ['posting-elsewhere', 'K1/2024:act:pre', `update postings set product = 'ccer' where tx = 'K1/2024:act:pre'`],
    ['lot-not-its-postings', 'K1/L2', `update lots set quantity = quantity + 1 where lot = 'K1/L2'`],
    [
      'lot-below-zero',
      'K1/L2',
      `update transactions set recorded_at = recorded_at + interval '1 day' where id = 'K1/2024:act:pre'`,
    ],
    ['lot-out-of-order', 'K1/L2', `update lots set n = 3 where lot = 'K1/L2'`],
    ['issued-not-accounted-for', 'allowance', `update lots set quantity = quantity + 1 where lot = 'K1/L2'`],
    ['transaction-without-cause', 'K1/2024:act:sell', `update transactions set seq = seq + 1 where id = ${tx}`],
    [
      'events-against-postings',
      'act:sell K2/L2',
      `update postings set quantity = sign(quantity) * 64 where tx = ${tx}; update lots set quantity = 64 where lot = 'K2/L2'`,
    ],
    [
      'covered-against-moves',
      'K1/2024',
      `update events set body = jsonb_set(body, '{with,covered,offsets}', '"3"') where type = 'collected'`,
    ],
    [
      'obligation-misstated',
      'K1/2024',
      `update events set body = jsonb_set(body, '{with,obligation}', '"99"') where type = 'emissions-confirmed'`,
    ],
    [
      'obligation-exceeded',
      'K1/2024',
      `update events set body = jsonb_set(body, '{with,emissions}', '"1"') where type = 'emissions-confirmed'`,
    ],
    [
      'offset-cap-exceeded',
      'K1/2024',
      `update events set body = jsonb_set(body, '{with,emissions}', '"79"') where type = 'emissions-confirmed'`,
    ],
    [
      'offset-not-eligible',
      'K1/2024',
      `update cases set opening = jsonb_set(opening, '{terms,offsets,oldUsableTo}', '"2024-05-08"') where case_id = 'K1/2024'`,
    ],
    [
      'shortfall-misstated',
      'K1',
      `update accounts set shortfall = 97, claims = jsonb_set(claims, '{0,shortfall}', '"97"') where unit = 'K1'`,
    ],
    ['debt-misstated', 'K1', `update accounts set debt = 11, claims = jsonb_set(claims, '{0,debt}', '"11"') where unit = 'K1'`],
    ['claims-off-total', 'K1', `update accounts set debt = 11 where unit = 'K1'`],
    ['claim-of-nobody', 'K1', `update accounts set claims = jsonb_set(claims, '{0,case}', '"K9/2024"') where unit = 'K1'`],
    ['claim-of-nobody', 'K2', `update accounts set claims = '[{"case": "K2/2024", "cycle": 2024}]' where unit = 'K2'`],
    ['account-astray', 'K2', `update accounts set case_id = 'K1/2024' where unit = 'K2'`],
    ['account-astray', 'K9', `update accounts set unit = 'K9' where unit = 'K2'`],
    ['reserved-without-application', 'K1/L1', `update lots set reserved = 1 where lot = 'K1/L1'`],
    ['freeze-misstated', 'K2', `update accounts set frozen = true where unit = 'K2'`],
    ['transaction-changed', 'K1/2024:act:sell', `update transactions set by = 'nobody' where id = ${tx}`],
    ['chain-broken', 'K1/2024', `update events set body = jsonb_set(body, '{by}', '"x"') where case_id = 'K1/2024' and seq = 5`],
    [
      'time-goes-back',
      'K1/2024/3',
      `update events set body = jsonb_set(body, '{at}', '0') where case_id = 'K1/2024' and seq = 3`,
    ],
    ['anchored-head-gone', 'K2/2024', `update events set hash = 'x' where case_id = 'K2/2024'`],
    ['chain-end', 'K2/2024', `update cases set seq = seq + 1 where case_id = 'K2/2024'`],
    ['chain-end', 'K2/2024', `update cases set played_to = played_to + 1 where case_id = 'K2/2024'`],
    ['act-without-request', 'K1/2024', `update acts set state = 'stored' where act_id = 'sell' and case_id = 'K1/2024'`],
    ['act-without-request', 'K1/2024', `update acts set stamp = 0 where act_id = 'pre'`],
    ['act-without-request', 'K1/2024', `update requests set by = 'nobody' where act_id = 'pre'`],
    ['request-without-act', 'K2/2024', `update acts set case_id = 'K2/2024' where act_id = 'pre'`],
    ['request-changed', 'K1/2024', `update requests set body = '{"quantity": "1000000"}' where act_id = 'pre'`],
    ['certificate-misstated', 'people', `update certificates set party = 'operator'`],
    ['certificate-misstated', 'people', `update certificates set held = 'platform'`],
    ['certificate-misstated', 'people', `update certificates set der = 'x', sha256 = encode(sha256('x'), 'hex')`],
    ['certificate-misstated', 'people', `update certificates set valid_until = valid_until + 1`],
    ['certificate-misstated', 'people', `update certificates set revoked_at = 1, revoked_event = 3`],
    ['certificate-misstated', 'people', `delete from certificates`],
    ['alarm-misstated', 'alarms', `insert into alarms (check_name, subject, found, raised_at) values ('chain-end', 'x', 'x', 0)`],
    ['alarm-misstated', 'alarms', `delete from alarms`],
    ['alarm-misstated', 'alarms', `update alarms set units = '{K2}'`],
    ['alarm-misstated', 'alarms', `update alarms set released_reason = '另一理由'`],
    [
      'alarm-misstated',
      'alarms',
      `update alarms set released_at = null, released_by = null, released_approved_by = null, released_reason = null`,
    ],
    ['person-misstated', 'people', `insert into persons (person) values ('p-0009')`],
    ['person-misstated', 'people', `update persons set suspended_at = 1 where person = 'p-0003'`],
    ['person-misstated', 'people', `update persons set test_actor = 'city/a' where person = 'p-0003'`],
    [
      'person-misstated',
      'people',
      `update persons set name = null, mail = null, salt = null, erased_at = 1 where person = 'p-0003'`,
    ],
    ['person-misstated', 'people', `update persons set corrected_at = 1 where person = 'p-0003'`],
    ['appointment-misstated', 'people', `delete from appointments where id = 2`],
    ['appointment-misstated', 'people', `update appointments set role = 'approver' where id = 2`],
    ['appointment-misstated', 'people', `update appointments set person = 'p-0003' where id = 2`],
    ['appointment-misstated', 'people', `update appointments set until_at = 1, ended_event = 3 where id = 2`],
    [
      'appointment-misstated',
      'people',
      `insert into appointments (id, person, kind, party, role, from_at, event) values (9, 'p-0003', 'city', 'city', 'approver', 0, 1)`,
    ],
    ['client-misstated', 'people', `update clients set key = '{"kty": "OKP"}'`],
    ['client-misstated', 'people', `update clients set acts = '{settle-trade,credit-auction}'`],
    ['client-misstated', 'people', `update clients set appointment = 1`],
    ['client-misstated', 'people', `update clients set ended_event = 3`],
    ['client-misstated', 'people', `delete from clients`],
    ['alarm-misstated', 'alarms', `update requests set approved_by = 'city/c' where do_what = 'release-alarm'`],
    ['act-without-approval', 'K2/2024', `update requests set approved_by = 'city/c' where do_what = 'decide-penalty'`],
    ['act-without-approval', 'K2/2024', `update requests set by = 'city/b' where do_what = 'decide-penalty'`],
    ['act-without-approval', 'K2/2024', `update approval_lines set act_id = null`],
    ['act-without-approval', 'K2/2024', `update requests set caused_by = null where do_what = 'decide-penalty'`],
    ['act-without-approval', 'alarms', `insert into platform (kind, made_at) values ('service', 'epoch')`],
    ['approval-misstated', 'approval/AP-', `update approvals set waiting = true`],
    ['approval-misstated', 'approval/AP-', `update approval_lines set waiting = true`],
    ['clock-in-service', 'K1/2024', `insert into platform (kind) values ('service')`],
    [
      'clock-in-service',
      '',
      `insert into platform (kind) values ('service'); insert into business_clock (wall0, business0) values (1, 2)`,
    ],
    [
      'document-misfiled',
      'K1',
      `insert into documents (form, party, unit, cycle, made_at, made_by) values ('first-report', 'K1', 'K1', 2024, 1, 'K1/p-0003');
      insert into document_versions (document, version, form_version, form_digest, "values", sha256, state, saved_at, saved_by, filed_act, filed_at)
        select document, 1, 1, 'x', '{}', repeat('0', 64), 'filed', 1, 'K1/p-0003', 'pre', 1 from documents`,
    ],
    ['proposal-changed', 'approval/AP-', `update approval_lines set body = '{"amount": "1000000", "basis": "依据"}'`],
  ];
  it.each(changes)('%s is found at %s', async (check, subject, change) => {
    const found = await changed(change);
    expect(found.filter((each) => each.check === check).map((each) => each.subject)).toEqual(
      expect.arrayContaining([expect.stringContaining(subject)]),
    );
  });

  it('in service, cases that live by the database’s clock are right', async () => {
    const own = `update cases set clock = '{"wall0": 0, "business0": 0}'; insert into platform (kind) values ('service')`;
    expect((await changed(own)).filter(({ check }) => check === 'clock-in-service')).toEqual([]);
  });

  it('every check in the list is tried above', () => {
    const tried = new Set(changes.map(([check]) => check));
    expect([...CHECKS, ...HASH_CHECKS].map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

/** What the checker finds in a copy of the book in which something was changed behind its back. */
const changed = async (sql: string): Promise<Awaited<ReturnType<typeof checkBook>>> => {
  await intruder.query('begin');
  try {
    await intruder.query(sql);
    return await checkBook(intruder);
  } finally {
    await intruder.query('rollback');
  }
};
