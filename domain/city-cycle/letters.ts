import type { Write } from '../letters/write.js';

/** The letters of the city's cycle, to the city itself, in Chinese. */
export const cityLetters: Readonly<Record<'rolled-out' | 'decisions-overdue' | 'cycle-closed', Write>> = {
  'rolled-out': ({ say }) => ({
    subject: `【${say('what')}】${say('cycle')} 年度：已送达 ${say('cases')} 个案件`,
    text: [
      `${say('cycle')} 年度${say('what')}决定已送达 ${say('cases')} 个案件，其中 ${say('applied')} 个已执行。`,
      ...(say('refused') ? [`未执行的案件及原因：${say('refused')}`] : []),
    ].join('\n'),
  }),
  'decisions-overdue': ({ duty, clause, say }) => ({
    subject: `【逾期】${duty}已于 ${say('dueOn')} 截止，尚有 ${say('count')} 家单位未决定`,
    text: [`事项：${duty}`, `截止日期：${say('dueOn')}`, `尚未决定的单位：${say('units')}`, `依据：通知${clause}`].join('\n'),
  }),
  'cycle-closed': ({ say }) => ({
    subject: `【周期结束】${say('cycle')} 年度履约周期已结束`,
    text: `${say('cycle')} 年度 ${say('cases')} 个案件均已结束，周期总结可在管理平台查看。此后只受理更正和处罚决定。`,
  }),
};
