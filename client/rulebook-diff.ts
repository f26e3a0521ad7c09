import { rulebookName } from '../domain/model/rulebook.js';
import { changesBetween, type Change } from '../regulation/diff.js';
import { rulebookNamed } from '../regulation/named.js';
import { OWED_BY } from '../views/duty-facts.js';
import { movedBy, type Moved } from '../views/moved.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

interface Row extends Change {
  /** Whom it concerns: duties with who owes them, and rules. */
  readonly moves: Moved;
}

const sayWho = ({ duties, rules }: Moved): string => {
  const owed = duties.map(({ duty, zh, owedBy }) => `${OWED_BY[owedBy][0]}的${zh}（${duty}）`);
  const asked = rules.filter((rule) => rule !== 'deadline').map((rule) => `rule ${rule}`);
  return [...owed, ...asked].join('、') || '–';
};

const say = ({ name, from, to, days, statusFrom, statusTo, moves }: Row): string => {
  const moved = days === undefined || days === 0 ? '' : ` (${days > 0 ? '+' : ''}${String(days)} days)`;
  const status = statusFrom === statusTo ? '' : `  [${statusFrom ?? 'not known'} → ${statusTo ?? 'not known'}]`;
  return `${name.padEnd(28)} ${from ?? '?'} → ${to ?? '?'}${moved}${status}\n    ${sayWho(moves)}`;
};

/** What changes for whom from one rulebook to another: `diff 2022 2022.r2`. */
export function rulebookDiff(
  a: string,
  b: string,
  options: { readonly json?: boolean } = {},
  streams: Streams = STREAMS,
): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const [before, after] = [rulebookNamed(a), rulebookNamed(b)];
    const changes: Row[] = changesBetween(before, after).map((change) => ({ ...change, moves: movedBy(change.name) }));
    const head = { from: rulebookName(before), to: rulebookName(after), basis: after.basis ?? null };
    const title = `${head.from} → ${head.to}${after.basis === undefined ? '' : `：${after.basis}`}`;
    const said = changes.length > 0 ? changes.map(say) : ['无变化 / nothing changes'];
    return printAnswer({ ...head, changes }, [title, ...said], json, streams);
  });
}
