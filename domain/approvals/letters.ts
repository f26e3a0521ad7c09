import type { Write } from '../letters/write.js';

/** The letters about what waits to be approved, in Chinese. */
export const approvalLetters: Readonly<Record<'approval-waits' | 'approval-ended', Write>> = {
  'approval-waits': ({ say }) => ({
    subject: `【待批】${say('approval')}：${say('act')}，请于 ${say('lapsesOn')} 前批准或者退回`,
    text: [
      `${say('proposedBy')} 提出：${say('act')}，共 ${say('lines')} 项。`,
      `须由另一名人员批准；${say('lapsesOn')}（含当日）后失效。`,
      `在管理平台“待批”中查看和批准，或者用 luyue approve ${say('approval')}。`,
    ].join('\n'),
  }),
  'approval-ended': ({ say }) => ({
    subject: `【${say('how')}】${say('approval')}：${say('act')}`,
    text: [
      `${say('proposedBy')} 提出的 ${say('act')}（${say('approval')}，共 ${say('lines')} 项）已${say('how')}。`,
      ...(say('reason') ? [`原因：${say('reason')}`] : []),
    ].join('\n'),
  }),
};
