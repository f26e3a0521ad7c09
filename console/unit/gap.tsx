import { sum } from '../../domain/model/amount.js';
import { gapOf } from '../../views/gap.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { maySee } from '../act-forms.js';
import { Why } from '../explain.js';
import { inTonnes, tonnesSaid } from '../words.js';
import type { Known } from '../visit.js';

/** What a unit owes and holds, and what is missing or left; each figure opens to what makes it. `bare`: without the way to its account. */
export const Gap = ({ visit, standing, bare = false }: { visit: Known; standing: UnitStanding; bare?: boolean }) => {
  const { say } = visit;
  const { unit, cycle } = standing;
  const found = gapOf(standing);
  if (!found) {
    const held = standing.holdings.filter(({ product }) => product === 'allowance').map(({ quantity }) => quantity);
    return standing.kind === 'key' ? (
      <p>
        {say('持有配额', 'Allowances held')} <b>{inTonnes(visit, sum(held))}</b> ·{' '}
        {say('排放量尚未核定，还没有应清缴量', 'the emissions are not confirmed, so nothing is owed yet')}
        {!bare && maySee(visit.caller, 'statement', unit) && (
          <>
            {' '}
            · <a href={`/units/${encodeURIComponent(unit)}/account`}>{say('账户', 'Account')}</a>
          </>
        )}
      </p>
    ) : (
      <></>
    );
  }
  const { obligation, given, held, gap, left: rest } = found;
  const isShort = gap !== '0';
  const isCollected = standing.cases[0]?.facts.collectedAt !== undefined;
  const figures = [
    [say('应清缴', 'obligation'), obligation, 'obligation'],
    [isCollected ? say('已清缴与收缴', 'surrendered and collected') : say('已清缴', 'surrendered'), given, 'surrender'],
    [say('持有配额', 'allowances held'), held, ''],
    isShort
      ? [isCollected ? say('尚欠', 'still missing') : say('预计缺口', 'expected gap'), gap, 'collection']
      : [say('清缴后结余', 'left afterwards'), rest, ''],
  ] as const;
  const title = say('应缴与持有（吨）', 'Owed and held (tonnes)');
  return (
    <section>
      {bare ? <h2>{title}</h2> : <h3>{title}</h3>}
      <dl class="counts">
        {figures.map(([words, tonnes, what], n) => (
          <div class={n === 3 && isShort ? 'some' : ''}>
            <dt>
              <Why visit={visit} cycle={cycle} what={what}>
                {words}
              </Why>
            </dt>
            <dd>{tonnesSaid(tonnes)}</dd>
          </div>
        ))}
      </dl>
      {!bare && maySee(visit.caller, 'statement', unit) && (
        <p>
          <a href={`/units/${encodeURIComponent(unit)}/account`}>
            {say('账户、批次与收缴预览', 'Account, lots, and what a collection would take')}
          </a>
        </p>
      )}
    </section>
  );
};
