import type { Instant } from '../model/instant.js';
import { dayOf } from '../model/instant.js';
import { auctionLetters } from '../auction/letters.js';
import { cityLetters } from '../city-cycle/letters.js';
import { approvalLetters } from '../approvals/letters.js';
import { verificationLetters } from '../verification/letters.js';
import type { Template } from '../model/step.js';
import { dutyCalled } from './names.js';
import { platformLetters } from './platform-letters.js';
import type { Letter, Write } from './write.js';

export type { Letter } from './write.js';

/** 通知: one thing to tell one party. */
export interface Notice {
  readonly at: Instant;
  readonly unit: string;
  readonly template: Template;
  readonly duty?: string;
  readonly say?: Readonly<Record<string, string>>;
}

const days = (left: string): string => (left === '0' ? '今天是最后一天' : `还有 ${left} 个自然日`);

const WRITE: Readonly<Record<Template, Write>> = {
  ...auctionLetters,
  ...cityLetters,
  ...approvalLetters,
  ...verificationLetters,
  ...platformLetters,
  'cycle-opened': ({ unit, say }) => ({
    subject: `【履约】${say('cycle')} 年度履约周期已开始：${unit}`,
    text: `${unit}：\n${say('cycle')} 年度碳排放单位管理和碳排放权交易工作已开始，各项义务和截止日期可在管理平台查看，平台将在各截止日期前提醒。`,
  }),
  reminder: ({ unit, duty, clause, say }) => ({
    subject: `【提醒】${duty}须于 ${say('dueOn')} 前完成，${days(say('daysLeft'))}：${unit}`,
    text: `单位：${unit}\n事项：${duty}\n截止日期：${say('dueOn')}（含当日），${days(say('daysLeft'))}\n依据：通知${clause}`,
  }),
  overdue: ({ unit, duty, clause, say }) => ({
    subject: `【逾期】${duty}已于 ${say('dueOn')} 截止：${unit}`,
    text: `单位：${unit}\n事项：${duty}\n截止日期：${say('dueOn')}，逾期未完成。请尽快完成；逾期完成的将予以记录。\n依据：通知${clause}`,
  }),
  escalation: ({ unit, duty, clause, say }) => ({
    subject: `【督办】${duty}逾期未完成（${say('dueOn')}）：${unit}`,
    text: `单位：${unit}\n事项：${duty}\n截止日期：${say('dueOn')}，区生态环境部门逾期未完成，现报市生态环境部门。\n依据：通知${clause}`,
  }),
  returned: ({ unit, duty, clause, say }) => ({
    subject: `【退回】${duty}被退回，请更正后重新报送：${unit}`,
    text: `单位：${unit}\n事项：${duty}\n截止日期：${say('dueOn')}\n检查意见：${say('findings') || '见管理平台'}\n依据：通知${clause}`,
  }),
  decision: ({ unit, on, say }) => ({
    subject: `【决定】${say('what')}：${unit}`,
    text: [
      `单位：${unit}`,
      `市生态环境部门于 ${on} 作出决定：${say('what')}`,
      ...(say('quantity') ? [`数量：${say('quantity')} 吨`] : []),
      ...(say('emissions') ? [`核定排放量：${say('emissions')} 吨，应清缴 ${say('obligation')} 吨`] : []),
      ...(say('basis') ? [`依据：${say('basis')}`] : []),
    ].join('\n'),
  }),
  'verifier-reminder': ({ unit, say }) => ({
    subject: `【提醒核查机构】抽查与核查排放量相差 ${say('difference')} 吨：${unit}`,
    text: `单位：${unit}\n核查排放量：${say('verified')} 吨\n抽查排放量：${say('spotChecked')} 吨\n相差：${say('difference')} 吨\n依据：通知四(二)`,
  }),
  'revision-adopted': ({ unit, say }) => ({
    subject: `【日期调整】截止日期已调整：${unit}`,
    text: `单位：${unit}\n依据：${say('basis')}\n${say('changed').replaceAll('；', '\n')}`,
  }),
  collection: ({ unit, say }) => ({
    subject: `【自动收缴】已收缴配额 ${say('collected')} 吨${['', '0'].includes(say('offsets')) ? '' : `、抵销产品 ${say('offsets')} 吨`}，尚欠 ${say('shortfall')} 吨：${unit}`,
    text: `单位：${unit}\n已收缴配额：${say('collected')} 吨\n已收缴抵销产品：${say('offsets') || '0'} 吨\n尚欠：${say('shortfall')} 吨\n依据：通知三(四)`,
  }),
  rectification: ({ unit, say }) => ({
    subject: `【立案】尚欠 ${say('shortfall')} 吨，已立案，请于 ${say('dueOn')} 前补足：${unit}`,
    text: `单位：${unit}\n尚欠：${say('shortfall')} 吨，已立案\n补足期限：${say('dueOn')}（含当日）\n是否责令改正由市生态环境部门决定，另行通知。\n依据：通知三(四)、五(二)`,
  }),
  'district-moved': ({ unit, on, say }) => ({
    subject: `【主管区变更】${say('from')} → ${say('to')}：${unit}`,
    text: `单位：${unit}\n自 ${on} 起，由 ${say('to')} 生态环境部门检查和联系，此前为 ${say('from')}。\n依据：${say('basis')}`,
  }),
  alarm: ({ say }) => ({
    subject: `【警报】账簿核对发现不符（警报 ${say('alarm')}）：${say('meaning') || say('check')}`,
    text: `核对项目：${say('meaning') ? `${say('meaning')}（${say('check')}）` : say('check')}\n涉及：${say('subject')}\n发现：${say('found')}\n在警报 ${say('alarm')} 经两名人员解除之前，平台不再${say('units') ? `对 ${say('units')} ` : ''}执行自动收缴。`,
  }),
  referral: ({ unit, say }) => ({
    subject: `【立案】${say('about')}逾期未报送，已立案：${unit}`,
    text: `单位：${unit}\n事项：${say('about')}\n截止日期：${say('dueOn')}，逾期未报送，已立案${say('upTo') ? `；依法可处 ${say('upTo')} 元以下罚款` : ''}。\n是否责令改正或者处罚由市生态环境部门决定，另行通知。\n依据：通知五(二)`,
  }),
  order: ({ unit, on, say }) => {
    const what = say('shortfall')
      ? `尚欠 ${say('shortfall')} 吨未清缴`
      : `${dutyCalled(say('about'))?.zh ?? say('about')}逾期未报送`;
    const until = say('dueOn') ? [`改正期限：${say('dueOn')}（含当日）`] : [];
    return {
      subject: `【责令改正】${what}：${unit}`,
      text: [`单位：${unit}`, `市生态环境部门于 ${on} 责令改正：${what}`, ...until, `依据：${say('basis')}`].join('\n'),
    };
  },
};

/** Writes a notice in Chinese. The same notice always gives the same words. */
export function letter(mail: Notice): Letter {
  const duty = mail.duty === undefined ? undefined : dutyCalled(mail.duty);
  const name = mail.say?.['name'];
  return WRITE[mail.template]({
    unit: name ? `${name}（${mail.unit}）` : mail.unit,
    duty: duty?.zh ?? mail.duty ?? '',
    clause: duty?.clause ?? '',
    on: dayOf(mail.at),
    say: (what) => mail.say?.[what] ?? '',
  });
}
