/** Chinese characters and their punctuation take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

export const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** Fills a text up with blanks to so many columns of a terminal; one that is longer stays as it is. */
export const padTo = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)));
