import { isAmount, isEqual, ZERO, type Amount } from '../../domain/model/amount.js';
import { SOURCES, type Form, type SourceName } from '../../regulation/forms/form.js';
import type { Computed } from './totals.js';
import { textOf, type Values } from './values.js';

/** What a verification says of one source, in tonnes of CO2. */
export type SourceCompared = {
  readonly about: SourceName;
  readonly source: string;
  readonly reported?: Amount;
  readonly verified: Amount;
  readonly explanation?: string;
};

export const SOURCE_WORDS: Readonly<Record<SourceName, readonly [zh: string, en: string]>> = {
  fossil: ['化石燃料', 'fossil fuels'],
  electricity: ['电力', 'electricity'],
  heat: ['热力', 'heat'],
  process: ['过程', 'process'],
};

const textIn = (values: Values, field: string | undefined): string | undefined =>
  field === undefined ? undefined : textOf(values, field);

/** Source by source what was reported, what is verified and why; a source that nobody has is left out. */
export const comparedIn = ({ totals }: Form, values: Values, computed: Computed): SourceCompared[] =>
  SOURCES.flatMap((about): SourceCompared[] => {
    const fields = totals?.compared?.[about];
    const [reported, explanation] = [textIn(values, fields?.reported), textIn(values, fields?.explained)];
    const verified = computed[about];
    if (reported === undefined && isEqual(verified, ZERO)) return [];
    return [
      {
        about,
        source: SOURCE_WORDS[about][0],
        verified,
        ...(reported !== undefined && isAmount(reported) ? { reported } : {}),
        ...(explanation === undefined ? {} : { explanation }),
      },
    ];
  });
