import type { Json } from '../domain/model/json.js';
import type { Known } from './visit.js';

/** The receipt of a request. */
export const receiptAt = (id: string): string => `/acts/${encodeURIComponent(id)}`;

/** Whether what is looked over was sent already under this id: one has come back to it. */
const wasSent = async ({ deps, caller }: Known, request: string): Promise<boolean> =>
  request !== '' && (await deps.front.act(caller, request)) !== undefined;

/** Who may not, or has yet to show a second factor, is told in place of the button. */
const SAID_BELOW: ReadonlySet<string> = new Set(['step-up-required', 'not-allowed']);

/** The first line of what is looked over. */
export const LookOver = async ({ visit, request }: { visit: Known; request: string }) => (
  <p>
    {(await wasSent(visit, request))
      ? visit.say('以下是已提交的内容。', 'This is what was sent.')
      : visit.say('请核对以下内容。尚未提交。', 'Check what you entered. Nothing is sent yet.')}
  </p>
);

interface Foretold {
  readonly visit: Known;
  readonly act: string;
  readonly unit: string;
  readonly request: string;
  readonly brings: Readonly<Record<string, Json>>;
  readonly cycle?: number;
  /** A no that is told elsewhere on the page. */
  readonly unless?: string;
}

/** What sending it would come to, where that is not what one wants: it was sent before, or would be refused. */
export async function ActForetold({ visit, act, unit, request, brings, cycle, unless }: Foretold) {
  const { deps, caller, say } = visit;
  if (await wasSent(visit, request))
    return (
      <p class="notice">
        {say('这份表单已经提交过：', 'This form was sent already: ')}
        <a href={receiptAt(request)}>{say('查看回执', 'see its receipt')}</a>
        {say('；再次提交不会重复办理。', '; sending it again does nothing more.')}
      </p>
    );
  const wish = { do: act, for: unit, with: brings, ...(cycle === undefined ? {} : { cycle }) };
  const no = await deps.front.wouldRefuse(caller, wish);
  if (!no || SAID_BELOW.has(no.refused) || no.refused === unless) return <></>;
  return (
    <div class="notice wrong" role="alert">
      <p>
        <strong>{say('按现在的情况将不予受理：', 'As things stand it would be refused: ')}</strong>
        {say(no.zh, no.en)}
      </p>
      <p>
        {say(
          '请修改，或者待情况变化后再提交；仍可提交，届时再判断一次。',
          'Change it, or wait; it can be sent all the same, and is judged then.',
        )}
      </p>
    </div>
  );
}
