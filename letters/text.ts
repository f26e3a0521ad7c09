import type { Group } from './digest.js';
import type { Composed, House } from './compose.js';
import type { Matter } from './matter.js';

const matterLines = ({ title, facts, steps, link, otherwise, clause }: Matter, { url }: House): string[] => [
  `■ ${title}`,
  ...facts,
  '怎么办：',
  ...steps.map((step, k) => `  ${String(k + 1)}. ${step}${k === 0 ? `：${url}${link}` : ''}`),
  ...(otherwise === undefined ? [] : [`不办的后果：${otherwise}`]),
  ...(clause === undefined ? [] : [`依据：${clause.name}${clause.quote === undefined ? '' : `「${clause.quote}」`}`]),
];

const groupLines = ({ title, clause, rows }: Group, { url }: House): string[] => [
  `■ ${title}（${String(rows.length)}）`,
  ...(clause === undefined ? [] : [`依据：${clause.name}${clause.quote === undefined ? '' : `「${clause.quote}」`}`]),
  ...rows.map(
    ({ unit, dueOn, said, link }) => `  ${[unit, dueOn, said, `${url}${link}`].filter((part) => part !== '').join('  ')}`,
  ),
];

const HOW = ['怎么办：', '  1. 打开待办页面并登录', '  2. 先办今天到期和已逾期的', '  3. 办不了的，写明原因退回或者联系单位'];

/** A letter as plain text. */
export const asText = ({ greeting, matters, groups, ask, en }: Composed, house: House): string =>
  [
    greeting,
    '',
    ...matters.flatMap((matter) => [...matterLines(matter, house), '']),
    ...groups.flatMap((group) => [...groupLines(group, house), '']),
    ...(groups.length > 0 ? [...HOW, `  待办：${house.url}/inbox`, ''] : []),
    `问谁：${ask}`,
    `English: ${en}`,
    '',
    `本邮件由 ${house.name} 自动发出，请勿直接回复。`,
  ].join('\n');
