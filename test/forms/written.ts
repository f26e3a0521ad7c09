import fc from 'fast-check';
import { checkCharacterOf } from '../../documents/forms/credit-code.js';
import { wrongIn } from '../../documents/forms/written.js';
import type { Row, Values } from '../../documents/forms/values.js';
import { tablesOf, fieldsOf, type Field, type Form, type Table } from '../../regulation/forms/form.js';

const CODE = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

/** Texts as people write them, and as they should not: spaces around, line ends, marks that spreadsheets read otherwise. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('示例热力有限公司', '=1+1', '_x0041_', '0012', '1e5', 'a,b;"c"', "'x", '𠅤䶮𬭎', '2024-05', '是', '<b>&amp;'),
);
const amounts = fc.oneof(
  fc
    .tuple(fc.nat({ max: 9_999_999 }), fc.nat({ max: 999 }))
    .map(([whole, part]) => (part === 0 ? String(whole) : `${String(whole)}.${String(part)}`)),
  fc.constantFrom('0', '0.10', '999999999999999999', '0.000000000001', '123456789012345678.5'),
);
const days = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const two = (n: number): string => String(n).padStart(2, '0');

const texts = (field: Field): fc.Arbitrary<string> => {
  switch (field.type) {
    case 'text':
      return line;
    case 'long-text':
      return fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
    case 'amount':
      return amounts;
    case 'whole':
      return fc.nat({ max: 99_999_999 }).map(String);
    case 'day':
      return days.map(([y, m, d]) => `${String(y)}-${two(m)}-${two(d)}`);
    case 'month':
      return days.map(([y, m]) => `${String(y)}-${two(m)}`);
    case 'year':
      return days.map(([y]) => String(y));
    case 'industry-code':
      return fc.constantFrom('4430', 'D4430', '443', 'D44', '01', 'A', 'T9700');
    case 'credit-code':
      return fc.array(fc.constantFrom(...CODE), { minLength: 17, maxLength: 17 }).map((part) => {
        const first = part.join('');
        return first + checkCharacterOf(first);
      });
    case 'telephone':
      return fc.constantFrom('010-12345678', '13800000000', '+86 10 1234 5678');
    case 'verifier':
      return fc.constantFrom('V-01', 'V-33');
    case 'yes-no':
    case 'choice':
    case 'fuel':
      return fc.constantFrom(...(field.options ?? []).map(({ value }) => value));
  }
};

/** Whatever a field allows. */
const allowed = (field: Field): fc.Arbitrary<string> =>
  texts(field)
    .map((text) => text.trim())
    .filter((text) => text !== '' && wrongIn(text, field) === undefined);

const record = (fields: readonly Field[]): fc.Arbitrary<Row> =>
  fc
    .record(
      Object.fromEntries(
        fields.map((field) => [field.name, field.required ? allowed(field) : fc.option(allowed(field), { nil: undefined })]),
      ),
    )
    .map((row) => Object.fromEntries(Object.entries(row).flatMap(([name, said]) => (said === undefined ? [] : [[name, said]]))))
    .chain((row) => {
      const due = fields.filter(({ name, requiredWhen: when }) => when && row[when.field] === when.is && row[name] === undefined);
      return fc.record(Object.fromEntries(due.map((field) => [field.name, allowed(field)]))).map((more) => ({ ...row, ...more }));
    });

const rows = ({ columns, least }: Table): fc.Arbitrary<readonly Row[]> =>
  fc.array(
    record(columns).filter((row) => Object.keys(row).length > 0),
    { minLength: least, maxLength: Math.max(least, 3) },
  );

/** Whatever a form allows. */
export const whatever = (form: Form): fc.Arbitrary<Values> =>
  fc.tuple(record(fieldsOf(form)), fc.tuple(...tablesOf(form).map(rows))).map(([fields, tables]): Values => {
    const made: Record<string, string | readonly Row[]> = { ...fields };
    tablesOf(form).forEach(({ name }, n) => {
      const found = tables[n] ?? [];
      if (found.length > 0) made[name] = found;
    });
    return made;
  });
