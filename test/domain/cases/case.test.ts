import { describe, expect, it } from 'vitest';
import { blank, dueNext, fold, onAct, onInstant } from '../../../domain/cases/case.js';
import { isoOf } from '../../../domain/model/instant.js';
import type { Event } from '../../../domain/model/step.js';
import { at, begin } from '../one-case.js';

const report = { emissions: '98000', sealed: true };

describe('a case is the fold of its events', () => {
  it('the same events give the same case again', () => {
    const one = begin();
    one.act('2024-06-10', 'submit-first-report', report);
    one.until('2024-08-01');
    const again = blank({ ...one.c, holdings: [] });
    for (const event of one.events) fold(again, 'all', [structuredClone(event)], one.c.head);
    expect({ ...again, recent: {} }).toEqual({ ...one.c, terms: again.terms, recent: {} });
  });

  it('an event out of its turn is our bug, and throws', () => {
    const { c } = begin();
    const event: Event = { type: 'something', at: at('2024-06-01'), by: 'platform', seq: c.seq + 2 };
    expect(() => {
      fold(c, 'act:x', [event], 'head');
    }).toThrow(`event ${String(c.seq + 2)} after ${String(c.seq)}`);
  });

  it('asking changes nothing: neither an act nor an instant does anything by being looked at', () => {
    const { c } = begin();
    const before = structuredClone(c);
    onAct(c, { id: 'a', do: 'submit-first-report', by: c.unit.id, at: at('2024-06-10'), with: report });
    onInstant(c, dueNext(c)?.at ?? 0);
    expect(c).toEqual(before);
  });
});

describe('what is due next', () => {
  it('is the earliest reminder or end of a duty that is open', () => {
    const { c } = begin();
    const due = dueNext(c);
    expect([isoOf(due?.at ?? 0), due?.duty, due?.what]).toEqual(['2024-05-16T09:00:00+08:00', 'first-report', 'reminder']);
  });

  it('is nothing once only an act can move the case', () => {
    const one = begin();
    one.until('2025-06-01');
    expect(dueNext(one.c)).toBeUndefined();
  });

  it('policy — what was due before the case opens is none of its duties, and no reminder is made up for', () => {
    const one = begin({ from: '2024-06-10' });
    one.until('2024-06-15');
    expect(one.sent('reminder', 'first-report')).toEqual(['06-14 09:00 unit']);
    const later = begin({ from: '2024-06-16' });
    later.until('2024-07-01');
    expect(later.duty('first-report').before).toBe(true);
    expect([later.happened('overdue'), later.sent('reminder', 'first-report')]).toEqual([[], []]);
  });
});

describe('an act', () => {
  it('that belongs to another kind of case is refused', () => {
    expect(begin().act('2024-06-10', 'submit-general-report', report)).toBe('not-allowed');
  });

  it('leaves its key, so that the same act is known when it comes again', () => {
    const one = begin();
    one.act('2024-06-10', 'submit-first-report', report);
    expect(one.c.recent['act:a1']).toBe(one.c.seq);
  });
});
