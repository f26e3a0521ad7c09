import { expect, it } from 'vitest';
import { padTo, widthOf } from '../../client/width.js';

it.each([
  ['', 0],
  ['abc – ·', 7],
  ['清缴', 4],
  ['（三）', 6],
  ['自动收缴 collection', 19],
])('“%s” takes %i columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

it('fills up to the columns asked for, and cuts nothing', () => {
  expect(padTo('清缴', 6)).toBe('清缴  ');
  expect(padTo('清缴', 3)).toBe('清缴');
});
