import { firstUnseen } from '../../domain/model/text.js';
import { error, warning, type Finding, type Place } from '../finding.js';
import type { Cell } from './sheet.js';

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character of a text that a person cannot see, by its name `U+200B`; none where all are seen. */
export const unseenIn = (text: string): string | undefined => {
  const found = firstUnseen(text);
  return found === undefined ? undefined : codeOf(found);
};

function troubleIn({ text, trouble }: Cell, place: Place): Finding[] {
  switch (trouble) {
    case 'formula':
      return [error('formula-cell', place, `单元格是公式 ${text}，请填写其值`, `the cell is a formula: write its value`)];
    case 'merged':
      return [error('merged-cell', place, '单元格已合并，请拆分', 'the cell is merged with another: split them')];
    case 'error':
      return [error('error-cell', place, `单元格显示为错误值 ${text}`, `the cell shows an error (${text}): write a value`)];
    case 'digits':
      return [
        error(
          'number-cell',
          place,
          `数字超过 15 位，表格软件已丢失其末位（${text}）；请以文本格式填写`,
          `a number of more than 15 digits: the spreadsheet has lost the last ones (${text}); write it as text`,
        ),
      ];
    default:
      return [];
  }
}

function shownIn({ text, shown, unlike }: Cell, place: Place): Finding[] {
  if (shown === undefined) return [];
  const [zh, en] = [`单元格显示为“${shown}”，实际为“${text}”`, `the cell shows “${shown}” and holds ${text}`];
  return unlike
    ? [error('shown-otherwise', place, `${zh}；请改为所见即所得的格式`, `${en}: write what is meant, as text or a plain number`)]
    : [warning('shown-otherwise', place, `${zh}；以实际数值为准`, `${en}, which is what is read`)];
}

/** Where what a person sees in a cell is not what is read from it. */
export function findInCell(cell: Cell, place: Place, isName: boolean): Finding[] {
  const { text, link } = cell;
  const findings = troubleIn(cell, place);
  if (findings.length > 0) return findings;
  if (isName && cell.number) {
    const seen = cell.shown === undefined ? text : `${cell.shown}（${text}）`;
    return [
      error(
        'number-cell',
        place,
        `“${seen}”存为数字或逻辑值而非文本，前导零等可能已丢失；请将该列设为文本格式后重新填写`,
        `${seen} is stored as a number or a yes, not as text, and leading zeros may be lost: make the column text and write it again`,
      ),
    ];
  }
  const unseen = unseenIn(text);
  if (unseen !== undefined)
    findings.push(
      error(
        'unseen-character',
        place,
        `含有看不见的字符 ${unseen}，请重新录入`,
        `holds ${unseen}, which nobody sees: type it again`,
      ),
    );
  if (link !== undefined)
    findings.push(
      warning(
        'other-link',
        place,
        `显示为“${text}”，其链接却指向 ${link}；读取的是所显示的`,
        `shows ${text} and is linked to ${link}: what it shows is read`,
      ),
    );
  return [...findings, ...shownIn(cell, place)];
}
