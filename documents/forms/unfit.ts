import { refuse, type Refusal } from '../../domain/model/refusal.js';
import type { Form } from '../../regulation/forms/form.js';
import { shapeErrors } from './shape.js';
import type { Values } from './values.js';

/** Why a document cannot be filed by an act, whoever files it. */

export const unknownDocument = (id: string): Refusal =>
  refuse('unknown-document', `没有您可以办理的文件 ${id}`, `there is no document ${id} that is yours`);

const at = (refusal: Refusal, path: readonly (string | number)[]): Refusal => ({ ...refusal, path });

/** Another act files documents of that form. */
export const notByThisAct = (id: string, form: Form, act: string): Refusal | undefined =>
  form.act === act
    ? undefined
    : at(
        refuse(
          'bad-input',
          `with.document：${id} 是${form.zh}，由 ${form.act ?? '—'} 报送`,
          `with.document: ${id} is a document of ${form.name}, which ${form.act ?? 'no act'} files`,
        ),
        ['with', 'document'],
      );

/** The first thing in its shape that keeps a document from being filed, and how much more there is. */
export function unshaped(id: string, form: Form, values: Values): Refusal | undefined {
  const errors = shapeErrors(form, values);
  const [first] = errors;
  if (!first) return undefined;
  const others = String(errors.length - 1);
  const [zh, en] = errors.length > 1 ? [`；另有 ${others} 处`, `; and ${others} more`] : ['', ''];
  const place = first.path.join('.');
  const refusal = refuse('bad-input', `${id} ${place}：${first.zh}${zh}`, `${id} ${place} ${first.en}${en}`);
  return at(refusal, ['with', 'document', ...first.path]);
}
