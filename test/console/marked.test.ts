import { describe, expect, it } from 'vitest';
import { marked } from '../../console/marked.js';

const chinese = (zh: string): string => zh;
const english = (_: string, en: string): string => en;
const wrong = (name: string) => ({ name, zh: '排放量：缺少', en: 'Emissions: is missing' });
const summary = (name: string): string => `<a data-at="${name}">排放量：缺少</a>`;

describe('a field with which something is wrong', () => {
  it('says so, has its words in front of it, and the summary leads there', () => {
    const page = `${summary('emissions')}<p id="emissions-hint">吨</p><input id="emissions" name="emissions" value="1,2" aria-describedby="emissions-hint"/>`;
    expect(marked(page, [wrong('emissions')], chinese)).toBe(
      '<a href="#emissions">排放量：缺少</a><p id="emissions-hint">吨</p><span class="at-field" id="emissions-wrong">排放量：缺少</span>' +
        '<input id="emissions" name="emissions" value="1,2" aria-invalid="true" aria-describedby="emissions-hint emissions-wrong"/>',
    );
    expect(marked(page, [wrong('emissions')], english)).toContain('id="emissions-wrong">Emissions: is missing</span>');
  });

  it('of a choice it is the first, whose label comes after the words; a control without an id is given its name as one', () => {
    const page =
      '<fieldset><legend>结果</legend><label class="tick"><input type="radio" name="result" value="pass"/> 通过</label>' +
      '<label class="tick"><input type="radio" name="result" value="return"/> 退回</label></fieldset>';
    expect(marked(page, [wrong('result')], chinese)).toBe(
      '<fieldset><legend>结果</legend><span class="at-field" id="result-wrong">排放量：缺少</span><label class="tick">' +
        '<input type="radio" name="result" value="pass" id="result" aria-invalid="true" aria-describedby="result-wrong"/> 通过</label>' +
        '<label class="tick"><input type="radio" name="result" value="return"/> 退回</label></fieldset>',
    );
  });

  it('a part without a control of its own is marked where it is entered: a line of a text at the text, a list at its first row', () => {
    const text = '<textarea id="findings" name="findings" rows="4"></textarea>';
    expect(marked(text, [wrong('findings.2')], chinese)).toContain('name="findings" rows="4" aria-invalid="true"');
    const rows = '<input name="with.lines.0.unit"/><input name="with.lines.1.unit"/>';
    expect(marked(rows, [wrong('with.lines')], chinese)).toContain(
      '<input name="with.lines.0.unit" id="with.lines.0.unit" aria-invalid',
    );
    expect(marked(rows, [wrong('with.lines.1.unit')], chinese)).toContain(
      '<input name="with.lines.1.unit" id="with.lines.1.unit" aria',
    );
  });

  it('what nobody enters on the page is not marked, and nothing leads to it', () => {
    const page = `${summary('with.month')}<input type="hidden" name="with.month" value="2024-06"/><input name="with.months"/>`;
    expect(marked(page, [wrong('with.month')], chinese)).toBe(page);
    expect(marked(page, [wrong('for')], chinese)).toBe(page);
  });

  it('each of several is marked, one that is wrong twice once; words with marks in them stay words', () => {
    const page = '<input id="a" name="a"/><select id="b" name="b"></select>';
    const twice = marked(page, [wrong('a'), { ...wrong('a'), zh: '另一' }, { name: 'b', zh: '<b> $& "', en: '' }], chinese);
    expect(twice.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(twice).not.toContain('另一');
    expect(twice).toContain('id="b-wrong">&lt;b&gt; $&amp; &quot;</span><select');
  });

  it('a mark that was there before is not doubled', () => {
    const page = '<input id="a" name="a" aria-invalid="true" aria-describedby="x"/>';
    expect(marked(page, [wrong('a')], chinese)).toContain(
      '<input id="a" name="a" aria-invalid="true" aria-describedby="x a-wrong"/>',
    );
  });
});
