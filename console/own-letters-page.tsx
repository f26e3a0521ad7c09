import { MUTABLE } from '../domain/letters/readers.js';
import { failing, Form, type Pages } from './pages.js';
import { letterSaid } from './words.js';
import type { Known, Shown } from './visit.js';

async function ownLetters(visit: Known, isKept = false): Promise<Shown> {
  const { deps, caller, say } = visit;
  const muted = await deps.letterWishes.of(caller);
  const body = (
    <>
      {isKept && (
        <p class="notice" role="status">
          {say('已保存。', 'Kept.')}
        </p>
      )}
      <p>
        {say(
          '勾选不想收到的信件。逾期、责令、收缴等有后果的信件总会发出；单位登记的邮箱不受影响。',
          'Mark what you do not want to be written about. What has a consequence is always sent, and the address of the party itself is not concerned.',
        )}
      </p>
      <Form visit={visit} action="/me/letters">
        <fieldset>
          <legend>{say('不再写信告知本人', 'Do not write to me about')}</legend>
          {MUTABLE.map((one) => (
            <p>
              <label>
                <input type="checkbox" name={`mute-${one}`} value="yes" checked={muted.includes(one)} /> {letterSaid(visit, one)}
              </label>
            </p>
          ))}
        </fieldset>
        <p class="buttons">
          <button type="submit">{say('保存', 'Keep')}</button>
        </p>
      </Form>
      <p>
        <a href="/me/sessions">{say('我的会话', 'My sessions')}</a>
      </p>
    </>
  );
  return { title: say('我的信件', 'My letters'), body };
}

/** `GET`, `POST /me/letters`: what a person is written about. */
export function addOwnLettersPage(pages: Pages): void {
  pages.known('get', '/me/letters', (visit) => ownLetters(visit));
  pages.known('post', '/me/letters', async (visit) => {
    const { deps, caller, fields } = visit;
    const no = await deps.letterWishes.keep(
      caller,
      MUTABLE.filter((one) => fields.has(`mute-${one}`)),
    );
    return no ? failing(visit, no) : ownLetters(visit, true);
  });
}
