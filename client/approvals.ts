import { type z } from 'zod';
import { approvalOut, approvalsOut } from '../gateway/approvals.js';
import { linesOf } from '../desk/written/text.js';
import { UsageError } from './failure.js';
import { type Answered } from './http.js';
import { DONE, shownValue, STREAMS, type Streams } from './print.js';
import { printAnswered, sayHttpNo } from './say-http.js';
import { platform, platformToSee } from './platform.js';

type Approval = z.output<typeof approvalOut>;

export interface ApprovalOptions {
  readonly as?: string;
  readonly json?: boolean;
}

const say = ({ id, act, for: unit = '', proposedBy, at, lapsesOn, state }: Approval): string =>
  `${id}  ${state.padEnd(9)}  ${act} ${unit}  提案 by ${proposedBy} ${at}  至 until ${lapsesOn}`;

const sayWhole = (approval: Approval): string =>
  [
    say(approval),
    `  内容 brings   ${shownValue(approval.with ?? {})}`,
    ...(approval.lines ?? []).map(
      (line) => `  ${String(line.line)}  ${line.act} ${line.for ?? ''}  ${line.state}  ${shownValue(line.with)}`,
    ),
    ...(approval.preview === undefined ? [] : [`  预览 preview  ${shownValue(approval.preview)}`]),
    ...(approval.outcome === undefined ? [] : [`  结果 outcome  ${shownValue(approval.outcome)}`]),
  ].join('\n');

const print = (answered: Answered<Approval>, json: boolean, streams: Streams): number =>
  printAnswered(answered, sayWhole, json, streams);

/** `luyue approvals [--state waiting]`: what officers have proposed. */
export async function approvals(
  { as, state, after, json = false }: ApprovalOptions & { readonly state?: string; readonly after?: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platformToSee(as);
  const found = await http.get('/approvals', approvalsOut, { query: { state, after } });
  return printAnswered(
    found,
    ({ approvals: all, after: next }) => [
      ...(all.length === 0 ? ['没有提案 no proposals'] : all.map(say)),
      ...(next === undefined ? [] : [`… --after ${next}`]),
    ],
    json,
    streams,
  );
}

/** Asks at the terminal; whoever is not at one must say what they have seen. */
async function agrees(streams: Streams): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError(
      '请写明已看过的预览摘要：--preview DIGEST / name the digest of the preview that you have seen: --preview DIGEST (luyue approvals --json)',
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
