import { isRefusal } from '../../domain/model/refusal.js';
import type { Known } from '../visit.js';
import { VerificationList } from './verification-list.js';

const MOST = 20;

/** A verifier's engagements, with what each asks. */
export const Engaged = async ({ visit }: { visit: Known }) => {
  const { deps, caller, say } = visit;
  const found = await deps.reading.verifications(caller, { limit: MOST });
  if (isRefusal(found)) return <></>;
  return (
    <section>
      <h2>{say('委托本机构的单位', 'Units that have engaged you')}</h2>
      {found.items.length === 0 ? (
        <p>
          {say(
            '目前没有单位委托本机构：单位在平台上委托之后在此列出。',
            'No unit has engaged you: once one does, on the platform, it is listed here.',
          )}
        </p>
      ) : (
        <VerificationList visit={visit} rows={found.items} />
      )}
      {found.after !== undefined && <a href="/verifications">{say('全部核查', 'All of them')}</a>}
    </section>
  );
};
