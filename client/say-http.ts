import { z } from 'zod';
import type { Outcome } from '../desk/answer.js';
import { instantFrom } from '../domain/model/instant.js';
import type { RefusalCode } from '../domain/model/refusal.js';
import { decidedOut, proposedOut, refusedOut, storedOut } from '../gateway/shapes.js';
import { FAILED } from './failure.js';
import type { Answered, HttpNo } from './http.js';
import { printAnswer, printProblem, type Streams } from './print.js';
import { sayNo, sayOutcome } from './say-outcome.js';

/** What becomes of an act, as HTTP tells it. */
export const replyOut = z.union([decidedOut, storedOut, proposedOut, refusedOut]);
type Reply = z.output<typeof replyOut>;

const AWAY = 500;

/** Prints a no of the platform as the command itself would have said it. Answers its exit status. */
export function sayHttpNo({ status, problem }: HttpNo, json: boolean, streams: Streams): number {
  const { code, message, path, clause } = problem;
  if (status >= AWAY) {
    printProblem({ code, message: `${message.zh} / ${message.en}`, ...(path ? { path } : {}) }, json, streams);
    return FAILED;
  }
  const refused = code as RefusalCode;
  return sayNo({ refused, ...message, ...(path ? { path } : {}), ...(clause === undefined ? {} : { clause }) }, json, streams);
}

/** Prints what the platform answered, or its no. Answers the exit status. */
export const printAnswered = <T>(
  answered: Answered<T>,
  say: (told: T) => string | readonly string[],
  json: boolean,
  streams: Streams,
): number =>
  'no' in answered ? sayHttpNo(answered.no, json, streams) : printAnswer(answered.value, say(answered.value), json, streams);

/** A reply as the desk would have given it in process; a proposal is none of the desk's outcomes of today. */
function outcomeOf(reply: Exclude<Reply, { state: 'proposed' }>): Outcome {
  const at = instantFrom(reply.at);
  switch (reply.state) {
    case 'decided': {
      const also = (reply.also ?? []).map(({ case: caseId, state, seq, refusal }) => ({
        case: caseId,
        state,
        ...(seq === undefined ? {} : { seq }),
        ...(refusal ? { refusal: { refused: refusal.code as RefusalCode, ...refusal.message } } : {}),
      }));
      return {
        state: 'decided',
        at,
        seq: reply.seq,
        ...(reply.next === undefined ? {} : { next: instantFrom(reply.next) }),
        ...(also.length === 0 ? {} : { also }),
      };
    }
    case 'stored':
      return { state: 'stored', at, ...(reply.suspended ? { suspended: true } : {}) };
    case 'refused': {
      const { code, message, path, clause } = reply;
      const refusal = { refused: code as RefusalCode, ...message };
      return {
        state: 'refused',
        at,
        refusal: { ...refusal, ...(path ? { path } : {}), ...(clause === undefined ? {} : { clause }) },
      };
    }
  }
}

/** Prints what an act came to over HTTP. Answers the exit status. */
export function sayReply(what: string | undefined, answered: Answered<Reply>, json: boolean, streams: Streams): number {
  if ('no' in answered) return sayHttpNo(answered.no, json, streams);
  const { value: reply } = answered;
  const named = what === undefined ? {} : { do: what };
  if (reply.state !== 'proposed') return sayOutcome({ id: reply.id, ...named, outcome: outcomeOf(reply) }, json, streams);
  return sayProposed(reply, what, json, streams);
}

/** Prints that something waits for another officer. Answers the exit status. */
export function sayProposed(
  reply: z.output<typeof proposedOut>,
  what: string | undefined,
  json: boolean,
  streams: Streams,
): number {
  const said = [
    `已提请 · proposed: ${what ?? reply.id}, ${reply.at} (${reply.id})`,
    `待另一人批准 · waits for another officer: ${reply.approval}，至 until ${reply.lapsesOn}`,
    `  luyue approve ${reply.approval} --as …`,
  ];
  return printAnswer({ ...reply, ...(what === undefined ? {} : { do: what }) }, said, json, streams);
}
