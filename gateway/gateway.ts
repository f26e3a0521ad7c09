import { OpenAPIHono } from '@hono/zod-openapi';
import type { Book } from '../records/book.js';
import { addActs } from './acts.js';
import { addApprovals } from './approvals.js';
import { accessLog, answerFailures, browserRules } from './around.js';
import { addDocs, addStartPage } from './docs.js';
import type { Gateway, Guard, Known } from './endpoint.js';
import { addInbox } from './inbox.js';
import { Limiter, RATES, type Rates } from './limits.js';
import { addMe } from './me.js';
import { Measures } from './measures.js';
import { pagesHere } from './pages-here.js';
import type { Front, People } from './port.js';
import { alsoOf, mountSignIn, type SignInProvider } from './provider.js';
import { addRules } from './rules.js';
import { guards } from './sign-in.js';
import { tokenReader, type IsEnded, type Issuer } from './tokens.js';
import { addUnits } from './units.js';
import { addVerifications } from './verifications.js';

/** What the gateway stands on. */
export interface GatewayParts {
  readonly front: Front;
  readonly people: People;
  readonly book: Book;
  /** Whose tokens are taken. */
  readonly issuers: readonly Issuer[];
  readonly isEnded: IsEnded;
  /** Where people and programs sign in; none where test tokens are all that there is. */
  readonly provider?: SignInProvider;
  readonly rates?: Rates;
  /** Addresses of proxies that are believed about whom they speak for. */
  readonly proxies?: readonly string[];
  readonly measures?: Measures;
  readonly log?: (line: string) => void;
  /** Where operators look at the cases themselves: the pages of Temporal. */
  readonly temporalUrl?: string;
  /** What else is answered at this address, such as pages and the sign-in: mounted before the plain start page. */
  readonly mount?: (app: Gateway, guards: { readonly signedIn: Guard; readonly open: Guard }) => void;
}

const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);

/** The application that answers HTTP: the same whatever it listens on. */
export function makeGateway(parts: GatewayParts): Gateway {
  const { front, people, book, issuers, isEnded, proxies = [], measures = new Measures(), log = toStderr } = parts;
  const app = new OpenAPIHono<Known>();
  app.use(accessLog(measures, log), browserRules(proxies));
  answerFailures(app, log);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    ...{ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    description: 'an access token for the audience luyue-api',
  });
  const limiter = new Limiter(parts.rates ?? RATES);
  const { provider } = parts;
  const ofIssuers = tokenReader(issuers, isEnded);
  const readToken = provider ? alsoOf(provider, book.pool, ofIssuers) : ofIssuers;
  const both = guards({ people, readToken, limiter, proxies });
  addActs(app, both.signedIn, front);
  addApprovals(app, both.signedIn, front);
  addMe(app, both.signedIn);
  addUnits(app, both.signedIn, book);
  addInbox(app, both.signedIn, book);
  addVerifications(app, both.signedIn, book);
  addRules(app, both.open);
  addDocs(app, both.open);
  if (provider) mountSignIn(app, book.pool, provider, proxies);
  parts.mount?.(app, both);
  const shown = parts.temporalUrl === undefined ? {} : { temporalUrl: parts.temporalUrl };
  if (provider) app.route('/', pagesHere({ ...{ front, people, book, provider, limiter, proxies, log }, ...shown }) as never);
  else addStartPage(app, both.open);
  return app;
}
