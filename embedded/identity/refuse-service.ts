import type pg from 'pg';
import { platformKind } from '../../records/platform.js';
import { PlatformError } from '../platform-error.js';

/** Throws where the platform is in service: people made up must not act there. */
export async function refuseService(pool: pg.Pool): Promise<void> {
  const kind = await platformKind(pool);
  if (kind === 'embedded' || kind === 'rehearsal') return;
  throw new PlatformError(
    'identity-in-service',
    '内置身份服务仅供演示、演练和测试，不在正式运行的平台上启动。请设置 OIDC_ISSUER、OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET。',
    `The embedded identity provider is for demonstrations, rehearsals and tests; it does not start on a platform that is ${kind ?? 'of no kind yet'}. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.`,
  );
}
