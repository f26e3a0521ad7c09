import { z } from 'zod';
import { hasPort } from '../../records/addresses.js';
import { settingsIn } from '../../records/environment.js';
import { keyRing } from './payload-keys.js';

/** Compose hands on what is not set as an empty text. */
const unset = (text: unknown): unknown => (text === '' ? undefined : text);
const optional = z.preprocess(unset, z.string().min(1).optional());

/** How Temporal is reached over TLS; none of it where it is on this machine. */
const TLS_SETTINGS = {
  /** Files in PEM: the authority that the server's certificate must be of; the certificate shown to the server, and its key. */
  TEMPORAL_TLS_CA: optional,
  TEMPORAL_TLS_CERT: optional,
  TEMPORAL_TLS_KEY: optional,
  /** The name that the server's certificate must bear, where it is not the address. */
  TEMPORAL_TLS_SERVER_NAME: optional,
};

/** How the server of the cases is reached, and what is written to it so that it cannot read it: by worker, gateway and commands alike. */
export const REACH_SETTINGS = {
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^([\w.-]+|\[[\da-fA-F:]+\])(:\d{1,5})?$/, '须为 HOST:PORT，不带协议 / must be HOST:PORT, without a scheme')
    .refine(hasPort, '端口须为 1 至 65535 / must have a port of 1 to 65535'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  ...TLS_SETTINGS,
  /** Keys of what Temporal keeps, `ID:KEY` with commas between them: the first encrypts, all of them decrypt. */
  LUYUE_PAYLOAD_KEYS: z.preprocess(unset, z.string().optional()).transform((text, context) => {
    try {
      return keyRing(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  }),
};

type Tls = { readonly [name in keyof typeof TLS_SETTINGS]?: string | undefined };

const REACH = z.object(REACH_SETTINGS);
export type Reach = Pick<z.infer<typeof REACH>, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'LUYUE_PAYLOAD_KEYS'> & Tls;

/** How a server is reached by the environment, whose settings of TLS belong to the server that it names and to no other. */
export function reachIn(env: NodeJS.ProcessEnv, address: string, namespace = 'default'): Reach {
  const own = env['TEMPORAL_ADDRESS'] === address ? env : { LUYUE_PAYLOAD_KEYS: env['LUYUE_PAYLOAD_KEYS'] };
  return settingsIn(REACH, { ...own, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
}
