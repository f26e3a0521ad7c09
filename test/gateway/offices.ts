import { expect } from 'vitest';
import { askerOf, openHouse, type House, type Said } from './house.js';

/** What waits in an inbox over HTTP, as somebody sees it. */
export type Listed = Readonly<Record<string, unknown>>;

const MONTH = { month: '2024-05', electricityMWh: '10', fuels: [], files: [{ name: 'a.pdf', sha256: 'a'.repeat(64) }] };

/** The check of May that a unit's package asks of its district. */
export const checkOf = (unit: string): string => `2024/${unit}/monthly-evidence:monthly-check/2024-05`;

/** A house in which three packages wait for Chaoyang, and what people do there with their inboxes. */
export async function openOffices() {
  const house: House = await openHouse();
  const as = async (actor: string) => askerOf(house.app, await house.token(actor));
  const act = async (actor: string, body: object): Promise<void> => {
    const done = await (await as(actor)).post('/api/v1/acts', body);
    expect([done.status, done.body]).toMatchObject([200, { state: 'decided' }]);
  };
  const file = (unit: string, electricityMWh = '10') =>
    act(unit, { do: 'submit-monthly-evidence', with: { ...MONTH, electricityMWh } });
  for (const unit of ['BJ-0001', 'BJ-0002', 'BJ-0003']) await file(unit);
  // test people are there from their first sign-in on
  for (const actor of ['chaoyang/x', 'chaoyang/y', 'chaoyang/z', 'haidian/x', 'city/a', 'city/b'])
    expect((await (await as(actor)).get('/api/v1/me')).status).toBe(200);
  const inbox = async (actor: string, of: string): Promise<readonly Listed[]> =>
    (await (await as(actor)).get(`/api/v1/inbox?of=${of}&cycle=2024&limit=200`)).body['items'] as Listed[];
  return {
    house,
    as,
    act,
    file,
    inbox,
    post: async (actor: string, item: string, what: string, body: object = {}): Promise<Said> =>
      (await as(actor)).post(`/api/v1/inbox/${encodeURIComponent(item)}/${what}`, body),
    shown: async (actor: string, of: string, item: string) => (await inbox(actor, of)).find((one) => one['item'] === item),
    /** Who had an item, by whom, and who ended it, in order. */
    history: async (item: string) => {
      const { rows } = await house.theatre.book.pool.query<{ line: [string, string, string] }>(
        `select array[p.test_actor, b.test_actor,
           case when c.ended_at is null then 'goes on' else coalesce(e.test_actor, 'by itself') end] as line
         from inbox_claims c join persons p using (person) join persons b on b.person = c.by
           left join persons e on e.person = c.ended_by
         where item = $1 order by n`,
        [item],
      );
      return rows.map(({ line }) => line);
    },
  };
}

export type Offices = Awaited<ReturnType<typeof openOffices>>;
