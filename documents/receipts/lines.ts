import { isoOf } from '../../domain/model/instant.js';
import { canonical } from '../../records/chain.js';
import { STATE_WORDS, type Receipt } from './receipt.js';

/** What stands on a receipt beside what: the same on the page and on the paper. */
export interface Line {
  readonly zh: string;
  readonly en: string;
  readonly value: string;
  /** A hash or an id: set so that every character is told from every other. */
  readonly code?: true;
  /** The value in the language of a page; the paper has both in one. */
  readonly said?: readonly [zh: string, en: string];
  /** Somebody who acted, whom a page calls by what they are. */
  readonly who?: true;
}

/** To the second, in Beijing's time. */
export const second = (at: number): string => isoOf(at).slice(0, 19).replace('T', ' ');

const bytes = (size: number): string => size.toLocaleString('en-US');

/** What happened to what was filed, in one sentence. */
export function whatItMeans({ state, refusal }: Receipt): readonly [zh: string, en: string] {
  switch (state) {
    case 'received':
      return ['已收讫，时间以受理时刻为准；尚未办结。', 'Received: the time of the stamp counts. It is not decided yet.'];
    case 'decided':
      return ['已收讫，并已办结，记录在案。', 'Received and decided: it is on record.'];
    case 'refused':
      return [`未受理：${refusal?.zh ?? ''}`, `Refused: ${refusal?.en ?? ''}`];
  }
}

const line = (zh: string, en: string, value: string | undefined, more: Pick<Line, 'code' | 'said' | 'who'> = {}): Line[] =>
  value === undefined ? [] : [{ zh, en, value, ...more }];
const CODE = { code: true } as const;
const both = (zh: string, en: string): Pick<Line, 'said'> => ({ said: [zh, en] });

const dueLine = (deadline: Receipt['deadline']): Line[] => {
  if (!deadline) return [];
  const { dueOn, inTime, clause, zh } = deadline;
  const until = `${dueOn} 24:00（北京时间）`;
  return [
    ...line('期限', 'Deadline', `${until}${inTime ? '期限内 in time' : '逾期 late'}`, {
      ...both(`${until}${inTime ? '，期限内' : '，逾期'}`, `end of ${dueOn}, Beijing time: ${inTime ? 'in time' : 'late'}`),
    }),
    ...line('依据', 'Clause', `${clause} ${zh}`),
  ];
};

/** The facts of a receipt, in their order. */
export function linesOf(receipt: Receipt): Line[] {
  const { state, id, do: what, by, unit, cycle, month, at, deadline, emissions, document, request, event } = receipt;
  return [
    ...line('状态', 'State', STATE_WORDS[state].join(' ')),
    ...line('事项', 'Act', `${what.zh} ${what.en}`, both(what.zh, what.en)),
    ...line('单位', 'Unit', unit && `${unit.name} ${unit.id}`),
    ...line('履约周期', 'Cycle', cycle === undefined ? undefined : String(cycle)),
    ...line('月份', 'Month', month),
    ...line('受理时刻', 'Stamped', `${second(at)}（北京时间）`, both(`${second(at)}（北京时间）`, `${second(at)}, Beijing time`)),
    ...dueLine(deadline),
    ...line('提交人', 'By', by, { who: true }),
    ...line(
      '排放量',
      'Emissions',
      emissions && `${emissions} 吨二氧化碳 tCO2`,
      both(`${emissions ?? ''} 吨二氧化碳`, `${emissions ?? ''} t CO2`),
    ),
    ...line('文档', 'Document', document && `${document.id}/${String(document.version)}`),
    ...line('文档散列', 'Its SHA-256', document?.sha256, CODE),
    ...line('请求编号', 'Request', id, CODE),
    ...line('请求散列', 'Its SHA-256', request === '' ? undefined : request, CODE),
    ...line('事件', 'Event', event && `${event.case} #${String(event.seq)}`),
    ...line('事件散列', 'Its hash', event?.hash, CODE),
  ];
}

/** The files of a receipt, a line each. */
export const fileLines = ({ files }: Receipt): Line[] =>
  files.map(({ name, sha256, size }) => ({
    zh: name,
    en: size === undefined ? '' : `${bytes(size)} bytes`,
    value: sha256,
    code: true as const,
  }));

/** What the platform's seal on a receipt is over: everything that it says, RFC 8785. */
export const sealedText = (receipt: Receipt): string => {
  const { code, findings, test } = receipt;
  const lines = linesOf(receipt).map(({ said: _said, who: _who, ...line }) => line);
  return canonical({ code, lines, files: fileLines(receipt), findings, test });
};

export const TEST_WORDS = ['测试平台，无任何法律效力', 'a test platform: of no legal effect whatever'] as const;
