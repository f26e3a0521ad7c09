import type pg from 'pg';
import { endTroubles, noteTroubles, troubled } from './troubles.js';
import { verifyAnchors, type WrongAnchor } from './verify-anchors.js';

const SAID = '与锚定不符，luyue audit verify 说明何处 not what was anchored: luyue audit verify says where';
const NAMED_MAX = 500;

const subjectOf = ({ day, what, name, caseId, seal }: WrongAnchor): string =>
  [day, what, name ?? caseId ?? seal ?? ''].join(' ').trim().slice(0, NAMED_MAX);

/** Compares the book with all that was anchored of it, and tells operators what differs until it is mended. `at` is by the wall clock. */
export async function noteWrongAnchors(pool: pg.Pool, at: number): Promise<string[]> {
  const wrong = (await verifyAnchors(pool)).wrong.map(subjectOf);
  await noteTroubles(
    pool,
    wrong.map((subject) => ({ kind: 'anchored', subject, said: SAID })),
    at,
  );
  const mended = (await troubled(pool, 'anchored')).filter((subject) => !wrong.includes(subject));
  await endTroubles(pool, 'anchored', mended, at);
  return wrong;
}
