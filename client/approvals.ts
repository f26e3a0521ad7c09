import { type z } from 'zod';
import { approvalOut, approvalsOut } from '../gateway/approvals.js';
import { linesOf } from '../desk/written/text.js';
import { UsageError } from './failure.js';
import { Http, type Answered } from './http.js';
import { placeIn } from './place.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { sayHttpNo } from './say-http.js';

type Approval = z.output<typeof approvalOut>;

export interface ApprovalOptions {
  readonly as?: string;
  readonly json?: boolean;
}

/** Whoever looks at a platform of this machine without a name looks as its auditor. */
const LOOKS = 'auditor/x';

/** The platform to speak to, as somebody. Throws a UsageError where there is none. */
export const platform = (as: string | undefined, looks?: string): Promise<Http> => {
  const place = placeIn(process.env);
  if (!place) throw new UsageError('no platform to speak to: set LUYUE_URL, or start one here with: luyue up', 'no-platform');
  return Http.as(place, as, { ...(looks === undefined ? {} : { looks }) });
};

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const say = ({ id, act, for: unit = '', proposedBy, at, lapsesOn, state }: Approval): string =>
  `${id}  ${state.padEnd(9)}  ${act} ${unit}  提案 by ${proposedBy} ${at}  至 until ${lapsesOn}`;

const sayWhole = (approval: Approval): string =>
  [
    say(approval),
    `  内容 brings   ${show(approval.with ?? {})}`,
    ...(approval.lines ?? []).map(
      (line) => `  ${String(line.line)}  ${line.act} ${line.for ?? ''}  ${line.state}  ${show(line.with)}`,
    ),
    ...(approval.preview === undefined ? [] : [`  预览 preview  ${show(approval.preview)}`]),
    ...(approval.outcome === undefined ? [] : [`  结果 outcome  ${show(approval.outcome)}`]),
  ].join('\n');

function print(answered: Answered<Approval>, json: boolean, streams: Streams): number {
  if ('no' in answered) return sayHttpNo(answered.no, json, streams);
  streams.out(json ? `${JSON.stringify(answered.value, null, 2)}\n` : `${sayWhole(answered.value)}\n`);
  return DONE;
}

/** `luyue approvals [--state waiting]`: what officers have proposed. */
export async function approvals(
  { as, state, after, json = false }: ApprovalOptions & { readonly state?: string; readonly after?: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platform(as, LOOKS);
  const found = await http.get('/approvals', approvalsOut, { query: { state, after } });
  if ('no' in found) return sayHttpNo(found.no, json, streams);
  const { approvals: all, after: next } = found.value;
  const lines = [
    ...(all.length === 0 ? ['没有提案 no proposals'] : all.map(say)),
    ...(next === undefined ? [] : [`… --after ${next}`]),
  ];
  streams.out(json ? `${JSON.stringify(found.value, null, 2)}\n` : `${lines.join('\n')}\n`);
  return DONE;
}

/** Asks at the terminal; whoever is not at one must say what they have seen. */
async function agrees(streams: Streams): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError(
      'name the digest of the preview that you have seen: --preview DIGEST (luyue approvals --json)',
      'usage',
      ['preview'],
    );
  streams.err('批准？ approve? (yes/no) ');
  for await (const line of linesOf(process.stdin)) return /^(y|yes|是)$/i.test(line.trim());
  return false;
}

export interface ApproveOptions extends ApprovalOptions {
  readonly preview?: string;
  readonly id?: string;
  /** Lines of a batch that are taken out, each with its reason: `3:REASON`. */
  readonly without?: readonly string[];
}

/** A line that is taken out, as it is written: its number, a colon, why. Throws a UsageError. */
function lineOut(written: string): { line: number; reason: string } {
  const [, line, reason] = /^(\d{1,6})[:：]\s*(\S.*)$/su.exec(written) ?? [];
  if (line === undefined || reason === undefined)
    throw new UsageError(
      `--without 应写作“行号:理由”，如 3:单位已退出 / write --without as LINE:REASON, such as 3:it has left`,
      'bad-input',
      ['without'],
    );
  return { line: Number(line), reason };
}

const one = (id: string): string => `/approvals/${encodeURIComponent(id)}`;

/** `luyue approve AP-…`: shows what it would do and asks; `--preview DIGEST` says that it was seen. */
export async function approve(id: string, options: ApproveOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, preview, json = false } = options;
  const without = (options.without ?? []).map(lineOut);
  const http = await platform(as);
  let seen = preview;
  if (seen === undefined) {
    const found = await http.get(one(id), approvalOut);
    if ('no' in found) return sayHttpNo(found.no, json, streams);
    streams.err(`${sayWhole(found.value)}\n`);
    if (!(await agrees(streams))) return DONE;
    seen = found.value.previewDigest ?? '';
  }
  const headers = options.id === undefined ? {} : { 'idempotency-key': options.id };
  const body = { previewDigest: seen, ...(without.length > 0 ? { without } : {}) };
  return print(await http.post(`${one(id)}/approve`, approvalOut, { body, headers }), json, streams);
}

/** `luyue return AP-… --reason TEXT` */
export async function returnProposal(
  id: string,
  { as, reason, json = false }: ApprovalOptions & { readonly reason: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platform(as);
  return print(await http.post(`${one(id)}/return`, approvalOut, { body: { reason } }), json, streams);
}

/** `luyue withdraw AP-…` */
export async function withdraw(id: string, { as, json = false }: ApprovalOptions, streams: Streams = STREAMS): Promise<number> {
  const http = await platform(as);
  return print(await http.post(`${one(id)}/withdraw`, approvalOut), json, streams);
}
