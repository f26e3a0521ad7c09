import { startOf, type Day, type Instant } from './instant.js';
import type { NewEvent } from './step.js';

/** The day on which something took place that was taken over; none of everything else. */
export const tookPlaceOn = ({ with: brings }: NewEvent): Day | undefined => {
  const { tookPlaceOn: day } = (typeof brings === 'object' && brings !== null ? brings : {}) as { readonly tookPlaceOn?: Day };
  return day;
};

/** When something was: of what was taken over the first instant of its day, of everything else its own. */
export const tookPlaceAt = (event: NewEvent): Instant => {
  const day = tookPlaceOn(event);
  return day === undefined ? event.at : startOf(day);
};
