import { formOf } from '../../documents/drafts/reading.js';
import type { DocumentRow } from '../../documents/drafts/rows.js';
import { isoOf } from '../../domain/model/instant.js';
import type { Form } from '../../regulation/forms/form.js';
import { wholeIn } from '../asked.js';
import { State } from '../pages.js';
import type { Said } from '../deps.js';
import { timeSaid } from '../words.js';
import type { Known, Visit } from '../visit.js';
import { actorNamed } from '../who.js';

/** A document that somebody has opened, with the form under which it was filled in. */
export interface Opened {
  readonly row: DocumentRow;
  readonly form: Form;
  /** Whether it is their party's to write. */
  readonly own: boolean;
}

export const isSaid = (answer: unknown): answer is Said =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'zh' in answer && !('document' in answer);

/** The version that the address names; none is the latest. */
export const versionIn = (visit: Pick<Visit, 'c'>): number | undefined =>
  visit.c.req.query('version') === undefined ? undefined : wholeIn(visit, 'version', 1);

/** The document that the address names; why not, where there is none for this reader. */
export async function opened(visit: Known): Promise<Opened | Said> {
  const { c, deps, caller } = visit;
  const row = await deps.papers.read(caller, c.req.param('id') ?? '', versionIn(visit));
  if (isSaid(row)) return row;
  return { row, form: formOf(row), own: caller.appointments.some(({ party }) => party === row.party) };
}

/** Where the pages of a document lie. */
export const paperAt = ({ document }: Pick<DocumentRow, 'document'>, more = ''): string => `/documents/${document}${more}`;

export const paperSaid = ({ say }: Pick<Visit, 'say'>, { row, form }: Pick<Opened, 'row' | 'form'>): string =>
  [say(form.zh, form.en), ...(row.month === null ? [] : [row.month]), row.unit].join(' · ');

/** A sealed or filed version is left as it is: what is saved over it begins a new one. */
export const isFixed = ({ state }: Pick<DocumentRow, 'state'>): boolean => state === 'sealed' || state === 'filed';

const STEPS = [
  ['/fill', '填报', 'Fill in'],
  ['/files', '支撑材料', 'Files'],
  ['/check', '检查', 'Check'],
  ['/submit', '核对并报送', 'Look over and file'],
] as const;

/** How far one is on the way from a draft to a receipt. */
export const Steps = ({ visit, row, at }: { visit: Visit; row: DocumentRow; at: (typeof STEPS)[number][0] }) => (
  <nav class="steps" aria-label={visit.say('步骤', 'Steps')}>
    <ol>
      {STEPS.map(([path, zh, en]) => (
        <li>
          <a href={paperAt(row, path)} aria-current={path === at ? 'step' : undefined}>
            {visit.say(zh, en)}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

/** Who saved it last, and when: a draft is on the server, and shared. */
export const SavedLine = ({ visit, row }: { visit: Visit; row: DocumentRow }) => (
  <p class="hint" data-saved>
    <a href={paperAt(row)}>{row.document}</a> {visit.say(`第 ${String(row.version)} 版`, `version ${String(row.version)}`)} ·{' '}
    <State visit={visit} state={row.state} /> · {visit.say('最后保存', 'last saved')}{' '}
    <time datetime={isoOf(row.savedAt)}>{timeSaid(isoOf(row.savedAt))}</time> · {actorNamed(visit, row.savedBy)}
  </p>
);
