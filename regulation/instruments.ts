import { oncePerFolder } from './once.js';
import { readYaml, textOf, type Source } from './source.js';
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
      source.fail('duplicate-parameter', ['instruments', i, 'id'], `${instrument.id} 重复`, `${instrument.id} stands here twice`);
    seen.add(instrument.id);
    instrument.clauses.forEach((clause, j) => {
      const carries = (clause.duties ?? []).length + (clause.rules ?? []).length > 0;
      const at = ['instruments', i, 'clauses', j];
      if (!carries && (clause.modelled === undefined || clause.because === undefined))
        source.fail(
          'missing-key',
          at,
          `${instrument.id} ${clause.clause} 没有写明事项和规则：请写 modelled: no, because …`,
          `${instrument.id} ${clause.clause} names no duty and no rule: say modelled: no, because …`,
        );
      if (carries && clause.modelled !== undefined)
        source.fail(
          'bad-shape',
          at,
          `${instrument.id} ${clause.clause} 标为不办理，却写有事项或规则`,
          `${instrument.id} ${clause.clause} is called not modelled and yet names duties or rules`,
        );
    });
  });
};

/** Reads instruments.yaml and the texts in hand. Throws a RegulationError. */
export const loadLibrary = oncePerFolder((folder): Library => {
  const source = readYaml(folder, 'instruments.yaml', instrumentsShape);
  checkClauses(source);
  const { instruments } = source.content;
  const texts = new Map(instruments.map(({ id }) => [id, textOf(folder, id)]));
  return {
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
});
