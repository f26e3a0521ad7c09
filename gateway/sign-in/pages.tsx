import { Page, Say, type Both } from './page.js';
import { STYLE } from './page-headers.js';

interface Props {
  /** Whether people are made up here. */
  readonly madeUp: boolean;
}

/** Where one who is not signed in is told so, with a link: a form could not lead to the provider under our policy. */
export const SignInPage = ({ madeUp, goesTo, ended }: Props & { goesTo: string; ended: boolean }) => (
  <Page title={{ zh: '登录', en: 'Sign in' }} style={STYLE} madeUp={madeUp}>
    {ended && (
      <p>
        <Say zh="登录已过期。重新登录后回到原来的页面。" en="Your session has ended. Sign in again and go on where you were." />
      </p>
    )}
    <a class="act" href={`/sign-in/start?to=${encodeURIComponent(goesTo)}`}>
      <Say zh="前往统一身份认证" en="Go to the identity provider" />
    </a>
  </Page>
);

/** Signed out here; at the provider one may still be signed in. */
export const SignedOutPage = ({ madeUp, elsewhere }: Props & { elsewhere: boolean }) => (
  <Page title={{ zh: '已退出', en: 'Signed out' }} style={STYLE} madeUp={madeUp}>
    <p>
      <Say zh="您在本平台的会话已结束。" en="Your session here has ended." />
    </p>
    {elsewhere && (
      <>
        <p>
          <Say
            zh="您在统一身份认证处可能仍处于登录状态；使用公用电脑时请一并退出。"
            en="You may still be signed in at the identity provider: on a shared computer, sign out there too."
          />
        </p>
        <a class="act" href="/sign-out/elsewhere">
          <Say zh="同时退出统一身份认证" en="Sign out there too" />
        </a>
      </>
    )}
    <p>
      <a href="/sign-in">
        <Say zh="重新登录" en="Sign in again" />
      </a>
    </p>
  </Page>
);

/** Asks somebody who came by a link whether to sign out: only a form of the session's own does it. */
export const SignOutPage = ({ madeUp, formToken }: Props & { formToken: string }) => (
  <Page title={{ zh: '退出登录', en: 'Sign out' }} style={STYLE} madeUp={madeUp}>
    <form method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={formToken} />
      <button type="submit">
        <Say zh="退出" en="Sign out" />
      </button>
    </form>
  </Page>
);

/** A sign-in that did not succeed: what happened, and how to go on. */
export const NotSignedInPage = ({ madeUp, what, goesTo }: Props & { what: Both; goesTo: string }) => (
  <Page title={{ zh: '登录未能完成', en: 'The sign-in did not complete' }} style={STYLE} madeUp={madeUp} wrong={what}>
    <a class="act" href={`/sign-in/start?to=${encodeURIComponent(goesTo)}`}>
      <Say zh="重新登录" en="Sign in again" />
    </a>
  </Page>
);
