import { writeFileSync } from 'node:fs';
import { registerTemplate } from '../city/register/template.js';
import { writeCsv } from '../city/table/csv.js';
import { writeXlsx } from '../city/table/xlsx.js';
import { UsageError } from './failure.js';
import { DONE, STREAMS, type Streams } from './print.js';

/** `luyue register template [--out FILE.csv|FILE.xlsx]` */
export interface TemplateOptions {
  readonly out?: string;
}

/** Gives a register to fill in: as CSV on standard output, or in a new file. Answers the exit status. */
export async function registerTemplateTo({ out }: TemplateOptions, streams: Streams = STREAMS): Promise<number> {
  const { head, lines } = registerTemplate();
  if (out === undefined) {
    streams.out(writeCsv(head, lines));
    return DONE;
  }
  if (!/\.(csv|xlsx)$/i.test(out))
    throw new UsageError(
      `${out} 既不是 .csv 也不是 .xlsx / ${out} is neither .csv nor .xlsx: name the file after what it is to be`,
      'bad-file-name',
      ['out'],
    );
  const content = /\.csv$/i.test(out) ? writeCsv(head, lines) : await writeXlsx('单位名单', head, lines);
  try {
    // a list that somebody has filled in is not to be lost
    writeFileSync(out, content, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`无法写入 ${out} / ${out} cannot be written: ${(error as Error).message}`, 'cannot-write', ['out']);
  }
  streams.err(`已写入 · written: ${out}\n填好后 · then: luyue register import ${out}\n`);
  return DONE;
}
