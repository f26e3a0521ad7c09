import { isoOf } from '../domain/model/instant.js';
import { Form, Table, type Pages } from './pages.js';
import { timeSaid } from './words.js';
import type { Known, Shown } from './visit.js';

const HERE = '/me/sessions';

async function ownSessions({ deps, signed, say, ...visit }: Known): Promise<Shown> {
  const sessions = await deps.sessions.of(signed.session);
  const first = deps.stepUpFirst(signed.session, HERE);
  const body = (
    <>
      <Table
        head={[say('登录于', 'Signed in at'), say('最近使用', 'Last used'), say('方式', 'By')]}
        rows={sessions.map(({ madeAt, seenAt, acr }) => [
          timeSaid(isoOf(madeAt)),
          timeSaid(isoOf(seenAt)),
          acr === 'mfa' ? say('两个因素', 'two factors') : say('一个因素', 'one factor'),
        ])}
        label={say('您的会话', 'Your sessions')}
      />
      <p>
        {say(
          '有不认识的会话，或者设备丢失时，请全部退出；命令行的登录一并失效。随后请在统一身份认证处更改密码。',
          'Where one is not yours, or a device is lost, end all of them, command lines too. Then change your password at the identity provider.',
        )}
      </p>
      {first === undefined ? (
        <Form visit={{ ...visit, deps, signed, say }} action={HERE}>
          <p class="buttons">
            <button type="submit">{say('全部退出', 'Sign out everywhere')}</button>
          </p>
        </Form>
      ) : (
        <p>
          <a href={first}>{say('验证第二因素后可全部退出', 'Show a second factor to sign out everywhere')}</a>
        </p>
      )}
    </>
  );
  return { title: say('我的会话', 'My sessions'), body };
}

/** `GET`, `POST /me/sessions`: where a person is signed in, and an end to all of it. */
export function addOwnSessionsPage(pages: Pages): void {
  pages.known('get', HERE, ownSessions);
  pages.known('post', HERE, async ({ deps, signed }) => {
    const first = deps.stepUpFirst(signed.session, HERE);
    if (first !== undefined) return { to: first };
    await deps.sessions.endAll(signed.session);
    return { to: '/sign-in?ended' };
  });
}
