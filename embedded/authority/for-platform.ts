import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textOfFile } from '../../records/bounded-file.js';
import { sealSettings, type SealSettings } from '../../documents/seals/settings.js';
import { writeWhole } from '../../records/whole-file.js';
import { rootFile, TestAuthority } from './authority.js';
import { startTimeAuthority } from './time-authority.js';

const SECRET_BYTES = 24;

/** The folder of the test authority of a platform on one machine; whole, as a worker is told of it that runs elsewhere. */
export const authorityIn = (folder: string): string => resolve(folder, 'authority');

/** Whom a platform on one machine trusts, and its witness: what the environment names, else a test authority of its own. */
export async function testSeals(folder: string, env: NodeJS.ProcessEnv): Promise<SealSettings> {
  const settings = sealSettings(env);
  if (settings.LUYUE_SEAL_ROOTS !== undefined) return settings;
  const place = authorityIn(folder);
  const authority = await TestAuthority.open(place);
  const file = join(place, 'witness.pem');
  const secret = join(place, 'witness.passphrase');
  if (!existsSync(file)) {
    const passphrase = randomBytes(SECRET_BYTES).toString('base64url');
    const { key, certificates } = await authority.issue({ name: 'luyue platform witness' });
    const encrypted = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
    writeWhole(secret, passphrase);
    writeWhole(file, `${String(encrypted)}${certificates}`);
  }
  return {
    LUYUE_SEAL_ROOTS: rootFile(place),
    LUYUE_SEAL_LISTS: place,
    LUYUE_WITNESS: file,
    LUYUE_WITNESS_PASSPHRASE: textOfFile(secret),
  };
}

/** By whom the anchors of a platform on one machine are stamped: whom the environment names, else a test authority of its own. */
export async function timeAuthorityFor(
  folder: string,
  given: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly env: NodeJS.ProcessEnv; stop(): Promise<void> }> {
  if ((given['TSA_URL'] ?? '') !== '') return { env: {}, stop: () => Promise.resolve() };
  await TestAuthority.open(authorityIn(folder));
  const running = await startTimeAuthority(authorityIn(folder));
  return { env: { TSA_URL: running.url, TSA_ROOTS: running.roots }, stop: () => running.stop() };
}
