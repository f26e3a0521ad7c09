import { mayAdopt } from '../acts/revision.js';
import { answerTo, type Answers as AnswersOf } from '../model/answers.js';
import type { Json } from '../model/json.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act, NewEvent } from '../model/step.js';
import { toRollOut, type CityCycle, type CityStep } from './city-cycle.js';

type Answers = AnswersOf<CityCycle, NewEvent | Refusal>;

/** 调整: a revision that was made out against what is in force, and that takes no time away that somebody still has, unless expressly. */
const adopt: Answers['adopt-revision'] = (c, act) => {
  const { revision, before, deadlines, expressly } = act.with;
  if (c.terms.revision === revision)
    return refuse('already-done', `修订 ${String(revision)} 已采纳`, `revision ${String(revision)} is in force already`);
  if (revision < c.terms.revision)
    return refuse(
      'overtaken',
      `修订 ${String(c.terms.revision)} 已在其后采纳`,
      `revision ${String(c.terms.revision)} is in force, which came after revision ${String(revision)}`,
    );
  if (before !== c.terms.digest)
    return refuse(
      'overtaken',
      '其间已采纳其他修订，请重新提交',
      'another revision was adopted while this one came in: send it again',
    );
  return (
    mayAdopt(c.terms, deadlines, act.at, expressly === true) ?? {
      type: 'revision-adopted',
      at: act.at,
      by: act.by,
      with: {},
    }
  );
};

/** 除名: from now on no unit may appoint this verifier. */
const strikeOff: Answers['strike-off-verifier'] = (c, act) => {
  const { verifier } = act.with;
  return c.struckOff.includes(verifier)
    ? refuse('already-done', `${verifier} 已除名`, `${verifier} is struck off already`, '四(二)')
    : { type: 'verifier-struck-off', at: act.at, by: act.by, with: {} };
};

/** 周期结束: decided once at a time; what a case refuses may be put right, and the closing decided again. */
const close: Answers['close-cycle'] = (c, act) =>
  toRollOut(c)?.do === 'close-cycle'
    ? refuse('already-done', '周期结束正在办理', 'the cycle is being closed already')
    : { type: 'closing-decided', at: act.at, by: act.by, with: {} };

/** 列入名单: a unit that is listed once, however its id is written; who it is stands in the request, beside the chain. */
const list: Answers['list-unit'] = (c, act) => {
  const { id, kind, opensOn, basis } = act.with;
  const listed = Object.keys(c.listed).find((unit) => unit.toLowerCase() === id.toLowerCase());
  return listed === undefined
    ? { type: 'unit-listed', at: act.at, by: act.by, with: { unit: id, kind, opensOn, basis } }
    : refuse('already-done', `${listed} 已列入名单`, `${listed} is listed already`);
};

const ACTS: Answers = {
  'list-unit': list,
  'adopt-revision': adopt,
  'strike-off-verifier': strikeOff,
  'close-cycle': close,
};

/** Plays one act of the city for all cases, parsed and authorised at the door. Key `act:ID`. Pure; also the validator's check. */
export function onCityAct(c: CityCycle, act: Act): CityStep | Refusal {
  const answer = answerTo(ACTS, act);
  if (!answer) return refuse('not-allowed', '不适用该操作', `${act.do} does not concern the city's cycle`);
  if (c.closed) return refuse('cycle-closed', `${String(c.terms.cycle)} 周期已结束`, `cycle ${String(c.terms.cycle)} is closed`);
  const event = answer(c);
  if (isRefusal(event)) return event;
  const approved = act.approvedBy === undefined ? {} : { approvedBy: act.approvedBy };
  const told = event.type === 'unit-listed' ? (event.with as Readonly<Record<string, Json>>) : act.with;
  const recorded: NewEvent = { ...event, with: { ...told, ...approved } };
  return { key: `act:${act.id}`, at: act.at, by: act.by, events: [recorded], mails: [] };
}
