import { z } from 'zod';
import { instantOut } from '../gateway/shapes.js';
import { inboxOut, statusOut } from '../gateway/units.js';
import type { RawAct } from '../desk/admit.js';
import type { DoOptions } from './do-options.js';
import { assertCycle } from './cycle-option.js';
import { UsageError } from './failure.js';
import { Http, type Answered } from './http.js';
import type { Place } from './place.js';
import { DONE, type Streams } from './print.js';
import { sayInbox, type ListedItem } from './say-city.js';
import { printAnswered, replyOut, sayHttpNo, sayReply } from './say-http.js';

/** `luyue do` over HTTP: what it asks and prints is what it asks and prints in process. */
export async function doOverHttp(
  place: Place,
  raw: RawAct,
  options: DoOptions & { readonly id: string },
  streams: Streams,
): Promise<number> {
  const { as, cycle, id, json } = options;
  assertCycle(cycle);
  const http = await Http.as(place, as);
  const answered = await http.post('/acts', replyOut, {
    body: {
      do: raw.do,
      with: raw.with,
      ...(raw.for === undefined ? {} : { for: raw.for }),
      ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
    },
    headers: { 'idempotency-key': id },
  });
  return sayReply(raw.do, answered, json, streams);
}

/** `luyue act ID` over HTTP. */
export async function actOverHttp(
  place: Place,
  id: string,
  { as, json }: { readonly as?: string; readonly json: boolean },
  streams: Streams,
) {
  const http = await Http.as(place, as);
  const answered = await http.get(`/acts/${encodeURIComponent(id)}`, replyOut);
  if ('no' in answered && answered.no.problem.code === 'unknown-act') {
    const { zh, en } = answered.no.problem.message;
    throw new UsageError(`${zh} / ${en}`, 'unknown-act', ['id']);
  }
  return sayReply(undefined, answered, json, streams);
}

type Status = z.output<typeof statusOut>;

const duty = z.looseObject({ state: z.string(), dueOn: z.string() });
const next = z.looseObject({ at: instantOut, duty: z.string() }).nullable();

const sayStatus = ({ unit, name, district, cycle, status, at, cases, holdings = [] }: Status): string[] => [
  `${name} ${unit} · ${district} · ${String(cycle)}`,
  `状态 status: ${status} · ${at}`,
  ...cases.flatMap((c) => {
    const coming = next.safeParse(c.next).data;
    return [
      '',
      c.case,
      `  下一时点 next  ${coming ? `${coming.at} ${coming.duty}` : '—'}`,
      ...Object.entries(c.duties).map(([what, told]) => {
        const { state, dueOn } = duty.parse(told);
        return `    ${what.padEnd(28)} ${state.padEnd(12)} ${dueOn}`;
      }),
    ];
  }),
  ...holdings.map(({ lot, quantity }) => `  ${lot.padEnd(16)} ${quantity}`),
];

export interface StatusOptions {
  /** Who asks, over HTTP. */
  readonly as?: string;
  /** The cycle by its year; the unit's latest where none is named. */
  readonly cycle?: string;
  /** The moment asked about, and the moment as of whose knowledge. */
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json: boolean;
}

const misread = (answered: Answered<unknown>): void => {
  if (!('no' in answered)) return;
  const { code, message, path = [] } = answered.no.problem;
  if (code === 'unknown-unit' || code === 'bad-input') throw new UsageError(`${message.zh} / ${message.en}`, code, path);
};

/** `luyue status UNIT --as ACTOR` over HTTP. */
export async function statusOverHttp(
  place: Place,
  unit: string,
  { as, cycle, asOf, knownAt, json }: StatusOptions,
  streams: Streams,
): Promise<number> {
  const http = await Http.as(place, as);
  const answered = await http.get(`/units/${encodeURIComponent(unit)}/status`, statusOut, { query: { cycle, asOf, knownAt } });
  misread(answered);
  return printAnswered(answered, sayStatus, json, streams);
}

/** `[--cycle 2024] [--as-of INSTANT] [--json]` of every view. */
export interface ViewOptions {
  readonly cycle?: string;
  /** The moment asked about; now where none is named, in a demonstration by its clock. */
  readonly asOf?: string;
  readonly json?: boolean;
}
/** `luyue inbox [--of chaoyang|city|BJ-0001] [--mine]` */
export interface InboxOptions extends ViewOptions {
  /** One’s own where none is named, over HTTP. */
  readonly of?: string;
  /** Only what one has taken on, over HTTP. */
  readonly mine?: boolean;
  /** Who asks, over HTTP. */
  readonly as?: string;
}

/** `luyue inbox [--of PARTY] [--mine] --as ACTOR` over HTTP: every page of it. */
export async function inboxOverHttp(
  place: Place,
  { of, mine = false, as, cycle, asOf, json = false }: InboxOptions,
  streams: Streams,
): Promise<number> {
  const http = await Http.as(place, as);
  const items: z.output<typeof inboxOut>['items'] = [];
  let after: string | undefined;
  let unreached: z.output<typeof inboxOut>['unreached'];
  for (;;) {
    const answered = await http.get('/inbox', inboxOut, { query: { of, cycle, asOf, after, limit: '200' } });
    misread(answered);
    if ('no' in answered) return sayHttpNo(answered.no, json, streams);
    items.push(...answered.value.items.filter((item) => !mine || item.mine === true));
    unreached ??= answered.value.unreached;
    after = answered.value.after;
    if (after !== undefined) continue;
    const { of: whose, cycle: year, at } = answered.value;
    const told = { of: whose, cycle: year, at, items, ...(unreached ? { unreached } : {}) };
    streams.out(json ? `${JSON.stringify(told, null, 2)}\n` : sayInbox({ ...told, items: items as unknown as ListedItem[] }));
    return DONE;
  }
}
