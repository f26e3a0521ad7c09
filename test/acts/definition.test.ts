import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { define } from '../../acts/definition.js';
import { basis, measured, wholeTonnes } from '../../acts/shapes.js';
import { VOCABULARY } from '../../acts/vocabulary.js';
import type { Act } from '../../domain/model/step.js';

const about = { words: { zh: '更正', en: 'correct' }, party: 'city', concerns: 'key', twoPeople: true } as const;
const of = { ...about, name: 'correct-emissions' } as const;

// each line marked does not compile; `npm run types` fails where one of them does
describe('the shape of an act and what the core reads of it are held together by the compiler', () => {
  it('the same fields compile', () => {
    expect(define({ ...of, with: z.strictObject({ emissions: measured, basis }) }).name).toBe('correct-emissions');
  });

  it('a field more, a field less, an optional one more and another type do not', () => {
    const wrong = [
      // @ts-expect-error a field more
      define({ ...of, with: z.strictObject({ emissions: measured, basis, tonnes: wholeTonnes }) }),
      // @ts-expect-error a field less
      define({ ...of, with: z.strictObject({ emissions: measured }) }),
      // @ts-expect-error an optional field more
      define({ ...of, with: z.strictObject({ emissions: measured, basis, tonnes: wholeTonnes.optional() }) }),
      // @ts-expect-error one that need not be there any more
      define({ ...of, with: z.strictObject({ emissions: measured, basis: basis.optional() }) }),
      // @ts-expect-error another type
      define({ ...of, with: z.strictObject({ emissions: z.number(), basis }) }),
      // @ts-expect-error the shape of another act
      define({ ...of, with: VOCABULARY.surrender.with }),
    ];
    expect(wrong).toHaveLength(6);
  });

  it('a name that is no act’s and a field that the act has not do not either', () => {
    const shape = z.strictObject({ emissions: measured, basis });
    const wrong = [
      // @ts-expect-error no such act
      define({ ...about, name: 'dance', with: shape }),
      // @ts-expect-error the act names no unit of its own
      define({ ...of, subject: 'unit', with: shape }),
    ];
    expect(wrong).toHaveLength(2);
  });

  it('an act is read by its name', () => {
    const read = (act: Act): string => {
      if (act.do === 'correct-emissions') return act.with.emissions;
      // @ts-expect-error not every act brings emissions
      return String(act.with.emissions);
    };
    const act: Act = { id: '1', do: 'correct-emissions', by: 'city/a', at: 0, with: { emissions: '1', basis: '复查' } };
    expect(read(act)).toBe('1');
  });
});
