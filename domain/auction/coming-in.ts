import { unitOfActor } from '../model/names.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct } from '../model/step.js';

/** By which a unit comes into an auction; what it sealed while it was listed it may still open, or withdraw. */
export const comesIn = (act: string): boolean => act === 'record-cover' || act === 'file-bid';

/** The unit that comes into an auction by an act; none where the act is another. */
export function comingIn({ do: what, by, with: brings }: Pick<NamedAct, 'do' | 'by' | 'with'>): string | undefined {
  if (!comesIn(what)) return undefined;
  if (what === 'file-bid') return unitOfActor(by);
  const { bidder } = brings as { readonly bidder?: unknown };
  return typeof bidder === 'string' ? bidder : undefined;
}

/** 三(三)2 (policy): who has left the list, or was merged into another, buys nothing any more. */
export const notListedAnyMore = (unit: string): Refusal =>
  refuse('not-eligible', `${unit} 已不在名单`, `${unit} is not listed any more`, '三(三)2');
