import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestHash, manifestOf, manifestText, type Manifest } from '../../documents/manifest.js';

const HASH = 'a'.repeat(64);
const OF: Manifest = {
  act: 'submit-first-report',
  cycle: 2024,
  document: { id: 'DOC-000001', sha256: HASH, version: 2 },
  files: [
    { name: '电费.pdf', sha256: HASH, size: 7 },
    { name: 'gas.csv', sha256: HASH, size: 0 },
  ],
  unit: 'BJ-0001',
};

describe('what a seal signs', () => {
  it('is one line without an end, its members in order of name, and its files too', () => {
    expect(manifestText(OF)).toBe(
      `{"act":"submit-first-report","cycle":2024,"document":{"id":"DOC-000001","sha256":"${HASH}","version":2},` +
        `"files":[{"name":"gas.csv","sha256":"${HASH}","size":0},{"name":"电费.pdf","sha256":"${HASH}","size":7}],"unit":"BJ-0001"}`,
    );
  });

  it('is found under the SHA-256 of its UTF-8 bytes', () => {
    expect(manifestHash(OF)).toBe(
      createHash('sha256')
        .update(Buffer.from(manifestText(OF), 'utf8'))
        .digest('hex'),
    );
  });

  it('holds nothing but what is signed, whatever else is handed in', () => {
    expect(manifestOf({ ...OF, more: 'x' } as Manifest)).toEqual(manifestOf(OF));
  });

  it('is the same in whichever order the files come', () => {
    const file = fc.record({
      name: fc.constantFrom('a', 'b', '电费', '𬭎.pdf', 'é', ''),
      sha256: fc.constant(HASH),
      size: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), (files) => {
        expect(manifestText({ ...OF, files: [...files].reverse() })).toBe(manifestText({ ...OF, files }));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['half a character in a name', { ...OF, files: [{ name: '\ud800', sha256: HASH, size: 1 }] }],
    ['a hash in capitals', { ...OF, document: { ...OF.document, sha256: HASH.toUpperCase() } }],
    ['a size that is no number', { ...OF, files: [{ name: 'a', sha256: HASH, size: NaN }] }],
    ['a version of one and a half', { ...OF, document: { ...OF.document, version: 1.5 } }],
  ])('is not made of %s, which two programs would spell in two ways', (_, wrong) => {
    expect(() => manifestOf(wrong)).toThrow('no one spelling');
  });
});
