import { describe, expect, it } from 'vitest';
import { formChanges } from '../../documents/forms/between-forms.js';
import type { Form } from '../../regulation/forms/form.js';
import { loadForm } from '../../regulation/forms/load.js';

const form = loadForm({ name: 'monthly-evidence', cycle: 2024 });

/** The form with its first section asked otherwise. */
const otherwise = (change: (one: Form['sections'][number]) => Partial<Form['sections'][number]>): Form => ({
  ...form,
  sections: form.sections.map((section, n) => (n === 0 ? { ...section, ...change(section) } : section)),
});

describe('a form beside an earlier version of itself', () => {
  it('the same form asks nothing otherwise, whatever its words', () => {
    const reworded = otherwise(({ fields }) => ({ fields: fields.map((field) => ({ ...field, zh: `${field.zh}（新）` })) }));
    expect([formChanges(form, form, {}), formChanges(form, reworded, {})]).toEqual([[], []]);
  });

  it('what is new, what is asked otherwise and what is asked no more are told apart, the last with what had been written', () => {
    const [electricity, ...more] = form.sections[0]?.fields ?? [];
    if (!electricity) throw new Error('the form asks for no electricity');
    const now = otherwise(() => ({
      fields: [
        { ...electricity, name: 'purchased', zh: '外购电量', en: 'purchased' },
        ...more.map((field, n) => (n === 0 ? { ...field, required: !field.required } : field)),
      ],
    }));
    expect(formChanges(form, now, { [electricity.name]: '1200' })).toEqual([
      { zh: '外购电量', en: 'purchased', how: 'added' },
      { zh: more[0]?.zh, en: more[0]?.en, how: 'changed' },
      { zh: electricity.zh, en: electricity.en, how: 'dropped', was: '1200' },
    ]);
  });

  it('columns of a table that is gone are told with what stood in its rows', () => {
    const section = form.sections.findIndex(({ tables }) => tables.some(({ name }) => name === 'fuels'));
    const now: Form = { ...form, sections: form.sections.map((one, n) => (n === section ? { ...one, tables: [] } : one)) };
    const gone = formChanges(form, now, { fuels: [{ consumption: '3' }, { consumption: '4' }] });
    expect(gone.find(({ was }) => was !== undefined)).toMatchObject({ how: 'dropped', was: '3, 4' });
    expect(gone.every(({ how }) => how === 'dropped')).toBe(true);
  });
});
