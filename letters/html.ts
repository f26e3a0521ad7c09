import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group } from './digest.js';
import type { Composed, House } from './compose.js';
import type { Matter } from './matter.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const STYLE = readFileSync(join(import.meta.dirname, 'letter.css'), 'utf8');

const clauseLine = (clause: Matter['clause']): string =>
  clause === undefined
    ? ''
    : `<p class="quiet">依据：${escape(clause.name)}${clause.quote === undefined ? '' : `「${escape(clause.quote)}」`}</p>`;

const matterPart = ({ title, facts, steps, link, otherwise, clause }: Matter, { url }: House): string =>
  [
    `<h2>${escape(title)}</h2>`,
    `<ul class="facts">${facts.map((fact) => `<li>${escape(fact)}</li>`).join('')}</ul>`,
    `<p><b>怎么办</b></p><ol>${steps.map((step) => `<li>${escape(step)}</li>`).join('')}</ol>`,
    `<p><a class="act" href="${escape(`${url}${link}`)}">打开办理页面</a></p>`,
    otherwise === undefined ? '' : `<p class="else"><b>不办的后果</b>　${escape(otherwise)}</p>`,
    clauseLine(clause),
  ].join('\n');

/** What is not broken into two lines. */
const SHORT = 10;

const groupPart = ({ title, clause, rows }: Group, { url }: House): string => {
  const lines = rows.map(
    ({ unit, dueOn, said, link }) =>
      `<tr><td>${unit === '' ? '' : `<a href="${escape(`${url}${link}`)}">${escape(unit)}</a>`}</td><td class="day">${escape(dueOn)}</td><td class="${said.length > SHORT ? 'said' : 'said nobr'}">${escape(said)}</td></tr>`,
  );
  const head = '<thead><tr><th>单位</th><th>截止日期</th><th>情况</th></tr></thead>';
  return [
    `<h2>${escape(title)}（${String(rows.length)}）</h2>`,
    clauseLine(clause),
    `<table>${head}<tbody>${lines.join('')}</tbody></table>`,
  ].join('\n');
};

const HOW = `<p><b>怎么办</b></p><ol><li>打开待办页面并登录</li><li>先办今天到期和已逾期的</li><li>办不了的，写明原因退回或者联系单位</li></ol>`;

/** A letter as HTML: everything in it, nothing fetched from anywhere. */
export const asHtml = ({ subject, greeting, matters, groups, ask, en }: Composed, house: House): string =>
  [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><title>${escape(subject)}</title><style>${STYLE}</style></head><body><div class="sheet">`,
    `<h1>${escape(greeting)}</h1>`,
    ...matters.map((matter) => matterPart(matter, house)),
    ...groups.map((group) => groupPart(group, house)),
    groups.length > 0 ? `${HOW}<p><a class="act" href="${escape(house.url)}/inbox">打开待办页面</a></p>` : '',
    `<p>问谁：${escape(ask).replace(/[+\d()][\d() -]{4,}$/, '<span class="nobr">$&</span>')}</p>`,
    `<p class="quiet" lang="en">${escape(en)}</p>`,
    `<p class="quiet">本邮件由 ${escape(house.name)} 自动发出，请勿直接回复。</p>`,
    '</div></body></html>',
  ].join('\n');
