import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../domain/model/step.js';
import { attemptsIn, noteAttempt } from '../../records/attempts.js';
import { Book } from '../../records/book.js';
import { noteStepDifferences, stepDifferences } from '../../records/verify-steps.js';
import { bookDatabase, copyOf, type TestDatabase } from './database.js';
import { EveryKind } from './every-kind.js';
import { appendedTo, by, rewritten, type Forge } from './forging.js';
import { after } from './steps.js';

let written: TestDatabase;
beforeAll(async () => {
  written = await bookDatabase();
  const book = new Book(written.url);
  await new EveryKind(book).play();
  await book.close();
});
afterAll(async () => written.drop());

/** What is found in a copy that somebody has forged. */
async function found(...forges: readonly Forge[]): Promise<readonly (readonly [subject: string, found: string])[]> {
  const copy = await copyOf(written);
  const book = new Book(copy.url);
  try {
    for (const forge of forges) await forge(copy.url);
    return (await stepDifferences(book.pool)).map(({ subject, found: what }) => [subject, what] as const);
  } finally {
    await book.close();
    await copy.drop();
  }
}

const bringing = (more: object) => (event: Event) => ({ ...event, with: { ...(event.with as object), ...more } });
const CITY = '2024/city/city-cycle';
const AUCTION = '2024/2024-1/auction';
const APPROVAL = '2024/approval/AP-000001';
const UNIT = '2024/BJ-2/compliance-cycle';
const CHANGED = /事件与其起因不符/;

const REWRITTEN: readonly [what: string, caseId: string, type: string, change: (event: Event) => object, found: RegExp][] = [
  ['city: another verifier was struck off', CITY, 'verifier-struck-off', bringing({ verifier: 'V-02' }), CHANGED],
  [
    'city: a date is said to have passed for a unit that is none',
    CITY,
    'city-date-passed',
    bringing({ named: ['BJ-1', 'BJ-9'] }),
    /所列单位不在本周期/,
  ],
  [
    'city: it is said to have passed for more units than there are',
    CITY,
    'city-date-passed',
    bringing({ units: 3 }),
    /所列单位不在本周期/,
  ],
  ['city: what is told of a date is no list', CITY, 'city-date-passed', bringing({ named: { any: 1 } }), /所列单位不在本周期/],
  ['city: a case that said no is left out', CITY, 'rolled-out', bringing({ cases: 1, refused: [] }), /与各案件的答复不符/],
  ['city: more cases are said to have taken it', CITY, 'rolled-out', bringing({ cases: 3, applied: 2 }), /与各案件的答复不符/],
  ['auction: more was offered', AUCTION, 'auction-announced', bringing({ lot: '2000' }), CHANGED],
  ['auction: a bid was sealed otherwise', AUCTION, 'bid-sealed', bringing({ commitment: 'ab'.repeat(32) }), CHANGED],
  ['auction: it was cleared at another price', AUCTION, 'auction-cleared', bringing({ price: '100.00' }), CHANGED],
  [
    'auction: a lot was delivered that the case refused',
    AUCTION,
    'award-refused',
    ({ with: brings, ...event }) => ({ ...event, type: 'award-delivered', with: brings }),
    CHANGED,
  ],
  ['auction: the result says otherwise', AUCTION, 'result-published', bringing({ sold: '300' }), CHANGED],
  ['approval: somebody else proposed', APPROVAL, 'proposed', (event) => ({ ...event, by: 'city/c' }), CHANGED],
  ['approval: another line was approved', APPROVAL, 'proposal-approved', bringing({ lines: [1, 2] }), CHANGED],
  ['people: somebody got another role', 'people', 'appointed', bringing({ role: 'approver' }), CHANGED],
  ['people: a person was suspended for another reason', 'people', 'person-suspended', bringing({ reason: '其他' }), CHANGED],
  [
    'people: the appointment of somebody else ended',
    'people',
    'appointment-ended',
    bringing({ appointment: 3, person: 'p-0003' }),
    CHANGED,
  ],
  ['people: it ended on another basis', 'people', 'appointment-ended', bringing({ basis: '其他' }), CHANGED],
  ['people: a program ended on another basis', 'people', 'client-ended', bringing({ basis: '其他' }), CHANGED],
  ['people: a program of which nobody knows ended', 'people', 'client-ended', bringing({ client: 'c-0009' }), CHANGED],
  ['people: somebody else was erased', 'people', 'person-erased', bringing({ person: 'p-0003' }), CHANGED],
  ['people: somebody was erased for another reason', 'people', 'person-erased', bringing({ reason: '其他' }), CHANGED],
  ['people: a certificate was revoked on another basis', 'people', 'certificate-revoked', bringing({ basis: '其他' }), CHANGED],
  [
    'people: one officer is said to have revoked it twice over',
    'people',
    'certificate-revoked',
    bringing({ approvedBy: 'city/p-0001' }),
    CHANGED,
  ],
  ['alarms: it was released for another reason', 'alarms', 'alarm-released', bringing({ reason: '其他' }), CHANGED],
  [
    'trade: what a case is told of is no purchase',
    UNIT,
    'allowances-bought',
    (event) => ({ ...event, type: 'account-unfrozen' }),
    /事件多于其起因/,
  ],
  [
    'unit: something else stands where carrying a step out adds what moved',
    UNIT,
    'credited',
    (event) => ({ ...event, type: 'emissions-confirmed' }),
    /事件多于其起因/,
  ],
];

const APPENDED: readonly [what: string, caseId: string, key: string, event: object, found: RegExp][] = [
  [
    'city: a date passes that was none',
    CITY,
    'at:1',
    { type: 'city-date-passed', duty: 'confirmation', with: { units: 0, named: [] } },
    /此时没有到期事项/,
  ],
  [
    'city: a decision was brought to all that nobody made',
    CITY,
    'rolled-out:9',
    { type: 'rolled-out', with: { cases: 0, applied: 0, refused: [] } },
    /没有待送达的决定/,
  ],
  ['city: it closes by itself', CITY, 'closes', { type: 'cycle-closed', with: { report: {} } }, /没有这种起因/],
  [
    'auction: a lot for who won none',
    AUCTION,
    'award:BJ-9',
    { type: 'award-delivered', with: { bidder: 'BJ-9' } },
    /没有相应的竞得/,
  ],
  ['auction: published twice', AUCTION, 'publish', { type: 'result-published', with: {} }, /事件多于其起因/],
  ['approval: it lapses before its day', APPROVAL, 'at:1', { type: 'proposal-lapsed' }, /此时没有到期事项/],
  ['people: an appointment by nobody', 'people', 'made-up', { type: 'appointed', with: {} }, /没有这种起因/],
  ...(
    [
      ['appointment-ended', { appointment: 3, person: 'p-0003', basis: '离任' }],
      ['client-ended', { client: 'c-0001', basis: '停用' }],
      ['person-erased', { person: 'p-0003', reason: '本人申请' }],
      ['certificate-revoked', { certificate: 's-0001', party: 'city', basis: '密钥遗失' }],
    ] as const
  ).flatMap(([type, brings]) =>
    (
      [
        ['of nobody’s asking', 'made-up', /没有这种起因/],
        ['by a request that was never stored', 'act:999999', /没有存入的请求/],
        ['by a request of another case', 'act:1', /没有存入的请求/],
      ] as const
    ).map(([how, key, what]): (typeof APPENDED)[number] => [
      `people: ${type} ${how}`,
      'people',
      key,
      { type, with: brings },
      what,
    ]),
  ),
  [
    'people: a test person without an office',
    'people',
    'test:city/x',
    { type: 'person-entered', with: { person: 'p-0009' } },
    /没有这种起因/,
  ],
  [
    'alarms: one that was raised is raised again',
    'alarms',
    'raised:1',
    { type: 'alarm-raised', with: { alarm: 1, check: 'x', subject: 'y', found: 'z', units: null } },
    /已提出过/,
  ],
  ['alarms: one is over that nobody released', 'alarms', 'over:2/9', { type: 'alarm-over', with: { alarm: 2 } }, /未解除/],
  [
    'unit: it is told of a movement that was none',
    UNIT,
    'of:2024/BJ-1/compliance-cycle:act:0',
    { type: 'rectification-closed' },
    /没有这种起因/,
  ],
  ['unit: a cause that is none', UNIT, 'made-up', { type: 'emissions-confirmed', with: { emissions: '1' } }, /没有这种起因/],
];

describe('a case of every kind is asked anew what it made of each cause since the last anchor', () => {
  it('where nobody touched them, each says the same', async () => {
    const book = new Book(written.url);
    const { rows } = await book.pool.query<{ kind: string }>('select distinct kind from cases order by kind');
    expect(rows.map(({ kind }) => kind)).toEqual(['alarms', 'approval', 'auction', 'city-cycle', 'compliance-cycle', 'people']);
    expect(await stepDifferences(book.pool)).toEqual([]);
    await book.close();
  });

  it.each(REWRITTEN)('%s: it is found at its event', async (_, caseId, type, change, what) => {
    const all = await found(rewritten(caseId, type, change));
    expect(all).toEqual([[expect.stringContaining(`${caseId}/`), expect.stringMatching(what)]]);
  });

  it.each(APPENDED)('%s: it is found at its event', async (_, caseId, key, event, what) => {
    const all = await found(appendedTo(caseId, key, event, after(24 * 200)));
    expect(all).toEqual([[expect.stringContaining(`${caseId}/`), expect.stringMatching(what)]]);
  });

  it('an auction is opened otherwise than two officers asked for', async () => {
    const forged = by(`update cases set opening = opening || '{"lot": "2000"}' where kind = 'auction'`);
    expect(await found(forged, rewritten(AUCTION, 'auction-announced', bringing({ lot: '2000' })))).toEqual([
      [`${AUCTION}/1`, expect.stringMatching(/公告与请求不符/)],
    ]);
  });

  it('a proposal is opened as somebody else’s', async () => {
    const forged = by(`update cases set opening = opening || '{"proposedBy": "city/c"}' where kind = 'approval'`);
    expect(await found(forged)).toEqual([[`${APPROVAL}/1`, expect.stringMatching(/提案人或时间与请求不符/)]]);
  });

  it('test people are entered on a platform in service', async () => {
    const serving = by(`insert into platform (kind) values ('service') on conflict (one) do update set kind = excluded.kind`);
    const person = { type: 'person-entered', with: { person: 'p-0009', testActor: 'city/x' } };
    expect(await found(serving, appendedTo('people', 'test:city/x', person, after(24 * 200)))).toEqual([
      [expect.stringContaining('people/'), expect.stringMatching(/正式运行中没有测试人员/)],
    ]);
  });

  it('whoever has sent a case a thousand messages hides nothing of it', async () => {
    const copy = await copyOf(written);
    const book = new Book(copy.url);
    try {
      await by(`insert into attempts (case_id, step_key, why, message) select '${CITY}', 'act:' || n, 'no such request', '{}'
        from generate_series(1, 1000) n`)(copy.url);
      await appendedTo(CITY, 'closes', { type: 'cycle-closed', with: { report: {} } }, after(24 * 200))(copy.url);
      await noteStepDifferences(book.pool);
      await noteAttempt(book.pool, CITY, 'act:1001', 'no such request', {});
      expect((await attemptsIn(book.pool)).slice(0, 2).map(({ key }) => key)).toEqual([
        expect.stringMatching(/^step-differs 2024.city.city-cycle/),
        'act:1000',
      ]);
    } finally {
      await book.close();
      await copy.drop();
    }
  });
});
