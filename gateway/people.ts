import type pg from 'pg';
import { isRefusal } from '../domain/model/refusal.js';
import { callerOf } from '../parties/read.js';
import { testCaller } from '../parties/test-caller.js';
import type { People } from './port.js';
import { TEST_ISSUER } from './test-issuer.js';

/** The people of a platform: whoever has signed in at its provider, and test people where it has any. */
export const peopleOf = (pool: pg.Pool): People => ({
  async callerOf(who, at) {
    if (who.issuer !== TEST_ISSUER) return callerOf(pool, who, at);
    const found = await testCaller(pool, who.subject, at);
    return isRefusal(found) ? undefined : found;
  },
});
