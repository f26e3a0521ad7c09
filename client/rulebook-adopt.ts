import { isDay } from '../domain/model/instant.js';
import { QuestionError } from '../domain/rules/working.js';
import { adoptRevision, adoptValue } from '../regulation/adopt.js';
import { rulebookNamed } from '../regulation/named.js';
import { shipped } from '../regulation/source.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

/**
 * `luyue rulebook adopt NAME [PARAMETER] [--value V] --on DAY --basis TEXT [--by OFFICER --approved-by OFFICER]`: with a
 * parameter, the authority adopts its value, which becomes a new revision; without, the named revision is locked as in force.
 */
export interface AdoptOptions {
  readonly parameter?: string;
  readonly value?: string;
  readonly by?: string;
  readonly approvedBy?: string;
  readonly on?: string;
  readonly basis?: string;
  readonly json?: boolean;
  /** Another regulation folder than the shipped one. */
  readonly folder?: string;
}

const needed = (value: string | undefined, option: string): string => {
  if (value !== undefined && value !== '') return value;
  throw new QuestionError(
    'bad-input',
    [option],
    `缺少 --${option}：采纳须写明何人、何日、何依据`,
    `--${option} is missing: an adoption says who, when and on what basis`,
  );
};

/** Adopts a value or a revision. Answers the exit status. */
export function rulebookAdopt(name: string, options: AdoptOptions, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const folder = options.folder ?? shipped();
    const on = needed(options.on, 'on');
    if (!isDay(on))
      throw new QuestionError(
        'bad-input',
        ['on'],
        `--on ${on} 不是日期，应写作 YYYY-MM-DD`,
        `--on ${on} is no day: write it like 2024-05-10`,
      );
    const basis = needed(options.basis, 'basis');
    const { cycle, revision } = rulebookNamed(name, folder);
    const { parameter, value } = options;
    if (parameter === undefined) {
      const { digest } = adoptRevision({ cycle, revision, on, basis }, folder);
      return printAnswer({ locked: name, digest }, `${name} 已锁定 / in force: ${digest}`, json, streams);
    }
    const [by, approvedBy] = [needed(options.by, 'by'), needed(options.approvedBy, 'approved-by')];
    const adopted = adoptValue(
      { cycle, parameter, by, approvedBy, on, basis, ...(value === undefined ? {} : { value }) },
      folder,
    );
    return printAnswer(adopted, `${parameter} 已采纳 / adopted: ${adopted.file} ${adopted.digest}`, json, streams);
  });
}
