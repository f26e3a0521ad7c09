import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';

/** The console's id at the embedded provider. */
export const CONSOLE = 'luyue-console';
/** The command line's: it keeps no secret, a person confirms it on a page (device flow). */
export const COMMAND_LINE = 'luyue-cli';

/** For whom access tokens are, as their `aud` says it, and the name by which OAuth asks for them. */
export const AUDIENCE = 'luyue-api';
export const RESOURCE = 'urn:luyue:api';
export const SCOPE = 'api';

const DEVICE_FLOW = 'urn:ietf:params:oauth:grant-type:device_code';

/** The public keys of a machine client, whose appointment is kept elsewhere; none where nobody of that id may sign in now. */
export type ClientKeys = (clientId: string) => Promise<readonly JWK[] | undefined>;

/** The platform's own two clients. */
export const ownClients = (origin: string, consoleSecret: string): ClientMetadata[] => [
  {
    client_id: CONSOLE,
    client_secret: consoleSecret,
    client_name: '履约管理平台 luyue',
    redirect_uris: [`${origin}/sign-in/callback`],
    post_logout_redirect_uris: [`${origin}/signed-out/everywhere`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    // http on loopback is for an own client only that is not `web` in the registry's sense
    application_type: origin.startsWith('https:') ? 'web' : 'native',
    token_endpoint_auth_method: 'client_secret_basic',
    require_auth_time: true,
  },
  {
    client_id: COMMAND_LINE,
    client_name: '履约命令行 luyue command line',
    redirect_uris: [],
    grant_types: [DEVICE_FLOW, 'refresh_token'],
    response_types: [],
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    require_auth_time: true,
  },
];

const SECRET_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']);
const openPart = (key: JWK): JWK => Object.fromEntries(Object.entries(key).filter(([member]) => !SECRET_MEMBERS.has(member)));

/** A machine client: client credentials and its own key, nothing else. */
export const machineClient =
  (keysOf: ClientKeys) =>
  async (clientId: string): Promise<ClientMetadata | undefined> => {
    const keys = await keysOf(clientId);
    if (keys === undefined || keys.length === 0) return undefined;
    return {
      client_id: clientId,
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: keys.map(openPart) },
    };
  };
