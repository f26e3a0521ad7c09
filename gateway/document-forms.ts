import { z } from '@hono/zod-openapi';
import type { UnitKnown } from '../documents/drafts/concerned.js';
import { rulebookFor } from '../documents/drafts/reading.js';
import { briefOf, pageOf } from '../documents/forms/page.js';
import { yearOf } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { RegulationError } from '../regulation/errors.js';
import type { Form } from '../regulation/forms/form.js';
import { formsOf, loadForm, type FormAsked } from '../regulation/forms/load.js';
import { currentCycle } from '../regulation/named.js';
import { formBriefOut, formName, formOut, versionIn } from './document-shapes.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { no, type No } from './no.js';
import { cycleIn } from './shapes.js';

/** Whose document it would be, and of which month. */
interface For {
  readonly unit: UnitKnown;
  readonly party: string;
  readonly month?: string | undefined;
}

/** A form, or why there is none of it for somebody. */
export function formFor(asked: FormAsked, about?: For): Form | Refusal | No {
  let form: Form;
  try {
    form = loadForm(asked);
  } catch (error) {
    if (!(error instanceof RegulationError) || error.fault !== 'not-found') throw error;
    return no('unknown-form', `没有表单 ${asked.name}`, `there is no form ${asked.name}: GET /forms lists them`);
  }
  if (!about) return form;
  const maker = about.party === about.unit.id ? 'unit' : 'verifier';
  if (form.by !== maker)
    return refuse(
      'not-allowed',
      `${form.zh}由${form.by === 'unit' ? '单位' : '核查机构'}编制`,
      `a ${form.en} is made by the ${form.by}`,
    );
  if (form.concerns !== about.unit.kind)
    return refuse('not-allowed', `${form.zh}不适用于该单位`, `a ${form.en} is not asked of ${about.unit.id}`);
  if (form.monthly === (about.month === undefined))
    return no(
      'bad-input',
      form.monthly ? 'month：请指明月份' : 'month：此表单不分月份',
      form.monthly ? 'month must be named' : 'month must be left out: the form is of no month',
      { path: ['month'] },
    );
  return form;
}

/** The cycle that a document is of: the one that is named, the one in which its month is evidenced, or the unit's only one. */
export function documentCycle(
  { id, cycles }: UnitKnown,
  { cycle, month }: { readonly cycle?: number | undefined; readonly month?: string | undefined },
): number | No {
  const can = cycles
    .filter((one) => cycle === undefined || one === cycle)
    .filter((one) => month === undefined || rulebookFor(one).evidenceYear === yearOf(month));
  const [only, another] = can;
  if (only !== undefined && another === undefined) return only;
  const which = (can.length > 0 ? can : cycles).join(', ');
  return month !== undefined && can.length === 0
    ? no('bad-input', `month：${id} 没有存证 ${month} 的周期`, `month: ${id} has no cycle in which ${month} is evidenced`, {
        path: ['month'],
      })
    : no('bad-input', `cycle：请指明周期：${which}`, `cycle must be named, it can be ${which}`, { path: ['cycle'] });
}

/** `GET /forms…`: what each filing asks. */
export function addForms(app: Gateway, guard: Guard): void {
  const query = z.strictObject({ cycle: cycleIn.optional(), version: versionIn.optional() });
  const cycleOf = (said: string | undefined): number => (said === undefined ? currentCycle() : Number(said));
  add(app, guard, {
    method: 'get',
    path: '/api/v1/forms',
    tag: 'documents',
    summary: '表单 · the forms of the filings',
    open: true,
    query: z.strictObject({ cycle: cycleIn.optional() }),
    answers: { 200: z.object({ forms: z.array(formBriefOut) }).openapi('Forms') },
    handle: ({ query: { cycle } }) => Promise.resolve({ json: { forms: formsOf(cycleOf(cycle)).map(briefOf) } }),
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/forms/{name}',
    tag: 'documents',
    summary: '表单 · every field with its source',
    open: true,
    params: z.object({ name: formName }),
    query,
    answers: { 200: formOut },
    refuses: ['unknown-form'],
    handle: ({ params: { name }, query: { cycle, version } }): Promise<Answer | Refusal | No> => {
      const form = formFor({ name, cycle: cycleOf(cycle), ...(version === undefined ? {} : { version: Number(version) }) });
      return Promise.resolve('digest' in form ? { json: pageOf(form) } : form);
    },
  });
}
