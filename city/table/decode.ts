import { encodingOf } from '../../desk/written/text.js';

/** UTF-16 with its mark, UTF-8 with or without, or GB18030 (which GBK and GB2312 are part of); none where it is none of these. */
export function decode(bytes: Uint8Array): string | undefined {
  const said = encodingOf(bytes);
  for (const encoding of said === 'utf-8' ? [said, 'gb18030'] : [said]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // UTF-16 without its mark, and UTF-32, are zeros to a reader of UTF-8
      if (!text.includes('\u0000')) return text;
    } catch {
      continue;
    }
  }
  return undefined;
}
