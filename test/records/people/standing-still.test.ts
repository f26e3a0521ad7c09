import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cases } from '../../../desk/cases.js';
import { officeOf, underOffice } from '../../../desk/office.js';
import { entitled } from '../../../parties/entitled.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { nameSubstitute } from '../../../parties/substitutes.js';
import { addDays, dayOf } from '../../../domain/model/instant.js';
import { actIn } from '../../../records/acts.js';
import { Book } from '../../../records/book.js';
import { decidePeopleAct } from '../../../records/people-acts.js';
import { suspensionsIn } from '../../../records/cases.js';
import { noteRevival, revivalsOf } from '../../../records/revivals.js';
import { bookDatabase, type TestDatabase } from '../database.js';
import { codeOf, Town } from './town.js';

let database: TestDatabase;
let book: Book;
let town: Town;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  town = new Town(book);
  await town.found();
  await town.appoint(await town.enter('one'), 'city', 'officer');
  await town.appoint(await town.enter('other'), 'city', 'officer');
  expect(await book.suspend('people', '试验')).toBe(true);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** Nothing may be asked of a Temporal server. */
const NOBODY = new Proxy({}, { get: (_, name) => Promise.reject(new Error(`the server was asked for ${String(name)}`)) });

describe('the case of the people stands still', () => {
  it('who signs in is known and acts in office; what is decided about people is stored', async () => {
    const caller = (await town.caller('one'))!;
    expect(caller.appointments).toMatchObject([{ party: 'city', role: 'officer' }]);
    const at = Date.now();
    const may = entitled(caller, { what: 'substitute', at });
    if (isRefusal(may)) throw new Error(may.en);
    const office = officeOf(caller, [may]);
    const other = (await town.caller('other'))!;
    const substitute = { person: other.person, testActor: null };
    const span = { from: dayOf(at), until: addDays(dayOf(at), 1) };
    const wanted = { party: 'city', person: caller.person, substitute, ...span };
    expect(await underOffice(book.pool, office, () => nameSubstitute(book.pool, wanted, { at, office }))).toBeUndefined();
    expect(codeOf(await town.both('suspend-person', { person: other.person, reason: '调查' }))).toBe('stored');
    expect(await town.caller('other')).toBeDefined();
  });

  it('an operator finds it among those that stand still, and has it go on, though nothing runs of it', async () => {
    expect(await suspensionsIn(book.pool)).toMatchObject([{ caseId: 'people', why: '试验' }]);
    await noteRevival(book.pool, 'people', { by: 'operator/x', reason: '已修复' });
    expect(await suspensionsIn(book.pool)).toEqual([]);
    expect(await revivalsOf(book.pool, 'people', 5)).toMatchObject([{ by: 'operator/x', stoodStill: '试验' }]);
    const cases = new Cases({ book, client: NOBODY as never, taskQueue: 'none' });
    expect(await cases.revive('people')).toBe(false);
    // what was stored meanwhile is decided as soon as anybody asks, by its stamp
    for (const act of await book.actsWaiting('people')) await decidePeopleAct(book.pool, actIn(act));
    expect(await town.caller('other')).toBeUndefined();
  });
});
