import type { Write } from './write.js';

/** What is told of the platform itself: to the city, whom nobody can sign for; to operators, what stands still. */
export const platformLetters: Readonly<Record<'unit-unsigned' | 'case-suspended', Write>> = {
  'unit-unsigned': ({ unit, say }) => ({
    subject: `【无人签署】${say('duty')}须于 ${say('dueOn')} 前完成，没有可签署的人员：${unit}`,
    text: [
      `单位：${unit}`,
      `最近的事项：${say('duty')}，截止日期 ${say('dueOn')}（含当日）`,
      '该单位没有在任的签署人员，到期将无法报送或者清缴。',
    ].join('\n'),
  }),
  'case-suspended': ({ say }) => ({
    subject: `【案件暂停】${say('case')}`,
    text: [`案件：${say('case')}`, `原因：${say('why')}`, '案件已暂停，期间受理的事项保留其受理时间。'].join('\n'),
  }),
};
