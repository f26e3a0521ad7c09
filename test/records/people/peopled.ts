import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { rootFile, TestAuthority } from '../../../embedded/authority/authority.js';
import type { Book } from '../../../records/book.js';
import { Town } from './town.js';

/** Two registrars and a clerk with a machine client; one who was suspended and let in again. */
export const peopled = async (on: Book): Promise<Town> => {
  const folder = mkdtempSync(join(tmpdir(), 'luyue-checker-'));
  const authority = await TestAuthority.open(folder);
  const { certificates } = await authority.issue({ name: 'city' });
  const town = new Town(on, new TrustFiles({ roots: rootFile(folder), lists: folder }));
  await town.found();
  const appointment = await town.appoint(await town.enter('clerk'), 'exchange', 'clerk');
  const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  await town.both('register-client', { appointment, acts: ['settle-trade'], key, name: '交易系统' });
  await town.register('city', certificates);
  await town.both('suspend-person', { person: 'p-0003', reason: '试验' });
  await town.both('lift-suspension', { person: 'p-0003', reason: '试验' });
  rmSync(folder, { recursive: true });
  return town;
};
