import type { ActDefinition } from '../acts/definition.js';
import { definitionInCases } from '../acts/vocabulary.js';
import type { ActName, AskedOf } from '../domain/model/brings.js';
import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Json } from '../domain/model/json.js';
import { unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { ParsedAct } from '../domain/model/step.js';
import { authorise } from './authorise.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { badInput, parse } from './parse.js';
import type { RawAct } from './raw-act.js';
import { spelt, unreadableAct } from './readable.js';

export type { RawAct } from './raw-act.js';

/** Whom the door knows. */
export interface Register {
  readonly units: ReadonlyMap<string, Unit>;
}

/** An act that may be put before its case: parsed, its parties known and entitled. */
export interface Admitted {
  readonly act: ParsedAct;
  /** The unit concerned; empty for an act that concerns every running case, or no unit. */
  readonly unit: string;
  /** The other side of a trade. */
  readonly other?: string;
  readonly case: CaseKind | 'city' | 'alarms';
  /** Whether every case of the unit is to answer it. */
  readonly everyCase?: true;
  /** The verifier whose verification decides it. */
  readonly verifier?: string;
  /** The verifier whose verification of the unit it opens, where there is none yet. */
  readonly opens?: string;
  /** Of which kinds further cases of the unit hear of it once it is decided. */
  readonly heardBy?: readonly CaseKind[];
}

const textIn = (brings: Json | undefined, field: string | undefined): string[] => {
  if (field === undefined || typeof brings !== 'object' || brings === null || Array.isArray(brings)) return [];
  const value = (brings as Readonly<Record<string, Json | undefined>>)[field];
  return typeof value === 'string' ? [value] : [];
};

/** The units that the `with` of an act names: seller and buyer of a trade. What is not even text is left for the parser to refuse. */
export const sidesOf = (name: string, brings: Json | undefined): string[] => {
  const definition = definitionInCases(name);
  return [...textIn(brings, definition?.subject), ...textIn(brings, definition?.other)];
};

/** Every unit that the `with` of an act names. */
export const namedIn = (name: string, brings: Json | undefined): string[] => [
  ...sidesOf(name, brings),
  ...textIn(brings, definitionInCases(name)?.listed),
];

/** The units an act concerns, the one it is about first. */
const namesOf = (raw: RawAct, definition: ActDefinition | undefined): string[] => {
  if (definition?.subject !== undefined) return sidesOf(raw.do, raw.with);
  if (definition?.concerns === 'city' || definition?.concerns === 'register' || definition?.concerns === 'alarms') return [];
  return definition || raw.for !== undefined || !/^(city|exchange)(\/|$)/.test(raw.by) ? [raw.for ?? unitOfActor(raw.by)] : [];
};

/** The case in which a unit is judged, and which opens its account. */
export const judgedIn = (unit: Unit): CaseKind => (unit.kind === 'key' ? 'compliance-cycle' : 'general-report');

const unknownUnit = (name: string): Refusal =>
  refuse(
    'unknown-unit',
    `名单中没有单位 ${spelt(name)}`,
    `no unit ${spelt(name)} in the register; name the unit concerned with "for"`,
  );

/** The cases that a unit has in a cycle, the one in which it is judged first. */
export const casesOf = (unit: Pick<Unit, 'kind'>): readonly CaseKind[] =>
  unit.kind === 'key' ? ['compliance-cycle', 'monthly-evidence'] : ['general-report'];

/** The case of the unit that an act belongs to. */
const kindOf = ({ case: kind, duty }: ActDefinition, brings: Json, unit: Unit): CaseKind => {
  const monthly = textIn(brings, duty).some((name) => name.startsWith('monthly-'));
  if (kind === 'verification') return kind;
  const meant = monthly ? 'monthly-evidence' : kind;
  return casesOf(unit).find((one) => one === meant) ?? judgedIn(unit);
};

/** Why a unit cannot be the one into which another is merged. */
function notListedBy(named: Unit | undefined, unit: Unit | undefined, field = ''): Refusal[] {
  if (!named) return [];
  if (named.id === unit?.id) return [badInput(['with', field], '不能是本单位', 'must be another unit')];
  return named.left || named.mergedInto !== undefined
    ? [refuse('not-eligible', `${named.id} 已不在名单`, `${named.id} is not listed any more`)]
    : [];
}

/** A district is looked up, as the register does, never taken as text: what an act brings, with the district that is meant. */
function inDistrict<B extends AskedOf<ActName>>(brings: B, field: string | undefined): B | Refusal {
  const [said] = textIn(brings, field);
  if (field === undefined || said === undefined) return brings;
  const known = districts();
  const meant = districtMeant(said, known);
  if (meant) return { ...brings, [field]: meant.id };
  const ids = known.map(({ id }) => id).join(', ');
  return {
    ...refuse('unknown-district', `没有区 ${said}；有 ${ids}`, `no district is called ${said}, there are: ${ids}`),
    path: ['with', field],
  };
}

/** What an act brings, once its texts and its shape are right. */
function broughtBy(raw: RawAct, definition: ActDefinition): AskedOf<ActName> | Refusal {
  const parsed = parse(definition, raw.with);
  return isRefusal(parsed) ? parsed : inDistrict(parsed.with, definition.district);
}

/** The answer to a `for` that an act does not take, or that is not the unit that its `with` names. */
function strayFor({ concerns }: ActDefinition): Refusal {
  if (concerns === 'register')
    return badInput(['for'], '该单位尚未列入名单，不应填写', 'must be left out: the unit is not listed yet');
  if (concerns === 'city')
    return badInput(['for'], '此事项涉及全部案件，不应填写', 'must be left out: this act concerns every running case');
  return concerns === 'alarms'
    ? badInput(['for'], '此事项不涉及任何单位，不应填写', 'must be left out: this act concerns no unit')
    : badInput(['for'], '与 with 中的单位不一致', 'names another unit than "with"');
}

const caseOfNoUnit = ({ concerns }: ActDefinition): 'alarms' | 'city' => (concerns === 'alarms' ? 'alarms' : 'city');

/** An act by its name, with what was parsed by the shape of that name. */
export const parsedAct = <K extends ActName>(
  { name, twoPeople }: ActDefinition<K>,
  { by, approvedBy }: RawAct,
  brings: AskedOf<K>,
): ParsedAct<K> => ({
  do: name,
  by,
  ...(twoPeople && approvedBy !== undefined ? { approvedBy } : {}),
  with: brings,
});

/**
 * Reads an act and decides whether it may be put before its case, in the order of the contract; `alone`: whether one officer may propose it.
 * Pure.
 */
export function admit(raw: RawAct, register: Register, alone?: boolean): Admitted | Refusal {
  const no = unreadableAct(raw);
  if (no) return no;
  const definition = definitionInCases(raw.do);
  const names = namesOf(raw, definition);
  const listed = textIn(raw.with, definition?.listed);
  const stranger = [raw.for ?? [], names, listed].flat().find((name) => !register.units.has(name));
  if (stranger !== undefined) return unknownUnit(stranger);
  if (!definition) return refuse('unknown-act', `没有名为 ${raw.do} 的事项`, `no act is called ${raw.do}`);

  const brings = broughtBy(raw, definition);
  if (isRefusal(brings)) return brings;
  if (raw.for !== undefined && raw.for !== names[0]) return strayFor(definition);
  const units = names.flatMap((name) => register.units.get(name) ?? []);
  const refused = authorise(raw.do, definition, raw, units, alone);
  if (refused) return refused;
  const [unit, other] = units;
  const notListed = listed.flatMap((name) => notListedBy(register.units.get(name), unit, definition.listed))[0];
  if (notListed) return notListed;
  return {
    act: parsedAct(definition, raw, brings),
    unit: unit?.id ?? '',
    ...(other ? { other: other.id } : {}),
    case: unit ? kindOf(definition, brings, unit) : caseOfNoUnit(definition),
    ...(definition.everyCase ? { everyCase: true } : {}),
    ...verifierIn(definition, raw, brings),
    ...heardBy(definition, brings),
  };
}

/** Of dates that are moved for one unit a verifier hears of the one that is its own too. */
const heardBy = ({ heardBy: kinds, duty }: ActDefinition, brings: Json): Pick<Admitted, 'heardBy'> =>
  kinds !== undefined && (duty === undefined || textIn(brings, duty)[0] === 'verified-report') ? { heardBy: kinds } : {};

function verifierIn(definition: ActDefinition, raw: RawAct, brings: Json): Pick<Admitted, 'verifier' | 'opens'> {
  const [opens] = textIn(brings, definition.opens);
  if (definition.case !== 'verification') return opens === undefined ? {} : { opens };
  const verifier = definition.party === 'verifier' ? unitOfActor(raw.by) : textIn(brings, definition.verifier)[0];
  return verifier === undefined ? {} : { verifier };
}

/** The no to an act of, or to, a verifier whom the unit never engaged on the platform in this cycle. */
export const notEngaged = (unit: string, verifier: string): Refusal =>
  refuse(
    'verifier-not-appointed',
    `${unit} 未通过管理平台委托 ${spelt(verifier)}`,
    `${unit} has not engaged ${spelt(verifier)} on the platform`,
    '三(二)',
  );
