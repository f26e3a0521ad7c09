import type { Also, Outcome } from '../desk/answer.js';
import { isoOf } from '../domain/model/instant.js';
import { sayRefusal, type Refusal } from '../domain/model/refusal.js';
import { BAD_INPUT, printAnswer, printProblem, REFUSED, type Streams } from './print.js';

/** What was asked and what it came to. */
export interface Said {
  readonly id: string;
  /** The act's name, where it is known. */
  readonly do?: string;
  readonly outcome: Outcome;
  readonly more?: Readonly<Record<string, string>>;
}

const BAD: readonly Refusal['refused'][] = ['bad-input', 'id-used', 'too-large'];

/** Prints a no, and answers its exit status: bad input is the asker's to mend, a refusal is an answer. */
export function sayNo(refusal: Refusal, json: boolean, streams: Streams): number {
  const { refused: code, path = [] } = refusal;
  printProblem({ code, message: sayRefusal(refusal), path }, json, streams);
  return BAD.includes(code) ? BAD_INPUT : REFUSED;
}

const sayAlso = ({ case: caseId, state, refusal }: Also): string => `  ${caseId}: ${refusal ? sayRefusal(refusal) : state}`;

/** Prints what an act came to: decided, stored, or refused. Answers the exit status. */
export function sayOutcome({ id, do: what, outcome, more = {} }: Said, json: boolean, streams: Streams): number {
  if (outcome.state === 'refused') return sayNo(outcome.refusal, json, streams);
  const at = isoOf(outcome.at);
  const next = outcome.state === 'decided' && outcome.next !== undefined ? { next: isoOf(outcome.next) } : {};
  const also = outcome.state === 'decided' ? (outcome.also ?? []) : [];
  const { state } = outcome;
  const told = state === 'decided' ? { seq: outcome.seq } : outcome.suspended ? { suspended: true } : {};
  const named = what === undefined ? {} : { do: what };
  const document = { id, state, at, ...told, ...next, ...named, ...(also.length > 0 ? { also } : {}), ...more };
  const lines =
    outcome.state === 'decided'
      ? [`已受理 · done: ${what ?? id}, ${at} (${id})`, `下一时点 · next: ${next.next ?? '—'}`, ...also.map(sayAlso)]
      : [
          `已收讫 · stored: ${what ?? id}, ${at} (${id})`,
          outcome.suspended
            ? '案件暂停中，恢复后按此时刻办理 · its case is suspended: it is decided under this stamp after the revival'
            : '案件尚未答复，将按此时刻办理 · its case has not answered yet: it is decided under this stamp',
          `  luyue act ${id}`,
        ];
  return printAnswer(document, [...lines, ...Object.entries(more).map(([key, value]) => `  ${key}: ${value}`)], json, streams);
}
