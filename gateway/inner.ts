import { Hono } from 'hono';
import type { Book } from '../records/book.js';
import { waitingNow } from '../records/waiting.js';
import { isDatabaseAway } from '../records/connection.js';
import type { Measures } from './measures.js';

/** What operators' machines ask, without sign-in: on a port of its own that is not for the world. */
export function innerApp(book: Book, measures: Measures, isStopping: () => boolean): Hono {
  const app = new Hono();
  app.get('/health', (c) => c.json({ healthy: true }));
  app.get('/ready', async (c) => {
    if (isStopping()) return c.json({ ready: false, because: 'stopping' }, 503);
    try {
      await book.pool.query('select 1');
      return c.json({ ready: true });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return c.json({ ready: false, because: 'the database of the book does not answer' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    const { undecided, letters, suspended } = await waitingNow(book.pool);
    return c.text(
      measures.text({
        luyue_requests_undecided: { help: 'Requests that are stored and not decided.', value: undecided },
        luyue_outbox_waiting: { help: 'Letters that have not gone out yet.', value: letters },
        luyue_cases_suspended: { help: 'Cases that stand still.', value: suspended },
      }),
      200,
      { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    );
  });
  app.onError((_, c) => c.json({ failed: true }, 503));
  return app;
}
