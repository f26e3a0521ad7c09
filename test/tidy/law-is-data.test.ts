import { describe, expect, it } from 'vitest';
import { codeOf, LAYERS, literalsOf, say, type Literal } from '../../scripts/sources.js';

const literals = codeOf(...LAYERS)
  .flatMap(literalsOf)
  // the names and number formats of a file format (ECMA-376) are no law
  .filter((literal) => !literal.example && !literal.file.startsWith('city/table/workbook/'));
const found = (wrong: (literal: Literal) => boolean): string[] => literals.filter(wrong).map(say);

/** Counts that are no law, each with its reason. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain/cases/case.ts': { '24': 'how many steps a case remembers by key, so that an act sent twice is known' },
  'domain/city-cycle/instants.ts': { '50': 'how many units a letter names where many are meant' },
  'domain/people/people.ts': { '4': 'how many digits a person is counted with at least' },
  'domain/projection/projection.ts': { '3': 'the version of what is shown of a case' },
  'domain/rules/emissions.ts': { '1000': 'gigajoules in a terajoule' },
  'domain/verification/queries.ts': { '200': 'how many questions one verifier may ask of one unit' },
  'domain/duties/duty.ts': { '2_000': 'how many dates are kept at hand before they are worked out anew' },
};

describe('law is data: what the notice says stands in regulation/, and nowhere in the code', () => {
  it('finds a literal where there is one', () => {
    expect(literals.length).toBeGreaterThan(1_000);
    expect(found(({ written }) => written === "'first-report'").length).toBeGreaterThan(1);
  });

  it('no year', () => {
    // numbers that are no years: of a character (\u2028), of a network (2001:)
    const year = /(?<!\d|\\u)(19|20)\d\d(?![\d:])/;
    // a count is written with its separator: 2_000
    expect(found(({ written }) => year.test(written))).toEqual([]);
  });

  it('no day of a month', () => {
    expect(
      found(({ kind, written }) => kind === 'text' && /\d\s*月\s*\d+\s*日|(?<![\d-])[01]\d-[0-3]\d(?![\d-])/.test(written)),
    ).toEqual([]);
  });

  it('no percentage', () => {
    expect(found(({ kind, written, file }) => kind === 'text' && !isStyle(file) && /\d\s*[%％]|百分之/.test(written))).toEqual(
      [],
    );
  });

  it('no share, factor or threshold in the core: its numbers are 0 and 1, and counts that are no law', () => {
    const lawful = ({ file, kind, written }: Literal): boolean => {
      if (!file.startsWith('domain/') || file.startsWith('domain/model/')) return true;
      const plain = kind === 'number' ? written : /^['"`](\d+(?:\.\d+)?)['"`]$/.exec(written)?.[1];
      return plain === undefined || /^[01]$/.test(plain) || COUNTS[file]?.[plain] !== undefined;
    };
    expect(found((literal) => !lawful(literal))).toEqual([]);
  });

  it('no share anywhere else', () => {
    // what is drawn has widths
    const drawn = [
      'documents/paper/sheet.ts',
      'documents/receipts/pdf.ts',
      'console/charts/heat-map.tsx',
      'console/charts/year-line.tsx',
    ];
    expect(
      found(
        ({ file, kind, written }) => !drawn.includes(file) && (kind === 'text' ? /^['"`]0\.\d+['"`]$/ : /^0?\.\d/).test(written),
      ),
    ).toEqual([]);
  });
});

/** A page's style sheet speaks of widths. */
function isStyle(file: string): boolean {
  return file === 'embedded/mails-page.ts';
}
