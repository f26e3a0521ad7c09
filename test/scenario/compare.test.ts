import { describe, expect, test } from 'vitest';
import { compare } from './compare.js';

const paths = (wanted: unknown, got: unknown): string[] => compare('', wanted, got).map((difference) => difference.path);

describe('comparing an outcome with an expectation', () => {
  test('compares objects by the keys present only', () => {
    expect(paths({ a: { b: '1' } }, { a: { b: '1', c: '2' }, d: '3' })).toEqual([]);
  });

  test('names the path, what was expected and what came', () => {
    expect(compare('', { units: { 'BJ-0001': { status: 'settled' } } }, { units: { 'BJ-0001': { status: 'short' } } })).toEqual([
      { path: 'units.BJ-0001.status', expected: '"settled"', got: '"short"' },
    ]);
  });

  test('finds a missing object, a missing key and another type', () => {
    expect(paths({ a: { b: '1' } }, {})).toEqual(['a']);
    expect(paths({ a: { b: '1' } }, { a: {} })).toEqual(['a.b']);
    expect(paths({ a: '1' }, { a: 1 })).toEqual(['a']);
    expect(paths({ a: null }, {})).toEqual(['a']);
  });

  test('takes an array whole: length and order count', () => {
    expect(paths({ a: ['x', 'y'] }, { a: ['x', 'y'] })).toEqual([]);
    expect(paths({ a: ['x'] }, { a: ['x', 'y'] })).toEqual(['a.length', 'a[1]']);
    expect(paths({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toEqual(['a[0]', 'a[1]']);
    expect(paths({ a: [] }, { a: ['x'] })).toEqual(['a.length', 'a[0]']);
    expect(paths({ a: ['x'] }, {})).toEqual(['a']);
  });

  test('finds what an array must contain, twice where it is wanted twice', () => {
    const got = { a: [{ k: 1, l: 1 }, { k: 2 }] };
    expect(paths({ a: { contains: [{ k: 1 }] } }, got)).toEqual([]);
    expect(paths({ a: { contains: [{ k: 3 }] } }, got)).toEqual(['a{contains 0}']);
    expect(paths({ a: { contains: [{ k: 1 }, { k: 1 }] } }, got)).toEqual(['a{contains 1}']);
  });

  test('finds what an array must not contain', () => {
    const got = { a: [{ k: 1, l: 1 }, { k: 2 }] };
    expect(paths({ a: { absent: [{ k: 3 }] } }, got)).toEqual([]);
    expect(paths({ a: { absent: [{ k: 1 }] } }, got)).toEqual(['a{absent 0}']);
  });

  test('lists the instants of what is like a pattern, none missing and none too many', () => {
    const got = {
      mails: [
        { at: '1', to: 'a' },
        { at: '2', to: 'b' },
        { at: '3', to: 'a' },
      ],
    };
    expect(paths({ mails: { exactly: [{ where: { to: 'a' }, at: ['1', '3'] }] } }, got)).toEqual([]);
    expect(paths({ mails: { exactly: [{ where: { to: 'a' }, at: ['1'] }] } }, got)).toHaveLength(1);
    expect(paths({ mails: { exactly: [{ where: { to: 'c' }, at: [] }] } }, got)).toEqual([]);
  });

  test('finds a key that must be absent', () => {
    expect(paths({ a: '(absent)' }, {})).toEqual([]);
    expect(paths({ a: '(absent)' }, { a: { state: 'done' } })).toEqual(['a']);
  });

  test('refuses an expectation of an array in an unknown form', () => {
    expect(() => compare('', { a: { has: [1] } }, { a: [1] })).toThrow('contains, absent or exactly');
    expect(() => compare('', { a: { contains: 1 } }, { a: [1] })).toThrow('a list was expected');
  });
});
