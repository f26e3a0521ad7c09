import type { SqlCheck } from './check.js';

/** Time itself: in service there is one clock, the database's. */
export const CLOCK_CHECKS: readonly SqlCheck[] = [
  {
    name: 'clock-in-service',
    zh: '运行平台上的案件不按本机时钟计时',
    en: 'in service a case, or the whole book, lives by another clock than the database',
    of: 'case',
    sql: `select x.subject, x.found from (
        select c.case_id as subject, 'lives by ' || c.clock::text as found from cases c
          where c.clock ->> 'wall0' is distinct from c.clock ->> 'business0' or c.clock ? 'skips'
        union all
        select '', 'the whole book lives by ' || b.business0 || ' for ' || b.wall0 from business_clock b) x
      where exists (select from platform where kind = 'service') order by 1`,
  },
];
