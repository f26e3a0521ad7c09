import { unitKnown } from '../documents/drafts/concerned.js';
import { documentChanged } from '../documents/drafts/documents.js';
import { manifestFor, notSeen } from '../documents/drafts/filing.js';
import { formOf } from '../documents/drafts/reading.js';
import { fixVersion, readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import { unknownDocument } from '../documents/forms/unfit.js';
import { manifestHash, type Manifest } from '../documents/manifest.js';
import type { Seal, Seals } from '../documents/seals/seals.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { officeOf, underOffice } from '../desk/office.js';
import type { Office } from '../records/in-office.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { readable } from './documents-seen.js';

export interface SealParts {
  readonly book: Book;
  readonly seals: Seals;
  /** The business clock: by it a certificate counts or does not. */
  readonly now: () => Instant;
}

/** What of a version is signed: for the act that files its form. */
const manifestIn = (row: DocumentRow): Manifest | Refusal => {
  const { act, zh, en } = formOf(row);
  return act === undefined
    ? refuse('not-required', `${zh}不单独报送，无须签章`, `a ${en} is filed by no act: nothing of it is sealed`)
    : manifestFor(row, act);
};

/** What is done with seals by whoever has signed in, by program or by page. */
export class SealCalls {
  private readonly parts: SealParts;

  constructor(parts: SealParts) {
    this.parts = parts;
  }

  /** What is to be signed of a document that somebody may read. */
  async manifest(caller: Caller, id: string, version?: number): Promise<Manifest | Refusal> {
    const { book, now } = this.parts;
    const row = await readable(book.pool, caller, id, { version, at: now() });
    return isRefusal(row) ? row : manifestIn(row);
  }

  async sealsOf(caller: Caller, id: string, version?: number): Promise<readonly Seal[] | Refusal> {
    const manifest = await this.manifest(caller, id, version);
    return isRefusal(manifest) ? manifest : this.parts.seals.sealsOf(manifestHash(manifest));
  }

  /** Takes in a signature that was made outside. */
  async seal(caller: Caller, id: string, signature: Uint8Array): Promise<Seal | Refusal> {
    const may = await this.sealing(caller, id, 'seal-document');
    if (isRefusal(may)) return may;
    const { seals } = this.parts;
    return this.kept(may.row, await this.inOffice(may, () => seals.seal({ ...may.asked, signature })));
  }

  /** Has the platform bear witness that somebody has just shown the second factor, for the document that they saw. */
  async witness(caller: Caller, id: string, sha256?: string): Promise<Seal | Refusal> {
    const may = await this.sealing(caller, id, 'witness-seal');
    if (isRefusal(may)) return may;
    const no = notSeen(may.row, { by: may.asked.by, sha256 });
    if (no) return no;
    const { seals } = this.parts;
    const witness = { ...may.asked, steppedUpAt: caller.steppedUpAt ?? Date.now() };
    return this.kept(may.row, await this.inOffice(may, () => seals.witness(witness)));
  }

  private async sealing(caller: Caller, id: string, what: 'seal-document' | 'witness-seal') {
    const { book, now } = this.parts;
    const at = now();
    const row = await readDocument(book.pool, id);
    if (!row || !caller.appointments.some(({ party }) => party === row.party)) return unknownDocument(id);
    const unit = (await unitKnown(book.pool, row.unit)) ?? { id: row.unit, district: '' };
    const may = entitled(caller, { what, as: row.party, unit, at, now: Date.now() });
    if (isRefusal(may)) return may;
    const manifest = manifestIn(row);
    if (isRefusal(manifest)) return manifest;
    const office = officeOf(caller, [may]);
    return { row, asked: { manifest, party: row.party, at, by: actorOf(caller, row.party), office } };
  }

  private inOffice<T>({ asked }: { readonly asked: { readonly office: Office } }, seal: () => Promise<T>): Promise<T | Refusal> {
    return underOffice(this.parts.book.pool, asked.office, seal);
  }

  private async kept(row: DocumentRow, seal: Seal | Refusal): Promise<Seal | Refusal> {
    if (isRefusal(seal)) return seal;
    return row.state === 'filed' || (await fixVersion(this.parts.book.pool, row.document, row.version, row.sha256))
      ? seal
      : documentChanged(row.document, row.version);
  }
}
