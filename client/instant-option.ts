import { instantFrom, type Instant } from '../domain/model/instant.js';
import { UsageError } from './failure.js';

/** The instant that an option names; none where it was not given. Throws a UsageError for what is none. */
export function instantNamed(option: string, iso: string | undefined): Instant | undefined {
  try {
    return iso === undefined ? undefined : instantFrom(iso);
  } catch {
    throw new UsageError(
      `${option} ${iso ?? ''} 不是带时区的时刻，应如 2024-11-16T00:00:00+08:00 / is no instant with its offset: write it like 2024-11-16T00:00:00+08:00`,
      'bad-input',
      [option.replace(/^--/, '')],
    );
  }
}
