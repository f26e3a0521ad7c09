import { UsageError } from './failure.js';
import { Http } from './http.js';
import { placeIn } from './place.js';

/** The platform to speak to, as somebody. Throws a UsageError where there is none. */
export function platform(as: string | undefined, looks?: string): Promise<Http> {
  const place = placeIn(process.env);
  if (!place)
    throw new UsageError(
      '没有可用的平台：请设置 LUYUE_URL，或在此用 luyue up 启动 / no platform to speak to: set LUYUE_URL, or start one here with: luyue up',
      'no-platform',
    );
  return Http.as(place, as, { ...(looks === undefined ? {} : { looks }) });
}

/** The same, only to look: without a name one looks at a platform of this machine as its auditor. */
export const platformToSee = (as: string | undefined): Promise<Http> => platform(as, 'auditor/x');
