import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRoots } from '../../../documents/seals/trust.js';
import { stampingNowAndThen } from '../../../documents/time-stamps/stamping.js';
import { verifyStamps } from '../../../documents/time-stamps/verifying.js';
import { endTroubles, openTroubles } from '../../../records/troubles.js';
import { AT, DAY, openExport, type ExportHouse } from './exported.js';
import { changedIn, coverTracks, filesIn, leaveOnly, unnamed, verified } from './tampering.js';

let house: ExportHouse;
beforeAll(async () => {
  house = await openExport();
});
afterAll(() => house.close());

const changed = (paths: readonly string[], covered: boolean): string => changedIn(house.exported, paths, covered);

describe('an exported document is verified by sh, openssl and sha256sum alone', () => {
  it('it holds: ECDSA, RSA, SM2 and the witness; also where a certificate has expired or was revoked since', () => {
    const { ok, said } = verified(house.exported);
    expect(said).toContain('IT HOLDS: DOC-000001');
    expect(said).not.toContain('FAILS');
    expect(ok).toBe(true);
    expect(said.match(/the certificate counted when it was sealed/g)?.length).toBe(4);
    expect(said.match(/ok {4}时间戳 time stamp/g)?.length).toBe(8);
    expect(said).toContain('a TEST certificate');
  });

  it('every file in it, changed by one bit, is found and named', () => {
    const files = filesIn(house.exported).filter((name) => name !== 'verify.sh' && name !== 'SHA256SUMS');
    expect(files.length).toBeGreaterThan(30);
    const { ok, said } = verified(changed(files, false));
    expect(ok).toBe(false);
    expect(files.filter((path) => !said.includes(`${path}: FAILED`))).toEqual([]);
  });

  const seal = (n: number, name: string): string => `seals/SEAL-00000${String(n)}/${name}`;
  it.each([
    [[['document.json', 'document.json SEAL-000001']]],
    [[['files/01-4月 电费.pdf', 'files/01-4月 电费.pdf SEAL-000003']]],
    [
      [
        [seal(1, 'manifest.json'), seal(1, 'seal.p7s')],
        [seal(2, 'seal.p7s'), seal(2, 'seal.p7s')],
        [seal(3, 'seal.sm2'), seal(3, 'seal.sm2')],
        [seal(4, 'certificate.pem'), seal(4, 'certificate.pem')],
      ],
    ],
    [
      [
        [seal(1, 'evidence.json'), seal(1, 'evidence.json')],
        [seal(2, 'line.json'), seal(2, 'anchor.json')],
        [seal(3, 'anchor-path.txt'), seal(3, 'anchor.json')],
        [seal(4, 'crl.pem'), 'SEAL-000004'],
      ],
    ],
    [
      [
        [seal(2, 'chain.pem'), 'SEAL-000002'],
        [seal(3, 'root.pem'), 'SEAL-000003'],
      ],
    ],
    [
      [
        [seal(1, 'seal.tsr'), seal(1, 'seal.tsr')],
        [seal(2, 'anchor.json.tsr'), seal(2, 'anchor.json.tsr')],
        [seal(4, 'seal.tsa.pem'), seal(4, 'seal.tsr')],
      ],
    ],
  ] as const)('what is changed is found and named though the list of hashes was changed with it: %j', (changes) => {
    const paths = changes.map(([path]) => path);
    const named = changes.map(([, name]) => name);
    const copy = changed(paths, false);
    leaveOnly(
      copy,
      [1, 2, 3, 4].filter((n) => JSON.stringify(changes).includes(`SEAL-00000${String(n)}`)),
    );
    expect(unnamed(copy, named)).toEqual([false, []]);
  });

  it('what was put in another’s place, renamed or left out is found and named though the list of hashes was changed with it', () => {
    const copy = changed([], false);
    const move = (from: string, to: string): void => {
      renameSync(join(copy, from), join(copy, to));
    };
    const swap = (one: string, other: string): void => {
      move(one, 'aside');
      move(other, one);
      move('aside', other);
    };
    const long = filesIn(copy).find((name) => name.startsWith('files/03-')) ?? '';
    expect([Buffer.byteLength(basename(long)) <= 255, long.endsWith('….csv')]).toEqual([true, true]);
    swap('files/01-4月 电费.pdf', "files/02-it's a _gas__ _1_2___.csv");
    move(long, 'files/03-另一个名字.csv');
    swap('seals/SEAL-000001', 'seals/SEAL-000003');
    rmSync(join(copy, seal(2, 'crl.pem')));
    writeFileSync(join(copy, seal(4, 'about.txt')), 'SEAL-000004 V-02 witness 2024-04-25T10:00:01+08:00\n');
    coverTracks(copy);
    const named = [
      ...[
        'files/01-4月 电费.pdf SEAL-000002',
        "files/02-it's a _gas__ _1_2___.csv SEAL-000002",
        'files/03-另一个名字.csv SEAL-000002',
      ],
      ...[seal(1, 'line.json'), seal(3, 'line.json'), seal(2, 'crl.pem'), seal(4, 'about.txt')],
    ];
    expect(unnamed(copy, named)).toEqual([false, []]);
  });

  it('before an anchor stands over it, the line of a seal is still what its parts make it, to the byte', () => {
    const copy = changed([], false);
    for (const name of filesIn(copy).filter((one) => one.includes('/anchor'))) rmSync(join(copy, name));
    coverTracks(copy);
    const before = verified(copy);
    expect([before.ok, before.said.match(/not under an anchor yet/g)?.length]).toEqual([true, 4]);
    const others = [
      (text: string) => `[${text.slice(1)}`,
      (text: string) => `${text} `,
      (text: string) => text.replace('"madeAt":', '"madeAt":0'),
      (text: string) => text.replace('{', '{"a":1,'),
    ];
    for (const [n, other] of others.entries()) {
      const line = join(copy, seal(n + 1, 'line.json'));
      writeFileSync(line, other(readFileSync(line, 'utf8')));
    }
    coverTracks(copy);
    expect(
      unnamed(
        copy,
        others.map((_, n) => seal(n + 1, 'line.json')),
      ),
    ).toEqual([false, []]);
  });

  it('a file too many, or one too few, is found', () => {
    const other = changed([], false);
    leaveOnly(other, [1]);
    writeFileSync(join(other, 'files', '03-more.pdf'), 'x');
    rmSync(join(other, "files/02-it's a _gas__ _1_2___.csv"));
    const { said } = verified(other);
    expect(said).toContain('FAILS 没有多出或者缺少的文件');
    expect(said).toContain("files/02-it's a _gas__ _1_2___.csv: FAILED");
  });
});

describe('an authority for time stamps that is away holds up no anchor', () => {
  const stamped = (url: string) => {
    const authority = { url, roots: () => readRoots(house.time.roots) };
    return stampingNowAndThen(house.book.pool, { authority, seals: true }, () => now);
  };
  let now = Date.now();
  const troubles = async () => (await openTroubles(house.book.pool)).map(({ kind, said }) => `${kind} ${said}`);

  it('the anchor is made, operators are told, and it is stamped once the authority is back', async () => {
    expect(await house.book.anchorHeads(AT + 2 * DAY)).toMatchObject({ day: '2024-04-27' });
    const away = stamped('http://127.0.0.1:9/');
    expect(await away()).toMatchObject({ stamped: 0 });
    expect(await troubles()).toEqual([expect.stringMatching(/^time-stamp anchor 2024-04-27: it does not answer: /)]);
    expect(await verifyStamps(house.book.pool)).toMatchObject({ anchors: { all: 2, stamped: 1 }, seals: 4, wrong: [] });
    // one minute after the first time, two after the second
    expect(await away()).toBeUndefined();
    now += 60_000;
    expect(await away()).toMatchObject({ stamped: 0 });
    now += 60_000;
    expect(await away()).toBeUndefined();
    now = Date.now();
    expect(await stamped(house.time.url)()).toEqual({ stamped: 1 });
    expect(await verifyStamps(house.book.pool)).toMatchObject({
      anchors: { all: 2, stamped: 2, last: { day: '2024-04-27' } },
      wrong: [],
    });
    await endTroubles(house.book.pool, 'time-stamp', ['http://127.0.0.1:9/'], now);
    expect(await troubles()).toEqual([]);
  });

  it('a stamp that was exchanged in the book is found by the audit', async () => {
    await house.book.pool.query('alter table time_stamps disable trigger time_stamps_stay');
    await house.book.pool.query(`update time_stamps t set token = o.token from time_stamps o
      where t.of = 'anchor' and t.subject = '2024-04-26' and o.of = 'anchor' and o.subject = '2024-04-27'`);
    expect((await verifyStamps(house.book.pool)).wrong).toEqual([{ of: 'anchor', subject: '2024-04-26', why: 'another-hash' }]);
  });
});
