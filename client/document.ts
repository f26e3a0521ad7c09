import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sayFinding } from '../city/finding.js';
import { bytesIn } from '../desk/written/file.js';
import { readJson } from '../desk/written/json.js';
import { textOf } from '../desk/written/text.js';
import type { Values } from '../documents/forms/values.js';
import { changesOut, checkedOut, documentOut, documentsOut } from '../gateway/document-shapes.js';
import { RegulationError } from '../regulation/errors.js';
import { loadForm } from '../regulation/forms/load.js';
import type { Form } from '../regulation/forms/form.js';
import { platform, platformToSee } from './platform.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import type { Http } from './http.js';
import { BAD_INPUT, printAnswer, printProblem, STREAMS, type Streams } from './print.js';
import { sayBrief, sayChanges, sayChecked, sayWhole } from './say-document.js';
import { printAnswered, replyOut, sayHttpNo, sayReply } from './say-http.js';
import { bytesOf } from './table-file.js';

export interface DocumentOptions {
  readonly as?: string;
  readonly json?: boolean;
  readonly ofVersion?: string;
}
export interface NewOptions extends DocumentOptions {
  readonly unit?: string;
  readonly cycle?: string;
  readonly month?: string;
  readonly values?: string;
}
export interface ImportOptions extends NewOptions {
  readonly attach?: readonly string[];
}
export interface FileOptions extends DocumentOptions {
  readonly id?: string;
}

const pathOf = (id: string, more = ''): string => `/documents/${encodeURIComponent(id)}${more}`;

const valuesFrom = (file: string | undefined): Values | undefined => {
  if (file === undefined) return undefined;
  try {
    return readJson(textOf(bytesIn(file))) as Values;
  } catch (error) {
    throw new UsageError(`${file} 不能作为 JSON 读取 / ${file} cannot be read as JSON: ${(error as Error).message}`, 'bad-json', [
      'values',
    ]);
  }
};

/** About which unit, cycle and month; what was not said is left out. */
const aboutOf = ({ unit, cycle, month }: NewOptions) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(cycle === undefined ? {} : { cycle: cycleNamed(cycle) }),
  ...(month === undefined ? {} : { month }),
});

/** `luyue document new FORM` */
export async function documentNew(form: string, options: NewOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, json = false } = options;
  const values = valuesFrom(options.values);
  const body = { form, ...aboutOf(options), ...(values === undefined ? {} : { values }) };
  return printAnswered(await (await platform(as)).post('/documents', documentOut, { body }), sayWhole, json, streams);
}

/** `--attach NAME=SHA256` */
const attached = (said: string): { name: string; sha256: string } => {
  const [, name, sha256] = /^(.+)=([0-9a-fA-F]{64})$/.exec(said) ?? [];
  if (name === undefined || sha256 === undefined)
    throw new UsageError(
      `--attach 应写作 NAME=SHA256 / --attach ${said}: write NAME=SHA256, as luyue file put prints it`,
      'bad-input',
      ['attach'],
    );
  return { name, sha256 };
};

const formFor =
  (cycle: number) =>
  ({ name, version }: { readonly name: string; readonly version: number }): Form | undefined => {
    try {
      return loadForm({ name, version, cycle });
    } catch (error) {
      if (error instanceof RegulationError && error.fault === 'not-found') return undefined;
      throw error;
    }
  };

/** `luyue document import F.xlsx`: begins the document that the workbook is of, or saves over the draft that there is. */
export async function documentImport(file: string, options: ImportOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, cycle, json = false, attach = [] } = options;
  const { readFormWorkbook } = await import('../city/forms/workbook.js');
  const read = await readFormWorkbook(bytesOf(file), formFor(cycleNamed(cycle)));
  if ('problems' in read) {
    const lines = [
      ...read.findings.map(sayFinding),
      ...read.problems.map(({ line, zh, en }) => `第 ${String(line)} 行 line ${String(line)}: ${zh} / ${en}`),
    ];
    printProblem({ code: 'bad-form', message: `${file}: ${lines.join('; ')}`, path: ['file'] }, json, streams);
    return BAD_INPUT;
  }
  for (const warning of read.warnings) streams.err(`${sayFinding(warning)}\n`);
  const http = await platform(as);
  const begun = await http.post('/documents', documentOut, { body: { form: read.form.name, ...aboutOf(options) } });
  if ('no' in begun) return sayHttpNo(begun.no, json, streams);
  const { id, revision } = begun.value;
  const files = attach.length === 0 ? {} : { files: attach.map(attached) };
  const body = { revision, values: read.values, ...files };
  return printAnswered(await http.put(pathOf(id), documentOut, { body }), sayWhole, json, streams);
}

/** `luyue document list` */
export async function documentList(
  options: NewOptions & { readonly form?: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const { as, unit, form, cycle, json = false } = options;
  const http = await platformToSee(as);
  const documents: z.output<typeof documentsOut>['documents'] = [];
  let after: string | undefined;
  for (;;) {
    const answered = await http.get('/documents', documentsOut, { query: { unit, form, cycle, after, limit: '200' } });
    if ('no' in answered) return sayHttpNo(answered.no, json, streams);
    documents.push(...answered.value.documents);
    after = answered.value.after;
    if (after === undefined) break;
  }
  return printAnswer({ documents }, documents.length === 0 ? '没有文件 no documents' : documents.map(sayBrief), json, streams);
}

/** `luyue document show ID` */
export async function documentShow(
  id: string,
  { as, ofVersion, json = false }: DocumentOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platformToSee(as);
  return printAnswered(await http.get(pathOf(id), documentOut, { query: { version: ofVersion } }), sayWhole, json, streams);
}

/** `luyue document check ID`: what it comes to; exit status 2 where it could not be filed as it stands. */
export async function documentCheck(
  id: string,
  { as, json = false }: DocumentOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const answered = await (await platform(as)).post(pathOf(id, '/check'), checkedOut);
  const status = printAnswered(answered, sayChecked, json, streams);
  return 'value' in answered && answered.value.errors.length > 0 ? BAD_INPUT : status;
}

/** `luyue document explain ID FINDING TEXT` */
export async function documentExplain(
  id: string,
  said: Readonly<Record<string, string>>,
  { as, json = false }: DocumentOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  return printAnswered(
    await (await platform(as)).put(pathOf(id, '/explanations'), documentOut, { body: said }),
    sayWhole,
    json,
    streams,
  );
}

/** `luyue document diff ID` */
export async function documentDiff(
  id: string,
  { as, from, to, json = false }: DocumentOptions & { readonly from?: string; readonly to?: string },
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platformToSee(as);
  return printAnswered(await http.get(pathOf(id, '/changes'), changesOut, { query: { from, to } }), sayChanges, json, streams);
}

/**
 * Where the party has not sealed it itself, the platform is asked to bear witness, after the second factor of whoever files: that is enough
 * where the rulebook says so (`seal.witness`), and where it is not, the act says what is missing.
 */
async function witnessed(http: Http, id: string, sha256: string): Promise<void> {
  const found = await http.get(pathOf(id, '/seals'), z.object({ seals: z.array(z.unknown()) }));
  if ('value' in found && found.value.seals.length === 0)
    await http.post(pathOf(id, `/witness?sha256=${sha256}`), z.looseObject({}));
}

/** `luyue document file ID`: the act that its form names, with the document and nothing else. */
export async function documentFile(id: string, options: FileOptions, streams: Streams = STREAMS): Promise<number> {
  const { as, ofVersion, json = false } = options;
  if (ofVersion !== undefined && !/^[1-9]\d{0,3}$/.test(ofVersion))
    throw new UsageError(`--of-version ${ofVersion} 不是版本号 / --of-version ${ofVersion} is no version`, 'bad-input', [
      'of-version',
    ]);
  const http = await platform(as);
  const found = await http.get(pathOf(id), documentOut);
  if ('no' in found) return sayHttpNo(found.no, json, streams);
  const { form, cycle, formVersion, unit, sha256 } = found.value;
  const act = formFor(cycle)({ name: form, version: formVersion })?.act;
  if (act === undefined)
    throw new UsageError(`${id} 为 ${form}，不单独报送 / ${id} is a ${form}, which no act files by itself`, 'bad-input', ['id']);
  const seen = { sha256, ...(ofVersion === undefined ? {} : { version: Number(ofVersion) }) };
  if (ofVersion === undefined) await witnessed(http, id, sha256);
  const answered = await http.post('/acts', replyOut, {
    body: { do: act, for: unit, cycle, with: { document: id, ...seen } },
    headers: { 'idempotency-key': options.id ?? randomUUID() },
  });
  return sayReply(act, answered, json, streams);
}
