import { own } from '../../domain/model/own.js';
import type { NamedFinding } from '../../documents/forms/findings.js';
import { FUEL_OPTIONS } from '../../regulation/forms/form.js';
import type { Visit } from '../visit.js';

type Words = readonly [zh: string, en: string];

const SEVERITY: Readonly<Record<NamedFinding['severity'], Words>> = {
  error: ['错误', 'error'],
  warning: ['提醒', 'warning'],
  question: ['疑问', 'question'],
};

/** What the numbers of a finding are; a month says what it is itself. */
const NUMBERS: Readonly<Record<string, Words>> = {
  stated: ['填报', 'stated'],
  computed: ['计算', 'computed'],
  here: ['本文件', 'here'],
  there: ['对照文件', 'there'],
  difference: ['相差', 'difference'],
  factor: ['倍数', 'factor'],
  share: ['幅度', 'share'],
  rows: ['各行合计', 'rows in sum'],
  ncv: ['填报热值', 'calorific value'],
  ncvThere: ['对照文件热值', 'calorific value there'],
  carbonContent: ['含碳量', 'carbon content'],
  carbonContentThere: ['对照文件含碳量', 'carbon content there'],
  oxidation: ['碳氧化率', 'oxidation'],
  oxidationThere: ['对照文件碳氧化率', 'oxidation there'],
  facility: ['设施排放量', 'the facility'],
  tonnes: ['吨数标准', 'tonnes asked'],
  total: ['单位排放总量', 'the unit in all'],
  least: ['最低', 'least'],
  most: ['最高', 'most'],
  mean: ['平均', 'mean'],
  weighted: ['加权平均 ΣE²/ΣE', 'weighted ΣE²/ΣE'],
  default: ['缺省值', 'default'],
  months: ['各月合计', 'the months in sum'],
  annual: ['年度', 'the year'],
  reported: ['填报', 'reported'],
  verified: ['核查', 'verified'],
  filed: ['单位报送', 'filed by the unit'],
  bought: ['购入', 'bought'],
  passedOn: ['转供', 'passed on'],
  electricityMWh: ['购入使用电量', 'electricity'],
  greenElectricityMWh: ['绿电', 'green electricity'],
};

const FIGURES: Readonly<Record<string, Words>> = {
  electricity: ['电力', 'electricity'],
  heat: ['热力', 'heat'],
  ...Object.fromEntries(FUEL_OPTIONS.map(({ value, zh, en }): [string, Words] => [value, [zh, en]])),
};

/** A rule names its figures as the data does; people by their words. */
const worded = ({ say }: Visit, text: string, about: string): string => {
  const words = own(FIGURES, about);
  return words ? text.replace(about, say(...words)) : text;
};

/** One thing that the district will see, with its numbers. */
export const FindingSaid = ({ visit, finding }: { visit: Visit; finding: NamedFinding }) => {
  const { severity, about, zh, en, numbers } = finding;
  const shown = Object.entries(numbers).filter(([name]) => name !== 'sha256');
  return (
    <>
      <p>
        <span class={`severity ${severity}`}>{visit.say(...SEVERITY[severity])}</span> {worded(visit, visit.say(zh, en), about)}
      </p>
      {shown.length > 0 && (
        <p class="hint">
          {shown
            .map(([name, value]) => {
              const words = own(NUMBERS, name);
              return `${words ? visit.say(...words) : name} ${value}`;
            })
            .join(' · ')}
        </p>
      )}
    </>
  );
};
