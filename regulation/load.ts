import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rulebookName, type Parameter, type Rulebook } from '../domain/model/rulebook.js';
import { REQUIRED_NAMES, expectationOf, isDroppable } from './catalogue.js';
import { calendarIn } from './calendars.js';
import { digestOf } from './digest.js';
import { RegulationError } from './errors.js';
import { loadLibrary, type Library } from './instruments.js';
import { checkLock } from './lock.js';
import { oncePerFolder } from './once.js';
import { checkOrder, checkYears } from './order.js';
import { readParameters } from './parameters.js';
import { annexShape, cycleShape, policiesShape, revisionShape, type CycleFile } from './shape.js';
import { filesIn, readYaml, shipped, type Source } from './source.js';

/** The years for which there is a cycle's file. */
export const cyclesOf = (folder: string = shipped()): number[] =>
  filesIn(folder, 'cycles').flatMap((name) => (/^\d{4}\.yaml$/.test(name) ? [Number(name.slice(0, 4))] : []));

/** The revisions of a cycle that are on file, from 1; empty for a cycle without one. */
export const revisionsOf = (cycle: number, folder: string = shipped()): number[] =>
  filesIn(folder, 'cycles')
    .flatMap((name) => {
      if (name === `${String(cycle)}.yaml`) return [1];
      const match = /^(\d{4})\.r(\d+)\.yaml$/.exec(name);
      return match && Number(match[1]) === cycle ? [Number(match[2])] : [];
    })
    .sort((a, b) => a - b);

/** Values that a sketch takes over from another cycle: ours stay ours, the others are expected until the text is in hand. */
const takenOver = (source: Source<CycleFile>, folder: string): Record<string, Parameter> => {
  const takes = source.content['takes-over'];
  if (!takes) return {};
  const from = load(Number(takes.from), 1, folder).content;
  const taken: Record<string, Parameter> = {};
  takes.names.forEach((pattern, index) => {
    const names = Object.keys(from.parameters).filter((name) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    );
    if (names.length === 0)
      source.fail(
        'unknown-parameter',
        ['takes-over', 'names', index],
        `${takes.from} 中没有 ${pattern}`,
        `${takes.from} has no ${pattern}`,
      );
    for (const name of names) {
      const parameter = from.parameters[name];
      if (!parameter) continue;
      const { adopted: _adopted, ...rest } = parameter;
      taken[name] = { ...rest, status: rest.status === 'decided' ? 'expected' : rest.status, takenFrom: takes.from };
    }
  });
  return taken;
};

const annexOf = (folder: string, cycle: number, library: Library): Record<string, Parameter> => {
  const name = join('annexes', `${String(cycle)}.yaml`);
  if (!existsSync(join(folder, name))) return {};
  const source = readYaml(folder, name, annexShape);
  source.content.parameters.forEach((entry, index) => {
    if (expectationOf(entry.name)?.required)
      source.fail(
        'unknown-parameter',
        ['parameters', index, 'name'],
        `${entry.name} 应写在 cycles/${String(cycle)}.yaml`,
        `${entry.name} belongs into cycles/${String(cycle)}.yaml`,
      );
  });
  return readParameters(source, library);
};

/** What the platform itself holds in every cycle. */
const policiesOf = (folder: string): Record<string, Parameter> =>
  existsSync(join(folder, 'policies.yaml'))
    ? readParameters(readYaml(folder, 'policies.yaml', policiesShape), loadLibrary(folder))
    : {};

type Content = Omit<Rulebook, 'digest'>;

/** What the notice asks no more; none where it drops nothing, so that rulebooks of before keep their digest. */
function droppedIn(source: Source<CycleFile>, has: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const said = source.content.dropped ?? [];
  said.forEach(({ name }, index) => {
    if (!isDroppable(name) || has[name] !== undefined)
      source.fail(
        'unknown-parameter',
        ['dropped', index, 'name'],
        `${name} 不是通知可以不再要求的事项，或已有日期`,
        `${name} is no duty that a notice can drop, or it has a date`,
      );
  });
  return said.length === 0 ? undefined : Object.fromEntries(said.map(({ name, because }) => [name, because]));
}

const firstRevision = (folder: string, cycle: number): Content => {
  const library = loadLibrary(folder);
  const source = readYaml(folder, join('cycles', `${String(cycle)}.yaml`), cycleShape);
  const { content } = source;
  if (Number(content.cycle) !== cycle)
    source.fail('wrong-name', ['cycle'], `文件名为 ${String(cycle)}`, `the file is named ${String(cycle)}`);
  if (!library.instruments.some(({ id }) => id === content.notice))
    source.fail(
      'dead-citation',
      ['notice'],
      `instruments.yaml 中没有 ${content.notice}`,
      `${content.notice} is not in instruments.yaml`,
    );
  const unknown: Record<string, string> = {};
  const own = readParameters(source, library);
  const parameters = { ...takenOver(source, folder), ...annexOf(folder, cycle, library), ...own };
  (content.unknown ?? []).forEach((gap, index) => {
    if (!REQUIRED_NAMES.includes(gap.name) || parameters[gap.name])
      source.fail(
        'unknown-parameter',
        ['unknown', index, 'name'],
        `${gap.name} 不是必需的取值，或已有取值`,
        `${gap.name} is no required value, or it has one`,
      );
    unknown[gap.name] = gap.because;
  });
  const dropped = droppedIn(source, { ...parameters, ...unknown });
  for (const name of REQUIRED_NAMES)
    if (!parameters[name] && unknown[name] === undefined && dropped?.[name] === undefined)
      source.fail(
        'missing-parameter',
        [],
        `缺少 ${name}：请给出取值，或列在 unknown 下；通知不再要求的，列在 dropped 下`,
        `${name} is missing: give its value, name it under unknown, or, where the notice asks that no more, under dropped`,
      );
  const book: Content = {
    cycle,
    revision: 1,
    emissionYear: Number(content['emission-year']),
    evidenceYear: Number(content['evidence-year']),
    notice: content.notice,
    parameters,
    unknown,
    ...(dropped ? { dropped } : {}),
    calendar: calendarIn(folder),
  };
  checkYears(book, source);
  checkOrder(book, source);
  return book;
};

const laterRevision = (folder: string, cycle: number, revision: number): Content => {
  const source = readYaml(folder, join('cycles', `${String(cycle)}.r${String(revision)}.yaml`), revisionShape);
  const { content } = source;
  if (Number(content.cycle) !== cycle || Number(content.revision) !== revision)
    source.fail(
      'wrong-name',
      ['revision'],
      `文件名为 ${String(cycle)}.r${String(revision)}`,
      `the file is named ${String(cycle)}.r${String(revision)}`,
    );
  const library = loadLibrary(folder);
  if (!library.instruments.some(({ id }) => id === content.notice))
    source.fail(
      'dead-citation',
      ['notice'],
      `instruments.yaml 中没有 ${content.notice}`,
      `${content.notice} is not in instruments.yaml`,
    );
  const changed = readParameters(source, library);
  const before = load(cycle, revision - 1, folder).content;
  const [unknown, dropped] = [before.unknown, before.dropped ?? {}].map((names) =>
    Object.fromEntries(Object.entries(names).filter(([name]) => !changed[name])),
  ) as [Record<string, string>, Record<string, string>];
  const { dropped: _dropped, ...told } = before;
  const book: Content = {
    ...told,
    revision,
    notice: content.notice,
    basis: content.basis,
    parameters: { ...before.parameters, ...changed },
    unknown,
    ...(Object.keys(dropped).length > 0 ? { dropped } : {}),
  };
  checkYears(book, source);
  checkOrder(book, source);
  return book;
};

/** What a cycle's own files say up to a revision, and the rulebook that it makes. */
interface Loaded {
  readonly content: Content;
  readonly rulebook: Rulebook;
}

const read = oncePerFolder((folder, cycle: number, revision: number): Loaded => {
  if (!revisionsOf(cycle, folder).includes(revision)) {
    const there = cyclesOf(folder).flatMap((year) =>
      revisionsOf(year, folder).map((n) => rulebookName({ cycle: year, revision: n })),
    );
    const asked = rulebookName({ cycle, revision });
    throw new RegulationError(
      'not-found',
      { file: 'regulation/cycles' },
      `没有规则 ${asked}；现有 ${there.join('、')}`,
      `there is no rulebook ${asked}; there are ${there.join(', ')}`,
    );
  }
  const content = revision === 1 ? firstRevision(folder, cycle) : laterRevision(folder, cycle, revision);
  // Holidays are announced year by year, while cycles run, and policies of the platform hold in every cycle: neither is a cycle's text.
  const { calendar: _calendar, ...told } = content;
  const parameters = { ...policiesOf(folder), ...content.parameters };
  const found = { content, rulebook: { ...content, parameters, digest: digestOf(told) } };
  checkLock(folder, found.rulebook);
  return found;
});

function load(cycle: number, revision: number, folder: string): Loaded {
  return read(folder, cycle, revision);
}

/**
 * The rulebook of a cycle, as its notice was issued unless a later revision is asked for. Read, checked, frozen by
 * its digest. Throws a RegulationError that names file and line, or `not-found` with what there is.
 */
export const loadRulebook = (cycle: number, revision = 1, folder: string = shipped()): Rulebook =>
  load(cycle, revision, folder).rulebook;
