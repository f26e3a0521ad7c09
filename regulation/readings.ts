import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { oncePerFolder } from './once.js';
import { readingsShape } from './shape.js';
import { readYaml, shipped } from './source.js';

const FILE = 'readings.yaml';
const DAY = /\d{4}-\d{2}-\d{2}/g;

const readingsIn = oncePerFolder((folder): ReadonlyMap<string, string> => {
  const { readings } = existsSync(join(folder, FILE)) ? readYaml(folder, FILE, readingsShape).content : { readings: [] };
  return new Map(readings.map(({ en, zh }) => [en, zh]));
});

/** How a text is read, in Chinese; undefined where nobody has said it so. */
export function readingInChinese(reading: string, folder: string = shipped()): string | undefined {
  const days = reading.match(DAY) ?? [];
  const found = readingsIn(folder).get(reading.replace(DAY, '{day}'));
  return days.reduce<string | undefined>((text, day) => text?.replace('{day}', day), found);
}
