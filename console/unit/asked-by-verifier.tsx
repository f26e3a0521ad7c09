import { isRefusal } from '../../domain/model/refusal.js';
import { InboxList } from '../inbox-page.js';
import type { Known } from '../visit.js';

const MOST = 20;

/** What a unit's verifier asks and waits for. */
export const AskedByVerifier = async ({ visit, unit }: { visit: Known; unit: string }) => {
  const { deps, caller, say } = visit;
  const found = await deps.reading.inbox(caller, unit, { limit: MOST });
  const asked = isRefusal(found) ? [] : found.items.filter(({ what }) => what.startsWith('answer-query'));
  if (asked.length === 0) return <></>;
  return (
    <section>
      <h2>{say('核查机构的疑问，待答复', 'What your verifier asks')}</h2>
      <InboxList visit={visit} items={asked} of={unit} />
    </section>
  );
};
