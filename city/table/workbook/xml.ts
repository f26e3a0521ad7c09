import { SaxesParser } from 'saxes';
import { encodingOf } from '../../../desk/written/text.js';
import { broken, tooLarge } from './broken.js';

/** Whose elements mean something: those of spreadsheets, as Office and as ISO name them, and of relationships between parts. */
const KNOWN = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);

/** No part nests deeper, and no cell is longer, by far. */
const MOST_DEPTH = 100;
const MOST_AT_ONCE = 4_000_000;

/** An element by its name without prefix; `path` are the names from the root to it, those of unknown vocabularies as `?`. */
export interface Reading {
  readonly open?: (path: readonly string[], attribute: (name: string) => string | undefined) => unknown;
  readonly text?: (path: readonly string[], text: string) => unknown;
  readonly close?: (path: readonly string[]) => unknown;
  /** Asked between pieces: whether what was wanted has been read. */
  readonly enough?: () => boolean;
}

/** The parser, telling a Reading what it meets; `progress` is how many elements and texts it has met. */
function parserFor(reading: Reading): { readonly parser: SaxesParser<{ xmlns: true }>; readonly progress: () => number } {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  let met = 0;
  const say = (text: string): void => {
    met += 1;
    if (text !== '') reading.text?.(path, text);
  };
  parser.on('error', (error) => {
    throw broken(error.message);
  });
  // spreadsheets have no document types, and what they could define is never to be unfolded
  parser.on('doctype', () => {
    throw broken('a document type');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    met += 1;
    path.push(KNOWN.has(uri) ? local : '?');
    if (path.length > MOST_DEPTH) throw broken('elements nested too deep');
    reading.open?.(path, (name) => {
      const plain = attributes[name];
      if (plain) return plain.value;
      // r:id under whatever prefix
      return Object.values(attributes).find(
        (one) => one.prefix !== '' && `r:${one.local}` === name && /\/relationships$/.test(one.uri),
      )?.value;
    });
  });
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => {
    met += 1;
    reading.close?.(path);
    path.pop();
  });
  return { parser, progress: () => met };
}

/** Reads XML piece by piece. Throws a WorkbookError where it is none, or has a single text that is too long. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<void> {
  const { parser, progress } = parserFor(reading);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let [last, idle] = [0, 0];
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw broken('not UTF-8');
    }
    parser.write(text);
    idle = progress() === last ? idle + text.length : 0;
    last = progress();
    if (idle > MOST_AT_ONCE) throw tooLarge('单个单元格过长', 'a single text in it is');
    if (reading.enough?.() === true) return;
  }
  parser.close();
}
