import type { Json } from '../domain/model/json.js';
import type { Known } from './visit.js';

/** The receipt of a request. */
export const receiptAt = (id: string): string => `/acts/${encodeURIComponent(id)}`;

/** Who may not, or has yet to show a second factor, is told in place of the button. */
const SAID_BELOW: ReadonlySet<string> = new Set(['step-up-required', 'not-allowed']);

interface Foretold {
  readonly visit: Known;
  readonly act: string;
  readonly unit: string;
  readonly request: string;
  readonly brings: Readonly<Record<string, Json>>;
}

/** What sending it would come to, where that is not what one wants: it was sent before, or would be refused. */
export async function ActForetold({ visit, act, unit, request, brings }: Foretold) {
  const { deps, caller, say } = visit;
  const before = request === '' ? undefined : await deps.front.act(caller, request);
  if (before)
    return (
      <p class="notice">
        {say('这份表单已经提交过：', 'This form was sent already: ')}
        <a href={receiptAt(request)}>{say('查看回执', 'see its receipt')}</a>
        {say('；再次提交不会重复办理。', '; sending it again does nothing more.')}
      </p>
    );
  const no = await deps.front.wouldRefuse(caller, { do: act, for: unit, with: brings });
  if (!no || SAID_BELOW.has(no.refused)) return <></>;
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
