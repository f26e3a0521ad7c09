import type { TestPerson } from '../../embedded/identity/people.js';
import { districts } from '../../regulation/districts.js';
import type { DemoCity, KeyUnit } from './city.js';
import { idOf } from './entry.js';

/** What is worth looking at in a unit of each story. */
const ABOUT: Readonly<Partial<Record<KeyUnit['story'], readonly [zh: string, en: string]>>> = {
  plain: ['一切按期，尚未清缴', 'all in time, not surrendered yet'],
  short: ['配额不足，有缺口', 'holds too little'],
  settled: ['已全部清缴', 'has surrendered all'],
  'offset-waiting': ['抵销申请待批', 'its offsets wait for approval'],
  unconfirmed: ['排放量尚未核定', 'not confirmed yet'],
  'late-months': ['两个月迟交', 'two months late'],
  'month-returned': ['9 月存证被退回', 'its September was returned'],
  never: ['全年未报送', 'has filed nothing'],
};

/** Whom one goes in as in a demonstration city: one unit of each sort, every district, every office. */
export function peopleOf({ key, general, verifiers }: DemoCity): readonly TestPerson[] {
  const person = (group: TestPerson['group'], actor: string, zh: string, en: string): TestPerson => ({
    subject: actor,
    actor,
    zh,
    en,
    ...(group === undefined ? {} : { group }),
  });
  const seen = new Set<string>();
  const units = key.flatMap(({ name, story }, n): TestPerson[] => {
    const about = ABOUT[story];
    if (!about || seen.has(story)) return [];
    seen.add(story);
    const id = idOf('key', n);
    return [person('unit', id, `${name}：${about[0]}`, `${id}: ${about[1]}`)];
  });
  const [first] = general;
  const own = new Set(key.map(({ district }) => district));
  return [
    ...units,
    ...(first ? [person('unit', idOf('general', 0), `${first.name}：一般报告单位`, 'a general reporting unit')] : []),
    ...districts().flatMap(({ id, authority, en }) =>
      own.has(id) ? [person('district', `${id}/x`, `${authority} 经办`, `${en}, an officer`)] : [],
    ),
    person('city', 'city/a', '市局 甲：经办、批准、登记', 'the city, officer a'),
    person('city', 'city/b', '市局 乙：批准甲提出的事项', 'the city, officer b, who approves what a proposes'),
    ...verifiers.map((id) => person('verifier', id, `核查机构 ${id}`, `verifier ${id}`)),
    person('rest', 'exchange', '北京绿色交易所', 'the exchange'),
    person('rest', 'operator/x', '平台运行人员', 'an operator'),
    person('rest', 'auditor/x', '审计人员', 'an auditor'),
  ];
}
