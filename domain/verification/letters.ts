import type { Write } from '../letters/write.js';

/** The letters of a verification, between a unit and its verifier, in Chinese. */
export const verificationLetters: Readonly<Record<'verification-engaged' | 'verification-query' | 'verification-told', Write>> = {
  'verification-engaged': ({ unit, say }) => ({
    subject: `【核查委托】请答复是否接受委托：${unit}`,
    text: [
      `委托单位：${unit}`,
      `核查机构：${say('verifier')}`,
      `单位报送期限：${say('dueOn')}（含当日）`,
      ...(say('note') ? [`说明：${say('note')}`] : []),
      '请在管理平台作出独立性声明并接受委托，或者说明原因不予接受。',
      '依据：通知三(二)',
    ].join('\n'),
  }),
  'verification-query': ({ unit, say }) => ({
    subject: `【核查${say('kind')}】第 ${say('query')} 项，请于 ${say('dueOn')} 前答复：${unit}`,
    text: [
      `单位：${unit}`,
      `核查机构：${say('verifier')}`,
      `涉及：${say('about')}`,
      `内容：${say('text')}`,
      `答复期限：${say('dueOn')}（含当日）`,
    ].join('\n'),
  }),
  'verification-told': ({ unit, say }) => ({
    subject: `【核查】${say('what')}：${unit}`,
    text: [
      `单位：${unit}`,
      `核查机构：${say('verifier')}`,
      say('what'),
      ...(say('emissions') ? [`核查排放量：${say('emissions')} 吨`] : []),
      ...(say('text') ? [say('text')] : []),
      ...(say('basis') ? [`依据：${say('basis')}`] : []),
    ].join('\n'),
  }),
};
