import type { Json } from './json.js';

/** What leaves no mark on a page, by Unicode: what only formats, is halves of a pair, is passed over, or fills a place with nothing. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[^\P{Cc}\t\n\r]/u;

/** The first character of a text that nobody sees; none where all are seen. */
export const firstUnseen = (text: string): string | undefined => UNSEEN.exec(text)?.[0];

/** Whether a text of one line is text: well-formed Unicode, and no control character. */
export const isLine = (text: string): boolean => text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

/** The same of a text that may have several lines: line feeds and tabs are part of it. */
export const isText = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text);

/** Whether somebody who reads a text sees anything: zero-width characters and blanks say nothing. */
export const saysSomething = (text: string): boolean => /[^\p{C}\p{Z}]/u.test(text);

/** Whether all of a name is seen by whoever reads it: `a[U+202E]fdp.exe` would be read as `aexe.pdf`. */
export const isSeen = (name: string): boolean => isLine(name) && firstUnseen(name) === undefined;

/** A text as it is read: a line ends with a line feed, however it was typed. */
export const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');

/** The same for every text in what somebody brings; names of fields are left as they are. */
export const withLineFeedsIn = (brings: Json): Json => {
  if (typeof brings === 'string') return withLineFeeds(brings);
  if (Array.isArray(brings)) return brings.map(withLineFeedsIn);
  if (typeof brings !== 'object' || brings === null) return brings;
  return Object.fromEntries(
    Object.entries(brings as Readonly<Record<string, Json>>).map(([field, value]) => [field, withLineFeedsIn(value)]),
  );
};

type Path = readonly (string | number)[];

/** Where in what somebody brings there is a text, or the name of a field, that is none. */
export const garbledAt = (brings: Json, path: Path = []): Path | undefined => {
  if (typeof brings === 'string') return isText(brings) ? undefined : path;
  if (typeof brings !== 'object' || brings === null) return undefined;
  for (const [field, value] of Object.entries(brings as Readonly<Record<string, Json>>)) {
    if (!isLine(field)) return path;
    const found = garbledAt(value, [...path, Array.isArray(brings) ? Number(field) : field]);
    if (found) return found;
  }
  return undefined;
};
