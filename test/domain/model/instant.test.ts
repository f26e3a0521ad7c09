import { describe, expect, it } from 'vitest';
import * as instant from '../../../domain/model/instant.js';
import { TERMS } from '../one-case.js';

describe('a day is a day in Beijing, eight hours ahead, without summer time', () => {
  it('三 — 前 / 内 / 截止 include the day named: it ends where the next begins', () => {
    const closes = instant.closesAt('2024-06-15');
    expect(new Date(closes).toISOString()).toBe('2024-06-15T16:00:00.000Z');
    expect(instant.dayOf(closes - 1)).toBe('2024-06-15');
    expect(instant.dayOf(closes)).toBe('2024-06-16');
  });

  it('natural days count across months, leap days and years', () => {
    expect(instant.addDays('2024-02-20', 10)).toBe('2024-03-01');
    expect(instant.addDays('2023-02-20', 10)).toBe('2023-03-02');
    expect(instant.addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(instant.daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(['2023-02', '2024-02', '2024-12'].map(instant.endOfMonth)).toEqual(['2023-02-28', '2024-02-29', '2024-12-31']);
  });

  it('国办发明电〔2023〕7号 — working days skip holidays and count make-up days, from the next day on', () => {
    const after = (day: string, count: number) => instant.addWorkingDays(day, count, TERMS.calendar);
    // Sunday 29 September is worked, 1 to 7 October are free
    expect(after('2024-09-27', 1)).toBe('2024-09-29');
    expect(after('2024-09-30', 1)).toBe('2024-10-08');
    expect(after('2024-11-16', 10)).toBe('2024-11-29');
  });

  it('writes and reads instants with their offset, and nothing else', () => {
    const at = instant.instantOf('2024-06-15', '23:59:59');
    expect(instant.isoOf(at)).toBe('2024-06-15T23:59:59+08:00');
    expect(instant.isoOf(at + 3)).toBe('2024-06-15T23:59:59.003+08:00');
    expect(instant.instantFrom('2024-06-15T15:59:59Z')).toBe(at);
    for (const text of ['2024-06-15', '2024-06-15T23:59:59', 'soon']) expect(() => instant.instantFrom(text)).toThrow(RangeError);
    expect(() => instant.instantFrom('2024-06-31T00:00:00+08:00')).toThrow(RangeError);
    expect(() => instant.instantOf('2024-06-15', '24:00:00')).toThrow(RangeError);
  });

  it('reads any offset in use, minutes without seconds, and parts of a second down to the millisecond', () => {
    const at = instant.instantOf('2024-06-15', '12:30:00');
    for (const text of [
      '2024-06-15T12:30+08:00',
      '2024-06-15T04:30:00Z',
      '2024-06-14T16:30:00-12:00',
      '2024-06-15T18:30:00+14:00',
    ])
      expect(instant.instantFrom(text), text).toBe(at);
    expect(instant.instantFrom('2024-06-15T12:30:00.1239+08:00')).toBe(at + 123);
    expect(instant.instantFrom('2024-02-29T23:59:59+08:00')).toBe(instant.closesAt('2024-02-29') - 1_000);
  });

  it('reads no day that does not exist, no hour 24, no leap second, no missing or unused offset', () => {
    const none = [
      '2024-06-31T00:00:00+08:00',
      '2023-02-29T00:00:00+08:00',
      '2024-06-15T24:00:00+08:00',
      '2016-12-31T23:59:60Z',
      '2024-06-15T12:60:00+08:00',
      '2024-06-15 12:00:00+08:00',
      '2024-06-15t12:00:00z',
      '2024-06-15T12:00:00',
      '2024-06-15T12:00:00+0800',
      '2024-06-15T12:00:00+14:30',
      '2024-06-15T12:00:00-12:01',
      '2024-06-15T12:00:00-00:00',
      '+002024-06-15T12:00:00Z',
      '2024-06-15T12:00:00.1234567890Z',
      ' 2024-06-15T12:00:00Z',
      '',
    ];
    expect(none.filter(instant.isInstant)).toEqual([]);
  });

  it('knows the days and months that exist', () => {
    expect(['2024-02-29', '2024-12-31'].every(instant.isDay)).toBe(true);
    expect(['2023-02-29', '2024-04-31', '2024-1-01', '2024-13-01'].some(instant.isDay)).toBe(false);
    expect([instant.isMonth('2024-12'), instant.isMonth('2024-13')]).toEqual([true, false]);
  });

  it('knows years of four digits only, and none from which a count of days would leave them', () => {
    expect(['1000-01-01', '9998-12-31'].every(instant.isDay)).toBe(true);
    expect(['0000-01-01', '0050-01-01', '0999-12-31', '9999-01-01', '9999-12-31'].filter(instant.isDay)).toEqual([]);
    expect(['0000-01', '0999-12', '9999-12'].filter(instant.isMonth)).toEqual([]);
    expect(['9999-12-31T23:59:59-12:00', '0001-01-01T00:00:00Z'].filter(instant.isInstant)).toEqual([]);
    expect(instant.isoOf(instant.instantFrom('9998-12-31T23:59:59-12:00'))).toBe('9999-01-01T19:59:59+08:00');
  });
});
