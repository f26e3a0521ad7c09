import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../client/approvals.js';
import { announce } from '../../client/auction.js';
import { balancesImport } from '../../client/balances.js';
import { cityDecide } from '../../client/city-decide.js';
import { doAct } from '../../client/do.js';
import { registerImport } from '../../client/register.js';
import { testIssuer } from '../../gateway/test-issuer.js';
import type { Caller } from '../../parties/caller.js';
import { foundWrong } from '../records/everything-agrees.js';
import { inTheBook } from '../workflows/callers.js';
import { commandFolder, speakToTheFolder, type CommandFolder } from './folder.js';
import { askerOf, openHouse, type House, type Said } from './house.js';
import { seen } from '../seen.js';

let house: House;
let place: CommandFolder;
const officers = new Map<string, Caller>();
const officer = (letter: string): Promise<Caller | undefined> => Promise.resolve(officers.get(letter));

// a platform in service: whoever asks has signed in, and nobody writes another's name
beforeAll(async () => {
  house = await openHouse();
  const { book } = house.theatre;
  for (const letter of ['a', 'b']) officers.set(letter, await inTheBook(book, `city/${letter}`));
  const people = { callerOf: ({ subject }: { readonly subject: string }) => officer(subject.slice(-1)) };
  place = await commandFolder(house, { issuers: [testIssuer(house.folder)].flatMap((one) => one ?? []), people });
  // a book is made as what it is, once; this one as a rehearsal, whose clock the test needs
  await book.pool.query(
    `alter table platform disable trigger platform_stays; update platform set kind = 'service'; alter table platform enable trigger platform_stays`,
  );
});
afterAll(async () => {
  await place.close();
  await house.close();
});
beforeEach(speakToTheFolder);

type Streams = { out: (text: string) => void; err: (text: string) => void };
async function run(work: (streams: Streams) => Promise<number>) {
  let out = '';
  const exit = await work({ out: (text) => void (out += text), err: () => undefined });
  return { exit, told: JSON.parse(out) as Said['body'] };
}
const file = (name: string, content: string): string => {
  writeFileSync(join(place.folder, name), content);
  return name;
};
const A = { as: 'city/a', cycle: '2024', json: true } as const;
const as = async (actor: string) =>
  askerOf(house.door({ people: { callerOf: () => officer(actor) } }), await house.token(`city/${actor}`));
const read = async (id: string) => (await (await as('b')).get(`/api/v1/approvals/${id}`)).body;
/** Another officer approves what is shown. */
const approved = async (id: string) =>
  run(async (streams) =>
    approve(id, { as: 'city/b', preview: (await read(id))['previewDigest'] as string, json: true }, streams),
  );

describe('in service what a table decides is one proposal', () => {
  it('the register: its units are proposed, and their cases opened once another registrar has approved', async () => {
    const head = '单位编号,单位名称,单位类别,所属区,电子邮箱\n';
    const table = file(
      '名单.csv',
      `${head}BJ-0101,甲热力,重点碳排放单位,朝阳区,a@a.example\nBJ-0102,乙物业,一般报告单位,海淀区,b@b.example\n`,
    );
    const proposed = await run((streams) => registerImport(table, { ...A, opens: '2024-06-03', commit: true }, streams));
    expect(proposed).toMatchObject({ exit: 0, told: { committed: false, proposed: { state: 'proposed' } } });
    expect(await house.theatre.book.casesOf('BJ-0101')).toEqual([]);
    const id = proposed.told['proposed'].approval as string;
    const shown = await read(id);
    expect(shown).toMatchObject({ act: 'list-unit', preview: { totals: { lines: 2, wouldBeDone: 2 } } });
    expect(shown['preview'].lines[0].events).toEqual([
      { event: 'unit-listed', with: { unit: 'BJ-0101', kind: 'key', opensOn: '2024-06-03', basis: '单位名单 名单.csv' } },
    ]);
    const done = await approved(id);
    expect(done).toMatchObject({ exit: 0, told: { state: 'approved' } });
    await seen('its case is open', async () => expect(await house.theatre.book.casesOf('BJ-0102')).toHaveLength(1));
    expect((await house.theatre.book.casesOf('BJ-0101')).map(({ kind }) => kind).sort()).toEqual([
      'compliance-cycle',
      'monthly-evidence',
    ]);
    // imported once more there is nothing to propose
    const again = await run((streams) => registerImport(table, { ...A, opens: '2024-06-03', commit: true }, streams));
    expect(again.told).toMatchObject({ opens: [], opened: [] });
    // nor is one of them listed under its id in other letters
    const brings = {
      name: '丙',
      kind: 'key',
      district: 'chaoyang',
      newlyListed: false,
      mail: 'c@c.example',
      opensOn: '2024-06-03',
      basis: '名单',
    };
    for (const spelt of ['bj-0101', 'Bj-0102']) {
      const asked = { ...A, cycle: '2024', with: JSON.stringify({ id: spelt, ...brings }) };
      const { exit, told } = await run((streams) => doAct('list-unit', asked, streams));
      expect([exit, told['error']]).toMatchObject([2, { code: 'bad-input', path: ['with', 'id'] }]);
    }
    // nor to be opened on a day that nobody lives to see
    const never = { ...A, cycle: '2024', with: JSON.stringify({ ...brings, id: 'BJ-0104', opensOn: '2924-06-03' }) };
    const { exit, told } = await run((streams) => doAct('list-unit', never, streams));
    expect([exit, told['error']]).toMatchObject([2, { code: 'bad-input', path: ['with', 'opensOn'] }]);
  });

  it('opening balances: a line a unit, with what it would do; a line taken out, with a reason, is not done', async () => {
    const table = file('期初.csv', '单位编号,产品,配额年度,数量,来源\nBJ-0001,配额,2022,500,簿\nBJ-0002,配额,2022,600,簿\n');
    const { exit, told } = await run((streams) => balancesImport(table, { ...A, commit: true }, streams));
    expect([exit, told['committed']]).toEqual([0, false]);
    const { approval } = told['proposed'] as { approval: string };
    const seen = await read(approval);
    expect(seen['preview'].lines[0]).toMatchObject({ state: 'would-be-done', allowances: { before: '0', after: '500' } });
    const preview = seen['previewDigest'] as string;
    const taking = (without: string) =>
      run((streams) => approve(approval, { as: 'city/b', preview, without: [without], json: true }, streams));
    for (const wrong of ['2', '2:', 'x:待核实', ':待核实'])
      await expect(taking(wrong)).rejects.toMatchObject({ code: 'bad-input', path: ['without'] });
    const done = await taking('2:待核实');
    expect(done.told).toMatchObject({
      state: 'approved',
      lines: [{ state: 'approved' }, { state: 'left-out', reason: '待核实' }],
    });
    expect((await house.theatre.book.account('BJ-0001'))?.lots.map(({ quantity }) => quantity)).toEqual(['500']);
    expect((await house.theatre.book.account('BJ-0002'))?.lots).toEqual([]);
  });

  it('a batch of decisions: proposed without naming anybody; a line that names its officers is a finding', async () => {
    const named = file('decide.csv', '单位编号,事项,数量,依据,经办人,批准人\nBJ-0001,核定,100,核查报告,city/a,city/b\n');
    const no = await run((streams) => cityDecide(named, { ...A, commit: true }, streams));
    expect(no).toMatchObject({ exit: 2, told: { findings: [{ code: 'names-officers', line: 2 }, { code: 'names-officers' }] } });
    const table = file(
      'decide.csv',
      '单位编号,事项,数量,依据\nBJ-0001,核定,100,核查报告\nBJ-0001,核发,90,核定意见\nBJ-0002,核定,200,核查报告\n',
    );
    const { exit, told } = await run((streams) => cityDecide(table, { ...A, commit: true }, streams));
    expect([exit, told['counts']]).toEqual([0, { 'would-be-done': 3 }]);
    const { approval } = told['proposed'] as { approval: string };
    // sent once more it is the same proposal
    const again = await run((streams) => cityDecide(table, { ...A, commit: true }, streams));
    expect(again.told['proposed'].approval).toBe(approval);
    // one case moves meanwhile: its line waits for another look, the other is approved
    const seen = (await read(approval))['previewDigest'] as string;
    const other = await run((streams) =>
      doAct('confirm-emissions', { ...A, for: 'BJ-0002', with: '{"emissions":"999","basis":"书"}' }, streams),
    );
    expect(other.told).toMatchObject({ error: { code: 'already-proposed' } });
    const done = await run((streams) => approve(approval, { as: 'city/b', preview: seen, json: true }, streams));
    expect(done).toMatchObject({ exit: 0, told: { state: 'approved' } });
  });

  it('an announcement and what concerns every case are proposals too', async () => {
    const day = (hour: string): string => `2024-10-10T${hour}:00:00+08:00`;
    const auction = file(
      'auction.yaml',
      `auction: 2024-1\nlot: '1000'\nbasis: 公告\nmarket: { from: 2024-06-01, to: 2024-08-31, averagePrice: '100.00' }\nopensAt: '${day('09')}'\nclosesAt: '${day('11')}'\nopeningEndsAt: '${day('12')}'\nminimumCover: '1'\nvoluntary: []\n`,
    );
    const announced = await run((streams) => announce(auction, { ...A, provisional: false }, streams));
    expect(announced).toMatchObject({ exit: 0, told: { state: 'proposed', do: 'announce-auction' } });
    const struck = await run((streams) =>
      doAct('strike-off-verifier', { ...A, with: '{"verifier":"V-09","basis":"决定书"}' }, streams),
    );
    expect(struck).toMatchObject({ exit: 0, told: { state: 'proposed', do: 'strike-off-verifier' } });
    expect(await approved(struck.told['approval'] as string)).toMatchObject({
      exit: 0,
      told: { state: 'approved', outcome: { state: 'decided' } },
    });
  });

  it('everything that checks the book agrees with it, but that it says it is in service and lives by a clock of a play', async () => {
    const found = (await foundWrong(house.theatre.book)) as readonly { readonly check?: string }[];
    expect([...new Set(found.map(({ check }) => check))]).toEqual(['clock-in-service']);
  });
});

describe('POST /batches', () => {
  const line = (unit: string) => ({ do: 'freeze-account', for: unit, with: { basis: '决定' } });
  it('names the line that could not even be proposed, and stores nothing of the others', async () => {
    const city = await as('a');
    const no = await city.post('/api/v1/batches', { lines: [line('BJ-0001'), line('BJ-9999')] });
    expect(no).toMatchObject({ status: 404, body: { code: 'unknown-unit', path: ['lines', 1] } });
    const alone = await city.post('/api/v1/batches', { lines: [{ do: 'submit-first-report', for: 'BJ-0001', with: {} }] });
    expect(alone).toMatchObject({ status: 403, body: { code: 'not-allowed', path: ['lines', 0] } });
  });
  it('takes 1 to 2,000 lines and four megabytes', async () => {
    const city = await as('a');
    expect((await city.post('/api/v1/batches', { lines: [] })).status).toBe(400);
    expect((await city.post('/api/v1/batches', { lines: Array.from({ length: 2_001 }, () => line('BJ-0001')) })).status).toBe(
      400,
    );
    const large = { lines: [{ ...line('BJ-0001'), with: { basis: 'x'.repeat(4_200_000) } }] };
    expect(await city.post('/api/v1/batches', large)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });
});
