import type { Wish } from '../../desk/wishes.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import type { UnitStanding } from '../../views/unit-status.js';
import type { Known } from '../visit.js';
import { bringsOf, type Entered } from './entered.js';
import { fieldSaid } from '../field-said.js';
import { fieldsOf } from './fields.js';
import { proposableBy, type Proposable } from './proposable.js';

/** A decision that is being written: which, about which unit, what was entered, under which id it will be asked. */
export interface Draft {
  readonly one: Proposable;
  readonly entered: Entered;
  readonly request: string;
  readonly unit?: UnitStanding;
}

const YEAR = /^\d{4}$/;
/** A cycle that is written, and is none: what is proposed would go to another in silence. */
export const isCycle = (text: string): boolean => text === '' || YEAR.test(text);

const enteredIn = ({ fields, c }: Known): Entered => (fields.size > 0 ? fields : new Map(Object.entries(c.req.query())));

/** What is being written; the no where it is not this one's to propose, or there is no such unit for this reader. */
export async function draftOf(visit: Known): Promise<Draft | Refusal> {
  const { c, deps, caller } = visit;
  const act = c.req.param('act') ?? '';
  const one = proposableBy(caller, deps.now()).find((may) => may.act === act);
  if (!one)
    return refuse(
      'not-allowed',
      '您不能提出此类事项：它不由您所任角色提出。可提出的事项见“提出”页',
      'it is not for your role to propose this: what you may propose is listed under "Propose"',
    );
  const entered = enteredIn(visit);
  const about = entered.get('for') ?? '';
  const draft = { one, entered, request: entered.get('request') ?? '' };
  if (!one.ofUnit || about === '') return draft;
  const unit = await deps.reading.status(caller, about, {});
  return isRefusal(unit) ? unit : { ...draft, unit };
}

/** The same as the desk is asked it. */
export const wishOf = ({ one, entered, request }: Draft): Wish => {
  const [about, cycle] = [entered.get('for') ?? '', (entered.get('cycle') ?? '').trim()];
  return {
    id: request,
    do: one.act,
    with: bringsOf(fieldsOf(one.act), entered),
    ...(one.ofUnit && about !== '' ? { for: about } : {}),
    ...(cycle === '' ? {} : { cycle: Number(cycle) }),
  };
};

/** Fields of an act that a sentence names, by their words. */
const named = (visit: Parameters<typeof fieldSaid>[0], text: string, act: string): string =>
  fieldsOf(act).reduce((said, { name }) => said.replace(new RegExp(`\\b${name}\\b`, 'g'), fieldSaid(visit, name)), text);

/** What is wrong at a field, by the words that stand there. */
export function atField(refusal: Refusal, act: string): Refusal {
  const { path = [] } = refusal;
  const name = path.findLast((part) => typeof part === 'string');
  if (path[0] !== 'with' || name === undefined) return refusal;
  const place = path.join('.');
  const zh = { say: (chinese: string) => chinese };
  const en = { say: (_: string, english: string) => english };
  if (name === 'with')
    return {
      ...refusal,
      zh: named(zh, refusal.zh.replace(`${place}：`, ''), act),
      en: named(en, refusal.en.replace(`${place} `, ''), act),
    };
  return {
    ...refusal,
    zh: refusal.zh.replace(place, fieldSaid(zh, name)).replace('（以字符串书写）', ''),
    en: refusal.en.replace(place, `${fieldSaid(en, name)}:`).replace(', written as a string', ''),
  };
}
