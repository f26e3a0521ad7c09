import { readXml } from './xml.js';

/** Text as it is shown: what cannot stand in XML is written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Reads those of the shared texts that are asked for, by their number. */
export async function readStrings(part: AsyncIterable<Uint8Array>, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const strings = new Map<number, string>();
  let number = -1;
  await readXml(part, {
    open: (path) => {
      if (path.length !== 2 || path[1] !== 'si') return;
      number += 1;
      if (wanted.has(number)) strings.set(number, '');
    },
    text: (path, text) => {
      if (path.at(-1) !== 't' || path.at(-2) === 'rPh' || !wanted.has(number)) return;
      strings.set(number, (strings.get(number) ?? '') + text);
    },
  });
  return strings;
}
