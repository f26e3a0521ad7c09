import pLimit from 'p-limit';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { sha256 } from '../records/chain.js';
import type { Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import type { Book } from '../records/book.js';
import { currentCycle } from '../regulation/named.js';
import { inbox, type InboxItem } from '../views/inbox.js';
import { cleanIn, cleanOut } from './document-shapes.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { PAGE_MAX } from './shapes.js';
import type { FrontDesk } from '../desk/port.js';

/** Which items of an inbox a check answers. */
const ITEMS = {
  'check-monthly-evidence': 'monthly-check/',
  'check-general-report': 'general-check',
  'first-check': 'first-check',
} as const;
type CheckAct = keyof typeof ITEMS;

interface Wanted {
  readonly what: CheckAct;
  readonly month?: string | undefined;
  readonly cycle: number;
  readonly of: string;
}
interface Parts {
  readonly book: Book;
  readonly front: FrontDesk;
  readonly now: () => Instant;
}
type Clean = InboxItem & { readonly filing: NonNullable<InboxItem['filing']> };

const isClean = (item: InboxItem): item is Clean => item.filing?.findings.length === 0;
/** Bodies of one call at once, and pages of an inbox that one call looks through. */
const AT_ONCE = 4;
const PAGES = 20;

/** Packages in a district's inbox that were filed by document and in which nothing was found; no more of them than one call passes. */
async function cleanPackages(
  book: Book,
  { what, month, cycle, of }: Wanted,
  now: Instant,
): Promise<{ clean: Clean[]; more: boolean }> {
  const wanted = month === undefined ? ITEMS[what] : `${ITEMS[what]}${month}`;
  const clean: Clean[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await inbox(book, { district: of }, { cycle, now, limit: PAGE_MAX, ...(after === undefined ? {} : { after }) });
    clean.push(...found.items.filter((item) => item.what.startsWith(wanted)).filter(isClean));
    after = found.after;
    if (after === undefined || clean.length > PAGE_MAX) break;
  }
  return { clean: clean.slice(0, PAGE_MAX), more: clean.length > PAGE_MAX || after !== undefined };
}

/** Passes one package: under an id that is the package's, so that the same call again passes nothing twice. */
async function pass(front: FrontDesk, caller: Caller, { what, cycle, of }: Wanted, item: Clean) {
  const { unit, filing } = item;
  const month = item.what.split('/')[1];
  const reply = await front.submit(caller, {
    id: `clean-${sha256(`${item.case} ${item.what} ${filing.sha256} ${String(filing.version)}`).slice(0, 32)}`,
    do: what,
    for: unit,
    cycle,
    as: of,
    with: { result: 'pass', ...(month === undefined ? {} : { month }) },
  });
  return reply.state === 'refused' ? { state: reply.state, code: reply.refusal.refused } : { state: reply.state };
}

const brief = ({ unit, name, what, filing, dueOn }: Clean) => ({
  unit,
  name,
  what,
  document: filing.document,
  version: filing.version,
  ...(dueOn === undefined ? {} : { dueOn }),
});

/** `POST /checks/clean`: packages in which nothing was found, passed in one call; looked at first without `commit`. */
export function addClean(app: Gateway, guard: Guard, { book, front, now }: Parts): void {
  add(app, guard, {
    method: 'post',
    path: '/api/v1/checks/clean',
    tag: 'documents',
    summary: '批量通过无异常的材料 · pass what is clean',
    body: cleanIn,
    answers: { 200: cleanOut },
    async handle({ caller, body: { what, month, cycle = currentCycle(), as, commit } }): Promise<Answer | Refusal> {
      const at = now();
      const may = entitled(caller, { what, ...(as === undefined ? {} : { as }), at });
      if (isRefusal(may)) return may;
      const wanted: Wanted = { what, month, cycle, of: may.appointment.party };
      const { clean, more } = await cleanPackages(book, wanted, at);
      const limit = pLimit(AT_ONCE);
      const packages = await Promise.all(
        clean.map((item) =>
          limit(async () => ({ ...brief(item), ...(commit ? await pass(front, caller, wanted, item) : { state: 'clean' }) })),
        ),
      );
      return { json: { of: wanted.of, committed: commit, packages, more } };
    },
  });
}
