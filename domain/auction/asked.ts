import type { Brings } from '../model/brings.js';
import { instantFrom } from '../model/instant.js';
import type { Proposed } from './announcement.js';

/** An auction as an announcement asks for it, for the case that it becomes, by its cycle's terms. */
export function proposedBy(
  brought: Brings['announce-auction'],
  said: Pick<Proposed, 'act' | 'by' | 'approvedBy' | 'at' | 'caseId' | 'terms'>,
): Proposed {
  const { opensAt, closesAt, openingEndsAt, restsOn: _kept, ...rest } = JSON.parse(JSON.stringify(brought)) as typeof brought;
  return {
    ...rest,
    ...said,
    opensAt: instantFrom(opensAt),
    closesAt: instantFrom(closesAt),
    openingEndsAt: instantFrom(openingEndsAt),
  };
}
