import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAgain } from '../../client/act.js';
import { approvals, approve, returnProposal } from '../../client/approvals.js';
import { inbox } from '../../client/city.js';
import { claim, handOver, noSubstitute, release, substitute } from '../../client/claims.js';
import { doAct, type DoOptions } from '../../client/do.js';
import { status } from '../../client/status.js';
import { token } from '../../client/token.js';
import { claimPlatform } from '../../records/platform.js';
import { commandFolder, speakToTheFolder, type CommandFolder } from './folder.js';
import { openHouse, type House, type Said } from './house.js';

let house: House;
let place: CommandFolder;

beforeAll(async () => {
  house = await openHouse();
  place = await commandFolder(house);
});
afterAll(async () => {
  await place.close();
  await house.close();
});
beforeEach(speakToTheFolder);

async function run(work: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>) {
  let [out, err] = ['', ''];
  const exit = await work({ out: (text) => void (out += text), err: (text) => void (err += text) });
  return { exit, out, err, json: () => JSON.parse(out) as Said['body'] };
}
const act = (what: string, options: Omit<DoOptions, 'json'>) =>
  run((streams) => doAct(what, { ...options, json: true }, streams));
const REPORT = '{"emissions":"98000","sealed":true}';

describe('the commands over HTTP', () => {
  it('an act is decided: exit 0 with the document of the contract; told again by luyue act', async () => {
    const done = await act('submit-first-report', { as: 'BJ-0001', with: REPORT, id: 'r-1' });
    expect([done.exit, done.json()]).toMatchObject([0, { id: 'r-1', state: 'decided', seq: 2, do: 'submit-first-report' }]);
    expect(house.lines.some((line) => line.includes('"POST","route":"/api/v1/acts"'))).toBe(true);
    const again = await run((streams) => askAgain('r-1', { as: 'BJ-0001', json: true }, streams));
    expect([again.exit, again.json()]).toMatchObject([0, { id: 'r-1', state: 'decided', at: done.json()['at'] }]);
  });

  it('a refusal is exit 1, bad input and a used id exit 2, as they are in process', async () => {
    const refused = await act('surrender', { as: 'BJ-0001', with: '{"quantity":"1"}' });
    expect([refused.exit, refused.json()['error'].code]).toEqual([1, 'too-early']);
    expect((await act('surrender', { as: 'BJ-0001', with: '{"quantity":"x"}' })).exit).toBe(2);
    const used = await act('submit-first-report', { as: 'BJ-0001', with: '{"emissions":"1","sealed":true}', id: 'r-1' });
    expect([used.exit, used.json()['error'].code]).toEqual([2, 'id-used']);
    await expect(run((streams) => askAgain('r-9', { as: 'BJ-0001', json: true }, streams))).rejects.toMatchObject({
      code: 'unknown-act',
    });
  });

  it('a city act without a second officer is proposed: exit 0; approved with the digest that was seen', async () => {
    const proposed = await act('pre-allocate', { as: 'city/a', for: 'BJ-0001', with: '{"amount":"700","basis":"预发方案"}' });
    expect([proposed.exit, proposed.json()['state']]).toEqual([0, 'proposed']);
    const id = proposed.json()['approval'] as string;
    const list = await run((streams) => approvals({ as: 'city/b', state: 'waiting', json: true }, streams));
    expect(list.json()['approvals']).toMatchObject([{ id, state: 'waiting' }]);
    await expect(run((streams) => approve(id, { as: 'city/b' }, streams))).rejects.toMatchObject({ code: 'usage' });
    const blind = await run((streams) => approve(id, { as: 'city/b', preview: 'sha256:0', json: true }, streams));
    expect([blind.exit, blind.json()['error'].code]).toEqual([1, 'moved']);
    const { body } = await import('./house.js').then(async ({ askerOf }) =>
      askerOf(house.app, await house.token('city/b')).get(`/api/v1/approvals/${id}`),
    );
    const done = await run((streams) =>
      approve(id, { as: 'city/b', preview: body['previewDigest'] as string, json: true }, streams),
    );
    expect([done.exit, done.json()['state']]).toEqual([0, 'approved']);
    const over = await run((streams) => returnProposal(id, { as: 'city/b', reason: '依据不足', json: true }, streams));
    expect([over.exit, over.json()['error'].code]).toEqual([1, 'already-done']);
  });

  it('a status and an inbox are asked for somebody, who may see them or not', async () => {
    const seen = await run((streams) => status('BJ-0001', { as: 'BJ-0001', cycle: '2024', json: true }, streams));
    expect([seen.exit, seen.json()]).toMatchObject([0, { unit: 'BJ-0001', cycle: 2024 }]);
    await expect(
      run((streams) => status('BJ-0001', { as: 'BJ-0001', cycle: '2025', json: true }, streams)),
    ).rejects.toMatchObject({ code: 'unknown-unit' });
    await expect(run((streams) => status('BJ-0001', { as: 'BJ-0002', json: true }, streams))).rejects.toMatchObject({
      code: 'unknown-unit',
    });
    const waits = await run((streams) =>
      inbox({ of: 'BJ-0002', as: 'city/a', cycle: '2024', asOf: '2024-06-04T00:00:00+08:00' }, streams),
    );
    expect([waits.exit, waits.out.split('\n')[1]]).toEqual([0, expect.stringMatching(/2024-06-15 .*first-report/)]);
    const other = await run((streams) => inbox({ of: 'city', as: 'BJ-0001', json: true }, streams));
    expect([other.exit, other.json()['error'].code]).toEqual([1, 'not-allowed']);
  });

  it('what waits is claimed, listed as one’s own, handed over within the party, and given back', async () => {
    const item = '2024/BJ-0002/compliance-cycle:first-report';
    const mine = async (as: string) =>
      (await run((streams) => inbox({ as, mine: true, cycle: '2024' }, streams))).out.split('\n');
    expect(await mine('BJ-0002')).toEqual([expect.stringMatching(/^BJ-0002 .* 0 件/), '']);
    const done = await run((streams) => claim(item, { as: 'BJ-0002', json: true }, streams));
    expect([done.exit, done.json()]).toEqual([0, { item, of: 'BJ-0002', claimedBy: 'BJ-0002' }]);
    const listed = await mine('BJ-0002');
    expect(listed).toHaveLength(3);
    expect(listed[1]).toContain(`claimed by BJ-0002 ${item}`);
    const stranger = await run((streams) => handOver(item, { as: 'BJ-0002', to: 'BJ-0001', json: true }, streams));
    expect([stranger.exit, stranger.json()['error']]).toMatchObject([2, { code: 'bad-input', path: ['to'] }]);
    const other = await run((streams) => release(item, { as: 'BJ-0001', json: true }, streams));
    expect([other.exit, other.json()['error'].code]).toEqual([1, 'unknown-item']);
    const free = await run((streams) => release(item, { as: 'BJ-0002' }, streams));
    expect([free.exit, free.out]).toEqual([0, `${item}  无人认领 nobody has it\n`]);
  });

  it('whoever is away names who stands in, and takes it back', async () => {
    const [from, until] = ['2099-01-04', '2099-01-08'];
    for (const as of ['city/a', 'city/b']) await run((streams) => inbox({ as, of: 'city', cycle: '2024' }, streams));
    const named = await run((streams) => substitute({ as: 'city/a', by: 'city/b', from, until, json: true }, streams));
    expect([named.exit, named.json()]).toEqual([0, { of: 'city', person: 'city/b', from, until }]);
    const wrong = await run((streams) =>
      substitute({ as: 'city/a', by: 'city/b', from: until, until: from, json: true }, streams),
    );
    expect([wrong.exit, wrong.json()['error'].path]).toEqual([2, ['until']]);
    const ended = await run((streams) => noSubstitute({ as: 'city/a' }, streams));
    expect([ended.exit, ended.out]).toEqual([0, 'city  无代理 nobody stands in\n']);
  });

  it('in process nobody has anything of their own, and whose inbox it is has to be said', async () => {
    for (const options of [{}, { of: 'city', mine: true }])
      await expect(run((streams) => inbox(options, streams))).rejects.toMatchObject({ name: 'UsageError', code: 'usage' });
  });

  it('a platform that does not answer is exit 3', async () => {
    vi.stubEnv('LUYUE_URL', 'http://127.0.0.1:9');
    await expect(act('surrender', { as: 'BJ-0001' })).rejects.toMatchObject({ name: 'ServerUnreachable' });
  });
});

describe('luyue token', () => {
  it('prints a token and nothing else, for who has a test person; there are none in service', async () => {
    const made = await run((streams) => token({ as: 'chaoyang/x' }, streams));
    expect([made.exit, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const me = await fetch(`http://127.0.0.1:${String(place.port)}/api/v1/me`, {
      headers: { authorization: `Bearer ${made.out.trim()}` },
    });
    expect(await me.json()).toMatchObject({ actor: 'chaoyang/x' });
    const nobody = await run((streams) => token({ as: 'city', json: true }, streams));
    expect([nobody.exit, nobody.json()['error'].code]).toEqual([2, 'bad-input']);
  });

  it('in service it is refused with exit 1', async () => {
    const { bookDatabase } = await import('../records/database.js');
    const { Book } = await import('../../records/book.js');
    const database = await bookDatabase();
    const book = new Book(database.url);
    await claimPlatform(book.pool, 'service');
    await book.close();
    vi.stubEnv('DATABASE_URL', database.url);
    vi.stubEnv('TEMPORAL_ADDRESS', 'nowhere:1');
    const refused = await run((streams) => token({ as: 'city/a', json: true }, streams));
    await database.drop();
    expect([refused.exit, refused.json()['error'].code]).toEqual([1, 'not-signed-in']);
  });
});
