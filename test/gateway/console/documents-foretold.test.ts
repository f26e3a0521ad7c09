import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthlyValues, reportValues } from '../filings.js';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';
import { pdfNamed, sendFiles, typed } from './send-files.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
});
afterAll(() => site.close());

const hidden = (name: string, text: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** Begun, filled in, with a file: whole, and not filed. */
async function whole(who: Browser, at: string, values: Record<string, unknown>): Promise<string> {
  await who.go(at);
  await who.send(at.split('?')[0] ?? at, {});
  const id = /DOC-\d+/.exec(who.url)?.[0] ?? '';
  await who.send(`/documents/${id}/fill`, { ...typed(values), go: 'files' });
  await sendFiles(who, `/documents/${id}/files`, { csrf: hidden('csrf', who.text) }, [pdfNamed('证明材料.pdf')]);
  return id;
}

const confirmed = async (unit: string): Promise<void> => {
  const [officer, other] = [await site.api('city/a'), await site.api('city/b')];
  const proposed = await officer.post('/api/v1/acts', {
    do: 'confirm-emissions',
    for: unit,
    cycle: 2024,
    with: { emissions: '1000', basis: '核查报告' },
  });
  const at = `/api/v1/approvals/${String(proposed.body['approval'])}`;
  const { previewDigest } = (await other.get(at)).body as { previewDigest: string };
  expect((await other.post(`${at}/approve`, { previewDigest })).status).toBe(200);
};

describe('front.md 7 — a document says beforehand whether it would be refused', () => {
  it('nothing stands there while it can be filed: that its seal is still to come is told by its own step', async () => {
    const unit = await site.as('BJ-0001');
    const id = await whole(unit, '/documents/new/first-report?for=BJ-0001', reportValues());
    for (const page of ['check', 'seal', 'submit']) {
      await unit.go(`/documents/${id}/${page}`);
      expect([page, unit.status, unit.text.includes('将不予受理')]).toEqual([page, 200, false]);
    }
  });

  it('三(三)1 — once the emissions are confirmed, check, seal and looking over say that it would be refused, and why', async () => {
    const unit = await site.as('BJ-0002');
    const id = await whole(unit, '/documents/new/first-report?for=BJ-0002', reportValues());
    await confirmed('BJ-0002');
    for (const page of ['check', 'seal', 'submit']) {
      await unit.go(`/documents/${id}/${page}`);
      expect([page, unit.text]).toEqual([page, expect.stringMatching(/将不予受理：<\/strong>[^<]*已核定/)]);
    }
    // it is judged when it is sent, as it was foretold
    await unit.send(`/documents/${id}/submit`, {});
    expect([unit.url.includes('/acts/'), unit.text.includes('已核定')]).toEqual([true, true]);
  });

  it('三(一)1 — a month that has not ended is told as the form is begun, and as it is looked over', async () => {
    const unit = await site.as('BJ-0003');
    await unit.go('/documents/new/monthly-evidence?for=BJ-0003&month=2024-12');
    expect(unit.text).toContain('2024-12 尚未结束：现在可以填写草稿，2025-01-01 起受理');
    const id = await whole(unit, '/documents/new/monthly-evidence?for=BJ-0003&month=2024-12', monthlyValues('1200', '3'));
    await unit.go(`/documents/${id}/submit`);
    expect(unit.text.slice(unit.text.indexOf('<main')).slice(0, 6_000)).toMatch(/将不予受理：<\/strong>[^<]*尚未结束/);
  });
});

describe('a form that has changed since a draft was saved', () => {
  it('is told where the draft is filled in, checked and looked over; saving it once goes over to the new one', async () => {
    const unit = await site.as('BJ-0003');
    const id = await whole(unit, '/documents/new/monthly-evidence?for=BJ-0003&month=2024-04', monthlyValues('1200', '3'));
    const told = async (): Promise<boolean[]> => {
      const found: boolean[] = [];
      for (const page of ['fill', 'check', 'submit'])
        found.push((await unit.go(`/documents/${id}/${page}`)).text.includes('上次保存之后，表单有更新'));
      return found;
    };
    expect(await told()).toEqual([false, false, false]);
    await site.house.theatre.book.pool.query(`update document_versions set form_digest = $2 where document = $1`, [
      id,
      '0'.repeat(64),
    ]);
    expect(await told()).toEqual([true, true, true]);
    await unit.go(`/documents/${id}/fill`);
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1200', '3')), go: 'save' });
    expect(await told()).toEqual([false, false, false]);
  });
});
