import { firstUnseen, isLine } from '../../domain/model/text.js';

const FILE_NAME_MAX = 200;

const UNSEEN_WORDS = [
  '文件名含有看不见的字符（零宽、变向等），请改名后重新上传',
  'the name of the file has characters that nobody sees, or that turn others around: rename it',
] as const;
const SHAPE_WORDS = [
  `文件名应为一行文字，至多 ${String(FILE_NAME_MAX)} 字，首尾无空格，不含 / 与 \\`,
  `the name of a file is one line of at most ${String(FILE_NAME_MAX)} characters without / or \\, and begins and ends with none that is blank`,
] as const;

/** Why a text is no name of a file as people see it: a line of text without a way. Nothing where it is one. */
export function wrongName(name: string): readonly [zh: string, en: string] | undefined {
  if (firstUnseen(name) !== undefined) return UNSEEN_WORDS;
  const isShaped = name.length > 0 && name.length <= FILE_NAME_MAX && isLine(name) && !/[/\\]/.test(name) && name.trim() === name;
  return isShaped ? undefined : SHAPE_WORDS;
}
