import type { Child } from 'hono/jsx';
import type { Said } from './said.js';
import type { Shown, Visit } from './visit.js';
import { partyNamed } from './who.js';

const Kept = ({ visit, csrf, children }: { visit: Visit; csrf?: string | undefined; children: Child }) => (
  <form method="post" action={visit.here}>
    <input type="hidden" name="csrf" value={csrf ?? ''} />
    {[...visit.fields].map(([name, value]) => (name === 'csrf' ? '' : <input type="hidden" name={name} value={value} />))}
    {children}
  </form>
);

/** Whose session has ended while they wrote: what they wrote stays in this page, and is sent once they have signed in beside it. */
export const endedMeanwhile = (visit: Visit): Shown => {
  const { say } = visit;
  const no = {
    code: 'not-signed-in',
    zh: '登录已过期，内容尚未保存，但保留在本页中',
    en: 'Your session has ended. What you wrote is not saved yet; it is kept in this page',
  };
  const body = (
    <>
      <ol>
        <li>
          <a href="/sign-in?to=/" target="_blank" rel="noopener">
            {say('在新窗口登录', 'Sign in, in another window')}
          </a>
        </li>
        <li>{say('回到本页，继续保存：', 'Come back to this page, and go on:')}</li>
      </ol>
      <Kept visit={visit}>
        <button type="submit">{say('已登录，继续保存', 'I have signed in: save it')}</button>
      </Kept>
    </>
  );
  return { title: say('登录已过期', 'Your session has ended'), body, wrong: no, status: 401 };
};

/** What the platform failed to take: it stays in the page, and is sent once more under the same id by one press. */
export const failedMeanwhile = (visit: Visit, no: Said): Shown => {
  const { say } = visit;
  const body = (
    <>
      <p>
        {say(
          '您填写的内容保留在本页中，没有丢失。稍后再试即可；已受理的不会重复办理。',
          'What you wrote is kept in this page. Try again a little later: what was taken in already is not done twice.',
        )}
      </p>
      <Kept visit={visit} csrf={visit.fields.get('csrf')}>
        <button type="submit">{say('再试一次', 'Try again')}</button>
      </Kept>
    </>
  );
  return {
    title: say('平台暂时没有答复', 'The platform does not answer'),
    body,
    wrong: no,
    status: visit.deps.statusOf(no.code),
  };
};

/** Whoever signed in anew since the page was shown says once more that it is to be saved. */
export const newSession = (visit: Visit): Shown => {
  const { say, signed, caller } = visit;
  const body = (
    <>
      <p>
        {say(
          '您打开本页之后重新登录过。您填写的内容保留在本页中，确认后保存。',
          'You have signed in anew since this page was opened. What you wrote is kept: confirm that it is to be saved.',
        )}
      </p>
      <p class="hint">
        {say('现在代表：', 'You act now for: ')}
        {[...new Set(caller?.appointments.map(({ party }) => partyNamed(visit, party)))].join(say('、', ', '))}
      </p>
      <Kept visit={visit} csrf={signed?.formToken}>
        <button type="submit">{say('确认并保存', 'Confirm and save')}</button>
      </Kept>
    </>
  );
  return {
    title: say('确认保存', 'Confirm'),
    body,
    status: 403,
    no: { code: 'not-allowed', zh: '会话已更新', en: 'another session' },
  };
};
