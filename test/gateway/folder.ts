import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { listen } from '../../gateway/listen.js';
import { makeTestIssuer, testIssuer } from '../../gateway/test-issuer.js';
import type { House } from './house.js';

type Door = Parameters<House['door']>[0];

/** A folder in which commands are given: they speak to the house over HTTP, as its folder says, with the folder's own test tokens. */
export interface CommandFolder {
  readonly folder: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Goes into a folder of its own until it is closed; what the environment names is not spoken to from there. */
export async function commandFolder(house: House, more: Door = {}): Promise<CommandFolder> {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'luyue-commands-'));
  const own = join(folder, '.luyue');
  mkdirSync(own);
  await makeTestIssuer(own);
  const issuers = [testIssuer(own), ...(more.issuers ?? [])].flatMap((one) => one ?? []);
  const gateway = await listen(house.door({ ...more, issuers }), { port: 0, address: '127.0.0.1' });
  const { platform, taskQueue } = house.theatre;
  const { temporalAddress, namespace, databaseUrl } = platform;
  const url = `http://127.0.0.1:${String(gateway.port)}`;
  writeFileSync(join(own, 'service.json'), JSON.stringify({ temporalAddress, namespace, databaseUrl, taskQueue, url }));
  process.chdir(folder);
  return {
    folder,
    port: gateway.port,
    async close() {
      process.chdir(before);
      await gateway.close(100);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Before each test: the platform in the folder is the one that is spoken to. */
export const speakToTheFolder = (): void => {
  vi.stubEnv('DATABASE_URL', undefined);
  vi.stubEnv('TEMPORAL_ADDRESS', undefined);
};
