import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { InteractionResults, Provider } from 'oidc-provider';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { sent, type Both } from '../../gateway/sign-in/page.js';
import { networkOf, type SignInEntry, type Way } from '../../parties/sign-ins.js';
import { byPassword, keepAccount, takesCode } from './accounts.js';
import { CodePage, PasswordPage } from './interaction-pages.js';
import type { TestPeople, TestPerson } from './people.js';
import { PREFIX, wantsSecondFactor } from './provider.js';
import type { Tries } from './tries.js';

/** What the pages on which somebody signs in need. */
export interface InteractionParts {
  readonly provider: () => Provider;
  readonly pool: pg.Pool;
  readonly origin: string;
  readonly people: TestPeople;
  readonly now: () => Instant;
  readonly passwords: Tries;
  readonly codes: Tries;
  readonly addressOf: (req: HttpBindings['incoming']) => string;
  readonly record: (entry: Omit<SignInEntry, 'at' | 'issuer'>) => Promise<void>;
}

type C = Context<{ Bindings: HttpBindings }>;
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const WRONG: Both = { zh: '用户名或密码不对。', en: 'That name or password is wrong.' };
const LOCKED: Both = {
  zh: '失败次数过多，请于十五分钟后再试。',
  en: 'Too many failures: try again in a quarter of an hour.',
};
const WRONG_CODE: Both = { zh: '口令不对或已用过，请等下一个。', en: 'That code is wrong or used: wait for the next one.' };
const ANOTHER: Both = {
  zh: '须由已登录的同一人验证。',
  en: 'The second factor must be shown by the person who is signed in.',
};
const LONGEST_NAME = 100;
const LONGEST_PASSWORD = 200;

/** One sign-in under way at the provider, and one request of it. */
export class SigningIn {
  private readonly c: C;
  private readonly parts: InteractionParts;
  private readonly interaction: Interaction;
  private constructor(c: C, parts: InteractionParts, interaction: Interaction) {
    this.c = c;
    this.parts = parts;
    this.interaction = interaction;
  }

  /** Throws SessionNotFound where the browser has none. */
  static async of(c: C, parts: InteractionParts): Promise<SigningIn> {
    return new SigningIn(c, parts, await parts.provider().interactionDetails(c.env.incoming, c.env.outgoing));
  }

  private get base(): string {
    return `${PREFIX}/interaction/${this.interaction.uid}`;
  }

  private get address(): string {
    return this.parts.addressOf(this.c.env.incoming);
  }

  private get wantsSecondFactor(): boolean {
    return wantsSecondFactor(this.interaction.params);
  }

  /** Who has shown a password in this sign-in already. */
  private get passed(): string | undefined {
    const passed = this.interaction.result?.['passed'];
    return typeof passed === 'string' ? passed : undefined;
  }

  private async field(name: string): Promise<string> {
    const value = (await this.c.req.parseBody())[name];
    return typeof value === 'string' ? value : '';
  }

  private async note(what: SignInEntry['what'], how: Way, more: { subject?: string; why?: string }): Promise<void> {
    const network = networkOf(this.address);
    await this.parts.record({ what, how, ...more, ...(network === undefined ? {} : { network }) });
  }

  private async goOn(result: InteractionResults): Promise<Response> {
    const { incoming, outgoing } = this.c.env;
    const to = await this.parts.provider().interactionResult(incoming, outgoing, result, { mergeWithLastSubmission: false });
    return this.c.redirect('passed' in result ? this.base : to, 303);
  }

  /** The test person whom a link names, where there is one. */
  private async named(): Promise<TestPerson | undefined> {
    const hint = this.interaction.params['login_hint'];
    return typeof hint === 'string' ? this.parts.people.find(hint) : undefined;
  }

  private async passwordPage(wrong?: Both, status: 200 | 400 | 429 = 200): Promise<Response> {
    const { people } = this.parts;
    const one = await this.named();
    const page = <PasswordPage base={this.base} people={one ? [one] : await people.list()} wrong={wrong} />;
    return this.c.html(sent(page), status);
  }

  private codePage(wrong?: Both, status: 200 | 400 | 429 = 200): Response {
    return this.c.html(sent(<CodePage base={this.base} wrong={wrong} />), status);
  }

  /** Another person than the one who is signed in at the provider begins a session of their own. */
  private async leaveSession(): Promise<void> {
    const uid = this.interaction.session?.uid;
    if (uid === undefined) return;
    await (await this.parts.provider().Session.findByUid(uid))?.destroy();
    delete this.interaction.session;
    await this.interaction.persist();
  }

  private async signIn(subject: string, amr: string[]): Promise<Response> {
    const before = this.interaction.session?.accountId;
    if (before !== undefined && before !== subject) {
      if (this.wantsSecondFactor) return this.passwordPage(ANOTHER, 400);
      await this.leaveSession();
    }
    return this.goOn({ login: { accountId: subject, amr, acr: amr.length > 1 ? 'mfa' : 'pwd', remember: false } });
  }

  async page(): Promise<Response> {
    // one click on a page of ours names a test person: nobody else's page can have a browser say so
    const isOurs = this.c.req.header('sec-fetch-site') === 'same-origin' && !this.wantsSecondFactor;
    const person = isOurs ? await this.named() : undefined;
    if (person) return this.enter(person);
    return this.passed === undefined ? this.passwordPage() : this.codePage();
  }

  async password(): Promise<Response> {
    const { pool, passwords } = this.parts;
    const [login, password] = [await this.field('login'), await this.field('password')];
    if (!(await passwords.take(login, this.address))) {
      await this.note('refused', 'password', { why: 'locked' });
      return this.passwordPage(LOCKED, 429);
    }
    const tooLong = login.length > LONGEST_NAME || password.length > LONGEST_PASSWORD;
    const account = tooLong ? undefined : await byPassword(pool, login, password);
    if (!account) {
      await this.note('refused', 'password', { why: 'wrong' });
      return this.passwordPage(WRONG, 400);
    }
    await passwords.clear(login, this.address);
    return this.wantsSecondFactor ? this.goOn({ passed: account.subject }) : this.signIn(account.subject, ['pwd']);
  }

  async code(): Promise<Response> {
    const { pool, codes, now } = this.parts;
    const subject = this.passed;
    if (subject === undefined) return this.c.redirect(this.base, 303);
    if (!(await codes.take(subject, this.address))) {
      await this.note('refused', 'totp', { subject, why: 'locked' });
      return this.codePage(LOCKED, 429);
    }
    if (!(await takesCode(pool, subject, await this.field('code'), now()))) {
      await this.note('refused', 'totp', { subject, why: 'wrong or used' });
      return this.codePage(WRONG_CODE, 400);
    }
    await codes.clear(subject, this.address);
    return this.signIn(subject, ['pwd', 'otp']);
  }

  /** Somebody of the scenarios goes in by a click, as if a second factor had been shown: never in service. */
  async testPerson(): Promise<Response> {
    const person = await this.parts.people.find(await this.field('actor'));
    return person ? this.enter(person) : this.passwordPage(WRONG, 400);
  }

  private async enter({ subject, actor }: TestPerson): Promise<Response> {
    await keepAccount(this.parts.pool, { subject, login: actor });
    await this.note('signed-in', 'test-person', { subject });
    return this.signIn(subject, ['test', 'otp']);
  }

  cancel(): Promise<Response> {
    return this.goOn({ error: 'access_denied', error_description: 'cancelled' });
  }
}
