import { Connection, WorkflowClient } from '@temporalio/client';
import { DeskFront } from '../../gateway/desk-front.js';
import { makeGateway } from '../../gateway/gateway.js';
import { peopleOf } from '../../gateway/people.js';
import { Book } from '../../records/book.js';

/** The contract as the gateway answers it, from one that never speaks to its servers. */
export async function openapi(): Promise<string> {
  const book = new Book('postgres://127.0.0.1:1/nowhere');
  const client = new WorkflowClient({ connection: Connection.lazy() });
  const app = makeGateway({
    book,
    people: peopleOf(book.pool),
    issuers: [],
    isEnded: () => Promise.resolve(false),
    log: () => undefined,
    front: new DeskFront({ book, client, taskQueue: 'nowhere' }),
  });
  const answer = await app.request('/openapi.json');
  await book.close();
  if (!answer.ok) throw new Error(`/openapi.json answers ${String(answer.status)}`);
  return answer.text();
}
