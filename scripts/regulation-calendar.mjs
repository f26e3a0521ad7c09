// Writes regulation/calendar/YEAR.yaml from the package chinese-days. The file is what counts: read it against
// the State Council's notice before it is committed. Usage: node scripts/regulation-calendar.mjs 2026 '国办发明电〔2025〕7号' 2025-11-04
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import days from 'chinese-days';

const [year, number, issuedOn] = process.argv.slice(2);
if (!/^\d{4}$/.test(year ?? '') || !number || !issuedOn) {
  console.error("usage: node scripts/regulation-calendar.mjs YEAR 'NUMBER OF THE NOTICE' ISSUED-ON");
  process.exit(2);
}
const free = [];
const worked = [];
// a notice also moves days of the week before its New Year; what the file of the year before already says is not said again
const before = new URL(`../regulation/calendar/${Number(year) - 1}.yaml`, import.meta.url);
const said = existsSync(before) ? readFileSync(before, 'utf8') : '';
for (let at = Date.UTC(Number(year), 0, 1) - 7 * 86_400_000; new Date(at).getUTCFullYear() <= Number(year); at += 86_400_000) {
  const day = new Date(at).toISOString().slice(0, 10);
  if (said.includes(`- ${day}`)) continue;
  const weekend = [0, 6].includes(new Date(at).getUTCDay());
  if (!weekend && days.isHoliday(day)) free.push(day);
  if (weekend && !days.isHoliday(day)) worked.push(day);
}
const list = (some) => some.map((day) => `  - ${day}\n`).join('');
writeFileSync(
  new URL(`../regulation/calendar/${year}.yaml`, import.meta.url),
  `# 国务院办公厅关于${year}年部分节假日安排的通知\nyear: ${year}\nnumber: ${number}\nissued-on: ${issuedOn}\n` +
    `# Weekdays that are free.\nfree:\n${list(free)}# Saturdays and Sundays that are worked (调休).\nworked:\n${list(worked)}`,
);
