import type { InboxLine } from './deps.js';
import { Form } from './pages.js';
import type { Known } from './visit.js';
import { actorNamed } from './who.js';

/** Whether a party is an authority of theirs, whose officers take on what waits. */
export const isKept = ({ caller }: Known, of: string): boolean =>
  caller.appointments.some(({ kind, party }) => party === of && (kind === 'district' || kind === 'city'));

const formOf = (of: string): string => `hands-${of}`;

/** The one form with which what waits for a party is taken on and given back: the buttons stand in their lines. */
export const HandsForm = ({ visit, of }: { visit: Known; of: string }) => (
  <Form visit={visit} action="/inbox/claim" id={formOf(of)}>
    <input type="hidden" name="to" value={visit.here} />
  </Form>
);

/** Who has it, and the button that takes it on or gives it back. */
export const Hands = ({ visit, item: { item, claimedBy, mine }, of }: { visit: Known; item: InboxLine; of: string }) => {
  const { say } = visit;
  const held = claimedBy !== undefined;
  return (
    <>
      {held && <span>{mine ? say('本人', 'you') : actorNamed(visit, claimedBy)} </span>}
      {(!held || mine) && (
        <>
          <button
            class="link"
            type="submit"
            form={formOf(of)}
            formaction={mine ? '/inbox/release' : undefined}
            name="item"
            value={item}
          >
            {mine ? say('放回', 'Give back') : say('认领', 'Take on')}
          </button>
          {mine && (
            <>
              {' '}
              <a href={`/inbox/hand-over?item=${encodeURIComponent(item)}`}>{say('移交', 'Hand over')}</a>
            </>
          )}
        </>
      )}
    </>
  );
};
