import { dutyCalled } from '../../domain/letters/names.js';
import { daysBetween } from '../../domain/model/instant.js';
import type { Matter } from '../../domain/model/case.js';
import { gapOf } from '../../views/gap.js';
import type { CaseStatus, UnitStanding } from '../../views/unit-status.js';
import { maySee } from '../act-forms.js';
import type { Known } from '../visit.js';
import { ifNothing, inTonnes } from '../words.js';

type Says = Pick<Known, 'say'>;

const openMatters = (cases: readonly CaseStatus[]): readonly Matter[] =>
  cases.flatMap(({ facts }) => facts.matters.filter(({ state }) => state === 'open'));

const toldOf = ({ say }: Says, duty: string): string => {
  switch (dutyCalled(duty)?.owedBy) {
    case 'unit':
      return say('，区生态环境部门已收到通知', ', and the district authority was told');
    case 'district':
      return say('，已报市生态环境部门', ', and the city authority was told');
    default:
      return '';
  }
};

const matterSaid = ({ say }: Says, { openedOn, ordered }: Matter): string =>
  ordered
    ? say(`${ordered.on} 已责令改正`, `rectification was ordered on ${ordered.on}`)
    : say(
        `${openedOn} 已立案，是否责令改正、是否处罚由市生态环境部门决定，另行通知`,
        `a matter was opened on ${openedOn}: the city authority decides whether anything is ordered or fined, and tells`,
      );

/** What the confirmation of the emissions closes. */
const UNTIL_CONFIRMED: readonly string[] = ['first-report', 'verified-report', 'first-check'];

function stillSaid({ say }: Says, duty: string, cases: readonly CaseStatus[]): string {
  if (duty === 'surrender')
    return say(
      '平台从账户自动收缴；收缴之前仍可清缴，不足部分须限期补足',
      'the platform collects from the account; until it has, it can be surrendered, and what is missing has to be made good',
    );
  const confirmation = cases.flatMap(({ duties }) => duties['confirmation'] ?? [])[0];
  return confirmation && UNTIL_CONFIRMED.includes(duty)
    ? say(
        `仍可办理，注明逾期，直至碳排放量核定（应于 ${confirmation.dueOn} 前作出，尚未作出）`,
        `it can still be done, marked late, until the emissions are confirmed (due by ${confirmation.dueOn}, not done yet)`,
      )
    : say('仍可办理，注明逾期', 'it can still be done, marked late');
}

/** What has happened since the day of a duty passed without it, and what follows. */
function sinceMissed(visit: Says, duty: string, cases: readonly CaseStatus[]): string {
  const { say } = visit;
  const matter = openMatters(cases).find((one) => one.kind === 'referral' && one.duty === duty);
  return [
    `${say('已记为逾期', 'recorded as overdue')}${toldOf(visit, duty)}`,
    ...(matter ? [matterSaid(visit, matter)] : []),
    stillSaid(visit, duty, cases),
  ].join(say('；', '; '));
}

interface Record {
  readonly state: string;
}

/** What follows where nobody does a duty; what has followed, where its day has passed. */
export function followsOf(visit: Says, duty: string, { state }: Record, cases: readonly CaseStatus[]): string {
  return state === 'overdue' ? sinceMissed(visit, duty, cases) : ifNothing(visit, duty);
}

/** The same as a sentence of its own. */
export const Otherwise = ({
  visit,
  duty,
  record,
  cases,
}: {
  visit: Known;
  duty: string;
  record: Record;
  cases: readonly CaseStatus[];
}) => (
  <span class="otherwise">
    {record.state !== 'overdue' && visit.say('不办理：', 'Otherwise: ')}
    {followsOf(visit, duty, record, cases)}
  </span>
);

/** What a unit still owes after its collection, and until when; nothing where nothing is open. */
export const ToMakeGood = ({ visit, standing }: { visit: Known; standing: UnitStanding }) => {
  const { say } = visit;
  const { unit, at } = standing;
  const matter = openMatters(standing.cases).find(({ kind }) => kind === 'rectification');
  const missing = gapOf(standing)?.gap;
  if (!matter || missing === undefined) return <></>;
  const { dueOn } = matter;
  const days = dueOn === undefined ? 0 : daysBetween(at.slice(0, 10), dueOn);
  return (
    <div class="notice wrong">
      <p>
        <strong>
          {say(`收缴之后尚欠 ${inTonnes(visit, missing)}`, `After the collection ${inTonnes(visit, missing)} are missing`)}
        </strong>
        {dueOn !== undefined &&
          (days < 0
            ? say(`：补足期限 ${dueOn} 已过`, `: they had to be made good by ${dueOn}`)
            : say(`：须于 ${dueOn} 24:00 前补足`, `: to be made good by the end of ${dueOn}`))}
      </p>
      <p>
        {say('购入的配额入账后自动用于补足；', 'Allowances that are bought go to it as they come in; ')}
        {matterSaid(visit, matter)}
      </p>
      {maySee(visit.caller, 'statement', unit) && (
        <p>
          <a href={`/units/${encodeURIComponent(unit)}/account`}>{say('账户与收缴', 'Account and collection')}</a>
        </p>
      )}
    </div>
  );
};
