import { cleanOut } from '../gateway/document-shapes.js';
import { platform } from './platform.js';
import { assertCycle } from './cycle-option.js';
import { DONE, REFUSED, STREAMS, type Streams } from './print.js';
import { sayHttpNo } from './say-http.js';

/** `luyue check-clean ACT` */
export interface CleanOptions {
  readonly as?: string;
  readonly month?: string;
  readonly cycle?: string;
  readonly commit?: boolean;
  readonly json?: boolean;
}

/** Packages in which nothing was found: looked at, or passed with `--commit`, call after call until none is left. */
export async function checkClean(what: string, options: CleanOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, month, cycle, commit = false, json = false } = options;
  assertCycle(cycle);
  const http = await platform(as);
  const body = {
    what,
    commit,
    ...(month === undefined ? {} : { month }),
    ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
  };
  const answered = await http.post('/checks/clean', cleanOut, { body });
  if ('no' in answered) return sayHttpNo(answered.no, json, streams);
  const { packages, more, committed } = answered.value;
  if (json) streams.out(`${JSON.stringify(answered.value, null, 2)}\n`);
  else {
    for (const { unit, name, what: item, document, state, code } of packages)
      streams.out(`${unit.padEnd(12)} ${name}  ${item}  ${document}  ${state}${code === undefined ? '' : ` ${code}`}\n`);
    const left = more ? '；另有更多 there are more' : '';
    streams.out(
      `${String(packages.length)} 份无异常 clean${left}${committed ? '' : '；加 --commit 后通过 add --commit to pass them'}\n`,
    );
  }
  return packages.some(({ state }) => state === 'refused') ? REFUSED : DONE;
}
