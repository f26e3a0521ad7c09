import { readYaml, shipped, textOf, type Source } from './source.js';
import { instrumentsShape, type Clause, type Instrument } from './shape.js';

/** The legal texts, as found in one folder: who issued them, what they carry, what they say where they are in hand. */
export interface Library {
  readonly instruments: readonly Instrument[];
  clauseOf(instrument: string, clause: string): Clause | undefined;
  /** Whether every piece of a quote (pieces parted by …) stands in the text, in order; true when the text is not in hand. */
  says(instrument: string, quote: string): boolean;
}

const checkClauses = (source: Source<{ instruments: Instrument[] }>): void => {
  const seen = new Set<string>();
  source.content.instruments.forEach((instrument, i) => {
    if (seen.has(instrument.id))
      source.fail('duplicate-parameter', ['instruments', i, 'id'], `${instrument.id} stands here twice`);
    seen.add(instrument.id);
    instrument.clauses.forEach((clause, j) => {
      const carries = (clause.duties ?? []).length + (clause.rules ?? []).length > 0;
      const at = ['instruments', i, 'clauses', j];
      if (!carries && (clause.modelled === undefined || clause.because === undefined))
        source.fail(
          'missing-key',
          at,
          `${instrument.id} ${clause.clause} names no duty and no rule: say modelled: no, because …`,
        );
      if (carries && clause.modelled !== undefined)
        source.fail('bad-shape', at, `${instrument.id} ${clause.clause} is called not modelled and yet names duties or rules`);
    });
  });
};

const libraries = new Map<string, Library>();

/** Reads instruments.yaml and the texts in hand. Throws a RegulationError. */
export function loadLibrary(folder: string = shipped()): Library {
  const cached = libraries.get(folder);
  if (cached) return cached;
  const source = readYaml(folder, 'instruments.yaml', instrumentsShape);
  checkClauses(source);
  const { instruments } = source.content;
  const texts = new Map(instruments.map(({ id }) => [id, textOf(folder, id)]));
  const library: Library = {
    instruments,
    clauseOf: (id, name) => instruments.find((i) => i.id === id)?.clauses.find((c) => c.clause === name),
    says: (id, quote) => {
      const text = texts.get(id);
      if (text === undefined) return true;
      let from = 0;
      for (const piece of quote.replace(/\s+/gu, '').split('…')) {
        const at = text.indexOf(piece, from);
        if (at < 0) return false;
        from = at + piece.length;
      }
      return true;
    },
  };
  libraries.set(folder, library);
  return library;
}
