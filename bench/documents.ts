/**
 * What the check of documents costs: a year of monthly packages of a city, each looked at beside the eleven others and the year before,
 * as a district sees it; with spelling and hash. `npm run bench:documents [UNITS]`.
 */
import { loadavg } from 'node:os';
import { documentHash } from '../documents/forms/canonical.js';
import { look } from '../documents/forms/findings.js';
import type { Before } from '../documents/forms/looked.js';
import { shapeErrors } from '../documents/forms/shape.js';
import { monthsOf } from '../domain/model/instant.js';
import { sha256 } from '../records/chain.js';
import { loadForm } from '../regulation/forms/load.js';
import { rulebookNamed } from '../regulation/named.js';
import { cpuSecondsHere, say, sayRow } from './measure.js';

/** 重点碳排放单位 of Beijing, roughly. */
const CITY = 1_300;
/** A season's check of a whole year (issue: under five seconds). */
const MOST_SECONDS = 5;

const units = Number(process.argv[2] ?? CITY);
if (!Number.isSafeInteger(units) || units < 1)
  throw new Error(`bench:documents takes a number of units, not ${process.argv[2] ?? ''}`);

const rulebook = rulebookNamed();
const { cycle, evidenceYear } = rulebook;
const form = loadForm({ name: 'monthly-evidence', cycle });

/** A year of packages; every seventh month of every fifth unit is in kWh. */
const yearOf = (unit: number, year: number): Before[] =>
  monthsOf(year).map((month, n): Before => {
    const used = 900 + ((unit * 7 + n * 31) % 200);
    const slipped = unit % 5 === 0 && n === 6;
    return {
      form,
      cycle,
      month,
      values: {
        electricityMWh: String(slipped ? used * 1_000 : used),
        heatGJ: String(5_000 + ((unit + n * 13) % 700)),
        fuels: [
          { fuel: 'natural-gas', consumption: String(80 + ((unit + n * 3) % 20)) },
          { fuel: 'diesel', consumption: String(3 + (n % 2)) },
        ],
      },
      files: [{ name: '结算单.pdf', sha256: sha256(`${String(unit)} ${month}`) }],
    };
  });

const city = Array.from({ length: units }, (_, unit) => [...yearOf(unit, evidenceYear), ...yearOf(unit, evidenceYear - 1)]);
say(
  `${String(units)} units, twelve packages each; load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
const [began, before] = [performance.now(), cpuSecondsHere()];
let found = 0;
let checked = 0;
for (const [unit, packages] of city.entries())
  for (const one of packages.slice(0, 12)) {
    const errors = shapeErrors(form, one.values);
    const { totals, findings } = look(one, packages, rulebook);
    const id = `BJ-${String(unit)}`;
    const files = one.files.map((file) => ({ ...file, size: 1_000 }));
    documentHash({ ...one, id, version: 1, party: id, unit: id, files, totals });
    if (errors.length > 0) throw new Error(`a package of ${id} has not its shape: ${JSON.stringify(errors)}`);
    found += findings.length;
    checked += 1;
  }
const [wall, cpu] = [(performance.now() - began) / 1_000, cpuSecondsHere() - before];
sayRow('check, compute, spell and hash', [
  `${wall.toFixed(2)} s`,
  `${cpu.toFixed(2)} CPU-s`,
  `${((wall / checked) * 1_000).toFixed(3)} ms each`,
]);
say(`${String(checked)} packages, ${String(found)} findings; at most ${String(MOST_SECONDS)} s`);
if (wall > MOST_SECONDS) process.exitCode = 1;
