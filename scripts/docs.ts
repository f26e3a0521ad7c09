// Writes the pages of docs/ that are made from the code: `npm run docs`. test/tidy checks that they are fresh.
import { writeFileSync } from 'node:fs';
import { pages } from './docs/pages.js';

for (const [path, text] of await pages()) {
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
  console.log(path);
}
