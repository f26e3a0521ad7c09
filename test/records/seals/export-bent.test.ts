import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExport, type ExportHouse } from './exported.js';
import { changedIn, coverTracks, leaveOnly, verified } from './tampering.js';

let house: ExportHouse;
beforeAll(async () => {
  house = await openExport();
});
afterAll(() => house.close());

const ONE = 'seals/SEAL-000001';
type Act = (copy: string) => void;
/** A copy with one seal in which something was done, with the list of hashes written anew: what fails of it, and all that is said. */
const bent = (act: Act, covered = true): { readonly fails: string; readonly said: string } => {
  const copy = changedIn(house.exported, [], false);
  leaveOnly(copy, [1]);
  act(copy);
  if (covered) coverTracks(copy);
  const { ok, said } = verified(copy);
  const fails = said.split('\n').filter((line) => line.includes('FAILS'));
  expect(ok).toBe(fails.length === 0);
  return { fails: fails.join('\n'), said };
};
const add = (copy: string, name: string): void => {
  mkdirSync(dirname(join(copy, name)), { recursive: true });
  writeFileSync(join(copy, name), 'x');
};

describe('nothing stands in an exported folder but what was exported', () => {
  it('whatever is added is found and named, though the list of hashes was changed with it', () => {
    const added = ['more.txt', '.hidden', 'files/.04-a.pdf', 'files/sub/01-a.pdf', `${ONE}/more.pem`, '-rf'];
    const { fails } = bent((copy) => {
      for (const name of [...added, 'seals/SEAL-000009/about.txt', 'files/04-a\nb.pdf']) add(copy, name);
      symlinkSync('/nowhere', join(copy, 'files/05-a.pdf'));
    }, false);
    for (const name of [...added, 'seals/SEAL-000009/manifest.json', 'files/04-a', 'files/05-a.pdf'])
      expect(fails).toContain(name);
    expect(bent((copy) => add(copy, 'more.txt')).fails).toMatch(/^ {2}FAILS [^\n]*\.\/more\.txt$/);
  });

  it('a folder that is a link, another number for a file, a part that is taken away', () => {
    const { fails } = bent((copy) => {
      renameSync(join(copy, 'files'), `${copy}-aside`);
      symlinkSync(`${copy}-aside`, join(copy, 'files'));
    });
    expect(fails).toContain('./files');
    const other = bent((copy) => {
      renameSync(join(copy, 'files/01-4月 电费.pdf'), join(copy, 'files/001-4月 电费.pdf'));
      rmSync(join(copy, 'README.md'));
      rmSync(join(copy, ONE, 'seal.tsr'));
    });
    for (const name of ['files/001-4月 电费.pdf', 'README.md', `${ONE}/seal.tsr`]) expect(other.fails).toContain(name);
  });

  it('a line in the list of hashes that is none', () => {
    const garbled: Act = (copy) => {
      const list = join(copy, 'SHA256SUMS');
      writeFileSync(list, readFileSync(list, 'utf8').replace(/^[0-9a-f]/, 'g'));
    };
    expect(bent(garbled, false).fails).toBe('  FAILS SHA256SUMS');
  });

  it('what stands beside a certificate, a list, a way, a stamp; a second authority is shown with the first', () => {
    const beside = ['certificate.pem', 'chain.pem', 'root.pem', 'crl.pem', 'anchor.json.tsa.pem', 'seal.at.txt', 'seal.tsr'];
    const { fails, said } = bent((copy) => {
      for (const name of [...beside, 'anchor-path.txt']) appendFileSync(join(copy, ONE, name), 'more\n');
      appendFileSync(join(copy, ONE, 'seal.tsa.pem'), readFileSync(join(house.exported, 'seals/SEAL-000002/certificate.pem')));
    });
    for (const name of [...beside, 'anchor.json']) expect(fails).toContain(`${ONE}/${name}`);
    expect(said.match(/Fingerprint=.*SEAL-000001\/seal\.tsa\.pem/g)?.length).toBe(3);
  });
});
