/** What a form would be sent as. */
const REQUEST = '00000000-0000-4000-8000-000000000000';

/** Who looks at which pages: those that a party opens on an ordinary day, and those that are made of most. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  'BJ-0001': [
    ...['/', '/units/BJ-0001/account', '/units/BJ-0001/letters', '/units/BJ-0001/people', '/units/BJ-0001/requests'],
    ...['/units/BJ-0001/calendar', '/units/BJ-0001/documents', '/units/BJ-0001/verifications', '/units/BJ-0001/statement.csv'],
    ...['', '/fill', '/fill?all', '/files', '/check', `/submit?request=${REQUEST}`, '/seal'].map(
      (page) => `/documents/DOC-000001${page}`,
    ),
    '/documents/new/monthly-evidence?for=BJ-0001&month=2024-11',
  ],
  'BJ-4001': ['/', '/acts/new/submit-first-report?for=BJ-4001&request=r'],
  'BJ-3001': [
    ...['/', '/units/BJ-3001/verifications', '/verifications/2024:BJ-3001:V-02'],
    `/acts/new/answer-query?for=BJ-3001&verifier=V-02&query=1&request=${REQUEST}`,
  ],
  'chaoyang/x': [...['/', '/inbox', '/inbox/bulk', '/punctuality', '/units'], '/check?unit=BJ-0003&duty=monthly-check%2F2024-09'],
  'city/a': [
    ...[
      '/',
      '/season',
      '/season?duty=first-report',
      '/season.xlsx',
      '/approvals',
      '/approvals?all',
      '/units?q=BJ-00',
      '/inbox?of=city',
    ],
    ...[
      '/approvals/AP-000001',
      '/approvals/AP-000002',
      '/propose',
      `/propose/pre-allocate?for=BJ-4010&request=${REQUEST}`,
      `/propose/strike-off-verifier?request=${REQUEST}`,
    ],
    '/propose/pre-allocate/look?for=BJ-4200&with.amount=700&with.basis=a&request=r',
    ...[
      '/batches/new',
      '/confirm',
      '/amendments',
      '/amendments/2024/2',
      '/amendments/2024/2?from=1000',
      '/people',
      '/certificates',
    ],
    ...['/auctions', '/verifiers', '/verifications', '/letters/effect', '/letters/undelivered'],
  ],
  'operator/x': ['/attention'],
  'auditor/x': ['/compare?unit=BJ-0001&a=2024-07-01&b=2024-10-01', '/units/BJ-0001'],
  'V-01': ['/', '/units', '/inbox', '/verifications', '/units/BJ-0001', '/units/BJ-0001/documents'],
  'V-02': ['/', '/units', '/inbox', '/verifications', '/verifications/2024:BJ-3001:V-02'],
};
