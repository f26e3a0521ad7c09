import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Day } from '../domain/model/instant.js';
import { isActorName } from '../domain/model/names.js';
import { own } from '../domain/model/own.js';
import { rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { expectationOf } from './catalogue.js';
import { RegulationError } from './errors.js';
import { filingsWithoutForm } from './forms/unformed.js';
import { loadRulebook, revisionsOf } from './load.js';
import { lock } from './lock.js';
import { shipped } from './source.js';

/** 采纳: a value that the authority decides itself, by two officers, from a day, on a basis. */
export interface ValueAdoption {
  readonly cycle: number;
  readonly parameter: string;
  /** A text; parts of a list are parted by commas. Left out: the value as it stands. */
  readonly value?: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly on: Day;
  readonly basis: string;
}

const fileOf = (cycle: number, revision: number): string => `cycles/${String(cycle)}.r${String(revision)}.yaml`;

const refuse = (cycle: number, zh: string, en: string): never => {
  throw new RegulationError('bad-value', { file: `regulation/cycles/${String(cycle)}.yaml` }, zh, en);
};

/** What is in force can be complied with: a filing that no form asks for is refused in service. */
function needForms(book: Rulebook, folder: string): void {
  const [missing] = filingsWithoutForm(book, folder);
  if (missing !== undefined)
    refuse(
      book.cycle,
      `${missing} 在 regulation/forms 中没有表单：正式运行时无人能够提交；请增加一张指明它（filing）的表单`,
      `${missing} has no form in regulation/forms: in service nobody could file it; add one that names it (filing)`,
    );
}

/**
 * Writes an adoption as the next revision of its cycle and locks it: from then on the value counts as decided. Answers the
 * revision's number. Throws a RegulationError, and then nothing is written.
 */
export function adoptValue(
  adoption: ValueAdoption,
  folder: string = shipped(),
): { revision: number; file: string; digest: string } {
  const { cycle, parameter: name } = adoption;
  for (const who of [adoption.by, adoption.approvedBy])
    if (!isActorName(who))
      refuse(
        cycle,
        `${JSON.stringify(who)} 不是经办人员：请写成 city/a 这样的小写形式`,
        `${JSON.stringify(who)} is no officer: write it like city/a, in lower case`,
      );
  if (adoption.by === adoption.approvedBy)
    refuse(cycle, '采用须由两名不同的人员办理', 'an adoption needs two different officers');
  const latest = revisionsOf(cycle, folder).at(-1) ?? 1;
  const book = loadRulebook(cycle, latest, folder);
  needForms(book, folder);
  const before = own(book.parameters, name);
  const expected = expectationOf(name);
  if (!before || !expected)
    return refuse(
      cycle,
      `${name} 不是 ${String(cycle)} 年度的取值；未知的取值须连同其文本列入一次修订`,
      `${name} is no value of cycle ${String(cycle)}; an unknown one goes into a revision with its text`,
    );
  const list = typeof before.value !== 'string';
  const asked =
    adoption.value === undefined ? before.value : list ? adoption.value.split(',').map((part) => part.trim()) : adoption.value;
  if (!expected.sound(asked))
    refuse(
      cycle,
      `${name} 的写法应如 ${expected.example}，而不是 ${String(asked)}`,
      `${name} must be like ${expected.example}, not ${String(asked)}`,
    );
  const revision = latest + 1;
  const file = fileOf(cycle, revision);
  if (existsSync(join(folder, file))) refuse(cycle, `${file} 已经存在`, `${file} exists already`);
  const { by, approvedBy, on, basis } = adoption;
  const entry = {
    name,
    value: asked,
    unit: before.unit,
    ...(before.of === undefined ? {} : { of: before.of }),
    status: 'decided',
    cite: `${before.cite.instrument} ${before.cite.clause}`,
    ...(before.reading === undefined ? {} : { reading: before.reading }),
    verified: on,
    adopted: { by, 'approved-by': approvedBy, on, basis },
  };
  const content = { cycle: String(cycle), revision: String(revision), notice: book.notice, basis, parameters: [entry] };
  const head = `# ${name} adopted by the authority itself. Written by \`luyue rulebook adopt\`.\n`;
  writeFileSync(join(folder, file), head + stringify(content, { lineWidth: 0 }));
  try {
    const { digest } = loadRulebook(cycle, revision, folder);
    lock(folder, { rulebook: rulebookName({ cycle, revision }), digest, on, basis });
    return { revision, file: `regulation/${file}`, digest };
  } catch (error) {
    // a revision that cannot be read would keep everything that reads the cycle from being read
    rmSync(join(folder, file));
    throw error;
  }
}

/** Locks a revision that is on file: it is in force from a day, on a basis. */
export function adoptRevision(
  adoption: { readonly cycle: number; readonly revision: number; readonly on: Day; readonly basis: string },
  folder: string = shipped(),
): { digest: string } {
  const { cycle, revision, on, basis } = adoption;
  const book = loadRulebook(cycle, revision, folder);
  needForms(book, folder);
  const { digest } = book;
  lock(folder, { rulebook: rulebookName(book), digest, on, basis });
  return { digest };
}
