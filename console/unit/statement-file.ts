import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { csvOf } from '../../views/csv.js';
import type { ShownLine } from '../../views/statement.js';
import { refusing, type Pages } from '../pages.js';
import { eventSaid, timeSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';

const AT_ONCE = 200;
/** No account moves more often in all its years; what is beyond is read by the API. */
const LINES_MAX = 20_000;

async function allLines({ deps, caller }: Known, unit: string): Promise<readonly ShownLine[] | Refusal> {
  const lines: ShownLine[] = [];
  for (let after: string | undefined; lines.length < LINES_MAX;) {
    const found = await deps.reading.statement(caller, unit, { limit: AT_ONCE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(found)) return found;
    lines.push(...found.items);
    if (found.after === undefined) break;
    after = found.after;
  }
  return lines;
}

const tableOf = (visit: Known, lines: readonly ShownLine[]): { readonly head: string[]; readonly rows: string[][] } => {
  const { say } = visit;
  return {
    head: [
      ...[say('时间', 'At'), say('记录时间', 'Recorded at'), say('事由', 'Cause'), say('批次', 'Lot')],
      ...[say('变动（吨）', 'Tonnes'), say('账户余额', 'Balance'), say('办理', 'By')],
    ],
    rows: lines.map(({ at, recordedAt, event, lot, quantity, balance, by }) => [
      ...[timeSaid(at), timeSaid(recordedAt), event === undefined ? '' : eventSaid(visit, event), lot],
      ...[quantity, balance, by],
    ]),
  };
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /units/ID/statement.csv`, `…/statement.xlsx`: every movement of an account, to keep. */
export function addStatementFiles(pages: Pages): void {
  const file =
    (made: (visit: Known, unit: string, table: ReturnType<typeof tableOf>) => Promise<Shown> | Shown) =>
    async (visit: Known): Promise<Shown> => {
      const unit = visit.c.req.param('id') ?? '';
      const lines = await allLines(visit, unit);
      return isRefusal(lines) ? refusing(visit, lines) : made(visit, unit, tableOf(visit, lines));
    };
  pages.known(
    'get',
    '/units/:id/statement.csv',
    file((_, unit, { head, rows }) => ({
      file: new TextEncoder().encode(csvOf(head, rows)),
      type: 'text/csv; charset=utf-8',
      name: `statement-${unit}.csv`,
    })),
  );
  pages.known(
    'get',
    '/units/:id/statement.xlsx',
    file(async ({ deps, say }, unit, { head, rows }) => ({
      file: await deps.workbook([{ name: say('账户流水', 'Statement'), head, rows }]),
      type: XLSX,
      name: `statement-${unit}.xlsx`,
    })),
  );
}
