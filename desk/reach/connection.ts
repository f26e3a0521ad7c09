import type { ConnectionOptions } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { bytesOfFile } from '../../records/bounded-file.js';
import { EnvironmentError } from '../../records/environment.js';
import { PayloadCipher } from './payload-cipher.js';
import type { Reach } from './settings.js';

const fileOf = (name: keyof Reach, file: string): Buffer => {
  try {
    return bytesOfFile(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError([{ path: [name], message: `${file} 不能读取 / ${file} cannot be read: ${why}` }]);
  }
};

/** Where a connection goes, and by which certificates. Throws where a certificate is named that is not there, or one without its key. */
export function addressOf(reach: Reach): { readonly address: string } & Pick<ConnectionOptions, 'tls'> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key } = reach;
  const { TEMPORAL_TLS_SERVER_NAME: name } = reach;
  if ((cert === undefined) !== (key === undefined))
    throw new EnvironmentError([
      {
        path: [cert === undefined ? 'TEMPORAL_TLS_CERT' : 'TEMPORAL_TLS_KEY'],
        message:
          'TEMPORAL_TLS_CERT 与 TEMPORAL_TLS_KEY 须同时设置，或都不设置 / TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together: set both, or neither',
      },
    ]);
  if (ca === undefined && cert === undefined && name === undefined) return { address };
  return {
    address,
    tls: {
      ...(name === undefined ? {} : { serverNameOverride: name }),
      ...(ca === undefined ? {} : { serverRootCACertificate: fileOf('TEMPORAL_TLS_CA', ca) }),
      ...(cert === undefined || key === undefined
        ? {}
        : { clientCertPair: { crt: fileOf('TEMPORAL_TLS_CERT', cert), key: fileOf('TEMPORAL_TLS_KEY', key) } }),
    },
  };
}

/** What a client or a worker is made with: in which namespace, and how what it writes is encrypted, where there are keys. */
export function writingTo({
  TEMPORAL_NAMESPACE: namespace,
  LUYUE_PAYLOAD_KEYS: keys,
}: Pick<Reach, 'TEMPORAL_NAMESPACE' | 'LUYUE_PAYLOAD_KEYS'>): {
  readonly namespace: string;
  readonly dataConverter?: DataConverter;
} {
  return { namespace, ...(keys ? { dataConverter: { payloadCodecs: [new PayloadCipher(keys)] } } : {}) };
}
