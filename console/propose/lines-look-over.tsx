import { randomUUID } from 'node:crypto';
import type { WishedLine } from '../../desk/wishes.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { failing, Form, refusing } from '../pages.js';
import { said, type Known, type Shown } from '../visit.js';
import { packed, tooMany, unpacked } from './lines.js';
import { WouldDo } from './look-over.js';

/** Where lines that were looked over are proposed. */
export const PROPOSE_LINES = '/batches';

/** Many decisions with what each would do, and the button that proposes them as one. */
export async function lookOver(visit: Known, lines: readonly WishedLine[], back: string): Promise<Shown> {
  const { say, deps, caller } = visit;
  const no = tooMany(lines);
  if (no) return refusing(visit, no);
  const preview = await deps.front.foresee(caller, lines);
  const { lines: all, wouldBeRefused } = preview.totals;
  const body = (
    <>
      <p>
        {say('请核对以下内容。尚未提出。', 'Check these. Nothing is proposed yet.')} <a href={back}>{say('返回修改', 'Back')}</a>
      </p>
      <Form visit={visit} action={PROPOSE_LINES}>
        <input type="hidden" name="request" value={randomUUID()} />
        <input type="hidden" name="lines" value={packed(lines)} />
        <button type="submit">
          {say(`提出这 ${String(all)} 项，待另一人批准`, `Propose these ${String(all)}, for another to approve`)}
        </button>
      </Form>
      <WouldDo visit={visit} preview={preview} />
    </>
  );
  const title =
    wouldBeRefused === 0
      ? say(`核对 ${String(all)} 项`, `Check ${String(all)} lines`)
      : say(
          `核对 ${String(all)} 项，其中 ${String(wouldBeRefused)} 项会被拒绝`,
          `Check ${String(all)} lines, of which ${String(wouldBeRefused)} would be refused`,
        );
  return { title, body };
}

/** Proposes the lines that were looked over, under the id of their form. */
export async function proposeLines(visit: Known): Promise<Shown> {
  const { fields, deps, caller } = visit;
  const lines = unpacked(fields.get('lines') ?? '');
  if (isRefusal(lines)) return refusing(visit, lines);
  const reply = await deps.front.submitBatch(caller, fields.get('request') ?? '', lines);
  if (reply.state === 'proposed') return { to: `/approvals/${encodeURIComponent(reply.approval)}` };
  if (reply.state === 'refused') return failing(visit, said(reply.refusal));
  return { to: `/acts/${encodeURIComponent(reply.id)}` };
}
