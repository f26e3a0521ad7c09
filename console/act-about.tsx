import { isLess, minus, ZERO } from '../domain/model/amount.js';
import { gapOf } from '../views/gap.js';
import type { UnitStanding } from '../views/unit-status.js';
import { dutyOfAct } from './act-forms.js';
import { Why } from './explain.js';
import { State } from './pages.js';
import { Otherwise } from './unit/missed.js';
import { dutySaid, inTonnes } from './words.js';
import type { Known } from './visit.js';

interface About {
  readonly visit: Known;
  readonly act: string;
  readonly unit: UnitStanding;
  readonly month?: string | undefined;
}

/** Until when an act fulfils its duty, and what follows otherwise. */
const Until = ({ visit, act, unit, month }: About) => {
  const base = dutyOfAct(act);
  if (base === undefined) return <></>;
  const duty = month === undefined ? base : `${base}/${month}`;
  const record = unit.cases.map(({ duties }) => duties[duty]).find((one) => one !== undefined);
  if (!record) return <></>;
  const { say } = visit;
  return (
    <>
      <dt>{dutySaid(visit, duty)}</dt>
      <dd>
        <Why visit={visit} cycle={unit.cycle} what={duty}>
          {say(`${record.dueOn} 24:00 截止`, `by the end of ${record.dueOn}`)}
        </Why>
        {record.state === 'done' ? (
          <State visit={visit} state="done" />
        ) : (
          <Otherwise visit={visit} duty={duty} record={record} cases={unit.cases} />
        )}
      </dd>
    </>
  );
};

/** What is owed and what is held, where allowances are surrendered. */
const Owed = ({ visit, unit }: Pick<About, 'visit' | 'unit'>) => {
  const { say } = visit;
  const found = gapOf(unit);
  if (!found)
    return (
      <>
        <dt>{say('应清缴', 'Owed')}</dt>
        <dd>{say('排放量尚未核定，还没有应清缴量', 'the emissions are not confirmed, so nothing is owed yet')}</dd>
      </>
    );
  const { obligation, given, held, gap } = found;
  const open = isLess(given, obligation) ? minus(obligation, given) : ZERO;
  const t = (amount: string): string => inTonnes(visit, amount);
  return (
    <>
      <dt>{say('尚应清缴', 'Still owed')}</dt>
      <dd>
        <b>{t(open)}</b>{' '}
        <span class="quiet">
          {say(`（应清缴 ${t(obligation)}，已清缴 ${t(given)}）`, `(${t(obligation)} in all, ${t(given)} surrendered)`)}
        </span>
      </dd>
      <dt>{say('持有配额', 'Allowances held')}</dt>
      <dd>
        {t(held)}
        {gap !== ZERO && (
          <>
            {' '}
            <strong>{say(`（缺 ${t(gap)}）`, `(${t(gap)} are missing)`)}</strong>
          </>
        )}
      </dd>
    </>
  );
};

/** What somebody has to know who fills in a short form: until when, what otherwise, what is owed. */
export const ActAbout = (about: About) => (
  <dl class="facts">
    <Until {...about} />
    {about.act === 'surrender' && <Owed visit={about.visit} unit={about.unit} />}
  </dl>
);
