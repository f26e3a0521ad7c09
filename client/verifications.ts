import type { z } from 'zod';
import { verificationOut, verificationsOut } from '../gateway/verifications.js';
import type { ApprovalOptions } from './approvals.js';
import { platformToSee } from './platform.js';
import { shownValue, STREAMS, type Streams } from './print.js';
import { printAnswered } from './say-http.js';

type Rows = z.output<typeof verificationsOut>['verifications'];
type Whole = z.output<typeof verificationOut>;

export interface VerificationsOptions extends ApprovalOptions {
  readonly cycle?: string;
  readonly unit?: string;
  readonly verifier?: string;
  readonly after?: string;
}

const sayRow = ({ id, name, stage, dueOn }: Rows[number]): string =>
  `${id}  ${name}  ${stage}${dueOn === undefined ? '' : `  至 until ${dueOn}`}`;

const sayWhole = ({ id, name, stage, since, because, dueOn, queries, reports, scores, findings }: Whole): string =>
  [
    `${id}  ${name}  ${stage}${because === undefined ? '' : ` (${because})`}  自 since ${since}  期限 due ${dueOn ?? '–'}`,
    ...queries.map(
      (one) =>
        `  ${one.kind} ${String(one.query)}  ${one.state}${one.overdue ? ' 逾期 overdue' : ''}  至 until ${one.dueOn}  ${one.about}: ${one.text}`,
    ),
    ...reports.map((one) => `  报告 report ${String(one.report)}  ${one.at}  ${one.emissions} t  ${one.opinion}`),
    ...scores.map((one) => `  评估 assessed  ${shownValue(one)}`),
    ...findings.map((one) => `  提示 finding  ${shownValue(one)}`),
  ].join('\n');

/** `luyue verification list [--cycle] [--unit] [--verifier]` */
export async function listVerifications(
  { as, cycle, unit, verifier, after, json = false }: VerificationsOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platformToSee(as);
  const found = await http.get('/verifications', verificationsOut, { query: { cycle, unit, verifier, after } });
  return printAnswered(
    found,
    ({ verifications: all, after: next }) => [
      ...(all.length === 0 ? ['没有核查 no verifications'] : all.map(sayRow)),
      ...(next === undefined ? [] : [`… --after ${next}`]),
    ],
    json,
    streams,
  );
}

/** `luyue verification show 2024:BJ-0001:V-01` */
export async function showVerification(
  id: string,
  { as, json = false }: ApprovalOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platformToSee(as);
  return printAnswered(await http.get(`/verifications/${encodeURIComponent(id)}`, verificationOut), sayWhole, json, streams);
}
