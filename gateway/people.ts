import type pg from 'pg';
import { isRefusal } from '../domain/model/refusal.js';
import { callerOf, callerOfClient } from '../parties/read.js';
import { madeUpCaller, testCaller } from '../parties/test-caller.js';
import type { People } from './port.js';
import { TEST_ISSUER } from './test-issuer.js';

/**
 * The people of a platform: whoever has signed in at its provider; test people by their own issuer, or by one that signs them in with one
 * click (`madeUp`).
 */
export const peopleOf = (pool: pg.Pool, madeUp?: string): People => ({
  async callerOf(who, at) {
    if (who.issuer === madeUp) return madeUpCaller(pool, who, at);
    if (who.issuer !== TEST_ISSUER) return callerOf(pool, who, at);
    const found = await testCaller(pool, who.subject, at);
    return isRefusal(found) ? undefined : found;
  },
  callerOfClient: async (client, at) => (await callerOfClient(pool, client, at))?.caller,
});
