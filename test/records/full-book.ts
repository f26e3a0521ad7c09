import { sha256 } from '../../records/chain.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { markReturned, resendRefused } from '../../records/deliveries.js';
import type { Book } from '../../records/book.js';
import { approvedFor } from '../ledger/approving.js';
import { release } from '../ledger/releasing.js';
import { peopled } from './people/peopled.js';
import { AT_ONCE } from './put-letters.js';
import { after, allowances, Asker, credited, named, reminder, stepOf } from './steps.js';

const HASH = sha256('示例');
const VALUES = `'{"tonnes": "600"}', '{"sum": "600"}', '[]', '${HASH}'`;

/** What stands beside the chains, as the desk, the gateway and the letters leave it: a line at least of everything that tells something. */
const BESIDE = `
  insert into platform (kind) values ('rehearsal');
  insert into documents (form, party, unit, cycle, made_at, made_by) values ('first-report', 'N1', 'N1', 2024, 1, 'N1/p-0003');
  insert into document_versions (document, version, form_version, form_digest, "values", totals, files, sha256, state, saved_at, saved_by)
    values ('DOC-000001', 1, 1, 'x', ${VALUES}, 'sealed', 2, 'N1/p-0003');
  insert into files (sha256, size, type, scanned, stored_at, stored_by, party, asked_at) values ('${HASH}', 9, 'text/csv', 'unscanned', 1, 'N1/p-0003', 'N1', 1);
  insert into file_uploads (sha256, party, by, name, size, at) values ('${HASH}', 'N1', 'N1/p-0003', '账.csv', 9, 1);
  insert into inbox_claims (party, item, since, person, by, at, ended_at, ended_by) values ('city', 'x', '2024-05-10', 'p-0001', 'p-0002', 1, 2, 'p-0001');
  insert into inbox_substitutes (party, person, substitute, from_day, until_day, at, ended_at)
    values ('city', 'p-0001', 'p-0002', '2024-05-10', '2024-05-11', 1, 2);
  insert into attempts (case_id, step_key, why, message) values ('N1/2024', 'act:none', 'no such request', '{}');
  insert into revivals (case_id, by, reason, stood_still) values ('N1/2024', 'operator/x', '已修复', 'stood');
  insert into sign_ins (at, what, how, issuer, subject, client, why, network)
    select extract(epoch from now()) * 1000 - 259200000, 'signed-in', 'password', 'https://id.example', 'gu', 'c', 'w', '203.0.113.0/24';
  insert into time_stamps (of, subject, sha256, token, authority, stamped_at) values ('seal', 'SEAL-000001', '${HASH}', 'x', 'pem', 1);
  insert into revocation_lists (sha256, der) values (encode(sha256('list'), 'hex'), 'list');
  insert into seals (manifest_sha256, manifest, party, kind, algorithm, certificate, signature, evidence, made_at, made_by)
    values ('${HASH}', '示例', 'city', 'certificate', 'ecdsa', 's-0001', 'x', '{}', 1, 'city/p-0001');
  insert into previews (digest, approval, lines) select 'sha256:x', approval, '[[1, "sha256:y"]]' from approvals;
  insert into receipts (code, act_id, made_at) values ('0000-0000-0000-0000', 'asked', 1);
  insert into receipt_seals (sha256, text, signature, made_at) values ('${HASH}', '示例', 'x', 1);`;

/** Letters go out: one is taken, one comes back and goes once more, one is refused for good. */
async function send(book: Book): Promise<void> {
  await book.gatherLetters(AT_ONCE);
  const [first, second] = await book.claimLetters(2);
  await book.letterSent({ id: first?.id ?? '' }, '250 taken');
  await book.letterFailed({ id: second?.id ?? '' }, { why: '550 no such mailbox', forGood: true });
  await resendRefused(book.pool, undefined, 'operator/x', '邮箱已更正');
  await markReturned(book.pool, (first?.id ?? '').replaceAll(/[^A-Za-z0-9.-]/g, '.'), '550 box is full');
}

/** The document that a unit has filed. */
export const FILED = { document: { id: 'DOC-000001', version: 1, sha256: HASH } };

/** What happens in a case whose verified report is filed. */
export const reportFiled = {
  type: 'verified-report-filed',
  by: 'N1',
  duty: 'verified-report',
  turns: 'done',
  with: { emissions: '100', verifierReport: { verifier: 'V-01' } },
} as const;

/** A book in which everything has happened once that a book keeps; anchored at the end of its day. Who filed goes on from there. */
export async function fillBook(book: Book): Promise<Asker> {
  const expiring = { ...allowances('100'), expiresOn: '2024-11-15' };
  const asker = await new Asker(book, 'N1').open([credited(expiring), reminder]);
  await new Asker(book, 'N2').open([credited(allowances('5')), reminder]);
  await asker.take(stepOf('act:asked', after(2)));
  await asker.take(
    stepOf('act:applied', after(3), [], { type: 'adjustment-applied-for', duty: 'adjustment-application', turns: 'done' }),
  );
  await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'tried', found: 'for the test', units: ['N1'] }], after(20));
  await release(book, 1);
  await approvedFor(book, 'N2/2024', 'N2');
  const town = await peopled(book);
  await town.both('correct-person', { person: 'p-0003', telephone: '010-1', reason: '本人申请' });
  await book.pool.query(BESIDE);
  await named(book, { id: 'filed', cases: ['N1/2024'], stamp: after(21), by: 'N1', with: FILED });
  await asker.take(stepOf('act:filed', after(21), [], reportFiled));
  await send(book);
  await book.anchorHeads(after(23));
  return asker;
}
