import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exportEntries, writeFolder, type Exported } from '../../../documents/export/export.js';
import { manifestHash, manifestText } from '../../../documents/manifest.js';
import { readCertificate } from '../../../documents/seals/certificate.js';
import { KeptSeals } from '../../../documents/seals/kept-seals.js';
import { dersIn } from '../../../documents/seals/pem.js';
import { sign } from '../../../documents/seals/signing.js';
import { readRoots, TrustFiles } from '../../../documents/seals/trust.js';
import { witnessBy } from '../../../documents/seals/witness.js';
import { stampWaiting } from '../../../documents/time-stamps/stamping.js';
import { instantFrom } from '../../../domain/model/instant.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { rootFile, TestAuthority, type Issued } from '../../../embedded/authority/authority.js';
import { startTimeAuthority, type RunningTimeAuthority } from '../../../embedded/authority/time-authority.js';
import { Book } from '../../../records/book.js';
import { claimPlatform } from '../../../records/platform.js';
import { sealsOf } from '../../../records/seals.js';
import { signerOf } from '../../documents/seals/parties.js';
import { bookDatabase } from '../database.js';
import { Town } from '../people/town.js';
import { FILES, MANIFEST, TEXT } from './filing.js';

export const AT = instantFrom('2024-04-25T10:00:00+08:00');
export const DAY = 86_400_000;

export interface ExportHouse {
  readonly book: Book;
  readonly authority: TestAuthority;
  readonly time: RunningTimeAuthority;
  /** The folder of the document. */
  readonly exported: string;
  at(name: string): string;
  close(): Promise<void>;
}

/** An exported document with of every kind and algorithm a seal: one whose certificate expires a day later, one that is revoked a day later. */
export async function openExport(): Promise<ExportHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'luyue-export-'));
  const at = (name: string): string => join(folder, name);
  const authority = await TestAuthority.open(at('authority'));
  const trust = new TrustFiles({ roots: rootFile(at('authority')), lists: at('authority') });
  const database = await bookDatabase();
  const book = new Book(database.url);
  await claimPlatform(book.pool, 'rehearsal');
  const town = new Town(book, trust, () => AT);
  await town.found();
  const witness = witnessBy(await signerOf(await authority.issue({ name: 'platform' })));
  const seals = new KeptSeals(book.pool, { trust, witness });
  const certificates = {
    revoked: await authority.issue({ name: 'V-02' }),
    expired: await authority.issue({ name: 'V-02', key: 'rsa', validUntil: AT + DAY }),
    sm2: await authority.issue({ name: 'V-02', key: 'sm2-sm3' }),
  };
  const content = Buffer.from(manifestText(MANIFEST), 'utf8');
  const seal = async (by: Issued) => {
    await town.register('V-02', by.certificates);
    const signature = await sign(content, await signerOf(by), AT);
    const answer = await seals.seal({ manifest: MANIFEST, party: 'V-02', at: AT, by: 'V-02/p-0003', signature });
    if (isRefusal(answer)) throw new Error(answer.en);
  };
  for (const by of Object.values(certificates)) await seal(by);
  await seals.witness({ manifest: MANIFEST, party: 'V-02', at: AT, by: 'V-02/p-0003', steppedUpAt: AT });
  const { serial } = readCertificate(dersIn(certificates.revoked.certificates, 'CERTIFICATE')[0]!)!;
  await authority.revoke(serial, AT + DAY);
  await book.anchorHeads(AT + DAY);
  const time = await startTimeAuthority(at('authority'));
  const stamping = { authority: { url: time.url, roots: () => readRoots(time.roots) }, seals: true };
  expect(await stampWaiting(book.pool, stamping)).toEqual({ stamped: 5 });
  const exported: Exported = {
    id: 'DOC-000001',
    version: 1,
    text: TEXT,
    files: FILES.map(({ bytes, ...file }) => ({
      ...file,
      open: () =>
        Promise.resolve(
          (async function* () {
            await Promise.resolve();
            yield bytes;
          })(),
        ),
    })),
    seals: await sealsOf(book.pool, manifestHash(MANIFEST)),
  };
  await writeFolder(at('export'), exportEntries(book.pool, exported));
  return {
    book,
    authority,
    time,
    at,
    exported: at('export'),
    async close() {
      await time.stop();
      await book.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
