import type { Unit } from '../../domain/model/case.js';
import type { District } from '../../regulation/districts.js';
import { error, warning, type Finding } from '../finding.js';
import type { Fields } from '../table/columns.js';
import { FLAGS, type RegisterColumn } from './columns.js';
import { LineReader } from './line-reader.js';

/** Where a unit is reached. */
export interface UnitContact {
  readonly mail: string;
  readonly telephone?: string;
  /** Where its own system is told. */
  readonly webhook?: string;
}

export interface ReadUnit {
  readonly line: number;
  /** Absent where an error says why. */
  readonly unit?: Unit;
  readonly contact?: UnitContact;
  readonly findings: readonly Finding[];
}

/** 上一周期: what decides whether a unit may have a pre-allocation. Named whole or not at all. */
function lastCycleOf(
  reader: LineReader,
  kind: Unit['kind'] | undefined,
  newlyListed: boolean,
  settles: boolean,
): Unit['lastCycle'] {
  const { findings } = reader;
  const [approved, settled] = [reader.approved(), reader.answer('lastSettled')];
  const saidBoth = [reader.said('lastApproved'), reader.said('lastSettled')].map((said) => said !== '');
  if (saidBoth[0] !== saidBoth[1]) {
    const column = saidBoth[0] === true ? 'lastSettled' : 'lastApproved';
    findings.push(
      error(
        'half-last-cycle',
        reader.at(column),
        '上一周期的核定配额与是否完成清缴须一并填写',
        'goes with the other column of the last cycle',
      ),
    );
    return undefined;
  }
  const named = approved !== undefined && settled !== undefined;
  if (named && (newlyListed || kind === 'general')) {
    findings.push(
      warning(
        'last-cycle-left-out',
        reader.at('lastApproved'),
        newlyListed ? '新增单位没有上一周期，不予采用' : '一般报告单位不清缴，不予采用',
        newlyListed ? 'a newly listed unit has no last cycle: not used' : 'a general unit settles nothing: not used',
      ),
    );
    return undefined;
  }
  if (!saidBoth[0] && kind === 'key' && !newlyListed && settles)
    findings.push(
      warning(
        'no-last-cycle',
        reader.at('lastApproved'),
        '未填上一周期，将不能预发配额',
        'without its last cycle it can have no pre-allocation',
      ),
    );
  return named ? { approved, settled } : undefined;
}

type Flags = Partial<Pick<Unit, (typeof FLAGS)[number]>>;

/** What is not asked of the unit. A general reporting unit is neither verified nor settled, whatever stands there. */
function flagsOf(reader: LineReader, kind: Unit['kind'] | undefined): Flags {
  const said = FLAGS.flatMap((flag) => {
    const asked = reader.answer(flag);
    return asked === undefined ? [] : [{ flag, asked }];
  });
  const idle = kind === 'general' ? said.filter(({ flag }) => flag !== 'mustReport') : [];
  for (const { flag } of idle)
    reader.findings.push(
      warning(
        'flag-left-out',
        reader.at(flag),
        '一般报告单位不核查、不清缴，此项不予采用',
        'a general unit is neither verified nor settled: not used',
      ),
    );
  const off = said.filter(({ asked, flag }) => !asked && !idle.some((one) => one.flag === flag));
  if (kind !== undefined && off.length === (kind === 'general' ? 1 : FLAGS.length))
    reader.findings.push(
      warning('nothing-asked', reader.at('mustReport'), '该单位没有任何应办事项', 'nothing is asked of this unit at all'),
    );
  return Object.fromEntries(off.map(({ flag }) => [flag, false]));
}

/** Reads one line of a register: the unit, or everything that is wrong with the line. */
export function readUnit(fields: Fields<RegisterColumn>, districts: readonly District[]): ReadUnit {
  const reader = new LineReader(fields, districts);
  const [id, name, kind, district, mail] = [reader.id(), reader.name(), reader.kind(), reader.district(), reader.mail()];
  const newlyListed = reader.answer('newlyListed') ?? false;
  const listedOn = reader.day('listedOn');
  const flags = flagsOf(reader, kind);
  const lastCycle = lastCycleOf(reader, kind, newlyListed, flags.mustSettle !== false);
  const { findings } = reader;
  const { line } = fields;
  if (id === undefined || name === undefined || kind === undefined || district === undefined || mail === undefined)
    return { line, findings };
  const known = { ...(listedOn === undefined ? {} : { listedOn }), ...flags, ...(lastCycle ? { lastCycle } : {}) };
  return { line, unit: { id, name, kind, district, newlyListed, ...known }, contact: { mail, ...reader.reached() }, findings };
}
