import { CHECKS, type CheckName } from '../../domain/carry/checks.js';
import { CHECKS as BOOK_CHECKS } from '../../ledger/checker/checker.js';
import { UNREADABLE } from '../../ledger/checker/asking.js';
import { HASH_CHECKS } from '../../ledger/checker/hash-checks.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** A check's words with what is filled in standing in ‹›. */
const said = (name: CheckName): string => {
  const say = CHECKS[name] as (...filled: string[]) => { refused: string; zh: string; en: string; clause?: string };
  const { refused, zh, en, clause } = say('‹1›', '‹2›', '‹3›');
  return row(`\`${name}\``, `\`${refused}\``, zh, en, clause ?? '');
};

/** docs/ledger-checks.md: every named check of the account book, before a step is written and after it stands. */
export function ledgerChecks(): string {
  const names = Object.keys(CHECKS) as CheckName[];
  return [
    '# Checks of the ledger',
    'Written by `npm run docs` from the code; change that, not this page.',
    '## Before anything is written',
    'Each step that touches an account is decided inside the transaction, on the account as it is there. An account says no for one of these reasons; the refusal carries the name in `check`, and its code is one of those in [refusals](refusals.md). What stands in ‹› is filled in. `test/domain/carry/checks.test.ts` triggers each alone.',
    table(['check', 'code', '中文', 'English', 'clause'], names.map(said)),
    '## After it stands',
    'The second pair of eyes: asked of the database in words of its own, every night, at the end of every drill, and by `luyue ledger verify` and `luyue audit verify`. A difference is recorded as an alarm, mailed to the city, and holds up the collections of the units that it concerns until two officers release it (the act `release-alarm`, by `luyue ledger release`); where that is not known, or a total is off that no lot explains, the ledger as a whole is in doubt, and every collection waits. Released, the same difference raises no second alarm for as long as it is found; found once more after a night that did not find it, it does. A check that cannot be asked, because something is written that is no amount, is a difference itself. Offsets are judged by the law in force at the event: the opening of its case, and the amendments in its chain before it. `test/ledger/checker.test.ts` changes a book behind its back for each.',
    table(
      ['check', '中文', 'English'],
      [...BOOK_CHECKS, ...HASH_CHECKS, UNREADABLE].map(({ name, zh, en }) => row(`\`${name}\``, zh, en)),
    ),
    '## In the database itself',
    'What no code may do, whoever it is: change or delete an event, a transaction, a posting, a case, a filing, a mail, an alarm; write a posting without its counterpart, or later than its counterpart; bring a lot below zero, or set aside more of it than it holds; let a lot change but by its postings; let an account owe what no case claims; raise or release an alarm, or count it as over, without the event that does so. `test/ledger/history.test.ts` tries each as the owner of the tables, `test/records/service-role.test.ts` as the role of service, which can take no trigger away.',
    '## What holds beside them (policy)',
    '- **Reservations.** Offset lots are set aside when an application is filed, let go when it is rejected or replaced or the collection has run, and settled by the surrender. What is set aside can be neither cancelled nor applied with by another cycle; a forced collection may still take it, because it serves the same obligation and the caps bind it all the same.\n- **Claims.** A debt and a shortfall belong to the case that claims them, whatever cycle a credit comes in: debts first, then shortfalls, the oldest cycle first. The events stand in the chain of the case that claims.\n- **Freezing** by two officers stops surrender, trade, application and cancellation; collection, take-back and issue go on.\n- **Reversal** by two officers is a new movement the other way: of a surrender or a collection (owed again, with its own window and collection), of a cancellation, of an opening holding or an auction lot that is not used. Trades are undone by trades, allocations by corrections.\n- **Expiry.** Lots that expire with a cycle expire after its collection, which may still use them. Allowances without an expiry stay on the account and count in the next cycle.',
    '',
  ].join('\n\n');
}
