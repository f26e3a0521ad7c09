import { STYLE } from '../../gateway/sign-in/page-headers.js';
import { Page, Say, type Both } from '../../gateway/sign-in/page.js';
import { CodeEntry } from './code-entry.js';
import type { TestPerson } from './people.js';

const Cancel = ({ base }: { base: string }) => (
  <form method="post" action={`${base}/cancel`}>
    <button type="submit" class="plain">
      <Say zh="取消" en="Cancel" />
    </button>
  </form>
);

interface PasswordProps {
  readonly base: string;
  readonly people: readonly TestPerson[];
  readonly wrong?: Both | undefined;
}

const People = ({ base, people }: PasswordProps) => (
  <>
    <h2>
      <Say zh="以测试人员身份进入" en="Go in as a test person" />
    </h2>
    <ul class="people">
      {people.map(({ actor, zh, en }) => (
        <li>
          <span>
            <Say zh={zh} en={en} />
          </span>
          <form method="post" action={`${base}/as`}>
            <button type="submit" name="actor" value={actor}>
              {actor}
            </button>
          </form>
        </li>
      ))}
    </ul>
  </>
);

/** Name and password, or a test person by one click. */
export const PasswordPage = ({ base, people, wrong }: PasswordProps) => (
  <Page title={{ zh: '登录', en: 'Sign in' }} style={STYLE} madeUp wrong={wrong}>
    <form method="post" action={`${base}/password`}>
      <label for="login">
        <Say zh="用户名" en="User name" />
      </label>
      <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck={false} maxlength={100} required />
      <label for="password">
        <Say zh="密码" en="Password" />
      </label>
      <input id="password" name="password" type="password" autocomplete="current-password" maxlength={200} required />
      <button type="submit">
        <Say zh="登录" en="Sign in" />
      </button>
    </form>
    {people.length > 0 && <People base={base} people={people} />}
    <Cancel base={base} />
  </Page>
);

/** The second factor. */
export const CodePage = ({ base, wrong }: { base: string; wrong?: Both | undefined }) => (
  <Page title={{ zh: '输入动态口令', en: 'Enter the one-time code' }} style={STYLE} madeUp wrong={wrong}>
    <p>
      <Say zh="此操作需要第二重验证。" en="What you are about to do asks for a second factor." />
    </p>
    <form method="post" action={`${base}/totp`}>
      <CodeEntry
        name="code"
        shownBy={{ zh: '验证器显示的六位数字', en: 'The six digits that your authenticator shows' }}
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9]{6}"
        maxlength={6}
      />
    </form>
    <Cancel base={base} />
  </Page>
);
