import type { Child } from 'hono/jsx';
import type { Refusal } from '../domain/model/refusal.js';
import { stateSaid } from './words.js';
import type { Said } from './deps.js';
import { said, withQuery, type Known, type Shown, type Visit } from './visit.js';

export type Method = 'get' | 'post';

/** Where pages are added: open to all, or for whoever acts for a party. */
export interface Pages {
  open(path: string, show: (visit: Visit) => Promise<Shown>): void;
  /** `most`: as many bytes as may be sent there, where a file is. */
  known(method: Method, path: string, show: (visit: Known) => Promise<Shown>, most?: number): void;
  /** A form whose content is not to be lost, should the session end. */
  keeping(path: string, show: (visit: Known) => Promise<Shown>): void;
  /** A form with files (multipart), which `deps.uploads.take` reads. */
  sending(path: string, show: (visit: Known) => Promise<Shown>): void;
}

/** What happened and what to do, in both languages whatever the page's: whoever reads it may have to pass it on. */
const FailedPage = ({ visit, no }: { visit: Visit; no: Said }) => (
  <div class="notice wrong" role="alert">
    <p>
      <strong lang="zh-CN">{no.zh}</strong>
    </p>
    <p lang="en">{no.en}</p>
    <p>
      <a href="/">{visit.say('返回首页', 'Go to the start page')}</a> ·{' '}
      <a href={`/docs#${no.code}`}>
        <code>{no.code}</code>
      </a>
    </p>
  </div>
);

/** Signed in, and in no office. */
export const NOBODY: Said = {
  code: 'not-allowed',
  zh: '您已登录，但未受任何单位或者机构任命。请联系本单位负责人或者市生态环境部门。',
  en: 'You have signed in, but you are appointed by nobody. Ask whoever signs for your unit, or the city authority.',
};

/** A page that says no, with what to do. */
export const failing = (visit: Visit, no: Said): Shown => ({
  title: visit.say('未能显示', 'This cannot be shown'),
  no,
  status: visit.deps.statusOf(no.code),
  body: <FailedPage visit={visit} no={no} />,
});

/** The same for what the desk or a view refused. */
export const refusing = (visit: Visit, refusal: Refusal): Shown => failing(visit, said(refusal));

/** A link to the next page of a list, where there is one. */
export const Next = ({ visit, after }: { visit: Visit; after?: string | undefined }) =>
  after === undefined ? <></> : <a href={withQuery(visit.here, { after })}>{visit.say('下一页', 'Next page')}</a>;

/** As long as the name of a district. */
const SHORT = 5;

/** A date, an instant, a number or a short word is read as one and never broken in two. */
const isWhole = (cell: Child): boolean => typeof cell === 'string' && (cell.length <= SHORT || /^[\d,.: -]{1,19}$/.test(cell));

/** Wide things scroll in a box of their own, which the keyboard reaches. */
export const Table = ({
  head,
  rows,
  label,
  numeric = [],
  short = [],
}: {
  head: readonly string[];
  rows: readonly Child[][];
  label: string;
  /** Columns of numbers, which stand at the right. */
  numeric?: readonly number[];
  /** Columns of a word or two: on a phone they stand beside each other. */
  short?: readonly number[];
}) => {
  const classOf = (n: number): string | undefined => (numeric.includes(n) ? 'number' : short.includes(n) ? 'short' : undefined);
  return (
    <div class="table" role="region" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((one, n) => (
              <th scope="col" class={numeric.includes(n) ? 'number' : undefined}>
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, n) => (
                <td data-of={head[n]} class={classOf(n)}>
                  <div class={isWhole(cell) ? 'whole' : undefined}>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The state of a thing: a word first, a colour beside it. */
export const State = ({ visit, state }: { visit: Visit; state: string }) => (
  <span class={`state ${state}`}>{stateSaid(visit, state)}</span>
);

/** A form of this session, to an address of ours. */
export const Form = ({
  visit,
  action,
  id,
  files = false,
  judged = false,
  children,
}: {
  visit: Known;
  action: string;
  id?: string;
  /** It sends files. */
  files?: boolean;
  /** What is wrong with it is told by the page that answers, at each field: browsers hold nothing back. */
  judged?: boolean;
  children?: Child;
}) => (
  <form method="post" action={action} id={id} enctype={files ? 'multipart/form-data' : undefined} noValidate={judged}>
    <input type="hidden" name="csrf" value={visit.signed.formToken} />
    {children}
  </form>
);
