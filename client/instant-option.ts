import { instantFrom, type Instant } from '../domain/model/instant.js';
import { UsageError } from './failure.js';

/** The instant that an option names; none where it was not given. Throws a UsageError for what is none. */
export function instantNamed(option: string, iso: string | undefined): Instant | undefined {
  try {
    return iso === undefined ? undefined : instantFrom(iso);
  } catch {
    throw new UsageError(`${option} must be an instant with its offset, YYYY-MM-DDTHH:MM:SS+08:00, not ${iso ?? ''}`);
  }
}
