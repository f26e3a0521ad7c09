import type { Announcement } from '../auction/announcement.js';
import { blankAuction, foldAuction, phaseOf } from '../auction/auction.js';
import { auctionDue } from '../auction/instants.js';
import { blankCity, foldCity, toRollOut, type CityOpening } from '../city-cycle/city-cycle.js';
import { cityDue } from '../city-cycle/instants.js';
import type { CaseView, Projection, Watch } from './projection.js';

/** A case that is of no unit has one row and nothing beside it. */
const alone = (view: Pick<CaseView, 'name' | 'phase' | 'closed'> & Partial<CaseView>): Projection => ({
  view: {
    district: null,
    unitKind: null,
    status: null,
    nextAt: null,
    nextDuty: null,
    nextWhat: null,
    waitsFor: null,
    waitsOn: null,
    waitsUntil: null,
    holds: [],
    figures: null,
    verifier: null,
    ...view,
  },
  duties: [],
  matters: [],
  checks: [],
});

/** The city's own case: it waits for its next date, or for a decision to be brought to every case. */
export function watchCity(opening: CityOpening): Watch {
  const c = blankCity(opening);
  return {
    fold: (key, events, head) => {
      foldCity(c, key, events, head);
    },
    shown: () => {
      const due = c.closed ? undefined : cityDue(c);
      const toBring = toRollOut(c);
      return alone({
        name: 'city',
        phase: c.closed ? 'closed' : 'open',
        closed: c.closed !== undefined,
        ...(due ? { nextAt: due.at, nextDuty: due.duties.join(' '), nextWhat: 'overdue' } : {}),
        ...(toBring ? { waitsFor: toBring.do, waitsOn: 'platform' as const } : {}),
      });
    },
  };
}

/** An auction: between its instants it waits for bidders, then for its awards to be delivered. */
export function watchAuction(announcement: Announcement): Watch {
  const a = blankAuction(announcement);
  return {
    fold: (key, events, head) => {
      foldAuction(a, key, events, head);
    },
    shown: () => {
      const due = auctionDue(a);
      const phase = phaseOf(a, a.playedTo);
      return alone({
        name: announcement.auction,
        phase,
        closed: a.published !== undefined,
        ...(due ? { nextAt: due.at, nextWhat: due.what } : {}),
        ...(phase === 'delivering' ? { waitsFor: 'delivery', waitsOn: 'platform' as const } : {}),
      });
    },
  };
}
