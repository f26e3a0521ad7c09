import type { View } from './in-browser.js';

/** All of widths, colours, languages, with and without script: `npm run test:pages`. */
export const ALL = process.env['LUYUE_PAGES'] === 'all';

/** How somebody opens a page, and the views in which it is looked at then. */
export interface Way {
  readonly lang: 'zh' | 'en';
  readonly script: boolean;
  readonly views: readonly View[];
}

const EVERY_VIEW = ([360, 768, 1400] as const).flatMap((width) => [false, true].map((dark): View => ({ width, dark })));

export const WAYS: readonly Way[] = ALL
  ? (['zh', 'en'] as const).flatMap((lang) => [true, false].map((script): Way => ({ lang, script, views: EVERY_VIEW })))
  : [
      { lang: 'zh', script: true, views: [{ width: 360, dark: true }] },
      { lang: 'en', script: true, views: [{ width: 1400 }] },
    ];

/** The pages of each who goes in. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  'BJ-0001': [
    ...['/', '/units/BJ-0001/account', '/units/BJ-0001/people', '/units/BJ-0001/requests'],
    ...['/units/BJ-0001/verifications', '/verifications/2024:BJ-0001:V-01', '/acts/new/apply-for-offsets?for=BJ-0001'],
    ...['/acts/new/engage-verifier?for=BJ-0001', '/acts/new/answer-query?for=BJ-0001&verifier=V-01&query=1'],
    ...[
      '/units/BJ-0001/calendar',
      '/units/BJ-0001/documents',
      '/documents/new/monthly-evidence?for=BJ-0001',
      '/documents/new/general-report?for=BJ-0001',
    ],
    ...['', '/fill', '/fill?all', '/files', '/check', '/submit', '/seal'].map((page) => `/documents/DOC-000001${page}`),
    ...['/acts/new/submit-first-report?for=BJ-0001', '/acts/new/submit-first-report/check?for=BJ-0001&emissions=x&request=r'],
  ],
  'chaoyang/x': ['/', '/inbox', '/inbox/bulk', '/punctuality'],
  'city/a': [
    ...['/', '/approvals', '/season', '/units', '/units/BJ-0001', '/propose', '/propose/pre-allocate?for=BJ-0001'],
    ...['/propose/allocate?for=BJ-0001&with.parts.0.method=benchmark&more=with.parts.0.products', '/confirm', '/batches/new'],
    ...['/propose/pre-allocate/look?for=BJ-0001&with.amount=700&with.basis=a&request=r', '/amendments', '/people'],
    ...['/certificates', '/auctions', '/verifiers', '/letters/effect', '/letters/undelivered'],
  ],
  'operator/x': ['/attention', '/attention/case?case=2024%2FBJ-0001%2Fmonthly-evidence'],
  'auditor/x': ['/compare', '/compare?unit=BJ-0001&a=2024-06-03&b=2024-06-04', '/verify'],
  'V-01': [
    ...['/', '/inbox', '/verifications', '/verifications/2024:BJ-0001:V-01'],
    ...['/acts/new/accept-engagement?for=BJ-0001', '/acts/new/raise-query?for=BJ-0001'],
    ...['/acts/new/issue-verification-report?for=BJ-0001', '/acts/new/close-query?for=BJ-0001&query=1'],
  ],
};
