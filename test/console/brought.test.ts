import { describe, expect, it } from 'vitest';
import { Brought } from '../../console/brought.js';
import { stateSaid } from '../../console/words.js';
import type { Visit } from '../../console/visit.js';
import type { Json } from '../../domain/model/json.js';
import { dutyWords } from '../../letters/duty-words.js';

const visit = { say: (zh: string) => zh } as unknown as Visit;
const shown = (brings: Json, act?: string): string =>
  (Brought({ visit, brings, ...(act === undefined ? {} : { act }) }) as unknown as { toString(): string }).toString();
/** What every object inherits, and what nobody has named. */
const NOBODYS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe('what somebody brings is shown as it is', () => {
  it.each(NOBODYS)('also where a field or a text is called %s', (name) => {
    expect(shown(JSON.parse(`{"${name}":{"x":1}}`) as Json)).toContain(name);
    expect(shown({ basis: name })).toContain(name);
    expect(stateSaid(visit, name)).toBe(name);
    expect(dutyWords(name)).toBeUndefined();
  });

  it('fields stand in the order of the form, not in that of the book', () => {
    const said = shown({ basis: 'b', emissions: '1' }, 'confirm-emissions');
    expect(said.indexOf('排放量')).toBeLessThan(said.indexOf('依据'));
  });

  it('a name that has words is said in them, and what is typed is no markup', () => {
    expect(shown({ basis: '<b>x</b>' })).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(shown({ basis: 'x' })).not.toContain('>basis<');
  });
});
