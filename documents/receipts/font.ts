import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const PACKAGED = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** A font with all Chinese characters that names have: of the setting, else the one that is installed along; undefined where there is none. */
export function fontFile(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const said = env['LUYUE_FONT'];
  if (said !== undefined && said !== '') return existsSync(said) ? said : undefined;
  try {
    return createRequire(import.meta.url).resolve(PACKAGED);
  } catch {
    return undefined;
  }
}

/** What a font knows of a character. */
export interface Glyphs {
  hasGlyphForCodePoint(point: number): boolean;
}

/** Characters that a font cannot show, each once, in order; white space and line ends are never shown. */
export function missingIn(texts: readonly string[], glyphs: Glyphs): string[] {
  const missing = new Set<string>();
  for (const text of texts)
    for (const { segment } of POINTS.segment(text))
      for (const point of Array.from(segment))
        if (!/\s/u.test(point) && !glyphs.hasGlyphForCodePoint(point.codePointAt(0) ?? 0)) missing.add(point);
  return [...missing].sort();
}
const POINTS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** `U+20164 𠅤` */
export const sayCharacter = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} ${character}`;
