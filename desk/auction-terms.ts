import type { AuctionTerms } from '../domain/auction/announcement.js';
import { isProvisional, type Rulebook } from '../domain/model/rulebook.js';
import { textIn } from '../regulation/values.js';

const NAMES = {
  key: 'auction.key-share',
  voluntary: 'auction.voluntary-share',
  together: 'auction.voluntary-total-share',
  floor: 'auction.floor-multiple',
  clearing: 'auction.clearing',
} as const;

/** What an auction needs of its cycle's rulebook. Throws `not-known` for a sketch that lacks a value. */
export function auctionTermsOf(rulebook: Rulebook): AuctionTerms {
  const text = (name: string): string => textIn(rulebook, name);
  return {
    cycle: rulebook.cycle,
    revision: rulebook.revision,
    digest: rulebook.digest,
    caps: { keyShare: text(NAMES.key), voluntaryShare: text(NAMES.voluntary), voluntaryTotalShare: text(NAMES.together) },
    floorMultiple: text(NAMES.floor),
    surrenderDeadline: text('surrender.due'),
    provisional: Object.values(NAMES).filter((name) => {
      const parameter = rulebook.parameters[name];
      return parameter !== undefined && isProvisional(parameter.status);
    }),
  };
}
