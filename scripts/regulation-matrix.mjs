// Writes docs/rulebook-matrix.md anew. Usage: node --import tsx scripts/regulation-matrix.mjs
import { writeFileSync } from 'node:fs';
import { matrix } from '../regulation/matrix.ts';

writeFileSync(new URL('../docs/rulebook-matrix.md', import.meta.url), matrix());
