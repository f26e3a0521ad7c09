import { describe, expect, it } from 'vitest';
import { ungrouped } from '../../../domain/model/grouped.js';

describe('a number as tables show it', () => {
  it('is read with its thousands apart, where a comma can mean nothing else', () => {
    expect(['1,234', '1,234.5', '12,345,678', '999,000.00'].map(ungrouped)).toEqual(['1234', '1234.5', '12345678', '999000.00']);
  });

  it('stays as it is where nobody can tell, to be refused by name', () => {
    for (const text of [
      '1,23',
      '1234,5',
      '0,123',
      '1,2345',
      '12,34,567',
      '1,234,5',
      ',123',
      '1.234,5',
      '-1,234',
      '1，234',
      '1,234 t',
      '',
    ])
      expect(ungrouped(text)).toBe(text);
  });
});
