import type { CaseKind, Unit } from '../../domain/model/case.js';
import type { Account } from '../../domain/model/account.js';
import type { Book } from '../../records/book.js';
import { caseIdOf } from '../../workflows/ids.js';
import { caseAt, readCases, unitAt, type CaseHistory } from '../../views/case-history.js';
import type { Standing } from './preview.js';
import type { Decision } from './read-batch.js';

/** How many units are read side by side. */
const AT_A_TIME = 4;

/** Reads from the book what a batch of a cycle is judged by: the units it names, their cases, accounts and earlier acts. */
export async function readStanding(book: Book, cycle: number, decisions: readonly Decision[]): Promise<Standing> {
  const cases = new Map<string, CaseHistory>();
  const units = new Map<string, Unit>();
  const accounts = new Map<string, Account>();
  const sent = new Map<string, ReturnType<Standing['sentBefore']>>();
  const named = [...new Set(decisions.map(({ unit }) => unit))];
  const acts = [...decisions];
  const lane = async (): Promise<void> => {
    for (let unit = named.shift(); unit !== undefined; unit = named.shift()) {
      const histories = await readCases(book, cycle, unit);
      for (const history of histories) {
        cases.set(history.opening.id, history);
        units.set(unit, unitAt(history, Infinity));
      }
      const account = await book.account(unit);
      if (account) accounts.set(unit, account);
    }
    for (let asked = acts.shift(); asked !== undefined; asked = acts.shift()) {
      const [act] = await book.actsAskedAs(asked.id, asked.raw.by);
      if (act)
        sent.set(asked.id, {
          state: act.state === 'ready' ? 'stored' : act.state,
          ...(act.refusal ? { refusal: act.refusal } : {}),
        });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return {
    register: { units },
    caseOf(unit: string, kind: CaseKind) {
      const history = cases.get(caseIdOf(cycle, unit, kind));
      return history && caseAt(history, Infinity);
    },
    accountOf: (unit) => accounts.get(unit),
    sentBefore: (id) => sent.get(id),
  };
}
