import type { Parameter } from '../domain/model/rulebook.js';
import { expectationOf } from './catalogue.js';
import type { Library } from './instruments.js';
import type { ParameterEntry } from './shape.js';
import type { Source } from './source.js';

interface WithParameters {
  readonly parameters: readonly ParameterEntry[];
}

const checkValue = (source: Source<WithParameters>, entry: ParameterEntry, at: readonly (string | number)[]): void => {
  const expected = expectationOf(entry.name);
  if (!expected)
    return source.fail(
      'unknown-parameter',
      [...at, 'name'],
      `没有规则读取 ${entry.name}；请更正名称`,
      `no rule reads ${entry.name}; correct the name`,
    );
  if (entry.unit !== expected.unit)
    source.fail(
      'wrong-unit',
      [...at, 'unit'],
      `${entry.name} 的单位为 ${expected.unit}，不是 ${entry.unit}`,
      `${entry.name} is in ${expected.unit}, not in ${entry.unit}`,
    );
  if (!expected.sound(entry.value))
    source.fail(
      'bad-value',
      [...at, 'value'],
      `${entry.name} 的写法应如 ${expected.example}，而不是 ${String(entry.value)}`,
      `${entry.name} must be like ${expected.example}, not ${String(entry.value)}`,
    );
  if (expected.of && entry.of === undefined)
    source.fail(
      'missing-of',
      at,
      `${entry.name} 是其中一部分：请写明属于什么`,
      `${entry.name} is a part of something: say of what`,
    );
};

const checkSource = (
  source: Source<WithParameters>,
  entry: ParameterEntry,
  at: readonly (string | number)[],
  library: Library,
): void => {
  const [instrument = '', clause = ''] = entry.cite.split(' ');
  if (!library.clauseOf(instrument, clause))
    source.fail(
      'dead-citation',
      [...at, 'cite'],
      `instruments.yaml 中没有 ${entry.cite}`,
      `${entry.cite} is no clause of instruments.yaml`,
    );
  if (entry.status === 'decided' && entry.quote === undefined && entry.adopted === undefined)
    source.fail(
      'decided-without-quote',
      [...at, 'status'],
      `${entry.name} 标为 decided：请引用作出规定的原文`,
      `${entry.name} is called decided: quote the words that decide it`,
    );
  if (entry.quote !== undefined && !library.says(instrument, entry.quote))
    source.fail(
      'quote-not-in-text',
      [...at, 'quote'],
      `${instrument} 的文本中没有这段原文`,
      `these words do not stand in the text of ${instrument}`,
    );
  if (entry.status === 'policy' && entry.reading === undefined)
    source.fail(
      'missing-key',
      at,
      `${entry.name} 是平台自行选定的：请在 reading 中写明`,
      `${entry.name} is our choice: say in reading what it is`,
    );
};

const read = (entry: ParameterEntry): Parameter => {
  const [instrument = '', clause = ''] = entry.cite.split(' ');
  const { adopted } = entry;
  return {
    name: entry.name,
    value: entry.value,
    unit: entry.unit,
    status: entry.status,
    cite: { instrument, clause },
    verified: entry.verified,
    ...(entry.of === undefined ? {} : { of: entry.of }),
    ...(entry.quote === undefined ? {} : { quote: entry.quote }),
    ...(entry.reading === undefined ? {} : { reading: entry.reading }),
    ...(adopted ? { adopted: { by: adopted.by, approvedBy: adopted['approved-by'], on: adopted.on, basis: adopted.basis } } : {}),
  };
};

/** The parameters of one file, each checked against the catalogue and the texts. Throws a RegulationError. */
export function readParameters(source: Source<WithParameters>, library: Library): Record<string, Parameter> {
  const parameters: Record<string, Parameter> = {};
  source.content.parameters.forEach((entry, index) => {
    const at = ['parameters', index];
    if (Object.hasOwn(parameters, entry.name))
      source.fail('duplicate-parameter', [...at, 'name'], `${entry.name} 重复`, `${entry.name} stands here twice`);
    checkValue(source, entry, at);
    checkSource(source, entry, at, library);
    parameters[entry.name] = read(entry);
  });
  return parameters;
}
