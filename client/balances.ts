import { planBalances, type Officers } from '../city/balances/plan-balances.js';
import { readBalances } from '../city/balances/read-balances.js';
import { readEntered } from '../city/balances/read-entered.js';
import { canonical, sha256 } from '../records/chain.js';
import { cycleNamed } from './cycle-option.js';
import { decideLines, isInService } from './decide-lines.js';
import { officersOf, serviceFor, type ImportsOptions } from './first-day.js';
import { STREAMS, type Streams } from './print.js';
import { type Service, withBook } from './service.js';
import { bytesOf } from './table-file.js';

const NOBODY: Officers = { by: 'city/officer' };

/** `luyue balances import FILE [--commit]`: what accounts hold on the day on which the platform is taken into service. */
export async function balancesImport(file: string, options: ImportsOptions, streams: Streams = STREAMS): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const service = serviceFor(options.commit === true);
  const { lines, balances, findings } = await readBalances(bytesOf(file));
  const proposes = service !== undefined && (await isInService(service));
  const who = proposes || options.commit !== true ? NOBODY : officersOf(options);
  const plan = service && planBalances(balances, await enteredOn(service, cycle), cycle, who);
  const { decisions = [], asEntered = 0, notInFile = [] } = plan ?? {};
  const units = new Set(balances.map(({ unit }) => unit)).size;
  const rest = notInFile.length === 0 ? [] : [`不在文件中 · have balances and are not in the file: ${String(notInFile.length)}`];
  return decideLines(
    {
      file,
      cycle,
      code: 'bad-balances',
      decisions,
      findings: [...findings, ...(plan?.findings ?? [])],
      digest: `sha256:${sha256(canonical({ cycle, balances }))}`,
      more: { compared: service !== undefined, tableLines: lines, units, asEntered, notInFile },
      said: [
        `${String(lines)} 行 lines，${String(units)} 家 units；已录入且一致 as entered ${String(asEntered)}`,
        ...rest,
        ...(service ? [] : ['未连接平台，仅检查文件 · no platform to compare with: only the file was looked at']),
      ],
    },
    options,
    service,
    streams,
  );
}

async function enteredOn(service: Service, cycle: number) {
  return withBook(async (book) => {
    return await readEntered(book, cycle);
  }, service);
}
