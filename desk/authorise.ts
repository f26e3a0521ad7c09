import type { ActDefinition } from '../acts/definition.js';
import type { Unit } from '../domain/model/case.js';
import { isActorName, unitOfActor } from '../domain/model/names.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { districts } from '../regulation/districts.js';
import { badInput } from './parse.js';

/** Whether somebody is a party or an officer of it: `chaoyang`, `chaoyang/x`. */
const isOf = (who: string, party: string): boolean =>
  who === party || (who.startsWith(`${party}/`) && who.length > party.length + 1);

/** Whether somebody is an officer of a party, a person: two of them decide what the city decides. */
const isOfficer = (who: string, party: string): boolean => who !== party && isOf(who, party);

const PARTIES = {
  unit: '单位本身',
  verifier: '受委托的核查机构',
  district: '单位所在区的生态环境部门',
  exchange: '北京绿色交易所',
  city: '市生态环境部门',
} as const;
const PARTIES_EN = {
  unit: 'the unit itself',
  verifier: 'the verifier that it engaged',
  district: "the unit's district authority",
  exchange: 'the exchange',
  city: 'the city authority',
} as const;

export interface Claimant {
  readonly by: string;
  readonly approvedBy?: string;
}

const AUTHORITIES: readonly string[] = ['city', 'exchange', 'operator', 'auditor', 'platform'];
const isAuthority = (name: string): boolean => AUTHORITIES.includes(name) || districts().some(({ id }) => id === name);
/** Whether a name can be a verifier's; whether the unit has engaged it the desk looks up. */
const isVerifierName = (name: string): boolean => !name.includes('/') && !isAuthority(name);

const isParty = (who: string, party: ActDefinition['party'], unit: Unit | undefined): boolean => {
  if (party === 'unit') return unit !== undefined && unitOfActor(who) === unit.id;
  if (party === 'verifier') return unit !== undefined && isVerifierName(unitOfActor(who)) && unitOfActor(who) !== unit.id;
  if (party === 'city') return isOfficer(who, party);
  if (party === 'district') return unit !== undefined && isOf(who, unit.district);
  return isOf(who, party);
};

const wrongParty = (name: string, who: string, party: ActDefinition['party']): Refusal =>
  refuse(
    'not-allowed',
    `${name} 只能由${PARTIES[party]}办理，${who} 无权`,
    `${name} is for ${PARTIES_EN[party]}, not for ${who}`,
  );

/** Whoever acts has one spelling: `city/A` and `city/a ` are nobody, lest they approve what `city/a` proposed. */
function misspelt({ by, approvedBy = by }: Claimant): Refusal | undefined {
  const field = isActorName(by) ? 'approvedBy' : 'by';
  return isActorName(by) && isActorName(approvedBy)
    ? undefined
    : badInput(
        [field],
        '不是参与方或人员的编号，应如 BJ-0001、chaoyang、city/a（人员用小写字母、数字和连字符）',
        'is no id of a party or a person: write it like BJ-0001, chaoyang, city/a (people in lower case, digits, hyphens)',
      );
}

/**
 * Whether these people may do this act about these units: party, district, kind of unit, two officers; `alone`: whether one of them may
 * propose it.
 */
export function authorise(
  name: string,
  act: ActDefinition,
  who: Claimant,
  units: readonly Unit[],
  alone = false,
): Refusal | undefined {
  const no = misspelt(who);
  if (no) return no;
  const operates = act.operator !== undefined && isOfficer(who.by, 'operator');
  if (operates && act.operator === 'alone') return undefined;
  if (!operates && !isParty(who.by, act.party, units[0])) return wrongParty(name, who.by, act.party);
  for (const unit of units)
    if ((act.concerns === 'key' || act.concerns === 'general') && unit.kind !== act.concerns) {
      const [zh, en] = act.concerns === 'key' ? ['重点碳排放单位', 'key units'] : ['一般报告单位', 'general reporting units'];
      return refuse('not-allowed', `${name} 只涉及${zh}，${unit.id} 不是`, `${name} concerns ${en}, and ${unit.id} is none`);
    }
  if (!act.twoPeople || alone) return undefined;
  if (who.approvedBy === undefined)
    return refuse(
      'same-officer',
      `${name} 须经另一名人员批准（approvedBy）`,
      `${name} needs the approval of a second officer (approvedBy)`,
    );
  if (!isOfficer(who.approvedBy, 'city')) return wrongParty(name, who.approvedBy, 'city');
  if (who.approvedBy === who.by)
    return refuse('same-officer', `${name} 的经办人与批准人不能是同一人`, `${name} needs two different officers`);
  return undefined;
}
