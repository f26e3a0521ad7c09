import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedIn, coverTracks, filesIn, verified } from '../../records/seals/tampering.js';
import { monthlyValues } from '../filings.js';
import { openConsole, type ConsoleSite } from './console-site.js';
import { pdfNamed, sendFiles, typed } from './send-files.js';

let site: ConsoleSite;
let folder = '';
let id = '';
beforeAll(async () => {
  site = await openConsole();
  folder = join(site.house.folder, 'unsealed');
  const unit = await site.as('BJ-0001');
  await unit.go('/documents/new/monthly-evidence?for=BJ-0001&month=2024-05');
  await unit.send('/documents/new/monthly-evidence', {});
  id = /DOC-\d+/.exec(unit.url)?.[0] ?? '';
  await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1200', '3')), go: 'files' });
  const csrf = /name="csrf" value="([^"]*)"/.exec(unit.text)?.[1] ?? '';
  await sendFiles(unit, `/documents/${id}/files`, { csrf }, [pdfNamed('结算单.pdf')]);
  await unit.go(`/documents/${id}/submit`);
  await unit.send(`/documents/${id}/submit`, {});
  const auditor = await site.as('auditor/x');
  const answer = await auditor.once(`/documents/${id}/export.zip`);
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterAll(() => site.close());

describe('三(一)1 — a month’s evidence bears no seal: what its export vouches for', () => {
  it('its files agree; that they were filed, by whom and when, the receipt says, by the hash that is named', async () => {
    const { status, said } = verified(folder);
    expect([status, said.includes('FAILS'), said.includes('IT HOLDS')]).toEqual([3, false, false]);
    const { rows } = await site.house.theatre.book.pool.query<{ sha256: string }>(
      `select sha256 from document_versions where document = $1 and state = 'filed'`,
      [id],
    );
    expect(said).toContain(
      `THE FILES AGREE WITH EACH OTHER; nothing is signed here, as none asks for it: that this was filed, by whom and when, its receipt says, by SHA-256 ${String(rows[0]?.sha256)}`,
    );
  });

  it('another file than the document names is found, whoever wrote the list of hashes anew', () => {
    const [file = ''] = filesIn(folder).filter((path) => path.startsWith('files/'));
    const { ok, said } = verified(changedIn(folder, [file], true));
    expect([ok, said.includes('DOES NOT HOLD')]).toEqual([false, true]);
    expect(said).toContain(`FAILS ${file} document.json`);
  });

  it('四(一) — a report whose seals are taken away holds no more', () => {
    const copy = changedIn(folder, [], true);
    const document = readFileSync(join(copy, 'document.json'), 'utf8');
    writeFileSync(join(copy, 'document.json'), document.replace('"name":"monthly-evidence"', '"name":"first-report"'));
    coverTracks(copy);
    const { ok, said } = verified(copy);
    expect([ok, said.includes('FAILS 有签章 there is a seal')]).toEqual([false, true]);
  });
});
