import { sha256, canonical } from '../../records/chain.js';
import { storeDecision, storeProposal } from '../../records/approving.js';
import type { Book } from '../../records/book.js';

/** A decision about a unit that one officer has proposed and another approved; its case has not taken it yet. */
export async function approvedFor({ pool }: Book, caseId: string, unit: string): Promise<void> {
  const lines = [{ line: 1, about: caseId, act: 'decide-penalty', for: unit, with: { amount: '1', basis: '依据' } }];
  const proposed = await storeProposal(pool, {
    about: { asker: 'city/a', id: 'proposes', asked: 'proposes', do: 'propose', by: 'city/a' },
    brings: { act: 'decide-penalty', lines: 1, digest: `sha256:${sha256(canonical(lines))}` },
    cycle: 2024,
    lines,
    opening: (id, approval, at) => ({
      id,
      approval,
      cycle: 2024,
      act: 'decide-penalty',
      lines: 1,
      at,
      proposedBy: 'city/a',
      person: 'p-0001',
      remindAt: [],
      lapsesOn: '2999-01-01',
    }),
  });
  if (!proposed || !('approval' in proposed)) throw new Error('not proposed');
  const [act] = lines;
  await storeDecision(pool, {
    approval: proposed.approval,
    about: { asker: 'city/b', id: 'approves', asked: 'approves', do: 'approve', by: 'city/b' },
    concerned: [caseId],
    look: () => ({
      brings: { lines: [1] },
      acts: [
        {
          line: 1,
          filing: {
            asker: 'platform',
            id: `${proposed.approval}/1`,
            asked: 'does',
            do: 'decide-penalty',
            by: 'city/a',
            approvedBy: 'city/b',
            for: unit,
            with: act?.with ?? {},
            cases: [{ case: caseId, role: 'decides' as const }],
          },
        },
      ],
    }),
  });
}
