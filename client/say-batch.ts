import type { Result } from '../city/batch/carry-out-batch.js';
import type { Foreseen } from '../city/batch/preview.js';
import { sayFinding, type Finding } from '../city/finding.js';
import { isAmount } from '../domain/model/amount.js';
import type { Json } from '../domain/model/json.js';
import { sayRefusal } from '../domain/model/refusal.js';
import type { Problem } from './print.js';
import { sayProposal, type Proposed } from './propose-lines.js';

type Looked = Omit<Foreseen, 'decision'> & {
  readonly line: number;
  readonly id: string;
  readonly unit: string;
  readonly act: string;
  readonly with: Json | undefined;
  readonly why?: string;
};
/** A line as it was looked at, or as it came out. */
export type Line = Looked | (Result & Pick<Foreseen, 'events' | 'allowances'>);

/** What came of a batch as one document: `error` where it was not, or not wholly, carried out. */
export interface BatchTold {
  readonly error?: Problem;
  readonly file: string;
  readonly cycle: number;
  readonly digest: string;
  readonly committed: boolean;
  readonly proposed?: Proposed;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
}

/** The amounts that an act brings or an event records, as they are read and would be written: `emissions 98200.4`. */
const sayAmounts = (brings: Json | undefined): string =>
  Object.entries(brings ?? {})
    .flatMap(([name, value]) => (typeof value === 'string' && isAmount(value) ? [` ${name} ${value}`] : []))
    .join('');

const sayLine = (line: Line): string => {
  const brings = 'with' in line ? sayAmounts(line.with) : '';
  const does = (line.events ?? []).map((one) => `${one.event}${sayAmounts(one.with)}`).join(', ');
  const moved = line.allowances ? ` ${line.allowances.before} → ${line.allowances.after} t` : '';
  const why = line.refusal ? `${line.refusal.refused}: ${sayRefusal(line.refusal)}` : (line.why ?? '');
  return `${String(line.line).padStart(5)}  ${line.unit.padEnd(12)} ${`${line.act}${brings}`.padEnd(36)} ${line.state.padEnd(16)} ${does}${moved}${why}`;
};

const sayEnd = ({ committed, error, proposed }: BatchTold): string[] => {
  if (error) return [`未完成 · not done: ${error.message}`];
  if (proposed) return sayProposal(proposed);
  return committed ? [] : ['预览，未写入；加 --commit 后办理 · a preview, nothing written: add --commit to carry it out'];
};

/** The same for people: what was found, line by line, how many of which, and what to do next. */
export const sayBatch = (told: BatchTold, said: readonly string[] = []): string =>
  `${[
    ...told.findings.map(sayFinding),
    ...told.lines.map(sayLine),
    ...said,
    Object.entries(told.counts)
      .map(([state, count]) => `${state} ${String(count)}`)
      .join(' · '),
    ...sayEnd(told),
  ].join('\n')}\n`;
