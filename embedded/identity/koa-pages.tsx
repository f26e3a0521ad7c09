import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { PAGE_HEADERS, STYLE } from '../../gateway/sign-in/page-headers.js';
import { Page, Say, sent, type Both } from '../../gateway/sign-in/page.js';
import { CodeEntry } from './code-entry.js';

const show = (ctx: KoaContextWithOIDC, page: ReturnType<typeof Page>): void => {
  ctx.set(PAGE_HEADERS);
  ctx.type = 'html';
  ctx.body = sent(page);
};

const secretOf = (ctx: KoaContextWithOIDC): string => (ctx.oidc.session?.state as { secret: string }).secret;

const wrongCode = (error: Error | undefined): Both | undefined => {
  if (!error) return undefined;
  return error.name === 'AbortedError'
    ? { zh: '已取消，没有登录任何设备。', en: 'Cancelled: no device was signed in.' }
    : {
        zh: '代码不对、已用过或已过期，请核对后重新输入。',
        en: 'That code is wrong, used or expired. Check it and enter it again.',
      };
};

/** Where a person enters the code that a command line shows. */
export const deviceInput = (ctx: KoaContextWithOIDC, _: string, __?: ErrorOut, error?: Error): void => {
  show(
    ctx,
    <Page title={{ zh: '登录命令行', en: 'Sign a command line in' }} style={STYLE} madeUp wrong={wrongCode(error)}>
      <form method="post" action={ctx.oidc.urlFor('code_verification')}>
        <input type="hidden" name="xsrf" value={secretOf(ctx)} />
        <CodeEntry
          name="user_code"
          shownBy={{ zh: '命令行显示的代码', en: 'The code that it shows' }}
          autocomplete="off"
          autocapitalize="characters"
          maxlength={20}
        />
      </form>
    </Page>,
  );
};

/** Where a person says that the device is theirs. */
export const deviceConfirm = (ctx: KoaContextWithOIDC, _: string, __: unknown, ___: unknown, code: string): void => {
  show(
    ctx,
    <Page title={{ zh: '确认登录命令行', en: 'Sign this command line in?' }} style={STYLE} madeUp>
      <p>
        <Say
          zh="请核对命令行显示的代码与此相同。若不是您本人刚刚发起，请取消。"
          en="Check that the command line shows the same code. If you did not start this just now, cancel."
        />
      </p>
      <p class="device">{code}</p>
      <form method="post" action={ctx.oidc.urlFor('code_verification')}>
        <input type="hidden" name="xsrf" value={secretOf(ctx)} />
        <input type="hidden" name="user_code" value={code} />
        <button type="submit" name="confirm" value="yes">
          <Say zh="确认登录" en="Sign it in" />
        </button>{' '}
        <button type="submit" class="plain" name="abort" value="yes">
          <Say zh="取消" en="Cancel" />
        </button>
      </form>
    </Page>,
  );
};

export const deviceDone = (ctx: KoaContextWithOIDC): void => {
  show(
    ctx,
    <Page title={{ zh: '命令行已登录', en: 'The command line is signed in' }} style={STYLE} madeUp>
      <p>
        <Say zh="可以关闭本页，回到命令行。" en="You can close this page and go back to it." />
      </p>
    </Page>,
  );
};

/** Asks once more: sign-out at the provider ends it for every program that it signed in. */
export const signOutPage = (ctx: KoaContextWithOIDC): void => {
  show(
    ctx,
    <Page title={{ zh: '退出身份服务', en: 'Sign out of the identity provider' }} style={STYLE} madeUp>
      <form method="post" action={ctx.oidc.urlFor('end_session_confirm')}>
        <input type="hidden" name="xsrf" value={secretOf(ctx)} />
        <button type="submit" name="logout" value="yes">
          <Say zh="退出" en="Sign out" />
        </button>{' '}
        <button type="submit" class="plain">
          <Say zh="保持登录" en="Stay signed in" />
        </button>
      </form>
    </Page>,
  );
};

export const signedOutPage = (ctx: KoaContextWithOIDC): void => {
  show(ctx, <Page title={{ zh: '已退出身份服务', en: 'Signed out of the identity provider' }} style={STYLE} madeUp />);
};

/** What went wrong, in the words of the standard; nothing of the inside. */
export const errorPage = (ctx: KoaContextWithOIDC, out: ErrorOut): void => {
  show(
    ctx,
    <Page title={{ zh: '登录未能完成', en: 'The sign-in did not complete' }} style={STYLE} madeUp>
      <p>
        <Say zh="请回到原来的页面重新登录。" en="Go back to where you came from and sign in again." />
      </p>
      <p lang="en">{[out.error, out.error_description].filter(Boolean).join(': ')}</p>
    </Page>,
  );
};
