import type { z } from 'zod';
import type { Decision } from '../city/batch/read-batch.js';
import { canonical, sha256 } from '../records/chain.js';
import { proposedOut } from '../gateway/shapes.js';
import { platform } from './platform.js';
import type { Answered } from './http.js';

/** A proposal that waits for another officer. */
export type Proposed = z.output<typeof proposedOut>;

/** Proposes many decisions as one, over HTTP, as whoever has signed in. The same lines again are the same proposal. */
export async function proposeLines(
  decisions: readonly Decision[],
  cycle: number,
  as: string | undefined,
): Promise<Answered<Proposed>> {
  const lines = decisions.map(({ raw: { do: what, for: unit, with: brings } }) => ({
    do: what,
    ...(unit === undefined ? {} : { for: unit }),
    ...(cycle > 0 ? { cycle } : {}),
    ...(brings === undefined ? {} : { with: brings }),
  }));
  const http = await platform(as);
  const headers = { 'idempotency-key': `batch-${sha256(canonical(lines))}` };
  return http.post('/batches', proposedOut, { body: { lines }, headers });
}

/** For people: that it waits, and how it is approved. */
export const sayProposal = ({ approval, lapsesOn }: Proposed): string[] => [
  `已提请 · proposed: ${approval}，待另一人批准 · waits for another officer，至 until ${lapsesOn}`,
  `  luyue approve ${approval}`,
];
